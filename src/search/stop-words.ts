/** Words of a question that say nothing about what is looked for. */
export const stopWords: ReadonlySet<string> = new Set(
  `的 地 得 了 着 过 吗 呢 吧 啊 呀 嘛 么 是 在 有 和 与 及 或 而 但 也 都 就 还 又 再 很 太 更 最 被 把 将 让 给 对 从 到 向 由 于 以 为
  这 那 哪 谁 其 之 所 者 个 些 种 样 上 下 中 里 我 你 他 她 它 们 要 会 能 可 不 没 请 问 做 用 后 前 时 怎 哪些 哪个 哪里 哪儿 什么 甚么 怎么
  来 去 才 得 搞 拿来 什么时候 什么情况 怎么算 怎么做 怎么办理 有什么 能做什么 不能 就不能 就能 才能 还能 哪种 哪年 谁来 会怎么样 干什么 跟 出来 起来 下来 下去 上来 进来 过来
  怎样 如何 怎么样 怎么办 为什么 为何 是否 是不是 有没有 有无 有哪些 可以 能否 能不能 多少 几 几个 几次 多久 多长 应该 应当 需要 必须 关于
  我们 你们 他们 它们 这个 那个 这些 那些 这样 那样 一个 一些 一种 有关 以及 或者 并且 而且 但是 如果 因为 所以 通过 进行 什么样 吗
  the a an of to in on for and or is are was were be by with how what which who why when where do does did can should`
    .split(/\s+/)
    .filter(Boolean),
);

/** `几天`, `几名`: asks how many. */
const howMany = /^几\p{Script=Han}$/u;

export const isStopWord = (piece: string): boolean => stopWords.has(piece) || howMany.test(piece);

/** Words of a question that say nothing about what is looked for. */
export const stopWords: ReadonlySet<string> = new Set(
  `的 地 得 了 着 过 吗 呢 吧 啊 呀 嘛 么 是 在 有 和 与 及 或 而 但 也 都 就 还 又 再 很 太 更 最 被 把 将 让 给 对 从 到 向 由 于 以 为
  这 那 哪 谁 其 之 所 者 个 些 种 样 上 下 中 里 我 你 他 她 它 们 要 会 能 可 不 没 请 问 做 用 后 前 时 怎 哪些 哪个 哪里 哪儿 什么 甚么 怎么
  怎样 如何 怎么样 怎么办 为什么 为何 是否 是不是 有没有 有无 有哪些 可以 能否 能不能 多少 几 几个 几次 多久 多长 应该 应当 需要 必须 关于
  我们 你们 他们 它们 这个 那个 这些 那些 这样 那样 一个 一些 一种 有关 以及 或者 并且 而且 但是 如果 因为 所以 通过 进行 什么样 吗
  the a an of to in on for and or is are was were be by with how what which who why when where do does did can should`
    .split(/\s+/)
    .filter(Boolean),
);

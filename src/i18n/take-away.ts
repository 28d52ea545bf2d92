import { type Lang, type Strings, strings, type Table } from './language.ts';

const table = {
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制。', en: 'Copied.' },
  copyByHand: {
    zh: '浏览器不让网页复制。文字已经选中，请按 Ctrl+C，或长按后选“复制”。',
    en: 'The browser does not let the page copy. The text is selected: press Ctrl+C, or hold it and choose Copy.',
  },

  link: { zh: '链接', en: 'Link' },
  linkLead: {
    zh: '打开它，输入和假设与现在一样。数据只写在 # 之后，不会传给网站。',
    en: 'Opens the calculator with the same inputs and assumptions. They stand after #, which is not sent to the site.',
  },
  linkCannot: {
    zh: '“{list}”太长，链接装不下，打开后会缺这一项。请改用下面的文字。',
    en: 'A link cannot hold {list}: it would be missing when opened. Use the text below instead.',
  },

  string: { zh: '结果串', en: 'Result string' },
  stringLead: {
    zh: '一行字，写下输入和假设，可以印在纸上、念给人听；末尾的校验码能发现抄错的字。',
    en: 'One line with the inputs and assumptions, to print or to read aloud; the check at its end finds a miscopied character.',
  },
  stringInvalid: { zh: '输入改正之后才有结果串。', en: 'There is a result string once the inputs are mended.' },
  paste: { zh: '粘贴一个结果串，打开它', en: 'Paste a result string to open it' },
  open: { zh: '打开', en: 'Open' },
  opened: { zh: '已打开：{outcome}', en: 'Opened: {outcome}' },
  otherScheme: { zh: '这是另一个办法的结果串，可到那里打开：', en: 'The string is of another scheme; open it there:' },
  looking: { zh: '正在查找……', en: 'Looking …' },
  lookFailed: {
    zh: '没有查到“{id}”，可能是网络不通。请检查网络后再试。',
    en: '“{id}” could not be looked up, perhaps for want of a connection. Check it and try again.',
  },

  text: { zh: '文字', en: 'Text' },
  textKind: { zh: '格式', en: 'Format' },
  plain: { zh: '纯文本', en: 'Plain text' },
  markdown: { zh: 'Markdown', en: 'Markdown' },
  download: { zh: '下载 {file}', en: 'Download {file}' },
  downloaded: { zh: '已交给浏览器下载：{file}', en: 'Handed to the browser: {file}' },

  page: { zh: '一页纸', en: 'One page' },
  pageLead: {
    zh: 'A4 一页：输入、结果、理由、假设、出处、日期和链接的二维码。',
    en: 'One A4 page: inputs, result, reasons, assumptions, source, date, and a QR code of the link.',
  },
  print: { zh: '打印一页', en: 'Print one page' },
  qrLink: { zh: '链接的二维码', en: 'QR code of the link' },
  qrString: { zh: '结果串的二维码', en: 'QR code of the result string' },
  qrScanLink: { zh: '扫码打开同一情形', en: 'Scan to open the same case' },
  qrScanString: {
    zh: '链接太长，二维码里是结果串，可在计算器的“带走”里粘贴打开',
    en: 'The link is too long; the code holds the result string, to be pasted under “Take away” of the calculator',
  },
  qrNone: { zh: '输入太长，装不进二维码', en: 'The inputs are too long for a QR code' },
  stepsLeftOut: {
    zh: '为了排在一页里，这里只列得出结果的步骤；其余步骤见链接。',
    en: 'To fit one page, only the steps that give results stand here; the link shows the others.',
  },

  charts: { zh: '图', en: 'Charts' },
  chartsLead: {
    zh: '现在显示在计算器里的图。展开上面的其他部分，会有更多的图。',
    en: 'The charts that the calculator shows now. Open its other parts for more.',
  },
  chartsNone: { zh: '现在没有图。', en: 'There is no chart now.' },
  chartFile: { zh: '下载 {kind}：{label}', en: 'Download {kind}: {label}' },
  chartFailed: {
    zh: '浏览器没能画出 PNG，请下载 SVG。',
    en: 'The browser could not draw the PNG; download the SVG.',
  },

  subject: { zh: '对象', en: 'Subject' },
  edition: { zh: '版本', en: 'Edition' },
  date: { zh: '日期', en: 'Date' },
  inputs: { zh: '输入', en: 'Inputs' },
  result: { zh: '结果', en: 'Result' },
  consequences: { zh: '后果', en: 'Consequences' },
  noConsequence: { zh: '没有触发任何后果。', en: 'Nothing follows.' },
  noneCertain: { zh: '没有可以确定的后果。', en: 'No consequence is certain.' },
  why: { zh: '为什么', en: 'Why' },
  assumptions: { zh: '所依据的假设', en: 'Assumptions in force' },
  noAssumption: { zh: '本结果不依据任何假设。', en: 'The result rests on no assumption.' },
  notDefined: { zh: '原文未规定', en: 'Not defined by the source' },
  more: { zh: '还可填写', en: 'Further inputs' },
  source: { zh: '出处', en: 'Source' },
  blank: { zh: '未填', en: 'left out' },
  blankAs: { zh: '未填（算作 {value}）', en: 'left out (taken as {value})' },
  wrong: { zh: '{value}（不符合要求：{allowed}）', en: '{value} (not accepted: {allowed})' },
  markAssumed: { zh: '假设', en: 'assumed' },
  markUndefined: { zh: '原文未规定', en: 'not defined' },
  reading: { zh: '{question}：{reading}', en: '{question}: {reading}' },
  default: { zh: '默认', en: 'default' },
  changed: { zh: '已改动', en: 'changed' },
  unused: { zh: '本结果不依据', en: 'the result does not rest on it' },
  because: { zh: '理由：{why}', en: 'Reason: {why}' },
  chapter: { zh: '规则全文：{address}', en: 'The rules: {address}' },
  scheme: { zh: '办法编号：{id}', en: 'Scheme: {id}' },
  comma: { zh: '、', en: ', ' },
  colon: { zh: '：', en: ': ' },
  clipped: { zh: '{text}……（共 {count} 字）', en: '{text}… ({count} characters)' },
} as const satisfies Table;

export type TakeAwayStrings = Strings<typeof table>;

/** Interface strings of what is taken away: link, result string, summary, printed page, charts. */
export const takeAwayStrings = (lang: Lang): TakeAwayStrings => strings(table, lang);

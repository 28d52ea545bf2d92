import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checksum } from '../../src/lib/checksum.ts';
import type { Input } from '../../src/schema/scheme.ts';
import type { CompiledScheme } from '../../src/scoring/compile.ts';
import { compile } from '../../src/scoring/compile-any.ts';
import type { Readings } from '../../src/scoring/inputs.ts';
import { report } from '../../src/scoring/report.ts';
import { formatResult, parseResult } from '../../src/scoring/result-string.ts';
import { anyResult, longValues, otherReadings } from './any-result.ts';
import { makeScheme, readScheme, schemeIds } from './read-scheme.ts';

const schemes = new Map(schemeIds.map((id) => [id, readScheme(id)]));
const find = (id: string) => schemes.get(id);
const schemeOf = (id: string): CompiledScheme => schemes.get(id) as CompiledScheme;

const written = (compiled: CompiledScheme, given: object, readings: object = {}): string => {
  const result = formatResult(compiled, given as Readings, readings as Readings);
  if (result.kind !== 'written') throw new Error(JSON.stringify(result));
  return result.text;
};
const read = (text: string, of = find) => {
  const result = parseResult(text, of);
  if (result.kind === 'refused') throw new Error(`${text}: ${result.reason.en}`);
  return result;
};
const refusal = (text: string) => {
  const result = parseResult(text, find);
  return result.kind === 'refused' ? result.reason : null;
};
/** A string with a check that fits. */
const signed = (head: string, ...pairs: string[]) => `${head}/${pairs.join(';')}~${checksum([head, ...pairs])}`;

/** The longest string of a scheme: everything given, everything read otherwise, constraints and conditions left aside. */
function longestString(id: string) {
  const { scheme } = schemeOf(id);
  const inputs = Object.fromEntries(
    Object.entries(scheme.inputs).map(([name, { 'only-when': _, ...input }]) => [name, input as Input]),
  );
  const free = compile({ ...scheme, inputs, constraints: [] });
  const candidates = [
    ...Object.entries(inputs).map(([name, input]) => ({ kind: 'given' as const, name, values: longValues(input) })),
    ...Object.entries(scheme.assumptions).map(([name, assumption]) => ({
      kind: 'readings' as const,
      name,
      values: [
        ...otherReadings(assumption),
        ...(assumption.number ? longValues({ ...assumption, number: assumption.number, step: 0.1 } as Input) : []),
      ],
    })),
  ];
  const chosen: { given: Record<string, string>; readings: Record<string, string> } = { given: {}, readings: {} };
  for (const { kind, name, values } of candidates) chosen[kind][name] = values[0] as string;
  for (const { kind, name, values } of candidates) {
    const lengthWith = (value: string) => {
      const tried = { ...chosen, [kind]: { ...chosen[kind], [name]: value } };
      return written(free, tried.given, tried.readings).length;
    };
    chosen[kind][name] = values.reduce((a, b) => (lengthWith(b) > lengthWith(a) ? b : a));
  }
  return { ...chosen, free, text: written(free, chosen.given, chosen.readings) };
}

describe.each(schemeIds)('%s', (id) => {
  const compiled = schemeOf(id);

  test('every worked example survives, with its result and its trace', () => {
    for (const { given, assume } of compiled.scheme.examples) {
      const text = written(compiled, given, assume);
      const { given: g, readings } = read(text);
      expect(new URL(`https://example.org/#${text}`).hash).toBe(`#${text}`);
      for (const language of ['zh', 'en'] as const)
        expect(report(compiled, g, readings, language)).toEqual(report(compiled, given, assume, language));
    }
  });

  test('any valid inputs and readings survive, in any order of the pairs', () => {
    fc.assert(
      fc.property(anyResult(compiled), fc.infiniteStream(fc.nat()), ({ given, readings }, random) => {
        const text = written(compiled, given, readings);
        expect(text.length).toBeLessThanOrEqual(400);
        const { given: g, readings: r } = read(text);
        expect({ given: g, readings: r }).toEqual({ given, readings });
        const [, head = '', body = '', check = ''] = /^(.*?\/)(.*)(~.*)$/.exec(text) ?? [];
        const shuffled = body.split(';').map((pair) => ({ pair, at: random.next().value as number }));
        const pairs = shuffled.toSorted((a, b) => a.at - b.at).map(({ pair }) => pair);
        expect(read(` ${head}${pairs.join(';')}${check}\n`)).toMatchObject({ given, readings });
      }),
      { numRuns: 200 },
    );
  });

  test('at most 400 characters, whatever is given and however it is read', () => {
    const { text, given, readings, free } = longestString(id);
    expect(text.split(/[/;]/)).toHaveLength(1 + compiled.inputs.length + compiled.assumptions.length);
    expect(text.length).toBeLessThanOrEqual(400);
    expect(read(text, () => free)).toMatchObject({ given, readings });
  });
});

describe('a changed string is noticed', () => {
  const off = (id: string) => Object.fromEntries(schemeOf(id).assumptions.map(([name]) => [name, 'off']));
  const months = [...Array(9).fill('attended'), 'excused', 'unexcused', 'unexcused'];
  const strings = [
    written(schemeOf('chengzhuang-steps'), { post: 'frontline', key: 39.5, basic: 55, innovation: 10 }),
    written(schemeOf('shizuishan-stars'), { foundation: 90, service: 91, integrity: 92 }, off('shizuishan-stars')),
    written(schemeOf('haicang-absence'), { months }, { 'not-held-in-run': 'skipped' }),
    written(schemeOf('linjiang-stars'), { 'items-met': 12 }, { 'one-star-line': '26/3', 'two-star-line': 12 }),
    written(schemeOf('dali-duty'), { weekday: 'monday', 'morning-start': '8:30', 'secretary-on-duty': true }),
    longestString('xinzhou-direct-review').text,
  ];
  const readable = (texts: readonly string[]) => texts.filter((text) => refusal(text) === null);
  const places = (text: string) => Array.from(text, (_, at) => at);

  test.each(strings)('%s', (text) => {
    expect(readable([text])).toEqual([text]);
    const characters = [...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)), '\n', '９', '；', 'е'];
    for (const at of places(text)) {
      const others = characters.filter((character) => character !== text[at]);
      expect(readable(others.map((other) => text.slice(0, at) + other + text.slice(at + 1)))).toEqual([]);
      expect(readable([text.slice(0, at) + text.slice(at + 1)])).toEqual([]);
      expect(readable([...'0aA=;*,./@~'].map((more) => text.slice(0, at) + more + text.slice(at)))).toEqual([]);
    }
    const swapped = places(text).map((at) => text.slice(0, at) + (text[at + 1] ?? '') + text[at] + text.slice(at + 2));
    expect(readable(swapped.filter((other) => other !== text))).toEqual([]);
  });

  test('values that change places', () => {
    const text = signed('chengzhuang-steps@2016', 'post=frontline', 'key=40', 'basic=45');
    expect(read(text).given).toEqual({ post: 'frontline', key: '40', basic: '45' });
    expect(refusal(text.replace('key=40;basic=45', 'key=45;basic=40'))?.en).toMatch(/does not fit/);
  });
});

describe('refused, with the place and the mend', () => {
  const head = 'chengzhuang-steps@2016';
  const refusals = {
    [`${head}/post=frontline;key=40`]:
      '末尾缺少校验码：最后一个值之后应有“~”和6个字符。请把整串复制完整。\nThe check at the end is missing: after the last value stand “~” and 6 characters. Copy the whole string.',
    [signed(head, 'post=frontline').slice(0, -1)]:
      '末尾缺少校验码：最后一个值之后应有“~”和6个字符。请把整串复制完整。\nThe check at the end is missing: after the last value stand “~” and 6 characters. Copy the whole string.',
    [`${head}/post=frontline;key=40~000000`]:
      '校验码“000000”不符：有字符被改动或缺失。请与原件逐字核对整串。\nThe check “000000” does not fit: a character was changed or is missing. Compare the whole string with the original.',
    [`post=frontline;key=40~000000`]:
      '结果串应以“办法@版本/”开头，此串开头是“post=frontline;key=40~000000”。请从头复制整串。\nA result string begins with “scheme@edition/”; this one begins with “post=frontline;key=40~000000”. Copy it from its beginning.',
    [signed('changzhuang-steps@2016', 'key=40')]:
      '没有名为“changzhuang-steps”的办法。请与原件核对“@”之前的名称。\nThere is no scheme “changzhuang-steps”. Compare the name before “@” with the original.',
    [signed('chengzhuang-steps@2015', 'key=40')]:
      '此串属于“chengzhuang-steps”的2015版，这里是2016版。请与原件核对版本；确为另一版的，请用那一版的办法打开。\nThe string is for edition 2015 of “chengzhuang-steps”, and here is edition 2016. Compare the edition with the original; if it is another one, open the string with the scheme of that edition.',
    [signed(head, 'post=frontline', 'kei=40')]:
      '“kei=40”：“chengzhuang-steps”没有名为“kei”的输入项或假设。请与原件核对此处。\n“kei=40”: “chengzhuang-steps” has no input or assumption “kei”. Compare this place with the original.',
    [signed(head, 'key=40', 'post=frontline', 'k=41')]:
      '“key”出现了两次：“key=40”和“k=41”。请与原件核对，只留一个。\n“key” stands twice: “key=40” and “k=41”. Compare with the original, and keep one.',
    [signed(head, 'post=frontline', 'key')]:
      '“key”不是“名称=值”。请与原件核对此处。\n“key” is no “name=value”. Compare this place with the original.',
    [signed(head, 'post=frontline', 'key=46')]:
      '不能接受“key=46”（应为 [0, 45] 内的数）。请与原件核对此处。\nNot accepted: “key=46” (a number in [0, 45]). Compare this place with the original.',
    [signed(head, 'step-when-low=of')]:
      '不能接受“step-when-low=of”（可选：by-total, none, off）。请与原件核对此处。\nNot accepted: “step-when-low=of” (one of: by-total, none, off). Compare this place with the original.',
    [signed('zhuji-negative-vote@2018', 'ballots=5', 'present-votes=6', 'partial-votes=0')]:
      '不能接受“ballots=5”、“present-votes=6”、“partial-votes=0”（“存在”“一定程度存在”与弃权、无效票之和不能超过总测评人数）。请与原件核对此处。\nNot accepted: “ballots=5”, “present-votes=6”, “partial-votes=0” (votes and blank or invalid ballots together cannot exceed the assessors in all). Compare this place with the original.',
    [signed('haicang-absence@2017', 'months=attended*9999,excused*2')]:
      '不能接受“months=attended*9999,excused*2”（请逐期填：参加（attended）、有特殊情况（excused）、无故（unexcused）、当月未开展（not-held））。请与原件核对此处。\nNot accepted: “months=attended*9999,excused*2” (a list of: attended, excused, unexcused, not-held). Compare this place with the original.',
    [signed(head, 'post=frontline', 'key=40.0')]:
      '“key=40.0”不是结果串的写法。请在计算器中重新生成。\n“key=40.0” is not spelled as result strings are. Make the string anew with the calculator.',
    [signed('haicang-absence@2017', 'months=excused,excused')]:
      '“months=excused,excused”不是结果串的写法。请在计算器中重新生成。\n“months=excused,excused” is not spelled as result strings are. Make the string anew with the calculator.',
    [signed(head, 'paid-base=stake')]:
      '“paid-base=stake”不是结果串的写法。请在计算器中重新生成。\n“paid-base=stake” is not spelled as result strings are. Make the string anew with the calculator.',
  };
  test.each(Object.entries(refusals))('%s', (text, reason) =>
    expect(Object.values(refusal(text) ?? {})).toEqual(reason.split('\n')));
});

const label = { zh: '名', en: 'name' };
const small = makeScheme({
  inputs: {
    number: { number: '[-10, 1000]', absent: 'unknown' },
    share: { number: '[0, 100]', unit: 'percent', absent: 'unknown' },
    done: { 'yes-no': true, absent: false },
    day: { date: true, absent: 'unknown' },
    begin: { time: true, absent: 'unknown' },
    marks: { list: '[0, 1000000]', absent: 'unknown' },
  },
  assumptions: {
    line: { gap: 'G1', number: '[0, 100]', default: 60 },
    part: {
      gap: 'G2',
      options: { 'all-of-it': label, '30-days': label },
      number: '[0, 20]',
      unit: 'percent',
      default: 20,
    },
  },
  steps: { result: { value: 1 } },
  outputs: ['result'],
});
const pairsOf = (given: object, readings: object = {}) => /\/(.*)~/.exec(written(small, given, readings))?.[1];

test.each<[string, object, object?]>([
  ['number=7.5;share=12.5;done=yes', { share: '12.50', done: 'true', number: '007.500' }],
  ['number=-0.12345678901234567891', { number: '-0.12345678901234567891' }],
  ['number=0', { number: -0, share: null, marks: [], day: '' }],
  ['day=2026-02-28;begin=08:30', { begin: '8:30', day: '2026-02-28' }],
  ['marks=3*3,4.5,3', { marks: '3, 3.0，3 4.50、3' }],
  ['line=100/3', {}, { line: '200/6', part: '20.0' }],
  ['line=12.5;part=off', {}, { line: '25/2', part: 'off' }],
  ['part=3', {}, { part: 3 }],
  ['part=30-days', {}, { part: '30-days' }],
  ['', {}, { line: 60, part: null }],
])('one spelling: %s', (pairs, given, readings = {}) => {
  expect(pairsOf(given, readings)).toBe(pairs);
  const again = read(written(small, given, readings), () => small);
  expect(pairsOf(again.given, again.readings)).toBe(pairs);
});

test('a string that would be too long is cut, and what is still too long is refused', () => {
  const marks = (count: number) => Array.from({ length: count }, (_, i) => 100 + i);
  expect(written(small, { marks: Array(10_000).fill(1) })).toContain('marks=1*10000~');
  expect(written(small, { done: true, marks: marks(92) })).toMatch(/^test@2026\/done=yes;marks=100,/);
  expect(written(small, { done: true, marks: marks(93) })).toMatch(/^test@2026\/do=y;m=100,/);
  expect(formatResult(small, { marks: marks(500) })).toEqual({
    kind: 'too-long',
    reason: {
      zh: '结果串最多400个字符，此串需2018个，其中“marks”占2001个。请改为传递输入数据本身。',
      en: 'A result string has at most 400 characters; this one takes 2018, of which “marks” takes 2001. Hand on the inputs themselves instead.',
    },
  });
  expect(formatResult(small, {}, { line: '0.123456789012345678901/7' })).toEqual({
    kind: 'too-long',
    reason: {
      zh: '“line”的数写出来超过40个字符，写不进结果串。请取位数少一些的数。',
      en: 'The number of “line” takes more than 40 characters, and a result string cannot hold it. Take a number with fewer digits.',
    },
  });
});

test('not written: invalid inputs', () => {
  const result = formatResult(schemeOf('chengzhuang-steps'), { key: 46, other: 1 });
  expect(result).toMatchObject({ kind: 'invalid', issues: [{ input: 'other' }, { input: 'key', given: '46' }] });
});

test('not written: an edition that no string can hold', () => {
  const scheme = { ...small.scheme, edition: '2016 年' };
  expect(() => formatResult({ ...small, scheme }, {})).toThrow(
    '“test@2016 年” cannot stand in a result string: name the edition with letters, digits, “.” and “-”',
  );
});

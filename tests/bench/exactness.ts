import type Engine from 'publicodes';
import type { CompiledScheme, IdentifiedScheme } from '../../src/scoring/compile.ts';
import { add, compare, type Decimal, decimal, divide, multiply } from './decimal128.ts';
import { type OpenValue, openValues } from './open-values.ts';
import { makeEngine } from './publicodes-rule.ts';

type Ours = typeof import('./engine-entry.ts');
/** Three scores in tenths of a point, as whole numbers. */
type Tenths = readonly [key: number, basic: number, innovation: number];

/**
 * How one way to compute judges the cases of a question. `how`: `run` on all of them, only `near` what decides, or on
 * `those` that floating point in the same order misjudges; or `modelled`, where no engine was run.
 */
export type Finding = { way: string; how: string; wrong: number; examples: string[] };
export type Question = { question: string; cases: number; findings: Finding[] };

const lines = [60, 70, 80, 90];
const placeOf = (total: number): number => lines.filter((line) => total >= line).length;

/** Notes every case that is judged wrongly, and keeps two of them. */
class Tally implements Finding {
  wrong = 0;
  examples: string[] = [];
  readonly way: string;
  readonly how: string;
  constructor(way: string, how: string) {
    this.way = way;
    this.how = how;
  }

  note(wrong: boolean, example: () => string): void {
    if (!wrong) return;
    this.wrong += 1;
    if (this.examples.length < 2) this.examples.push(example());
  }
}

/** The questions of exactness, and of open values, put to every engine that can be asked. */
export function exactness(
  ours: Ours,
  Publicodes: typeof Engine,
  schemeOf: (id: string) => IdentifiedScheme,
): { text: string; questions: Question[]; open: OpenValue[] } {
  const compiled = (id: string): CompiledScheme => ours.compile(schemeOf(id));
  const questions = [
    sums(ours, Publicodes, compiled('chengzhuang-steps')),
    weights(ours, Publicodes, compiled('huangshan-indices')),
    thirds(ours, Publicodes, compiled('dayao-compound')),
    equalities(Publicodes),
  ];
  const open = openValues(ours, Publicodes, compiled('chengzhuang-steps'));
  const answers = open.map((o) => `${o.question}\n  ours         ${o.ours}\n  publicodes   ${o.publicodes}\n`);
  return { questions, open, text: [...questions.map(told), ...answers].join('\n') };
}

const told = ({ question, cases, findings }: Question): string =>
  [
    `${question}: ${cases.toLocaleString('en')} cases`,
    ...findings.map(({ way, how, wrong, examples }) => {
      const shown = examples.length > 0 ? `   e.g. ${examples.join('; ')}` : '';
      return `  ${way.padEnd(46)}${how.padEnd(12)}${wrong.toLocaleString('en').padStart(7)} wrong${shown}`;
    }),
    '',
  ].join('\n');

/** Every total of three scores in tenths, held against the lines of 60, 70, 80 and 90: `chengzhuang-steps`. */
function sums(ours: Ours, Publicodes: typeof Engine, compiled: CompiledScheme): Question {
  const forward = new Tally('floating point, (key + basic) + innovation', 'run');
  const backward = new Tally('floating point, key + (basic + innovation)', 'run');
  const tens = new Tally('DMN, 34 decimal digits', 'modelled');
  const exact = new Tally('ours', 'near lines');
  const suspects = { forward: [] as Tenths[], backward: [] as Tenths[] };
  let [cases, onLine] = [0, 0];
  for (let key = 0; key <= 450; key += 1) {
    for (let basic = 0; basic <= 550; basic += 1) {
      for (let innovation = 0; innovation <= 100; innovation += 1) {
        cases += 1;
        const total = key + basic + innovation;
        const tenths: Tenths = [key, basic, innovation];
        const one = key / 10 + basic / 10 + innovation / 10;
        const other = key / 10 + (basic / 10 + innovation / 10);
        forward.note(placeOf(one) !== placeOf(total / 10), () => shown(tenths, one));
        backward.note(placeOf(other) !== placeOf(total / 10), () => shown(tenths, other));
        if (placeOf(one) !== placeOf(total / 10)) suspects.forward.push(tenths);
        if (placeOf(other) !== placeOf(total / 10)) suspects.backward.push(tenths);
        if (lines.includes(total / 10)) onLine += 1;
        if (!lines.some((line) => Math.abs(total - line * 10) <= 1)) continue;
        tens.note(placeOfDecimal(tenths) !== placeOf(total / 10), () => shown(tenths, 'another'));
        exact.note(!judgesRightly(ours, compiled, tenths), () => shown(tenths, 'another'));
      }
    }
  }
  const expression = { valeur: 'key + basic + innovation' };
  const paid = suspects.forward.filter(([key, basic, innovation]) => key >= 400 && key + basic + innovation > 600);
  return {
    question: `Totals of three scores in tenths against 60, 70, 80, 90 (${onLine.toLocaleString('en')} lie on a line)`,
    cases,
    findings: [
      forward,
      theirSums('publicodes, key + basic + innovation', Publicodes, expression, suspects.forward),
      theirSums('  where it changes the coefficient', Publicodes, expression, paid),
      backward,
      theirSums('publicodes, somme', Publicodes, { somme: ['key', 'basic', 'innovation'] }, suspects.backward),
      theirSums('publicodes, rounded', Publicodes, { ...expression, arrondi: '1 décimale' }, suspects.forward),
      tens,
      exact,
    ],
  };
}

const placeOfDecimal = ([key, basic, innovation]: Tenths): number => {
  const total = add(add(decimal(key, -1), decimal(basic, -1)), decimal(innovation, -1));
  return lines.filter((line) => compare(total, decimal(line)) >= 0).length;
};

const shown = (tenths: Tenths, total: unknown): string => `${tenths.map((score) => score / 10).join(' + ')} = ${total}`;

/** Our engine, on the total itself, on the step, and on the line of 60 by the talk that it leads to. */
function judgesRightly(ours: Ours, compiled: CompiledScheme, [key, basic, innovation]: Tenths): boolean {
  const given = { post: 'surface', key: key / 10, basic: basic / 10, innovation: innovation / 10 };
  const result = ours.evaluate(compiled, given);
  if (result.kind !== 'scored') return false;
  const { total, step, admonition } = Object.fromEntries(result.outputs);
  const sum = key + basic + innovation;
  return (
    total !== undefined &&
    ours.toJson(total) === sum / 10 &&
    step === (sum < 700 ? 'none' : sum < 800 ? '1' : sum < 900 ? '2' : '3') &&
    admonition === (sum < 600 || key < 350)
  );
}

/** publicodes itself, on the sums that floating point of the same order misjudges. */
function theirSums(
  way: string,
  Publicodes: typeof Engine,
  total: Record<string, unknown>,
  asked: readonly Tenths[],
): Tally {
  const tally = new Tally(way, 'on those');
  const place = {
    variations: [...lines.map((line, i) => ({ si: `total < ${line}`, alors: i })), { sinon: lines.length }],
  };
  const engine = makeEngine(Publicodes, { key: null, basic: null, innovation: null, total, place });
  for (const tenths of asked) {
    const [key, basic, innovation] = tenths;
    engine.setSituation({ key: key / 10, basic: basic / 10, innovation: innovation / 10 });
    const value = engine.evaluate('total').nodeValue;
    const right = placeOf((key + basic + innovation) / 10);
    tally.note(engine.evaluate('place').nodeValue !== right, () => shown(tenths, value));
  }
  return tally;
}

/** Two assessments of 0 to 100 in tenths, weighted 40 % and 60 %, held against 60: `huangshan-indices`. */
function weights(ours: Ours, Publicodes: typeof Engine, compiled: CompiledScheme): Question {
  const floating = new Tally('floating point, 0.4 × mid + 0.6 × end', 'run');
  const share = new Tally('publicodes, mid * 40% + end * 60%', 'near 60');
  const tens = new Tally('DMN, 34 decimal digits', 'modelled');
  const exact = new Tally('ours', 'near 60');
  const engine = makeEngine(Publicodes, { mid: null, end: null, annual: 'mid * 40% + end * 60%', low: 'annual < 60' });
  let cases = 0;
  for (let m = 0; m <= 1000; m += 1) {
    for (let e = 0; e <= 1000; e += 1) {
      cases += 1;
      const right = 4 * m + 6 * e < 6000;
      const [mid, end] = [m / 10, e / 10];
      const annual = 0.4 * mid + 0.6 * end;
      floating.note(annual < 60 !== right, () => `${mid}, ${end}: ${annual}`);
      if (Math.abs(4 * m + 6 * e - 6000) > 4) continue;
      engine.setSituation({ mid, end });
      const value = engine.evaluate('annual').nodeValue;
      share.note(engine.evaluate('low').nodeValue !== right, () => `${mid}, ${end}: ${value}`);
      const decimals = add(multiply(decimal(4, -1), decimal(m, -1)), multiply(decimal(6, -1), decimal(e, -1)));
      tens.note(compare(decimals, decimal(60)) < 0 !== right, () => `${mid}, ${end}`);
      const half = (prefix: string, mark: number): object => ({
        [`${prefix}-common`]: Math.min(mark, 800) / 10,
        [`${prefix}-specific`]: Math.max(0, mark - 800) / 10,
      });
      const result = ours.evaluate(compiled, {
        subject: 'member',
        rank: 50,
        ranked: 100,
        ...half('mid', m),
        ...half('end', e),
      });
      const tier = result.kind === 'scored' ? result.outputs.get('tier') : result.kind;
      exact.note((tier === 'unqualified') !== right, () => `${mid}, ${end}: ${tier}`);
    }
  }
  return {
    question: 'Two scores weighted 40 and 60 per cent against 60',
    cases,
    findings: [floating, share, tens, exact],
  };
}

/** Three whole marks of one third each that come to 60 exactly: `dayao-compound`. */
function thirds(ours: Ours, Publicodes: typeof Engine, compiled: CompiledScheme): Question {
  const floating = new Tally('floating point, a × 1/3 + b × 1/3 + c × 1/3', 'run');
  const divided = new Tally('floating point, (a + b + c) / 3', 'run');
  const theirs = new Tally('publicodes, with a rule share: 1 / 3', 'run');
  const tens = new Tally('DMN, 34 decimal digits', 'modelled');
  const exact = new Tally('ours', 'run');
  const third = divide(decimal(1), decimal(3));
  const part = (mark: number): Decimal => multiply(decimal(mark), third);
  const rule = {
    a: null,
    b: null,
    c: null,
    share: '1 / 3',
    points: 'a * share + b * share + c * share',
    met: 'points >= 60',
  };
  const engine = makeEngine(Publicodes, rule);
  let cases = 0;
  for (let a = 0; a <= 100; a += 1) {
    for (let b = Math.max(0, 80 - a); b <= Math.min(100, 180 - a); b += 1) {
      const c = 180 - a - b;
      cases += 1;
      const points = a * (1 / 3) + b * (1 / 3) + c * (1 / 3);
      floating.note(points < 60, () => `${a}, ${b}, ${c}: ${points}`);
      divided.note((a + b + c) / 3 < 60, () => `${a}, ${b}, ${c}`);
      engine.setSituation({ a, b, c });
      theirs.note(
        engine.evaluate('met').nodeValue !== true,
        () => `${a}, ${b}, ${c}: ${engine.evaluate('points').nodeValue}`,
      );
      tens.note(compare(add(add(part(a), part(b)), part(c)), decimal(60)) < 0, () => `${a}, ${b}, ${c}`);
      const result = ours.evaluate(
        compiled,
        { study: 4, pledges: 3, party: a, mass: b, committee: c, 'compound-excellent': true, 'floor-members': 3 },
        { weights: 'three-reviews-equal' },
      );
      const value = 'outputs' in result ? result.outputs.get('points') : undefined;
      exact.note(value === undefined || ours.toJson(value) !== 60, () => `${a}, ${b}, ${c}: ${value}`);
    }
  }
  return {
    question: 'Three marks of one third each that come to 60',
    cases,
    findings: [floating, divided, theirs, tens, exact],
  };
}

/** Equalities that hold on paper. */
function equalities(Publicodes: typeof Engine): Question {
  const floating = new Tally('floating point', 'run');
  const theirs = new Tally('publicodes', 'run');
  const tens = new Tally('DMN, 34 decimal digits', 'modelled');
  const ratio = (a: number, b: number): Decimal => divide(decimal(a), decimal(b));
  const equal = (a: Decimal, b: Decimal): boolean => compare(a, b) === 0;
  const asked: readonly [string, boolean, boolean][] = [
    ['0.1 + 0.2 = 0.3', 0.1 + 0.2 === 0.3, equal(add(decimal(1, -1), decimal(2, -1)), decimal(3, -1))],
    ['39.5 + 40.4 = 79.9', 39.5 + 40.4 === 79.9, equal(add(decimal(395, -1), decimal(404, -1)), decimal(799, -1))],
    ['10 / 30 = 1 / 3', 10 / 30 === 1 / 3, equal(ratio(10, 30), ratio(1, 3))],
    ['3 * (1 / 3) = 1', 3 * (1 / 3) === 1, equal(multiply(decimal(3), ratio(1, 3)), decimal(1))],
    ['49 * (1 / 49) = 1', 49 * (1 / 49) === 1, equal(multiply(decimal(49), ratio(1, 49)), decimal(1))],
  ];
  const engine = makeEngine(Publicodes, {});
  for (const [text, double, ten] of asked) {
    floating.note(!double, () => text);
    theirs.note(engine.evaluate(text).nodeValue !== true, () => text);
    tens.note(!ten, () => text);
  }
  return { question: 'Equalities that hold on paper', cases: asked.length, findings: [floating, theirs, tens] };
}

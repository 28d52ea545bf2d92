import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundsOf } from '../../src/scoring/bounds/compile.ts';
import { looksAt, spansOf } from '../../src/scoring/bounds/look.ts';
import { lackOf, type Span, series } from '../../src/scoring/bounds/span.ts';
import type { CompiledScheme } from '../../src/scoring/compile.ts';
import { evaluate } from '../../src/scoring/evaluate.ts';
import type { Exact } from '../../src/scoring/exact.ts';
import { type Line, linesOf, moved, moveTo } from '../../src/scoring/moves.ts';
import { isKnown, isList, type Value } from '../../src/scoring/value.ts';
import { makeScheme, readScheme, schemeIds } from './read-scheme.ts';

/** Whether the span holds the value. */
function holds(span: Span, value: Value): boolean {
  if (!isKnown(value)) return span.lacks === 'any' || span.lacks.includes(lackOf(value));
  const inside = ({ low, high }: { low: Exact; high: Exact }, number: Exact): boolean =>
    low.compare(number) <= 0 && high.compare(number) >= 0;
  if (isList(value)) {
    const same = (entries: NonNullable<Span['list']>): boolean =>
      entries.length === value.length && entries.every((entry, i) => inside(entry, value[i] as Exact));
    return span.ids === 'any' || (span.list ? same(span.list) : span.ids.includes(series(value.map(String))));
  }
  if (typeof value === 'object')
    return span.numbers === 'any' || (span.numbers !== null && inside(span.numbers, value));
  return span.ids === 'any' || span.ids.includes(String(value));
}

type Part = { line: number; low: number; high: number; at: number };

/** Up to three inputs, a part of the values of each, and a value inside it. */
const parts = fc.array(fc.record({ line: fc.nat(), low: fc.nat(), high: fc.nat(), at: fc.nat() }), {
  minLength: 1,
  maxLength: 3,
});

const between = (low: number, high: number, pick: number): number => low + (pick % (high - low + 1));

/** Places near the present value half of the time: that is where things change. */
function partOf({ down, up }: Line, { low, high, at }: Part): { low: number; high: number; at: number } | null {
  const near = low % 2 === 0 ? 12 : Number.POSITIVE_INFINITY;
  const side = up === 0 || (down > 0 && high % 2 === 0) ? -1 : 1;
  const most = Math.min(side < 0 ? down : up, near);
  if (most < 1) return null;
  const ends = [between(1, most, low >> 1), between(1, most, high >> 1)].map((end) => end * side).sort((a, b) => a - b);
  const [from, to] = ends as [number, number];
  return { low: from, high: to, at: between(from, to, at) };
}

function check(compiled: CompiledScheme, example: number, readings: object, wanted: readonly Part[]): void {
  const { given, assume } = compiled.scheme.examples[example % compiled.scheme.examples.length] ?? {};
  const all = { ...assume, ...readings };
  const before = evaluate(compiled, given ?? {}, all);
  if (!('memory' in before)) return;
  const lines = compiled.inputs.flatMap(([name]) =>
    linesOf(compiled, name, before.memory[compiled.slots.get(name) as number] as Value),
  );
  const spans = spansOf(before.memory);
  const slots = new Map<number, Span>();
  const moves = wanted.flatMap((part) => {
    const line = lines[part.line % lines.length];
    const found = line && !slots.has(line.slot) ? partOf(line, part) : null;
    if (!line || !found) return [];
    slots.set(line.slot, line.span(found.low, found.high, spans[line.slot] as Span));
    return [{ ...moveTo(line, found.at), line, place: found.at }];
  });
  if (moves.length === 0) return;
  const look = looksAt(
    compiled,
    spans,
    moves.map(({ input }) => input),
  );
  const seen = look([...slots]);
  const after = evaluate(compiled, moved(compiled, given ?? {}, before.memory, moves), all);
  if (!('memory' in after)) return;
  expect(seen, 'a look refuses what the engine computes').not.toBeNull();
  for (const { id, slot } of compiled.steps) {
    const value = after.memory[slot] as Value;
    expect(holds((seen as Span[])[slot] as Span, value), `${id} ${String(value)}`).toBe(true);
  }
  boundsOf(compiled).consequences.forEach(({ bound, id }, i) => {
    const value = compiled.consequences[i]?.node.evaluate(after.memory) as Value;
    expect(holds(bound(seen as Span[]), value), id).toBe(true);
  });
}

describe.each(schemeIds)('%s', (id) => {
  const compiled = readScheme(id);
  const readings = fc.record(
    Object.fromEntries(
      compiled.assumptions.map(([name, { options }]) => [name, fc.constantFrom('off', ...Object.keys(options))]),
    ),
    { requiredKeys: [] },
  );

  test('what a look sees holds every value that the engine computes', () => {
    const some = fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, readings);
    fc.assert(
      fc.property(fc.nat(), some, parts, (example, wanted, boxes) => check(compiled, example, wanted, boxes)),
      { numRuns: 300 },
    );
  });
});

describe('spans', () => {
  const number = { number: '[-10, 10]', step: 0.5 };
  const seenAt = (steps: Record<string, object>, low: number, high: number): Span => {
    const compiled = makeScheme({
      inputs: { x: number, y: { ...number }, z: { number: '[0, 10]', absent: 'unknown' } },
      steps,
      outputs: Object.keys(steps).slice(-1),
    });
    const before = evaluate(compiled, { x: 0, y: 2 });
    if (!('memory' in before)) throw new Error(before.kind);
    const [line] = linesOf(compiled, 'x', before.memory[0] as Value);
    const spans = spansOf(before.memory);
    const seen = looksAt(compiled, spans, ['x'])([[0, (line as Line).span(low, high, spans[0] as Span)]]);
    return seen?.at(-1) as Span;
  };
  const numbers = ({ numbers: range }: Span): unknown =>
    range === null || range === 'any' ? range : [Number(range.low), Number(range.high)];

  test.each([
    [{ sum: ['x', 'y'] }, 1, 4, [2.5, 4]],
    [{ difference: ['y', 'x'] }, 1, 4, [0, 1.5]],
    [{ product: ['x', 'x'] }, -4, 4, [-4, 4]],
    [{ product: ['x', '-2'] }, -4, 4, [-4, 4]],
    [{ ratio: ['y', 'x'] }, 1, 4, [1, 4]],
    [{ ratio: ['y', 'x'] }, -4, 4, 'any'],
    [{ weighted: { x: '150%', y: '-50%' } }, 1, 2, [-0.25, 0.5]],
    [{ least: ['x', 'y'] }, 1, 20, [0.5, 2]],
    [{ greatest: ['x', 'y'] }, 1, 20, [2, 10]],
    [{ floor: 'x' }, 1, 3, [0, 1]],
    [{ ceiling: 'x' }, 1, 3, [1, 2]],
    [{ 'half-up': 'x' }, 1, 3, [1, 2]],
    [{ 'count-true': [{ above: ['x', 1] }, { below: ['x', 3] }] }, 1, 4, [1, 2]],
  ])('%j from %d to %d steps', (step, low, high, expected) => {
    expect(numbers(seenAt({ it: step }, low, high))).toEqual(expected);
  });

  test.each([
    [{ below: ['x', 1] }, 1, 1, ['true']],
    [{ below: ['x', 1] }, 1, 2, ['true', 'false']],
    [{ 'at-least': ['x', 1] }, 2, 20, ['true']],
    [{ equals: ['x', 1] }, 3, 20, ['false']],
    [{ any: [{ below: ['x', 1] }, { above: ['z', 1] }] }, 1, 1, ['true']],
    [{ all: [{ below: ['x', 1] }, { above: ['y', 1] }] }, 1, 1, ['true']],
    [{ not: { below: ['x', 1] } }, 1, 1, ['false']],
    [{ known: 'z' }, 1, 4, ['false']],
  ])('%j from %d to %d steps gives %j', (step, low, high, expected) => {
    const { ids, lacks } = seenAt({ it: step }, low, high);
    expect([ids, lacks]).toEqual([expected, []]);
  });

  test('an unknown value that does not decide is seen as such', () => {
    const { ids, lacks } = seenAt({ it: { any: [{ below: ['x', 1] }, { above: ['z', 1] }] } }, 1, 2);
    expect([ids, lacks]).toEqual([['true'], ['?']]);
  });

  test('bands and lookups give the choices that are possible', () => {
    const label = { zh: '名', en: 'name' };
    const band = {
      bands: 'x',
      in: { low: '[-10, 0)', middle: '[0, 2)', high: '[2, 10]' },
      choices: { low: label, middle: label, high: label },
    };
    expect(seenAt({ band }, -2, 3).ids).toEqual(['low', 'middle']);
    expect(seenAt({ band }, -2, 4).ids).toEqual(['low', 'middle', 'high']);
    const short = { ...band, in: { low: '[-10, 0)', middle: '[0, 2)', high: '[2, 4]' } };
    expect([seenAt({ band: short }, 1, 8).lacks, seenAt({ band: short }, 1, 10).lacks]).toEqual([[], 'any']);
    const rate = { lookup: 'band', in: { low: 1, middle: 3, high: 7 } };
    expect(numbers(seenAt({ band, rate }, -2, 3))).toEqual([1, 3]);
  });
});

import { boundsOf } from './bounds/compile.ts';
import { type Look, looksAt, spansOf } from './bounds/look.ts';
import { isJust, isSameSort, isSingle, lackOf, type Span } from './bounds/span.ts';
import type { CompiledScheme } from './compile.ts';
import { type Computed, evaluate, type Result } from './evaluate.ts';
import type { Given, Readings } from './inputs.ts';
import { type Line, linesOf, type Move, moved, moveTo, type Side } from './moves.ts';
import { type Effect, effectOf, outcomesOf } from './outcome.ts';
import { isKnown, type Known, type Value } from './value.ts';

export type Options = {
  /** How many looks and evaluations each side of an input may cost. */
  budget?: number;
};

/** What setting one input to another value would do. */
export type Finding =
  /** The nearest value on this side with another outcome; the inputs with it; what it changes. */
  | ({ what: 'change'; given: Given; effect: Effect } & Move)
  /** No value up to this one makes another outcome; beyond it nothing was tried. `null` where not even the next was. */
  | { what: 'unchanged-within'; input: string; side: Side; within: Known | null; steps: number }
  /** No value on this side makes another outcome. */
  | { what: 'never'; input: string; side: Side }
  /** Left out, and there are too many ways to give it. */
  | { what: 'not-tried'; input: string };

/** The smallest change of each input that makes another outcome, in the order of the scheme. */
export function smallestChanges(
  compiled: CompiledScheme,
  given: Given,
  readings: Readings = {},
  options: Options = {},
): Finding[] {
  const change = changesOf(compiled, given, readings, options);
  return change ? compiled.inputs.flatMap(([name]) => change(name)) : [];
}

/**
 * The same, input by input, for a page that looks for them in slices. `null` where there is no result to change: an
 * input is wrong or missing, or what the inputs mean is switched off.
 */
export function changesOf(
  compiled: CompiledScheme,
  given: Given,
  readings: Readings = {},
  { budget = 2000 }: Options = {},
): ((input: string) => Finding[]) | null {
  const before = evaluate(compiled, given, readings);
  if (!('memory' in before) || compiled.entries.some((slot) => !isKnown(before.memory[slot] as Value))) return null;
  const spans = spansOf(before.memory);
  const effect = (changed: Given): Effect | null | 'refused' => {
    const after = evaluate(compiled, changed, readings);
    return after.kind === 'invalid' ? 'refused' : effectOf(compiled, before, after);
  };
  return (input) => {
    if (!isAsked(compiled, input, before)) return [];
    const lines = linesOf(compiled, input, before.memory[compiled.slots.get(input) as number] as Value);
    if (lines.length === 0) return [{ what: 'not-tried', input }];
    const look = looksAt(compiled, spans, [input]);
    const search = { compiled, given, before, spans, effect, budget, look, watched: watch(compiled, before, input) };
    if (lines.every(({ from }) => from === null)) return lines.flatMap((line) => allEffects(search, line));
    if (lines.some(({ ordered }) => !ordered)) return otherChoices(search, input, lines);
    return [...nearest(search, input, lines, 'down'), ...nearest(search, input, lines, 'up')];
  };
}

type Search = {
  compiled: CompiledScheme;
  given: Given;
  before: Result & Computed;
  spans: readonly Span[];
  effect: (changed: Given) => Effect | null | 'refused';
  budget: number;
  look: Look;
  watched: readonly Watched[] | null;
};

/** An input that applies, and that was given or may be left out. */
function isAsked(compiled: CompiledScheme, name: string, { memory }: Computed): boolean {
  const input = compiled.scheme.inputs[name];
  const { exists, required } = compiled.conditions.get(name) ?? {};
  if (exists && exists.evaluate(memory) !== true) return false;
  const isNeeded = required ? required.evaluate(memory) === true : input?.absent === undefined;
  return !isNeeded || isKnown(memory[compiled.slots.get(name) as number] as Value);
}

type Watched = { span: (memory: readonly Span[]) => Span; before: Value; outcome: boolean };

/** What of the result rests on the input; `null` where a look cannot see it: other inputs depend on this one. */
function watch(compiled: CompiledScheme, { memory, skipped }: Computed, input: string): readonly Watched[] | null {
  for (const { exists, required } of compiled.conditions.values()) {
    if (exists?.reads.includes(input) || required?.reads.includes(input)) return null;
  }
  const outcomes = outcomesOf(compiled);
  const outputs = compiled.outputs
    .filter(({ id }) => !skipped.has(id) && compiled.restsOn.get(id)?.has(input))
    .map(({ id, slot }) => ({
      span: (looked: readonly Span[]) => looked[slot] as Span,
      before: memory[slot] as Value,
      outcome: outcomes.has(id),
    }));
  const consequences = boundsOf(compiled).consequences.flatMap(({ bound, restsOn }, i) => {
    const node = compiled.consequences[i]?.node;
    return node && restsOn.has(input) ? [{ span: bound, before: node.evaluate(memory), outcome: true }] : [];
  });
  return [...outputs, ...consequences];
}

/** What may stand in every slot from one place of a line to another; `null` where all of it is refused. */
const sight = ({ look, spans }: Search, line: Line, low: number, high: number): readonly Span[] | null =>
  look([[line.slot, line.span(low, high, spans[line.slot] as Span)]]);

/** Whether another outcome is possible from one place to another. */
function mayDiffer(search: Search, line: Line, low: number, high: number): boolean {
  if (!search.watched) return true;
  const memory = sight(search, line, low, high);
  if (!memory) return false;
  return search.watched.some(({ span, before, outcome }) =>
    outcome ? !isJust(span(memory), before) : !isSameSort(span(memory), before),
  );
}

type Hit = { place: number; given: Given; effect: Effect };

/** What a place of the line would do; `null` where it is refused, or makes no other outcome. */
function tryOut({ compiled, given, before, effect }: Search, line: Line, place: number): Hit | null | 'refused' {
  const changed = moved(compiled, given, before.memory, [moveTo(line, place)]);
  const found = effect(changed);
  return found && found !== 'refused' ? { place, given: changed, effect: found } : found;
}

const change = (line: Line, { place, given, effect }: Hit): Finding => ({
  what: 'change',
  ...moveTo(line, place),
  given,
  effect,
});

/** The nearest change on one side, of all entries where it is a list. */
function nearest(search: Search, input: string, lines: readonly Line[], side: 'down' | 'up'): Finding[] {
  const purse = { left: search.budget };
  let best: { line: Line; hit: Hit } | null = null;
  let sure = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const end = best ? Math.abs(best.hit.place) - 1 : Number.POSITIVE_INFINITY;
    const found = scan(search, line, side === 'down' ? -1 : 1, Math.min(line[side], end), purse);
    if (typeof found === 'object') best = { line, hit: found };
    else if (found < line[side] && found < end) sure = Math.min(sure, found);
    else if (line.endless[side] && line[side] < end) sure = Math.min(sure, line[side]);
  }
  if (best && Math.abs(best.hit.place) <= sure + 1) return [change(best.line, best.hit)];
  if (sure === Number.POSITIVE_INFINITY) return [{ what: 'never', input, side }];
  const within = lines.length === 1 && sure > 0 ? (lines[0] as Line).at(side === 'down' ? -sure : sure) : null;
  return [{ what: 'unchanged-within', input, side, within, steps: sure }];
}

/** The first hit on the way from the present value; where there is none, how many steps are known to hold none. */
function scan(search: Search, line: Line, sign: 1 | -1, end: number, purse: { left: number }): Hit | number {
  const open: [number, number][] = end >= 1 ? [[1, end]] : [];
  for (let part = open.pop(); part; part = open.pop()) {
    const [near, far] = part;
    if (purse.left <= 0) return near - 1;
    purse.left -= 1;
    if (!mayDiffer(search, line, sign < 0 ? -far : near, sign < 0 ? -near : far)) continue;
    if (near === far) {
      const hit = tryOut(search, line, sign * near);
      if (hit && hit !== 'refused') return hit;
      continue;
    }
    const middle = Math.floor((near + far) / 2);
    open.push([middle + 1, far], [near, middle]);
  }
  return end;
}

/** Every other choice that makes another outcome. */
function otherChoices(search: Search, input: string, lines: readonly Line[]): Finding[] {
  const findings: Finding[] = [];
  let tried = 0;
  for (const line of lines) {
    for (let place = 1; place <= line.up; place += 1) {
      if (tried === search.budget) {
        return [...findings, { what: 'unchanged-within', input, side: 'other', within: null, steps: tried }];
      }
      tried += 1;
      const hit = tryOut(search, line, place);
      if (hit && hit !== 'refused') findings.push(change(line, hit));
    }
  }
  return findings.length > 0 ? findings : [{ what: 'never', input, side: 'other' }];
}

/** So many different effects of giving an input that was left out are told. */
const EFFECTS = 12;

/** Where the input was left out: the lowest value for each effect that giving it may have. */
function allEffects(search: Search, line: Line): Finding[] {
  const findings: Finding[] = [];
  const told = new Set<string>();
  const open: [number, number][] = [[1, line.up]];
  let left = search.budget;
  for (let part = open.pop(); part && findings.length < EFFECTS; part = open.pop()) {
    const [low, high] = part;
    if (left <= 0) return [...findings, stopped(line, low - 1)];
    left -= 1;
    const seen = search.watched && sight(search, line, low, high);
    if (search.watched && !seen) continue;
    const hit = low === high || (seen && isUniform(search, seen)) ? tryOut(search, line, low) : 'refused';
    if (hit === 'refused') {
      const middle = Math.floor((low + high) / 2);
      if (low < high) open.push([middle + 1, high], [low, middle]);
    } else if (hit) {
      const effect = signature(search.compiled, hit.effect);
      if (!told.has(effect)) findings.push(change(line, hit));
      told.add(effect);
    }
  }
  if (line.endless.up) findings.push(stopped(line, line.up));
  return findings.length > 0 ? findings : [{ what: 'never', input: line.input, side: 'given' }];
}

const stopped = (line: Line, steps: number): Finding => ({
  what: 'unchanged-within',
  input: line.input,
  side: 'given',
  within: steps > 0 ? line.at(steps) : null,
  steps,
});

/** Whether all the values that were looked at have the same effect, as far as they are allowed. */
const isUniform = ({ watched }: Search, seen: readonly Span[]): boolean =>
  (watched ?? []).every(({ span, outcome }) => {
    const value = span(seen);
    return isSingle(value) || (!outcome && value.lacks.length === 0);
  });

/** The outcome, without the numbers that move with every step. */
function signature(compiled: CompiledScheme, { kind, outputs, outcomes, appear, disappear }: Effect): string {
  const stepped = outcomesOf(compiled);
  const told = outputs.filter(({ output }) => outcomes.includes(output));
  const values = told.map(({ output, after }) => [output, textOf(after, stepped.has(output))]);
  return JSON.stringify([kind.after, values, appear, disappear]);
}

const textOf = (value: Value, exactly: boolean): string =>
  isKnown(value) ? (exactly ? `=${String(value)}` : '=') : lackOf(value);

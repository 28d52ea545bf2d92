import { type Goal, goalsOf, isBestValue, isBetter, mayBeBetter } from './better.ts';
import { type Look, looksAt, spansOf } from './bounds/look.ts';
import type { Span } from './bounds/span.ts';
import type { CompiledScheme } from './compile.ts';
import { type Computed, evaluate, type Result } from './evaluate.ts';
import type { Given, Readings } from './inputs.ts';
import { costOf, type Line, linesOf, type Move, moved, moveTo } from './moves.ts';
import { type Effect, effectOf } from './outcome.ts';
import { Queue } from './queue.ts';
import { isKnown, type Value } from './value.ts';

export type PathOptions = {
  /** How many inputs may change, or more where a better result needs all of them. */
  inputs?: number;
  /** How many looks and evaluations it may cost. */
  budget?: number;
};

/** The cheapest way to a better result. */
export type Path =
  /**
   * Fewest inputs, then fewest steps in all; the inputs with them, and what they change. With `proven` false the steps
   * may not be the fewest: none of these inputs can do with less while the others are as they are, and no more is known.
   */
  | { what: 'found'; moves: readonly Move[]; steps: number; proven: boolean; given: Given; effect: Effect }
  | { what: 'none'; why: NoPath; inputs: number };

/**
 * - `not-declared`: the scheme does not say what is better.
 * - `no-result`: an input is wrong or missing, or what inputs mean is switched off; or nothing that has an order was computed.
 * - `best`: nothing better is declared.
 * - `unreachable`: whatever those inputs are set to that may be changed, it does not become better.
 * - `too-many`: changing so many `inputs` does not suffice.
 * - `budget`: changing so many `inputs` does not suffice, and further it was not tried.
 */
export type NoPath = 'not-declared' | 'no-result' | 'best' | 'unreachable' | 'too-many' | 'budget';

const none = (why: NoPath, inputs = 0): Path => ({ what: 'none', why, inputs });

/**
 * The cheapest set of changed inputs with a better result: at least one output better by the `better` of the scheme,
 * none worse. Inputs that are `fixed` or were left out unknown stay as they are; each entry of a list counts as an
 * input of its own. Proven to be the cheapest, and `unreachable` and `too-many` proven as well.
 */
export function pathToBetter(
  compiled: CompiledScheme,
  given: Given,
  readings: Readings = {},
  { inputs = 4, budget = 8000 }: PathOptions = {},
): Path {
  if (!compiled.scheme.better) return none('not-declared');
  const before = evaluate(compiled, given, readings);
  if (!('memory' in before) || compiled.entries.some((slot) => !isKnown(before.memory[slot] as Value)))
    return none('no-result');
  const goals = goalsOf(compiled, before);
  if (goals.length === 0 || goals.every(({ before: value }) => !isKnown(value))) return none('no-result');
  if (goals.every(({ better, before: value }) => isKnown(value) && isBestValue(better, value))) return none('best');
  const lines = movable(compiled, before, goals);
  const search: Search = {
    lines,
    spans: spansOf(before.memory),
    look: looksAt(compiled, spansOf(before.memory), [...new Set(lines.map(({ input }) => input))]),
    goals,
    left: budget,
    dive: Math.ceil(budget / 4),
    reach(picks, proven) {
      const moves = picks.map(({ line, low }) => moveTo(line, low));
      const changed = moved(compiled, given, before.memory, moves);
      const after = evaluate(compiled, changed, readings);
      if (!('outputs' in after) || !isBetter(goals, (output) => valueIn(compiled, after, output))) return null;
      const effect = effectOf(compiled, before, after);
      const steps = moves.reduce((all, move) => all + move.steps, 0);
      return effect && { what: 'found', moves, steps, proven, given: changed, effect };
    },
  };
  return cheapest(search, inputs);
}

/** The value of an output, or why it has none. */
function valueIn(compiled: CompiledScheme, after: Result & Computed, output: string): Value {
  return after.outputs.get(output) ?? (after.memory[compiled.slots.get(output) as number] as Value);
}

/** The values of inputs that may be changed and that an output rests on of which something is better. */
function movable(compiled: CompiledScheme, { memory }: Computed, goals: readonly Goal[]): Line[] {
  return compiled.inputs.flatMap(([name, input]) => {
    const value = memory[compiled.slots.get(name) as number] as Value;
    const exists = compiled.conditions.get(name)?.exists;
    const applies = !exists || exists.evaluate(memory) === true;
    const matters = goals.some(({ output }) => compiled.restsOn.get(output)?.has(name));
    return input.fixed || !isKnown(value) || !applies || !matters ? [] : linesOf(compiled, name, value);
  });
}

/** A line and the places on it that are still in question; 0 is the present value. */
type Pick = { line: Line; low: number; high: number };
type Box = readonly Pick[];

type Search = {
  lines: readonly Line[];
  spans: readonly Span[];
  look: Look;
  goals: readonly Goal[];
  /** How many looks are left; how many more may be spent on any solution, where they did not reach for the cheapest. */
  left: number;
  readonly dive: number;
  /** The path to single values; `null` where the result is not better there. */
  reach: (picks: Box, proven: boolean) => Path | null;
};

const whole = (line: Line): Pick => ({ line, low: -line.down, high: line.up });

/** Whether a better result is possible with these picks and everything else as it is. */
function isPossible(search: Search, picks: Box): boolean {
  search.left -= 1 + Math.floor(search.lines.length / 50);
  const slots = new Map<number, Span>(search.lines.map(({ slot }) => [slot, search.spans[slot] as Span]));
  for (const { line, low, high } of picks) slots.set(line.slot, line.span(low, high, slots.get(line.slot) as Span));
  const memory = search.look([...slots]);
  return memory !== null && mayBeBetter(search.goals, memory);
}

function cheapest(search: Search, most: number): Path {
  const lines = search.lines.filter(({ down, up }) => down + up > 0);
  if (!isPossible(search, lines.map(whole))) return none('unreachable');
  // Whatever cannot stay as it is has to change in every solution.
  const needed = lines.filter((line) => {
    const others = lines.filter((other) => other !== line);
    return search.left > 0 && !isPossible(search, others.map(whole));
  });
  const others = lines.filter((line) => !needed.includes(line));
  const enough = Math.min(lines.length, Math.max(most, needed.length));
  for (let size = Math.max(1, needed.length); size <= enough; size += 1) {
    const boxes = boxesOf(search, needed, others, size);
    const found = boxes === 'budget' ? boxes : cheapestIn(search, boxes);
    if (found === 'budget') {
      search.left = search.dive;
      return (boxes !== 'budget' && anyIn(search, boxes)) || none('budget', size - 1);
    }
    if (found) return found;
  }
  return enough === lines.length ? none('unreachable') : none('too-many', enough);
}

/** A box for each choice of so many inputs, and for each choice of sides. */
function boxesOf(search: Search, needed: readonly Line[], others: readonly Line[], size: number): Box[] | 'budget' {
  const boxes: Box[] = [];
  for (const rest of combinations(others, size - needed.length)) {
    if (search.left <= 0) return 'budget';
    const picks = [...needed, ...rest].map(whole);
    if (isPossible(search, picks)) boxes.push(...sides(picks));
  }
  return boxes;
}

/** The cheapest solution in the boxes: the least costly first, halved until they are single values. */
function cheapestIn(search: Search, boxes: readonly Box[]): Path | null | 'budget' {
  const queue = new Queue<Box>();
  for (const box of boxes.toReversed()) queue.add(costOfAll(box), box);
  for (let box = queue.next(); box; box = queue.next()) {
    if (search.left <= 0) return 'budget';
    if (!isPossible(search, box)) continue;
    const parts = halves(box);
    const found = parts ? null : search.reach(box, true);
    if (found) return found;
    for (const part of parts ?? []) queue.add(costOfAll(part), part);
  }
  return null;
}

/** Some solution in the boxes, each of its inputs brought as near as the others allow. */
function anyIn(search: Search, boxes: readonly Box[]): Path | null {
  const open = boxes.toReversed();
  for (let box = open.pop(); box && search.left > 0; box = open.pop()) {
    if (!isPossible(search, box)) continue;
    const parts = halves(box);
    if (parts) open.push(...parts.toReversed());
    else if (search.reach(box, false)) return nearer(search, box);
  }
  return null;
}

function nearer(search: Search, box: Box): Path | null {
  let best = box;
  for (const [i, { line, low }] of box.entries()) {
    const side = low < 0 ? { line, low: low, high: -1 } : { line, low: 1, high: low };
    const found = cheapestIn(search, [best.map((pick, j) => (j === i ? side : pick))]);
    if (found && found !== 'budget' && found.what === 'found') {
      const steps = (found.moves[i] as Move).steps;
      const place = line.ordered ? Math.sign(low) * steps : low;
      best = best.map((pick, j) => (j === i ? { line, low: place, high: place } : pick));
    }
  }
  return search.reach(best, false);
}

/** Halves a box at its widest place, choices before numbers; `null` where it holds single values only. */
function halves(box: Box): Box[] | null {
  const width = ({ line, low, high }: Pick): number => (high - low) * (line.ordered ? 1 : 1e12);
  const wide = box.reduce((a, b) => (width(b) > width(a) ? b : a));
  if (wide.low === wide.high) return null;
  const middle = Math.floor((wide.low + wide.high) / 2);
  const parts = [
    { ...wide, high: middle },
    { ...wide, low: middle + 1 },
  ];
  if (wide.high < 0) parts.reverse();
  return parts.map((part) => box.map((pick) => (pick === wide ? part : pick)));
}

/** Both sides of each line apart, so that no box holds a present value. */
function sides(picks: Box): Pick[][] {
  return picks.reduce<Pick[][]>(
    (boxes, { line, low, high }) =>
      boxes.flatMap((box) => [
        ...(low < 0 ? [[...box, { line, low, high: -1 }]] : []),
        ...(high > 0 ? [[...box, { line, low: 1, high }]] : []),
      ]),
    [[]],
  );
}

/** The least that a value of the box can cost. */
const costOfAll = (box: Box): number =>
  box.reduce((all, { line, low, high }) => all + costOf(line, low > 0 ? low : high), 0);

function* combinations<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  if (size === 0) yield [];
  else
    for (const [i, item] of items.entries())
      for (const rest of combinations(items.slice(i + 1), size - 1)) yield [item, ...rest];
}

import { exact, parseNumber } from '../number.ts';
import { compare, many, plus, range, ratio, rounded, sum, times, weighted } from './arithmetic.ts';
import type { CompileBound } from './bound.ts';
import { bands, first, lookup } from './choice.ts';
import { collect, count, ends, ofList, which, zero } from './list.ts';
import { assuming, connect, countTrue, is, known, not, open } from './logic.ts';
import { greater, type Range, smaller } from './span.ts';

const HALF = parseNumber('1/2');

/**
 * What each operation may give. One that is not named here may give anything: then the search tries value by value,
 * which is slower and no less right.
 */
export const bounders: Readonly<Record<string, CompileBound>> = {
  sum,
  difference: many('difference', ([a, b]) =>
    range((a as Range).low.sub((b as Range).high), (a as Range).high.sub((b as Range).low)),
  ),
  product: many('product', (ranges) => ranges.reduce(times)),
  ratio,
  weighted,
  least: many('least', (ranges) => ranges.reduce((a, b) => range(smaller(a.low, b.low), smaller(a.high, b.high)))),
  greatest: many('greatest', (ranges) =>
    ranges.reduce((a, b) => range(greater(a.low, b.low), greater(a.high, b.high))),
  ),
  floor: rounded('floor', (value) => value.floor()),
  ceiling: rounded('ceiling', (value) => value.ceil()),
  'half-up': rounded('half-up', (value) => value.add(HALF).floor()),
  below: compare('below'),
  'at-least': compare('at-least'),
  above: compare('above'),
  'at-most': compare('at-most'),
  equals: compare('equals'),
  is,
  known,
  any: connect('any'),
  all: connect('all'),
  not,
  bands,
  lookup,
  first,
  total: ofList('total', (entries) => entries.reduce(plus, zero)),
  length: ofList('length', (entries) => range(exact(entries.length), exact(entries.length))),
  smallest: ofList('smallest', ends(smaller)),
  largest: ofList('largest', ends(greater)),
  count,
  which,
  'count-true': countTrue,
  collect,
  assuming,
  open,
};

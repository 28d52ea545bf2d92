import type { Compile } from '../node.ts';
import { ceiling, difference, floor, greatest, halfUp, least, product, ratio, sum, weighted } from './arithmetic.ts';
import { bands, is, known, lookup } from './choice.ts';
import { above, atLeast, atMost, below, equals } from './compare.ts';
import { assuming, first, open } from './first.ts';
import { all, any, not } from './logic.ts';

/** What most schemes need. */
export const basic: Readonly<Record<string, Compile>> = {
  sum,
  product,
  difference,
  ratio,
  weighted,
  least,
  greatest,
  floor,
  ceiling,
  'half-up': halfUp,
  below,
  'at-least': atLeast,
  above,
  'at-most': atMost,
  equals,
  is,
  known,
  any,
  all,
  not,
  bands,
  lookup,
  first,
  assuming,
  open,
};

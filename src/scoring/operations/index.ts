import type { Compile } from '../node.ts';
import { basic } from './basic.ts';
import { further } from './further.ts';

/** The closed set for a single subject. What each takes is told in `src/schema/expression.ts`. */
export const compilers: Readonly<Record<string, Compile>> = { ...basic, ...further };

import type { CompiledScheme, IdentifiedScheme } from '../scoring/compile.ts';
import { compile } from '../scoring/compile-any.ts';
import { type Found, type Question, runSearch } from './what-if-search.ts';

/** A question to the worker; the scheme goes with the first. Of two questions only the later is answered to its end. */
export type Ask = { id: number; scheme?: IdentifiedScheme; question: Question };
export type Answer = { id: number; found: Found };

let compiled: CompiledScheme | null = null;
let wanted = 0;

addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  if (data.scheme) compiled = compile(data.scheme);
  wanted = data.id;
  if (!compiled) return;
  runSearch(
    compiled,
    data.question,
    () => wanted === data.id,
    (found) => postMessage({ id: data.id, found } satisfies Answer),
  );
});

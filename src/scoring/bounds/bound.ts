import type { Span } from './span.ts';

/** Works out what a value may be from what inputs, assumptions and earlier steps may be, by slot. */
export type Bound = (memory: readonly Span[]) => Span;

export type BoundCompiler = {
  bound(expression: unknown): Bound;
  isAssumption(name: string): boolean;
};

/** One operation: how its arguments become a bound. Registered in `operations.ts`. */
export type CompileBound = (operation: Record<string, unknown>, compiler: BoundCompiler) => Bound;

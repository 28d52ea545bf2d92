import { exact } from '../number.ts';
import { range } from './arithmetic.ts';
import type { CompileBound } from './bound.ts';
import { answer, lacksOf, mayBeKnown, maybe, mayLack, nothing, numbers } from './span.ts';

/** `any` and `all`: one condition that decides is enough. */
export const connect =
  (key: 'any' | 'all'): CompileBound =>
  (operation, { bound }) => {
    const bounds = (operation[key] as unknown[]).map(bound);
    const decisive = key === 'any';
    return (memory) => {
      const spans = bounds.map((each) => each(memory));
      const decided = spans.some((span) => maybe(span, decisive));
      // Where one decides for certain, nothing else matters.
      if (spans.some((span) => !mayLack(span) && !maybe(span, !decisive))) return answer(decisive, !decisive);
      const left = spans.every((span) => maybe(span, !decisive));
      const lacks = lacksOf(spans, (span) => maybe(span, !decisive));
      return answer(decisive ? decided : left, decisive ? left : decided, lacks);
    };
  };

/** `count-true` */
export const countTrue: CompileBound = (operation, { bound }) => {
  const bounds = (operation['count-true'] as unknown[]).map(bound);
  return (memory) => {
    const spans = bounds.map((each) => each(memory));
    const least = spans.filter((span) => !maybe(span, false)).length;
    const most = spans.filter((span) => maybe(span, true)).length;
    const known = spans.every(mayBeKnown);
    return numbers(known ? range(exact(least), exact(most)) : null, lacksOf(spans));
  };
};

/** `known` */
export const known: CompileBound = (operation, { bound }) => {
  const subject = bound(operation['known']);
  return (memory) => {
    const span = subject(memory);
    const open = span.lacks === 'any' || span.lacks.some((lack) => lack !== '?');
    return answer(mayBeKnown(span) || open, span.lacks === 'any' || span.lacks.includes('?'));
  };
};

/** `is` */
export const is: CompileBound = (operation, { bound }) => {
  const [name, ...wanted] = operation['is'] as [string, ...string[]];
  const subject = bound(name);
  return (memory) => {
    const { ids: found, lacks } = subject(memory);
    if (found === 'any') return answer(true, true, lacks);
    return answer(
      found.some((id) => wanted.includes(id)),
      found.some((id) => !wanted.includes(id)),
      lacks,
    );
  };
};

/** `not` */
export const not: CompileBound = (operation, { bound }) => {
  const inner = bound(operation['not']);
  return (memory) => {
    const span = inner(memory);
    return answer(maybe(span, false), maybe(span, true), span.lacks);
  };
};

/** `assuming` */
export const assuming: CompileBound = (operation, { bound }) => {
  const [name, expression] = operation['assuming'] as [string, unknown];
  const [assumption, inner] = [bound(name), bound(expression)];
  return (memory) => (mayLack(assumption(memory)) ? assumption(memory) : inner(memory));
};

/** `open` */
export const open: CompileBound = (operation) => {
  const gaps = [operation['open'] as string | string[]].flat().toSorted();
  return () => ({ ...nothing, lacks: [`u:${gaps.join()}`] });
};

import type { FirstClause } from '../../schema/expression.ts';
import { contains, parseRange } from '../number.ts';
import type { CompileBound } from './bound.ts';
import { ANYTHING, ids, isSingle, join, mayBeKnown, maybe, mayLack, meet, nothing, type Span } from './span.ts';

/** `bands` */
export const bands: CompileBound = (operation, { bound }) => {
  const subject = bound(operation['bands']);
  const table = Object.entries(operation['in'] as Record<string, string>).map(([id, text]) => ({
    id,
    band: parseRange(text),
  }));
  return (memory) => {
    const { numbers: value, lacks } = subject(memory);
    if (value === null) return { ...nothing, lacks };
    if (value === 'any') return { ...ids(table.map(({ id }) => id)), lacks: 'any' };
    const inside = ({ band }: (typeof table)[number]): boolean =>
      contains(band, value.low) ||
      contains(band, value.high) ||
      (band.low !== null &&
        band.high !== null &&
        value.low.compare(band.low) <= 0 &&
        value.high.compare(band.high) >= 0);
    const hit = table.filter(inside);
    const covered = [value.low, value.high].every((end) => table.some(({ band }) => contains(band, end)));
    return { ...ids(hit.map(({ id }) => id)), lacks: covered ? lacks : 'any' };
  };
};

/** What branches give where it is not known which of them holds: what all of them may be, or the doubt itself. */
function agreed(branches: readonly Span[], doubt: Span['lacks']): Span {
  const open: Span = { ...nothing, lacks: doubt };
  const [first, ...rest] = branches;
  if (!first || !branches.every(mayBeKnown)) return open;
  if (branches.every(isSingle) && !first.list) return rest.every((other) => meet(first, other)) ? first : open;
  return rest.every((other) => meet(first, other)) ? { ...first, lacks: doubt } : open;
}

/** `lookup` */
export const lookup: CompileBound = (operation, { bound, isAssumption }) => {
  const name = operation['lookup'] as string;
  const subject = bound(name);
  const rows = Object.entries(operation['in'] as Record<string, unknown>).map(([id, row]) => [id, bound(row)] as const);
  const readings = isAssumption(name) && rows.length > 1 && rows.every(([id]) => id !== 'number');
  return (memory) => {
    const key = subject(memory);
    const chosen = rows.filter(([id]) => key.ids === 'any' || key.ids.includes(id) || (id === 'number' && key.numbers));
    let found = chosen.map(([, row]) => row(memory)).reduce(join, nothing);
    if (chosen.length === 0 && mayBeKnown(key)) found = ANYTHING;
    if (!mayLack(key)) return found;
    const open = readings
      ? agreed(
          rows.map(([, row]) => row(memory)),
          key.lacks,
        )
      : { ...nothing, lacks: key.lacks };
    return join(found, open);
  };
};

/** `first` */
export const first: CompileBound = (operation, { bound }) => {
  const clauses = (operation['first'] as FirstClause[]).map((clause) => ({
    when: 'otherwise' in clause ? null : bound(clause.when),
    give: bound('otherwise' in clause ? clause.otherwise : clause.give),
  }));
  const from = (i: number, memory: readonly Span[]): Span => {
    const clause = clauses[i];
    if (!clause) return { ...nothing, lacks: ['?'] };
    const holds = clause.when?.(memory);
    if (!holds) return clause.give(memory);
    const [yes, no, doubt] = [maybe(holds, true), maybe(holds, false), mayLack(holds)];
    if (!no && !doubt) return yes ? clause.give(memory) : nothing;
    const rest = from(i + 1, memory);
    if (!yes && !doubt) return rest;
    const give = clause.give(memory);
    const sure = join(yes ? give : nothing, no ? rest : nothing);
    return doubt ? join(sure, agreed([give, rest], holds.lacks)) : sure;
  };
  return (memory) => from(0, memory);
};

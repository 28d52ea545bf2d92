import { type Unit, unitWords } from '../../lib/units.ts';
import type { Scheme } from '../../schema/scheme.ts';
import { agree, type Kind, kindOf, outcomes, taken } from '../inference/kinds.ts';
import type { OperationTerm, Term } from '../inference/terms.ts';
import { type Finding, inferred, partOf, type View } from '../inference/view.ts';
import type { Issue } from '../issue.ts';
import type { Content, Path } from '../read.ts';

/** Numbers that are added, compared or chosen between have one unit, and a step has the unit that it says. */
export function units(content: Content): Issue[] {
  return inferred(content, findings);
}

function findings({ scheme, terms, totals, place }: View): Finding[] {
  const found: Finding[] = [];
  const named = new Map<string, Kind>();
  for (const [name, input] of Object.entries(scheme.inputs)) {
    const kind = ofInput(input);
    if (kind) named.set(name, kind);
  }
  for (const [name, { number, unit }] of Object.entries(scheme.assumptions))
    if (number !== undefined) named.set(name, kindOf(unit));

  /** The kind of a term; `null` where it gives no number. What does not agree is noted on the way. */
  const of = (term: Term): Kind | null => {
    if (term.kind === 'number') return /[%/]/.test(term.written) ? 'share' : 'plain';
    if (term.kind === 'time') return 'time';
    if (term.kind === 'name') return named.get(term.name) ?? null;
    if (term.kind === 'entry') return of(term.list);
    if (term.kind === 'word') return null;
    for (const condition of term.conditions) of(condition);
    const parts = term.values.flatMap((value) => {
      const kind = of(value);
      return kind ? [{ value, kind }] : [];
    });
    found.push(...moments(term, parts));
    const outcome = outcomes[term.key](parts.map(({ kind }) => kind));
    if (outcome === null || typeof outcome === 'string') return outcome;
    const [a, b] = outcome.clash.map((i) => parts[i] as Part) as [Part, Part];
    found.push(clash(term, a, b));
    return 'any';
  };

  for (const [id, term] of terms.steps) {
    const given = of(term);
    const unit = scheme.steps[id]?.unit;
    found.push(...declared(place(['steps', id]), unit, given));
    if (given) named.set(id, unit ? kindOf(unit) : given);
  }
  for (const [id, { unit, same, count }] of Object.entries(totals)) {
    const sum = terms.sums.get(id);
    const given = sum ? of(sum) : same === undefined ? null : (named.get(same) ?? null);
    found.push(...declared(place(['totals', id]), unit, count === undefined ? given : 'count'));
  }
  for (const term of [...terms.constraints, ...terms.conditions]) of(term);
  return found;
}

type Part = { value: Term; kind: Kind };

function ofInput(input: Scheme['inputs'][string]): Kind | null {
  if ('number' in input || 'integer' in input || 'list' in input) return kindOf(input.unit);
  return 'date' in input ? 'date' : 'month' in input ? 'month' : 'time' in input ? 'time' : null;
}

const moments = ({ key, path }: OperationTerm, parts: readonly Part[]): Finding[] =>
  parts.flatMap(({ value, kind }, i) => {
    const wanted = taken[key]?.[i];
    if (!wanted || (agree(wanted, kind) && !(wanted === 'date' && kind === 'plain'))) return [];
    const what = `“${key}” of “${partOf(path)}” takes ${wanted === 'date' ? 'a date' : wanted}, and “${value.written}” is ${word(kind)}`;
    return [{ path, what, mend: 'name an input or a step that gives it' }];
  });

const words: Partial<Record<Kind, string>> = {
  share: 'percent',
  count: 'a number without a unit',
  any: 'another unit',
};
const word = (kind: Kind): string => words[kind] ?? kind;

function clash({ key, path }: OperationTerm, a: Part, b: Part): Finding {
  const bare = [a, b].find(({ kind }) => kind === 'count');
  return {
    path,
    what: `“${key}” of “${partOf(path)}” puts ${word(a.kind)} (“${a.value.written}”) beside ${word(b.kind)} (“${b.value.written}”)`,
    mend: bare
      ? `give “${bare.value.written}” its \`unit:\``
      : 'bring both to one unit, or mend the `unit:` that is wrong',
  };
}

/** What is wrong with the unit that a step or a total says, or does not say. */
function declared(path: Path, unit: Unit | undefined, given: Kind | null): Finding[] {
  const part = partOf(path);
  const at = [...path, 'unit'];
  if (unit && given === null)
    return [{ path: at, what: `“${part}” has a unit and gives no number`, mend: 'take the unit out' }];
  if (unit && given && !agree(kindOf(unit), given))
    return [
      {
        path: at,
        what: `“${part}” says \`unit: ${unit}\`, and what it works out is ${word(given)}`,
        mend: 'mend the unit or the step; a rate, such as yuan for each person, is a step of its own with its unit',
      },
    ];
  if (unit || given === null || !(given in unitWords || given === 'share')) return [];
  const mend = given === 'share' ? 'write `unit: percent` or `unit: fraction`' : `write \`unit: ${given}\``;
  return [{ path, what: `“${part}” works out ${word(given)} and has no unit`, mend }];
}

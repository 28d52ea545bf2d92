import type { Cohort, Input, Scheme } from '../../schema/scheme.ts';
import { type CompiledScheme, compileWith, type IdentifiedScheme, SchemeError } from '../compile.ts';
import { compile } from '../compile-any.ts';
import type { Node } from '../node.ts';
import { compilers } from '../operations/index.ts';
import { tableCompilers } from '../operations/table.ts';
import { type CompiledTotal, compileTotals } from './totals.ts';

/** A scheme made ready for a table of subjects. */
export type CompiledCohort = {
  /** The scheme with the columns, assumptions and steps of the table. */
  readonly compiled: CompiledScheme;
  /** The steps of the table are those from `first` to before `end`. */
  readonly first: number;
  readonly end: number;
  readonly constraints: readonly { node: Node; constraint: Cohort['constraints'][number] }[];
  readonly totals: readonly CompiledTotal[];
};

/**
 * Compiles the `cohort` of a scheme; `null` where it has none. Throws `SchemeError` for names that lead nowhere.
 *
 * A step of the table takes the place of the input that has its name. Steps of the scheme that rest on no such input
 * run first, then those of the table, then the rest.
 */
export function compileCohort(scheme: IdentifiedScheme): CompiledCohort | null {
  const { cohort } = scheme;
  if (!cohort) return null;
  const computed = new Set(Object.keys(cohort.steps).filter((name) => name in scheme.inputs));
  const single = compile(scheme);
  const restsOnTable = (id: string): boolean => [...(single.restsOn.get(id) ?? [])].some((name) => computed.has(name));
  const steps = Object.entries(scheme.steps);
  const before = steps.filter(([id]) => !restsOnTable(id));
  const joined: IdentifiedScheme = {
    ...scheme,
    inputs: { ...without(scheme.inputs, computed), ...(cohort.columns as Record<string, Input>) },
    assumptions: { ...scheme.assumptions, ...cohort.assumptions },
    steps: Object.fromEntries([
      ...before,
      ...Object.entries(cohort.steps),
      ...steps.filter(([id]) => restsOnTable(id)),
    ]),
    constraints: scheme.constraints.filter(({ inputs }) => !inputs.some((name) => computed.has(name))),
    outputs: [...cohort.outputs, ...scheme.outputs],
  };
  refuseSecondUse(scheme, cohort, computed);
  const compiled = compileWith({ ...compilers, ...tableCompilers }, joined, { onTables: true });
  return {
    compiled: { ...compiled, computed },
    first: before.length,
    end: before.length + Object.keys(cohort.steps).length,
    constraints: cohort.constraints.map((constraint, i) => ({
      constraint,
      node: compiled.also(['cohort', 'constraints', String(i), 'must'], constraint.must),
    })),
    totals: compileTotals(cohort.totals, compiled),
  };
}

const without = <T>(record: Record<string, T>, names: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.has(name)));

/** A column or step of the table that has the name of a step of the scheme would hide it. */
function refuseSecondUse(scheme: Scheme, cohort: Cohort, computed: ReadonlySet<string>): void {
  for (const [section, names] of [
    ['columns', Object.keys(cohort.columns)],
    ['steps', Object.keys(cohort.steps).filter((name) => !computed.has(name))],
  ] as const) {
    for (const name of names)
      if (name in scheme.steps || name in scheme.inputs)
        throw new SchemeError(['cohort', section, name], `the name “${name}” is used twice`);
  }
}

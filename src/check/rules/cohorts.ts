import { cohortDifferences } from '../../scoring/cohort/cohort-example.ts';
import { type CompiledCohort, compileCohort } from '../../scoring/cohort/compile-cohort.ts';
import { SchemeError } from '../../scoring/compile.ts';
import type { Issue } from '../issue.ts';
import type { Content, Path } from '../read.ts';

type Report = (path: Path, what: string, mend: string) => Issue;

/** What a scheme says of a table of subjects compiles, leaves nothing unused, and its worked examples hold exactly. */
export function cohorts(content: Content): Issue[] {
  return [...content.schemes.values()].flatMap((entry) => {
    const at: Report = (path, what, mend) => ({ file: entry.file, line: entry.lineOf(path), what, mend });
    try {
      const cohort = compileCohort({ ...entry.data, id: entry.id });
      return cohort ? [...outputIssues(cohort, at), ...unused(cohort, at), ...exampleIssues(cohort, at)] : [];
    } catch (error) {
      if (!(error instanceof SchemeError)) throw error;
      // What is wrong with the scheme itself is said by the rule on schemes.
      const [section, name] = error.path;
      const own = section === 'cohort' || name === undefined || name in (entry.data.cohort?.steps ?? {});
      const path = section === 'steps' ? ['cohort', ...error.path] : error.path;
      return own ? [at([...path], error.message, 'mend the name, or move the step behind what it reads')] : [];
    }
  });
}

function outputIssues({ compiled }: CompiledCohort, at: Report): Issue[] {
  return (compiled.scheme.cohort?.outputs ?? []).flatMap((name, i) =>
    name in compiled.scheme.steps
      ? []
      : [at(['cohort', 'outputs', i], `the output “${name}” is no step`, 'name a step of the cohort')],
  );
}

/** Columns, assumptions and steps of the table that nothing reads. */
function unused({ compiled, constraints, totals }: CompiledCohort, at: Report): Issue[] {
  const { scheme } = compiled;
  const { cohort } = scheme;
  if (!cohort) return [];
  const read = new Set<string>([
    ...scheme.outputs,
    ...totals.flatMap(({ within }) => within.flatMap((it) => it.reads)),
  ]);
  for (const { node } of [...compiled.steps, ...compiled.consequences, ...compiled.constraints, ...constraints])
    for (const name of node.reads) read.add(name);
  for (const total of Object.values(cohort.totals)) for (const name of namesIn(total)) read.add(name);
  const idle = (section: 'columns' | 'assumptions' | 'steps', mend: string): Issue[] =>
    Object.keys(cohort[section])
      .filter((name) => !read.has(name))
      .map((name) => at(['cohort', section, name], `“${name}” is never used`, mend));
  return [
    ...idle('columns', 'let a step of the cohort read it, or take it out'),
    ...idle('assumptions', 'let a step of the cohort ask for it, or take it out'),
    ...idle('steps', 'make it an output, let a step read it, or take it out'),
  ];
}

const namesIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(namesIn)
      : [];

function exampleIssues(cohort: CompiledCohort, at: Report): Issue[] {
  return (cohort.compiled.scheme.cohort?.examples ?? []).flatMap((example, i) =>
    cohortDifferences(cohort, example).map(({ where, expected, got }) =>
      at(
        ['cohort', 'examples', i, ...where],
        `the example “${example.name.zh}” does not hold: ${where.join('.')} is ${got}, not ${expected}`,
        'work it out by hand again; mend the example or the steps',
      ),
    ),
  );
}

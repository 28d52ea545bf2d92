import type { Scheme, Total } from '../../schema/scheme.ts';
import { compileCohort } from '../../scoring/cohort/compile-cohort.ts';
import { SchemeError } from '../../scoring/compile.ts';
import { compile } from '../../scoring/compile-any.ts';
import type { Issue } from '../issue.ts';
import type { Content, Entry, Path } from '../read.ts';
import { type SchemeTerms, termsOf } from './terms.ts';

/** What is computed together: a scheme for one subject, or with what its cohort adds to it. */
export type View = {
  readonly scheme: Scheme;
  readonly terms: SchemeTerms;
  readonly totals: Readonly<Record<string, Total>>;
  readonly isTable: boolean;
  /** Where a part of it stands in the file. */
  readonly place: (path: Path) => Path;
};

export type Finding = { readonly path: Path; readonly what: string; readonly mend: string };

/** `steps.total`, `cohort.steps.rank`: the part of the scheme that a path leads into. */
export const partOf = (path: Path): string => path.slice(0, path[0] === 'cohort' ? 3 : 2).join('.');

/** Looks at each scheme, and at each once more with its cohort; what is found both times is said once. */
export function inferred(content: Content, find: (view: View) => Finding[]): Issue[] {
  return [...content.schemes.values()].flatMap((entry) => {
    const all = viewsOf(entry).flatMap(find);
    const once = new Map(all.map((finding) => [`${finding.path.join()} ${finding.what}`, finding]));
    return [...once.values()].map(({ path, what, mend }) => ({
      file: entry.file,
      line: entry.lineOf(path),
      what,
      mend,
    }));
  });
}

/** None of a scheme with names that lead nowhere: of these the rules `schemes` and `cohorts` tell. */
function viewsOf({ id, data }: Entry<Scheme>): View[] {
  try {
    compile({ ...data, id });
    const single = view(data, data, false);
    const cohort = compileCohort({ ...data, id })?.compiled.scheme;
    return cohort ? [single, view(cohort, data, true)] : [single];
  } catch (error) {
    if (!(error instanceof SchemeError)) throw error;
    return [];
  }
}

function view(scheme: Scheme, file: Scheme, isTable: boolean): View {
  const { steps = {}, columns = {}, constraints = [], totals = {} } = (isTable && file.cohort) || {};
  const place = ([section = '', key = '', ...rest]: Path): Path => {
    if (section === 'totals' || (section === 'steps' && key in steps)) return ['cohort', section, key, ...rest];
    if (section === 'inputs' && key in columns) return ['cohort', 'columns', key, ...rest];
    if (section !== 'constraints') return [section, key, ...rest];
    const own = scheme.constraints[Number(key)];
    return own
      ? [section, file.constraints.indexOf(own), ...rest]
      : ['cohort', section, Number(key) - scheme.constraints.length, ...rest];
  };
  const whole = { ...scheme, constraints: [...scheme.constraints, ...constraints] };
  return { scheme: whole, terms: termsOf(whole, totals, place), totals, isTable, place };
}

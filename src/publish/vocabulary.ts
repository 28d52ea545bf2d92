import type { Entry, Kind, Vocabulary } from '../lib/vocabulary.ts';
import type { Case } from '../schema/case.ts';
import type { Course } from '../schema/course.ts';
import type { Term } from '../schema/glossary.ts';
import type { Practice } from '../schema/practice.ts';
import type { Rulebook } from '../schema/rulebook.ts';
import type { Scheme } from '../schema/scheme.ts';
import type { Source } from '../schema/source.ts';

type Rows<T> = readonly { readonly id: string; readonly data: T }[];

/** The collections whose names a reader may type. */
export type Named = {
  readonly cases: Rows<Pick<Case, 'title' | 'aliases' | 'place'>>;
  readonly practices: Rows<Pick<Practice, 'title' | 'aliases'>>;
  readonly chapters: Rows<Pick<Rulebook, 'title' | 'sections' | 'gaps' | 'contradictions'>>;
  readonly schemes: Rows<Pick<Scheme, 'title'>>;
  readonly courses: Rows<Pick<Course, 'title'>>;
  readonly terms: Rows<Pick<Term, 'term' | 'aliases'>>;
  readonly sources: Rows<Pick<Source, 'title'>>;
};

/** Every name of the site with its address below the base path; the search cuts, suggests and ranks by it. */
export function vocabulary(named: Named, lang: 'zh' | 'en'): Vocabulary {
  const list = <T>(
    kind: Kind,
    folder: string,
    rows: Rows<T>,
    name: (data: T) => string,
    also: (data: T) => readonly string[],
  ) =>
    rows.map(({ id, data }): Entry => {
      const own = name(data);
      const others = [...new Set([...also(data), id])].filter((other) => other !== own);
      return { kind, path: kind === 'term' ? `glossary/#${id}` : `${folder}/${id}/`, name: own, also: others };
    });
  const none = (): readonly string[] => [];
  return {
    entries: [
      ...list(
        'case',
        'cases',
        named.cases,
        ({ title }) => title[lang],
        ({ aliases, place }) => [...aliases, ...placesOf(place)],
      ),
      ...list(
        'practice',
        'practices',
        named.practices,
        ({ title }) => title[lang],
        ({ aliases }) => aliases,
      ),
      ...list('calculator', 'calculators', named.schemes, ({ title }) => title[lang], none),
      ...list('course', 'courses', named.courses, ({ title }) => title[lang], none),
      ...list(
        'term',
        'glossary',
        named.terms,
        ({ term }) => term[lang],
        ({ aliases }) => aliases,
      ),
      ...list('rule', 'rulebook', named.chapters, ({ title }) => title[lang], none),
      ...list('source', 'sources', named.sources, ({ title }) => title[lang], none),
    ],
    chapters: named.chapters.map(({ id, data }) => ({
      path: `rulebook/${id}/`,
      rules: data.sections.flatMap((section) => section.rules.map((rule) => [rule.id, rule.title[lang]] as const)),
    })),
  };
}

/** A place by each of its names, from the province to the unit, with and without its rank: 浙江省, 浙江. */
function placesOf({ province, city, county, unit }: Case['place']): readonly string[] {
  const names = [province, city, county].filter((name): name is string => name !== undefined);
  const short = names.map((name) => name.replace(rank, '')).filter((name) => name.length > 1);
  return [...names, ...short, ...(unit === undefined ? [] : [unit])];
}

const rank = /(?:壮族|回族|维吾尔)?(?:自治区|自治州|自治县|省|市|县|区|州|盟)$/;

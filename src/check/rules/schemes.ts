import type { Example, Scheme } from '../../schema/scheme.ts';
import { type CompiledScheme, SchemeError } from '../../scoring/compile.ts';
import { compile } from '../../scoring/compile-any.ts';
import { exampleDifferences } from '../../scoring/example.ts';
import type { Issue } from '../issue.ts';
import type { Content, Entry, Path } from '../read.ts';
import { citableIds } from './references.ts';

/** A scheme compiles, leaves nothing unused, cites what its chapter has, and its worked examples hold exactly. */
export function schemes(content: Content): Issue[] {
  return [...content.schemes.values()].flatMap((entry) => {
    const at = (path: Path, what: string, mend: string): Issue => ({
      file: entry.file,
      line: entry.lineOf(path),
      what,
      mend,
    });
    try {
      const compiled = compile({ ...entry.data, id: entry.id });
      return [
        ...outputIssues(entry.data, at),
        ...unused(compiled, at),
        ...citations(content, entry, at),
        ...entry.data.examples.flatMap((example, i) => exampleIssues(compiled, example, ['examples', i], at)),
      ];
    } catch (error) {
      if (!(error instanceof SchemeError)) throw error;
      return [at(error.path, error.message, 'mend the name, or move the step behind what it reads')];
    }
  });
}

type Report = (path: Path, what: string, mend: string) => Issue;

function outputIssues(scheme: Scheme, at: Report): Issue[] {
  return scheme.outputs.flatMap((name, i) =>
    name in scheme.steps ? [] : [at(['outputs', i], `the output “${name}” is no step`, 'name a step')],
  );
}

/** Inputs, assumptions and steps that nothing reads. */
function unused(compiled: CompiledScheme, at: Report): Issue[] {
  const { scheme } = compiled;
  const read = new Set<string>(scheme.outputs);
  for (const { node } of [...compiled.steps, ...compiled.constraints, ...compiled.consequences]) {
    for (const name of node.reads) read.add(name);
  }
  for (const { exists, required } of compiled.conditions.values()) {
    for (const name of [...(exists?.reads ?? []), ...(required?.reads ?? [])]) read.add(name);
  }
  const idle = (names: readonly string[], section: string, mend: string): Issue[] =>
    names.filter((name) => !read.has(name)).map((name) => at([section, name], `“${name}” is never used`, mend));
  const asked = compiled.assumptions.filter(([, assumption]) => !assumption.entry).map(([name]) => name);
  return [
    ...idle(Object.keys(scheme.inputs), 'inputs', 'let a step read it, or take it out'),
    ...idle(asked, 'assumptions', 'let a step ask for it, or mark it `entry: true`'),
    ...idle(Object.keys(scheme.steps), 'steps', 'make it an output, let a step read it, or take it out'),
  ];
}

function citations(content: Content, { id, data }: Entry<Scheme>, at: Report): Issue[] {
  const citable = citableIds(content, data.case);
  if (citable === null) return [];
  if (citable.size === 0)
    return [at(['case'], `rulebook/${data.case} does not exist`, 'write the chapter that the scheme rests on')];
  const issues: Issue[] = [];
  const walk = (value: unknown, path: Path): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const here = [...path, Array.isArray(value) ? Number(key) : key];
      if ((key === 'rule' || key === 'gap' || key === 'open') && isCitation(inner)) {
        for (const cited of [inner].flat() as string[]) {
          if (!citable.has(cited))
            issues.push(
              at(
                here,
                `${cited} does not stand in rulebook/${data.case}`,
                'cite a rule, gap or contradiction of the chapter',
              ),
            );
        }
      } else walk(inner, here);
    }
  };
  const { examples, ...rest } = data;
  walk(rest, []);
  examples.forEach((example, i) => {
    for (const [output, gaps] of Object.entries(example.open)) {
      for (const gap of gaps)
        if (!citable.has(gap))
          issues.push(
            at(
              ['examples', i, 'open', output],
              `${gap} does not stand in rulebook/${data.case}`,
              `cite a gap of the chapter of ${id}`,
            ),
          );
    }
  });
  return issues;
}

const isCitation = (value: unknown): boolean =>
  [value].flat().every((v) => typeof v === 'string' && /^[RGC]\d+$/.test(v));

function exampleIssues(compiled: CompiledScheme, example: Example, path: Path, at: Report): Issue[] {
  return exampleDifferences(compiled, example).map(({ where, expected, got }) =>
    at(
      [...path, ...where],
      `the example “${example.name.zh}” does not hold: ${where.join('.')} is ${got}, not ${expected}`,
      'work it out by hand again; mend the example or the steps',
    ),
  );
}

import type { z } from 'zod';

type Words = { path: (string | number)[]; what: string; mend: string };
type ZodIssue = z.core.$ZodIssue;

/** Says in words what a schema found: the path, what is wrong, how to mend it. */
export function wordings(issues: readonly ZodIssue[], around: readonly PropertyKey[] = []): Words[] {
  return issues.flatMap((issue) => {
    const path = [...around, ...issue.path].map((key) => (typeof key === 'symbol' ? String(key) : key)) as (
      | string
      | number
    )[];
    if (issue.code === 'invalid_union') return wordings(bestBranch(issue.errors), path);
    return [{ path: issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path, ...say(issue, path) }];
  });
}

/** Of the alternatives, the one that was nearly met: its errors lie deepest and are fewest. */
function bestBranch(errors: readonly (readonly ZodIssue[])[]): readonly ZodIssue[] {
  const strangers = (issues: readonly ZodIssue[]): number =>
    issues.reduce(
      (sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : issue.path.length > 1 ? 0.5 : 1),
      0,
    );
  return errors.toSorted((a, b) => strangers(a) - strangers(b))[0] ?? [];
}

function say(issue: ZodIssue, path: (string | number)[]): { what: string; mend: string } {
  const name = path.length === 0 ? 'the file' : `“${path.join('.')}”`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        what: `unknown key${issue.keys.length > 1 ? 's' : ''} ${issue.keys.map((key) => `“${[...path, key].join('.')}”`).join(', ')}`,
        mend: 'mend the spelling, or take it out; src/schema/ lists the keys',
      };
    case 'invalid_type': {
      if (issue.input === undefined && /received undefined/.test(issue.message)) {
        return { what: `${name} is missing`, mend: `add it: a value of type ${issue.expected}` };
      }
      const mend = issue.expected === 'string' ? 'write it in quotes' : `write a value of type ${issue.expected}`;
      return { what: `${name}: ${lower(issue.message)}`, mend };
    }
    case 'invalid_value':
      return {
        what: `${name} is none of the values that it may have`,
        mend: `use one of: ${issue.values.map(String).join(', ')}`,
      };
    case 'too_small':
      return { what: `${name} is empty or too small`, mend: lower(issue.message) };
    case 'too_big':
      return { what: `${name} is too large`, mend: lower(issue.message) };
    case 'invalid_format':
      return { what: `${name} is not written as expected`, mend: lower(issue.message) };
    default:
      return { what: `${name} is not right`, mend: issue.message };
  }
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

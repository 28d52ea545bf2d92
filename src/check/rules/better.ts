import type { Scheme } from '../../schema/scheme.ts';
import { type CompiledScheme, SchemeError } from '../../scoring/compile.ts';
import { compile } from '../../scoring/compile-any.ts';
import type { Issue } from '../issue.ts';
import type { Content, Entry } from '../read.ts';

/** What a scheme calls better: outputs only, every choice in its place, and words that fit the value. */
export function better(content: Content): Issue[] {
  return [...content.schemes.values()].flatMap((entry) => {
    const { better: named } = entry.data;
    if (!named) return idleFixed(entry);
    const compiled = compiledOf(entry);
    if (!compiled) return [];
    return Object.entries(named).flatMap(([output, order]) => {
      const found = fault(entry.data, compiled, output, order);
      return found ? [{ file: entry.file, line: entry.lineOf(['better', output]), ...found }] : [];
    });
  });
}

/** Where nothing is better, no input is proposed, and `fixed` says nothing. */
const idleFixed = (entry: Entry<Scheme>): Issue[] =>
  Object.entries(entry.data.inputs)
    .filter(([, input]) => input.fixed)
    .map(([name]) => ({
      file: entry.file,
      line: entry.lineOf(['inputs', name, 'fixed']),
      what: `“${name}” is \`fixed\`, and the scheme does not say what is better`,
      mend: 'take it out, or add `better`',
    }));

/** `null` where the scheme does not compile: another rule says so. */
function compiledOf({ id, data }: Entry<Scheme>): CompiledScheme | null {
  try {
    return compile({ ...data, id });
  } catch (error) {
    if (error instanceof SchemeError) return null;
    throw error;
  }
}

type Fault = Pick<Issue, 'what' | 'mend'>;

function fault(
  scheme: Scheme,
  compiled: CompiledScheme,
  output: string,
  order: string | readonly string[],
): Fault | null {
  if (!scheme.outputs.includes(output))
    return {
      what: `“${output}” of \`better\` is no output`,
      mend: `name one of: ${scheme.outputs.join(', ')}`,
    };
  const type = compiled.steps.find(({ id }) => id === output)?.node.type;
  if (type === 'series' || type === 'list')
    return { what: `the output “${output}” is a list, of which none is better`, mend: 'take it out of `better`' };
  const choices = Object.keys(scheme.steps[output]?.choices ?? {});
  if (choices.length > 0) return choiceFault(output, choices, order);
  const words =
    type === 'yes-no' ? ['yes', 'no'] : type === 'number' ? ['more', 'less'] : ['yes', 'no', 'more', 'less'];
  if (typeof order === 'string' && words.includes(order)) return null;
  return {
    what: `“${[order].flat().join(', ')}” does not say what is better for the output “${output}”`,
    mend: `write ${words.join(' or ')}`,
  };
}

function choiceFault(output: string, choices: readonly string[], order: string | readonly string[]): Fault | null {
  const named = [order].flat();
  const strangers = named.filter((choice) => !choices.includes(choice));
  const left = choices.filter((choice) => !named.includes(choice));
  const twice = named.filter((choice, i) => named.indexOf(choice) !== i);
  const faults = [
    strangers.length > 0 ? `${strangers.join(', ')} is no choice` : '',
    left.length > 0 ? `${left.join(', ')} is left out` : '',
    twice.length > 0 ? `${twice.join(', ')} stands twice` : '',
  ].filter(Boolean);
  if (faults.length === 0) return null;
  return {
    what: `the order of the output “${output}” is not that of its choices: ${faults.join('; ')}`,
    mend: `name each once, from worst to best: ${choices.join(', ')}`,
  };
}

import type { IdentifiedScheme } from '../../scoring/compile.ts';
import { type Apart, type Family, families, type Link } from './sister-links.ts';

/** The family of a scheme; throws where it has none. */
export function familyOf(scheme: string): Family {
  const family = families.find(({ schemes }) => scheme in schemes);
  if (!family) throw new Error(`the scheme ${scheme} has no sisters`);
  return family;
}

/** An input of a sister that has its value from the scheme on the page. */
export type Carried = { input: string; from: string; because: Link['because'] };

/** The inputs that a sister shares with the scheme on the page. */
export function carriedBetween({ links }: Family, from: string, to: string): Carried[] {
  return links.flatMap(({ inputs, because }) => {
    const [source, target] = [inputs[from], inputs[to]];
    return source === undefined || target === undefined ? [] : [{ input: target, from: source, because }];
  });
}

/** The values that are carried over, as typed. */
export const carriedValues = (carried: readonly Carried[], given: Readonly<Record<string, string>>) =>
  Object.fromEntries(carried.flatMap(({ input, from }) => (given[from] ? [[input, given[from]]] : [])));

/** The inputs of a sister that are to be filled in, and why each is not carried over. */
export function toFillIn(family: Family, scheme: IdentifiedScheme, carried: readonly Carried[]) {
  const names = family.schemes[scheme.id]?.asks ?? Object.keys(scheme.inputs);
  const inputs = names.filter((name) => !carried.some(({ input }) => input === name));
  const apart: Apart[] = family.apart.filter(
    (it) => it.scheme === scheme.id && it.inputs.some((name) => inputs.includes(name)),
  );
  return { inputs, apart };
}

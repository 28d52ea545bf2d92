import { plainText } from './state.ts';

/** The choice after this one, the first after the last; the first where it is none of them. */
export const nextChoice = (choices: readonly string[], choice: string): string =>
  choices[(choices.indexOf(choice) + 1) % choices.length] as string;

/** Keys that set a choice: its number, and the first letter of its id where no choice before it has the same. */
export function keysOf(choices: readonly string[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const [i, choice] of choices.entries()) {
    const letter = choice[0] as string;
    if (!keys.has(letter)) keys.set(letter, choice);
    if (i < 9) keys.set(String(i + 1), choice);
  }
  return keys;
}

/** Periods from a table or a text, by id or name; none where one of them is not known. */
export function pastedPeriods(series: Readonly<Record<string, { zh: string; en: string }>>, text: string): string[] {
  const known = new Map(
    Object.entries(series).flatMap(([id, { zh, en }]) => [id, zh, en.toLowerCase()].map((name) => [name, id] as const)),
  );
  const parts = text
    .split(/[\t\r\n,，、;；]+/)
    .map((part) => plainText(part).toLowerCase())
    .filter(Boolean);
  const found = parts.map((part) => known.get(part));
  return found.includes(undefined) ? [] : (found as string[]);
}

import type { Example } from '../schema/scheme.ts';
import type { CompiledScheme } from '../scoring/compile.ts';

/** What the user has entered, as text; readings of assumptions that differ from the default. */
export type State = {
  readonly given: Readonly<Record<string, string>>;
  readonly readings: Readonly<Record<string, string>>;
};

export const emptyState: State = { given: {}, readings: {} };

const readingKey = 'a.';

/** The most characters that an address may give for a list or a series, and for anything else. */
const LONGEST = { list: 10_000, other: 200 };

/** Full-width digits and signs as they come from a Chinese input method: `３９．５` is 39.5. */
export const plainText = (typed: string): string => typed.normalize('NFKC').trim();

/**
 * Reads a state from the fragment of an address, `#key=40&a.paid-base=off`. A fragment never leaves the browser.
 * What the scheme does not know is left out, and so is a value that is too long: cut, it would be another value.
 * An anchor of the page (`#rules`) is no state.
 */
export function parseState(compiled: CompiledScheme, fragment: string): State {
  const { inputs, assumptions } = compiled.scheme;
  const given: Record<string, string> = {};
  const readings: Record<string, string> = {};
  for (const [key, value] of new URLSearchParams(fragment.replace(/^#/, ''))) {
    const input = Object.hasOwn(inputs, key) ? inputs[key] : undefined;
    const room = input && ('list' in input || 'series' in input) ? LONGEST.list : LONGEST.other;
    if (value.length > room) continue;
    if (input) given[key] = value;
    const name = key.startsWith(readingKey) ? key.slice(readingKey.length) : '';
    if (Object.hasOwn(assumptions, name)) readings[name] = value;
  }
  return { given, readings };
}

/** The fragment that reopens the state: inputs, then readings, each in the order of the scheme; empty where both are. */
export function formatState(compiled: CompiledScheme, state: State): string {
  const { inputs, assumptions } = compiled.scheme;
  const result = new URLSearchParams();
  for (const name of Object.keys(inputs)) {
    const value = state.given[name];
    if (value) result.append(name, value);
  }
  for (const name of Object.keys(assumptions)) {
    const value = state.readings[name];
    if (value) result.append(readingKey + name, value);
  }
  const text = result.toString();
  return text === '' ? '' : `#${text}`;
}

/** The state of a worked example. */
export function stateOfExample(example: Example): State {
  const text = (value: Example['given'][string]): string => {
    if (Array.isArray(value)) return value.join(', ');
    return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  };
  const all = (record: Example['given']) =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key, text(value)]));
  return { given: all(example.given), readings: all(example.assume) };
}

/** Sets one input; blank takes it out. */
export function withInput(state: State, name: string, value: string): State {
  const { [name]: _, ...others } = state.given;
  return { ...state, given: value === '' ? others : { ...others, [name]: value } };
}

/** Sets one reading; the default takes it out. */
export function withReading(state: State, compiled: CompiledScheme, name: string, value: string): State {
  const { [name]: _, ...others } = state.readings;
  const isDefault = value === '' || value === String(compiled.scheme.assumptions[name]?.default);
  return { ...state, readings: isDefault ? others : { ...others, [name]: value } };
}

/** Inputs as the engine reads them: those that apply, with typed text made plain. */
export function givenOf(state: State, applies: ReadonlySet<string>): Record<string, string> {
  const entries = Object.entries(state.given).filter(([name]) => applies.has(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, plainText(value)]));
}

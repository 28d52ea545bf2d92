import type { Scheme } from '../../schema/scheme.ts';
import type { Readings } from '../inputs.ts';
import { compilers } from '../operations/index.ts';

/** An operation of a scheme, as it is written. */
export type Written = Readonly<Record<string, unknown>>;

/** The operation that a name stands for, or the expression itself; `null` for a literal and what is entered. */
export function operationOf(scheme: Scheme, expression: unknown): Written | null {
  if (typeof expression === 'object' && expression !== null) return expression as Written;
  if (typeof expression !== 'string') return null;
  const step = scheme.steps[expression] as Written | undefined;
  if (!step) return null;
  return 'value' in step ? operationOf(scheme, step['value']) : step;
}

/** Name of the operation: `rank`, `first`, … */
export const operationName = (operation: Written): string =>
  Object.keys(operation).find((key) => key in compilers) ?? '';

/**
 * The expressions that an operation may hand on as its value, under the readings given: of a look-up on an assumption
 * only the row that is read; every row where it is switched off.
 */
export function handedOn(scheme: Scheme, operation: Written, readings: Readings): unknown[] {
  if ('first' in operation) return clausesOf(operation).map((clause) => clause['give'] ?? clause['otherwise']);
  if ('assuming' in operation) return [(operation['assuming'] as unknown[])[1]];
  if (!('lookup' in operation)) return [];
  const rows = operation['in'] as Written;
  const name = String(operation['lookup']);
  const assumption = scheme.assumptions[name];
  const reading = assumption ? String(readings[name] || assumption.default) : 'off';
  if (reading === 'off') return Object.values(rows);
  return [reading in rows ? rows[reading] : rows['number']];
}

/** The clauses of `first`; empty for any other operation. */
export const clausesOf = (operation: Written): readonly Written[] =>
  'first' in operation ? (operation['first'] as Written[]) : [];

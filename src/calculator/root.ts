import { h } from 'preact';
import type { CarriedTexts } from '../i18n/language.ts';
import { compileWith, type IdentifiedScheme } from '../scoring/compile.ts';
import type { Compile } from '../scoring/node.ts';
import Calculator, { type CalculatorProps } from './Calculator.tsx';

/** What a page hands to its calculator, as JSON. */
export type CalculatorData = Omit<CalculatorProps, 'compiled'> & {
  scheme: IdentifiedScheme;
  /** The scheme has steps about lists, dates or shares. */
  further: boolean;
  /** Texts of the interface in the language of the page, by the name of their table. */
  texts: CarriedTexts;
};

/** The calculator as a root: the same on the server and in the browser, its ids unlike those of any other scheme. */
export function rootOf({ scheme, ...props }: CalculatorData, operations: Readonly<Record<string, Compile>>) {
  const root = h(Calculator, { ...props, compiled: compileWith(operations, scheme) });
  // Where Preact counts the ids that `useId` gives; Astro's integration does the same.
  return Object.assign(root, { __m: [scheme.id, 0] });
}

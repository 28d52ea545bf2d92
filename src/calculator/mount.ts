import { hydrate } from 'preact';
import { carry } from '../i18n/language.ts';
import type { Compile } from '../scoring/node.ts';
import { basic } from '../scoring/operations/basic.ts';
import { type CalculatorData, rootOf } from './root.ts';

/** Brings a calculator to life that the server has rendered; `more` are the operations that it needs beside the basic ones. */
export function mount(element: Element, data: CalculatorData, more: Readonly<Record<string, Compile>>): void {
  carry(data.texts);
  hydrate(rootOf(data, { ...basic, ...more }), element);
}

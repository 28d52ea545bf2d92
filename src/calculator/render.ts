import { renderToString } from 'preact-render-to-string';
import { calculatorStrings } from '../i18n/calculator.ts';
import { calculatorFieldStrings } from '../i18n/calculator-fields.ts';
import { calculatorResultStrings } from '../i18n/calculator-result.ts';
import { compileWith, type IdentifiedScheme } from '../scoring/compile.ts';
import { basic } from '../scoring/operations/basic.ts';
import { compilers } from '../scoring/operations/index.ts';
import { type CalculatorData, rootOf } from './root.ts';

/** A calculator as HTML, and what its scripts need, as JSON that may stand in a script element. Runs on the server. */
export function renderCalculator(props: Omit<CalculatorData, 'further' | 'texts'>): { html: string; json: string } {
  const { lang } = props;
  const texts = {
    calculator: calculatorStrings(lang),
    fields: calculatorFieldStrings(lang),
    result: calculatorResultStrings(lang),
  };
  const data: CalculatorData = { ...props, texts, further: needsFurther(props.scheme) };
  return { html: renderToString(rootOf(data, compilers)), json: JSON.stringify(data).replaceAll('<', '\\u003c') };
}

function needsFurther(scheme: IdentifiedScheme): boolean {
  try {
    compileWith(basic, scheme);
    return false;
  } catch {
    return true;
  }
}

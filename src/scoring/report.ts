import { type Applied, rulesApplied } from './applied.ts';
import type { CompiledScheme } from './compile.ts';
import { evaluate, type ReliedOn, type Result, reliedOn } from './evaluate.ts';
import { explain } from './explain.ts';
import type { Given, InputIssue, Readings } from './inputs.ts';
import type { Language } from './node.ts';
import { formatDate, formatFraction, formatNumber } from './number.ts';
import { isList, type Known } from './value.ts';

/** The result as JSON: what the command line prints and other programs read. */
export type Report = {
  scheme: string;
  edition: string;
  kind: 'scored' | 'undefined' | 'incomplete';
  outputs: Record<string, Json>;
  open?: Record<string, readonly string[]>;
  missing?: readonly string[];
  consequences: { id: string; text: string; rule: string }[];
  /** Rules that decided something here, and those that had no effect. */
  rules?: Applied;
  assumptions: { id: string; gap: string; value: Json; default: string | number }[];
  trace: { step: string; rule: string | null; rules: readonly string[]; text: string }[];
};

export type Json = number | string | boolean | (number | string)[];

/** A value as JSON (a percentage as 0 to 100): a number without binary noise, a fraction as text, yes/no, or a choice (`1` as a number). */
export function toJson(value: Known, unit?: string): Json {
  if (isList(value)) return value.map((entry) => toJson(entry, unit) as number | string);
  if (typeof value === 'string') return /^\d+$/.test(value) ? Number(value) : value;
  if (typeof value === 'boolean') return value;
  const date = formatDate(value, unit);
  if (date !== null) return date;
  const text = unit === 'fraction' ? formatFraction(value) : formatNumber(unit === 'percent' ? value.mul(100) : value);
  const number = Number(text);
  return String(number) === text ? number : text;
}

/** Evaluates and tells everything at once. */
export function report(
  compiled: CompiledScheme,
  given: Given,
  readings: Readings = {},
  language: Language = 'zh',
): Report | { kind: 'invalid'; issues: readonly InputIssue[] } {
  const result = evaluate(compiled, given, readings);
  if (result.kind === 'invalid') return result;
  return reportOf(compiled, result, reliedOn(compiled, given, readings, result), language);
}

/** What a result says, as JSON, with the assumptions that it rests on. */
export function reportOf(
  compiled: CompiledScheme,
  result: Exclude<Result, { kind: 'invalid' }>,
  relied: readonly ReliedOn[],
  language: Language,
): Report {
  const { id, edition } = compiled.scheme;
  const head = { scheme: id, edition, kind: result.kind };
  if (result.kind === 'incomplete') {
    return { ...head, outputs: {}, missing: result.missing, consequences: [], assumptions: [], trace: [] };
  }
  const unitOf = (step: string) => compiled.scheme.steps[step]?.unit;
  const { consequences, missing } = result;
  return {
    ...head,
    outputs: Object.fromEntries([...result.outputs].map(([output, value]) => [output, toJson(value, unitOf(output))])),
    ...(result.kind === 'undefined' ? { open: Object.fromEntries(result.open.map((o) => [o.output, o.gaps])) } : {}),
    ...(missing.length > 0 ? { missing } : {}),
    consequences: compiled.scheme.consequences
      .filter((c) => consequences.includes(c.id))
      .map((c) => ({ id: c.id, text: c.text[language], rule: [c.rule].flat().join(' ') })),
    rules: rulesApplied(compiled, result),
    assumptions: relied.map(({ id, gap, value, default: standard }) => ({
      id,
      gap,
      value: toJson(value, compiled.scheme.assumptions[id]?.unit),
      default: standard,
    })),
    trace: explain(compiled, result, language).map(({ step, text, cited }) => {
      const rules = cited.filter((cite) => cite.startsWith('R'));
      return { step, rule: rules[0] ?? null, rules, text: text + citation(cited, language) };
    }),
  };
}

const citation = (cited: readonly string[], language: Language): string => {
  if (cited.length === 0) return '';
  return language === 'zh' ? `（${cited.join('、')}）` : ` (${cited.join(', ')})`;
};

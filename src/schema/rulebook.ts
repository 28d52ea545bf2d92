import { z } from 'zod';
import { parseFigure } from '../lib/figure.ts';
import { bilingual, contradictionId, gapId, quotation, ruleId } from './text.ts';

export const ruleKinds = [
  'threshold',
  'weight',
  'quota',
  'frequency',
  'deadline',
  'condition',
  'coefficient',
  'veto',
  'grade',
  'consequence',
  'definition',
  'procedure',
] as const;

const figureText = z.string().refine((text) => {
  try {
    parseFigure(text);
    return true;
  } catch {
    return false;
  }
}, 'a figure holds a number in digits, such as `≥ 40 分`, `[70, 80) 分`, `20%` or `1/3`');

export const rule = z.strictObject({
  id: ruleId,
  kind: z.enum(ruleKinds),
  title: bilingual.describe('A few words: the heading of the rule'),
  text: bilingual.describe('The rule in own words'),
  figures: z
    .array(figureText)
    .default([])
    .describe('Its numbers as chips: `≥ 40 分` · `< 70 分` · `[70, 80) 分` · `20%` · `1/3`'),
  planned: z.boolean().default(false).describe('true where the source only announces it'),
  quotes: z.array(quotation).min(1).describe('The phrases of the source it rests on'),
});
export type Rule = z.infer<typeof rule>;

export const gap = z.strictObject({
  id: gapId,
  text: bilingual.describe('What the source does not say'),
  rules: z.array(ruleId).default([]).describe('Rules that it leaves open'),
});
export type Gap = z.infer<typeof gap>;

export const contradiction = z.strictObject({
  id: contradictionId,
  text: bilingual.describe('What does not agree'),
  rules: z.array(ruleId).default([]),
  quotes: z.array(quotation).min(2).describe('Both phrases of the source'),
});
export type Contradiction = z.infer<typeof contradiction>;

/** A chapter of the rulebook: the rules, gaps and contradictions of the case with the same id. */
export const rulebook = z.strictObject({
  title: bilingual,
  summary: bilingual,
  source: z.string().describe('Source that bare locators (`L33`) count in'),
  sections: z
    .array(z.strictObject({ title: bilingual, rules: z.array(rule).min(1) }))
    .min(1)
    .describe('Rules under headings, in the order of reading'),
  gaps: z.array(gap).default([]),
  contradictions: z.array(contradiction).default([]),
});
export type Rulebook = z.infer<typeof rulebook>;

import { z } from 'zod';
import { bilingual, entryId, quotation } from './text.ts';

export const organisations = [
  'county-or-district',
  'township-or-street',
  'village',
  'community',
  'state-owned-enterprise',
  'private-enterprise',
  'market',
  'agency',
  'party-school',
] as const;

export const themes = [
  'branch-appraisal',
  'cadre-appraisal',
  'member-appraisal',
  'cadre-training',
  'member-education',
  'organisation-life',
  'service',
  'governance',
  'economy',
  'talent',
] as const;

export const evidenceGrades = ['dated-figures', 'undated-figures', 'examples-only', 'none'] as const;

/** A figure that the source reports about itself: what, how much, when, and the phrase that says so. */
export const reportedFigure = z.strictObject({
  id: entryId,
  label: bilingual,
  value: z
    .string()
    .regex(/^\d[\d,]*(\.\d+)?(–\d[\d,]*(\.\d+)?)?$/, 'digits, quoted: "6300", "9.38", "5–10"')
    .describe('Digits as the source gives them, quoted'),
  approximate: z
    .enum(['more-than', 'about', 'nearly', 'fewer-than'])
    .optional()
    .describe('more-than (余、多) · about (左右、约) · nearly (近) · fewer-than'),
  unit: bilingual,
  date: z.string().optional().describe('As the source dates it, such as `2016` or `今年 1–10 月（年份未写）`'),
  kind: z
    .enum(['base', 'activity', 'result', 'target'])
    .describe('base: size before anything is done · activity: what was done · result: what came of it · target'),
  computed: bilingual.optional().describe('Only for a figure that the editor computed: how'),
  ...quotation.shape,
});
export type ReportedFigure = z.infer<typeof reportedFigure>;

export const caseSchema = z.strictObject({
  title: bilingual,
  summary: bilingual.describe('One to three sentences: who did what, and what is known of it'),
  aliases: z.array(z.string().min(2)).default([]).describe('Other names a reader may type'),
  status: z.enum(['practice', 'proposal']).describe('practice: it was in force · proposal: it was only planned'),
  place: z.strictObject({
    province: z
      .string()
      .regex(/(省|市|自治区|特别行政区)$/, 'the full name, such as 浙江省')
      .optional(),
    city: z
      .string()
      .regex(/(市|州|盟|地区)$/, 'the full name, such as 衢州市')
      .optional(),
    county: z
      .string()
      .regex(/(县|区|市|旗)$/, 'the full name, such as 开化县')
      .optional(),
    unit: z.string().optional().describe('Enterprise, street, village: the unit itself'),
    note: bilingual.optional().describe('What the source does not say, or what was inferred'),
  }),
  organisation: z.enum(organisations),
  level: bilingual.describe('Where in the hierarchy it ran'),
  period: bilingual.describe('The time as the source tells it, and what it leaves out'),
  years: z.array(z.int().min(1949).max(2100)).describe('Years named by the source for the practice; empty if none'),
  themes: z.array(z.enum(themes)).min(1),
  practices: z.array(entryId).min(1).describe('Ids of practices/'),
  evidence: z.enum(evidenceGrades).describe('dated-figures · undated-figures (no base or date) · examples-only · none'),
  'evidence-note': bilingual.describe('Why this grade; the reports are self-reports'),
  sources: z
    .array(
      z.strictObject({
        source: entryId,
        lines: z.string().regex(/^L\d+(-\d+)?(, L\d+(-\d+)?)*$/, '`L1-49`, or `L1-175, L438-439`'),
        reprint: z.boolean().default(false).describe('true where this text reprints another'),
      }),
    )
    .min(1),
  figures: z.array(reportedFigure).default([]),
});
export type Case = z.infer<typeof caseSchema>;

/** Sections of a case body, in this order. */
export const caseSections = ['背景', '做法', '成效', '启示', '存疑与缺口', '讨论题'] as const;

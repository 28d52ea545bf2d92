import { z } from 'zod';
import { cohort } from './cohort.ts';
import { assumption, choiceId, expression, input, known, name, openId, rules, step } from './scheme-parts.ts';
import { bilingual, entryId } from './text.ts';

export type { Cohort, Total } from './cohort.ts';
export type { Assumption, Input, Step } from './scheme-parts.ts';

export const example = z.strictObject({
  name: bilingual,
  given: z.record(name, known),
  assume: z
    .record(name, z.union([z.number(), z.string()]))
    .default({})
    .describe('`off`, or the reading to use'),
  kind: z.enum(['scored', 'undefined', 'incomplete']).default('scored'),
  expect: z.record(name, known).default({}).describe('Outputs, compared exactly'),
  consequences: z.array(name).optional().describe('All consequences, in the order of the scheme'),
  open: z.record(name, z.array(openId)).default({}).describe('Outputs that are undefined, and their gaps'),
  missing: z.array(name).default([]).describe('Inputs that are asked for, where incomplete'),
  'by-hand': z.string().min(1).describe('The same result worked out by hand, with its rules'),
});
export type Example = z.infer<typeof example>;

/** content/schemes/<id>.yaml */
export const scheme = z.strictObject({
  title: bilingual,
  summary: bilingual,
  case: entryId,
  edition: z.string().describe('Year of the published numbers; a new edition is a new file'),
  supersedes: entryId.optional(),
  subject: bilingual.describe('What one calculation is about'),
  inputs: z.record(name, input),
  constraints: z
    .array(z.strictObject({ must: expression, message: bilingual, inputs: z.array(name).min(1) }))
    .default([])
    .describe('What inputs must fulfil together'),
  parts: z
    .record(name, z.strictObject({ label: bilingual, inputs: z.array(name).min(1) }))
    .optional()
    .describe('Parts that work alone; each with the inputs it cannot do without'),
  assumptions: z.record(name, assumption).default({}),
  steps: z.record(name, step),
  outputs: z.array(name).min(1).describe('Steps that are results'),
  better: z
    .record(name, z.union([z.enum(['more', 'less', 'yes', 'no']), z.array(choiceId).min(2)]))
    .optional()
    .describe(
      'Outputs of which the source makes plain what is better: choices from worst to best, more or less, yes or no',
    ),
  consequences: z.array(z.strictObject({ id: name, when: expression, text: bilingual, rule: rules })).default([]),
  'left-open': z
    .array(z.strictObject({ gap: openId, text: bilingual }))
    .default([])
    .describe('What stays undefined on purpose'),
  cohort: cohort.optional().describe('What a table of subjects adds: ranking, shares, totals'),
  examples: z.array(example).min(1),
});
export type Scheme = z.infer<typeof scheme>;
export type Consequence = Scheme['consequences'][number];
/** What is better for an output. */
export type Better = NonNullable<Scheme['better']>[string];

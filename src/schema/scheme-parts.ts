import { z } from 'zod';
import { parseInterval } from '../lib/interval.ts';
import { type Unit, unitWords } from '../lib/units.ts';
import { besideOperation, type Expression, type Operation, shapeIssues } from './expression.ts';
import { bilingual, entryId, ruleId } from './text.ts';

export const units = Object.keys(unitWords) as [Unit, ...Unit[]];

/** Names inside a scheme. Choices may be digits: the first step is `1`. */
export const name = entryId;
export const choiceId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
export const openId = z.string().regex(/^[GC][1-9]\d*$/, '`G` or `C` and a number');

const range = z.string().superRefine((text, ctx) => {
  try {
    parseInterval(text);
  } catch (error) {
    ctx.addIssue({ code: 'custom', message: (error as Error).message });
  }
});

export const expression = z.unknown().superRefine((value, ctx) => {
  for (const issue of shapeIssues(value)) ctx.addIssue({ code: 'custom', ...issue });
}) as z.ZodType<Expression>;

export const rules = z
  .union([ruleId, z.array(ruleId).min(1)])
  .describe('The rule (or rules) of the chapter that it rests on');

const common = {
  label: bilingual,
  hint: bilingual.optional().describe('What to enter, and from where'),
  rule: rules.optional(),
  'only-when': expression.optional().describe('The input exists only where this holds'),
  required: expression.optional().describe('Needed only where this condition on assumptions holds'),
  fixed: z
    .literal(true)
    .optional()
    .describe('A circumstance that nobody can or should change to reach a better result, such as an age or the past'),
};
const numeric = { ...common, step: z.number().positive().optional(), unit: z.enum(units).optional() };
const absentNumber = z.union([z.number(), z.literal('unknown')]).optional();

/** What a subject is described by. `absent` makes an input optional and says what leaving it out means. */
export const input = z.union([
  z.strictObject({ ...numeric, number: range, absent: absentNumber }),
  z.strictObject({ ...numeric, integer: range, absent: absentNumber }),
  z.strictObject({ ...common, choice: z.record(choiceId, bilingual), absent: choiceId.optional() }),
  z.strictObject({
    ...common,
    'yes-no': z.literal(true),
    absent: z.union([z.boolean(), z.literal('unknown')]).optional(),
  }),
  z.strictObject({
    ...numeric,
    list: range,
    whole: z.boolean().default(false),
    size: z.int().positive().optional(),
    absent: z.literal('unknown').optional(),
  }),
  z.strictObject({ ...common, series: z.record(choiceId, bilingual), absent: z.literal('unknown').optional() }),
  z.strictObject({ ...common, date: z.literal(true), absent: z.literal('unknown').optional() }),
  z.strictObject({ ...common, month: z.literal(true), absent: z.literal('unknown').optional() }),
  z.strictObject({ ...common, time: z.literal(true), absent: z.literal('unknown').optional() }),
]);
export type Input = z.infer<typeof input>;

/** What the source leaves open, and how it is read here until the user reads it otherwise. */
export const assumption = z.strictObject({
  label: bilingual.describe('The question that the source leaves open'),
  term: bilingual.optional().describe('Its name inside a sentence, where the label is a question'),
  gap: z.union([openId, z.array(openId).min(1)]),
  options: z.record(choiceId, bilingual).default({}),
  number: range.optional().describe('Any number of this range may be set'),
  unit: z.enum(units).optional(),
  suggest: z.array(z.number()).default([]).describe('Other numbers worth trying'),
  default: z.union([choiceId, z.number()]),
  because: bilingual.describe('Why this default'),
  entry: z
    .boolean()
    .default(false)
    .describe('true where it says how the inputs are to be filled in, so that no step asks for it'),
});
export type Assumption = z.infer<typeof assumption>;

const stepMeta = z.strictObject({
  label: bilingual,
  unit: z.enum(units).optional(),
  choices: z.record(choiceId, bilingual).optional().describe('Names of the choices that the step can give'),
  rule: rules.optional(),
});
const stepKeys = new Set([...Object.keys(stepMeta.shape), ...besideOperation, 'value']);
export type Step = z.infer<typeof stepMeta> & (Operation | { value: Expression });

/** One step: its label and one operation. */
export const step = z.record(z.string(), z.unknown()).superRefine((value, ctx) => {
  const meta = Object.fromEntries(Object.entries(value).filter(([key]) => key in stepMeta.shape));
  for (const issue of stepMeta.safeParse(meta).error?.issues ?? []) ctx.addIssue({ ...issue, code: 'custom' });
  const issues = 'value' in value ? shapeIssues(value['value'], ['value']) : shapeIssues(value, [], stepKeys);
  for (const issue of issues) ctx.addIssue({ code: 'custom', ...issue });
}) as unknown as z.ZodType<Step>;

/** A value as examples write it. */
export const known = z.union([z.number(), z.boolean(), z.string(), z.array(z.union([z.number(), z.string()]))]);

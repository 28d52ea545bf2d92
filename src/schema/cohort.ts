import { z } from 'zod';
import { assumption, expression, input, known, name, openId, rules, step, units } from './scheme-parts.ts';
import { bilingual } from './text.ts';

/** What a table asks of each row beside the inputs; `text` only groups rows, such as the name of a township. */
const column = z.union([
  input,
  z.strictObject({
    label: bilingual,
    hint: bilingual.optional(),
    text: z.literal(true),
    rule: rules.optional(),
    absent: z.literal('unknown').optional(),
  }),
]);

/** A figure of the whole table. With `within`, one for each group of rows that agree in these columns. */
export const total = z
  .strictObject({
    label: bilingual,
    unit: z.enum(units).optional(),
    rule: rules.optional(),
    gap: openId.optional().describe('A gap or contradiction that the reader should see beside it'),
    within: z.array(name).min(1).optional(),
    sum: expression.optional().describe('Added up over the rows'),
    count: expression.optional().describe('Rows where this holds'),
    'count-by': name.optional().describe('Rows by each choice of this name'),
    same: name.optional().describe('A value that all rows of a group share'),
    list: name
      .optional()
      .describe('The different entries of a text column; with `where` only of rows where that holds'),
    where: expression.optional(),
  })
  .refine((it) => ['sum', 'count', 'count-by', 'same', 'list'].filter((key) => key in it).length === 1, {
    message: 'takes one of sum, count, count-by, same, list',
  });
export type Total = z.infer<typeof total>;

const example = z.strictObject({
  name: bilingual,
  rows: z.array(z.record(name, known)).min(1).describe('Each with `name` and its inputs and columns'),
  assume: z.record(name, z.union([z.number(), z.string()])).default({}),
  expect: z.record(z.string(), z.record(name, known)).default({}).describe('By the name of a row: outputs, exactly'),
  consequences: z.record(z.string(), z.array(name)).default({}).describe('By the name of a row: all of them, in order'),
  open: z
    .record(z.string(), z.record(name, z.array(openId)))
    .default({})
    .describe('By the name of a row: outputs that are undefined, and their gaps'),
  totals: z.record(name, z.unknown()).default({}).describe('Totals, as the command line prints them'),
  'by-hand': z.string().min(1),
});
export type CohortExample = z.infer<typeof example>;

/**
 * What a table of subjects adds to a scheme. A step that has the name of an input takes its place: what the table
 * yields is computed, never entered.
 */
export const cohort = z.strictObject({
  columns: z.record(name, column).default({}),
  assumptions: z.record(name, assumption).default({}).describe('One with the id of the scheme’s takes its place'),
  steps: z.record(name, step).default({}),
  constraints: z
    .array(z.strictObject({ must: expression, message: bilingual, inputs: z.array(name).min(1) }))
    .default([])
    .describe('What the table must fulfil, asked of each row'),
  outputs: z.array(name).default([]).describe('Steps of the table that are results of each row'),
  totals: z.record(name, total).default({}),
  examples: z.array(example).min(1),
});
export type Cohort = z.infer<typeof cohort>;

import { z } from 'zod';

/** Chinese first, English beside it: every visible label, title and rule text. */
export const bilingual = z
  .strictObject({
    zh: z.string().trim().min(1).describe('中文'),
    en: z.string().trim().min(1).describe('English'),
  })
  .describe('A text in Chinese (zh) and English (en)');
export type Bilingual = z.infer<typeof bilingual>;

/** File name, id and last part of the address, for good. */
export const entryId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens, such as `mine-step-appraisal`');

/** `R16`, `G3`, `C1`: ids inside a rulebook chapter. */
export const ruleId = z.string().regex(/^R[1-9]\d*$/, '`R` and a number, such as `R16`');
export const gapId = z.string().regex(/^G[1-9]\d*$/, '`G` and a number, such as `G3`');
export const contradictionId = z.string().regex(/^C[1-9]\d*$/, '`C` and a number, such as `C1`');

/** A phrase copied from the source: at most 40 characters, and where it stands. */
export const quotation = z.strictObject({
  quote: z
    .string()
    .min(2)
    .refine((s) => [...s].length <= 40, 'a quote is at most 40 characters; split it or shorten it')
    .describe('The phrase as it stands in the source, at most 40 characters'),
  at: z
    .string()
    .regex(
      /^([a-z0-9]+(-[a-z0-9]+)* )?L[1-9]\d*(-[1-9]\d*)?$/,
      'a line of the source text: `L33`, `L2229-2230`, or with its source `national-27-cases-19 L33`',
    )
    .describe('Line in the source text: `L33`, `L12-14`; with the source id before it where the chapter has several'),
});
export type Quotation = z.infer<typeof quotation>;

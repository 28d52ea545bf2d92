import { z } from 'zod';
import { bilingual, entryId, ruleId } from './text.ts';

/** A practice that cases share. Its cases are the cases that name it. */
export const practice = z.strictObject({
  title: bilingual,
  summary: bilingual,
  aliases: z.array(z.string().min(2)).default([]),
  related: z.array(entryId).default([]).describe('Ids of other practices'),
  variants: z
    .array(
      z.strictObject({
        case: entryId,
        how: bilingual.describe('How this case does it, in one or two sentences'),
        rules: z.array(ruleId).default([]).describe('Rules of this case that show it'),
      }),
    )
    .min(1)
    .describe('One row for each case in the comparison table'),
  'single-case-because': bilingual
    .optional()
    .describe('Why the practice stands here with one case only; needed where variants has one row'),
});
export type Practice = z.infer<typeof practice>;

/** Sections of a practice body, in this order; the table of variants follows 事先要定 by itself. */
export const practiceSections = ['是什么', '怎样建立', '事先要定', '常见失灵'] as const;

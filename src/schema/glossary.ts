import { z } from 'zod';
import { bilingual, entryId } from './text.ts';

export const term = z.strictObject({
  term: bilingual,
  aliases: z.array(z.string().min(2)).default([]),
  meaning: bilingual.describe('Plain meaning in one or two sentences'),
  related: z.array(entryId).default([]).describe('Ids of other terms'),
  practice: entryId.optional().describe('The practice that puts it to work'),
});
export type Term = z.infer<typeof term>;

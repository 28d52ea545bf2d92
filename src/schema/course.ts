import { z } from 'zod';
import { bilingual, entryId } from './text.ts';

/** A training module. */
export const course = z.strictObject({
  title: bilingual,
  summary: bilingual,
  minutes: z.int().positive(),
  cases: z.array(entryId).min(1),
  schemes: z.array(entryId).default([]),
});
export type Course = z.infer<typeof course>;

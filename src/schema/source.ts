import { z } from 'zod';
import { bilingual } from './text.ts';

/** Bibliographic record: what is known of a text, and what is not. */
export const source = z.strictObject({
  title: bilingual,
  kind: z
    .enum(['article', 'compilation', 'periodical-issue', 'web-page'])
    .describe('article · compilation (one text of a collection) · periodical-issue · web-page'),
  publisher: bilingual.optional().describe('Leave out where unknown'),
  container: bilingual.optional().describe('The collection or periodical that holds it'),
  author: bilingual.optional().describe('Unit that signs the text; never a private person'),
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a year, a month or a day, quoted: "2018", "2018-02"')
    .optional()
    .describe('Date of publication, as far as the text itself gives it'),
  issue: z.string().optional().describe('Number of the issue, such as 2018 年第 2 期'),
  lines: z.int().positive().describe('Number of lines of the text that locators count in'),
  unknown: z
    .array(z.enum(['publisher', 'date', 'author', 'pages', 'title', 'address']))
    .describe('What the text does not tell about itself'),
  note: bilingual.optional(),
  rights: bilingual.describe('Who holds the rights, and what is used here'),
});
export type Source = z.infer<typeof source>;

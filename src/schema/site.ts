import { z } from 'zod';
import { bilingual } from './text.ts';

/** content/site.yaml: what another organisation would change first. */
export const site = z.strictObject({
  name: bilingual,
  tagline: bilingual,
  url: z.url().describe('Public address of the site, such as https://example.org'),
  base: z
    .string()
    .regex(/^\/([\w-]+\/)*$/, 'starts and ends with a slash: `/` or `/casebook/`')
    .default('/')
    .describe('Path below the address'),
  repository: z.url().optional(),
  contact: z.string().optional().describe('Address for corrections'),
  navigation: z
    .array(z.enum(['cases', 'practices', 'rulebook', 'calculators', 'courses', 'glossary', 'sources', 'about']))
    .min(1),
});
export type Site = z.infer<typeof site>;

import { defineCollection } from 'astro:content';
import { files } from './library/files.ts';
import { caseSchema } from './schema/case.ts';
import { course } from './schema/course.ts';
import { term } from './schema/glossary.ts';
import { practice } from './schema/practice.ts';
import { rulebook } from './schema/rulebook.ts';
import { scheme } from './schema/scheme.ts';
import { site } from './schema/site.ts';
import { source } from './schema/source.ts';

export const collections = {
  site: defineCollection({ loader: files('.', 'site.yaml'), schema: site }),
  sources: defineCollection({ loader: files('sources', '*.yaml'), schema: source }),
  cases: defineCollection({ loader: files('cases', '*.mdx'), schema: caseSchema }),
  rulebook: defineCollection({ loader: files('rulebook', '*.mdx'), schema: rulebook }),
  practices: defineCollection({ loader: files('practices', '*.mdx'), schema: practice }),
  schemes: defineCollection({ loader: files('schemes', '*.yaml'), schema: scheme }),
  courses: defineCollection({ loader: files('courses', '*.mdx'), schema: course }),
  glossary: defineCollection({ loader: files('glossary', '*.yaml'), schema: term }),
};

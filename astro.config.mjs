import { readdirSync, readFileSync } from 'node:fs';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';
import { evidence } from './src/markdown/evidence.ts';
import { glossaryTerms } from './src/markdown/terms.ts';
import { variants } from './src/markdown/variants.ts';
import { term } from './src/schema/glossary.ts';
import { site as siteSchema } from './src/schema/site.ts';

const settings = siteSchema.parse(parse(readFileSync('content/site.yaml', 'utf8')));

const terms = readdirSync('content/glossary')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => {
    const { term: label, aliases } = term.parse(parse(readFileSync(`content/glossary/${name}`, 'utf8')));
    return { id: name.slice(0, -'.yaml'.length), names: [label.zh, ...aliases] };
  });

export default defineConfig({
  site: process.env.SITE_URL ?? settings.url,
  base: process.env.BASE_PATH ?? settings.base,
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [mdx(), preact()],
  markdown: {
    syntaxHighlight: false,
    // Quotation marks and dashes of a source stay as they are written.
    processor: satteri({
      features: { smartPunctuation: false },
      hastPlugins: [evidence(), glossaryTerms(terms), variants()],
    }),
  },
  security: {
    csp: {
      directives: ["default-src 'self'", "img-src 'self' data:", "object-src 'none'", "base-uri 'self'"],
      // Pagefind compiles its index reader from WebAssembly.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    plugins: [
      {
        name: 'scripts-of-pages',
        // A list of what to preload for each part that is loaded on demand weighs more than it saves.
        configEnvironment: (name) =>
          name === 'client' && { define: { TEXTS_ARE_CARRIED: 'true' }, build: { modulePreload: false } },
      },
    ],
    build: {
      target: 'es2023',
      rolldownOptions: {
        // What a calculator needs at once comes in one file instead of a dozen small ones. What every page needs
        // stands by itself: else every page would load the calculator for it.
        output: {
          codeSplitting: {
            groups: [
              {
                name: 'every-page',
                test: /vite\/preload-helper|src\/search\/in-address\.ts$|src\/i18n\/language\.ts$/,
                priority: 2,
              },
              { name: 'calculator', test: /src\/calculator\/mount\.ts$/, priority: 1 },
            ],
          },
        },
        onLog(level, log, report) {
          // Astro marks every MDX entry with a directive that Rolldown does not know: eight lines an entry
          // would hide real warnings.
          if (log.code === 'MODULE_LEVEL_DIRECTIVE' && log.message.includes('use astro:head-inject')) return;
          report(level, log);
        },
      },
    },
  },
});

import { defineConfig } from 'vitest/config';

/** The suffix names the environment: node, the built site, a real browser on the built site. */
export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'unit', testTimeout: 60_000, include: ['tests/unit/**/*.test.ts', 'tests/content/**/*.test.ts'] },
      },
      { test: { name: 'site', include: ['tests/site/**/*.site.test.ts'] } },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.browser.test.ts'],
          globalSetup: ['tests/browser/browser-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

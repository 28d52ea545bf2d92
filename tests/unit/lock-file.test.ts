import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

type Package = { resolved?: string; optionalDependencies?: Record<string, string> };

const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8')) as {
  packages: Record<string, Package>;
};
const packages = Object.entries(lock.packages);

test('the lock file names no registry', () => {
  expect(packages.filter(([, { resolved }]) => resolved?.startsWith('http')).map(([path]) => path)).toEqual([]);
});

test('every optional dependency has its entry, so that npm ci works on every platform', () => {
  const installed = new Set(packages.map(([path]) => path.replace(/^.*node_modules\//, '')));
  const missing = packages.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !installed.has(name))
      .map((name) => `${path} → ${name}`),
  );
  expect(packages.length).toBeGreaterThan(300);
  expect(missing).toEqual([]);
});

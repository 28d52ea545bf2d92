import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareBy, goalsOf } from '../../src/scoring/better.ts';
import { evaluate } from '../../src/scoring/evaluate.ts';
import type { Value } from '../../src/scoring/value.ts';
import { anyResult } from './any-result.ts';
import { readScheme } from './read-scheme.ts';

/** Scores that only add: more of one never makes a result worse, whatever else is given and however gaps are read. */
const adding: Readonly<Record<string, readonly string[]>> = {
  'chengzhuang-steps': ['key', 'basic', 'innovation'],
  'shizuishan-stars': ['foundation', 'service', 'integrity', 'performance', 'innovation'],
  'huangshan-indices': ['mid-common', 'mid-specific', 'end-common', 'end-specific'],
  'kecheng-volunteer-hours': ['hours'],
  'xinjiang-study-hours': ['hours', 'online-hours', 'sessions'],
  'weifang-school-floors': ['hours-core', 'studies'],
  'linjiang-stars': ['items-met'],
  'wangcheng-admission': ['training-days'],
  'jiangshan-coverage': ['roles', 'duties', 'key-groups'],
};

/** Where only the gravest measure is taken (a reading of `chengzhuang-steps`), these appear when a graver one goes. */
const lesser = ['self-criticism', 'notice', 'admonition', 'removal'];

test.each(Object.entries(adding))('%s: a higher score never makes a result worse', (id, names) => {
  const compiled = readScheme(id);
  fc.assert(
    fc.property(
      anyResult(compiled),
      fc.constantFrom(...names),
      fc.integer({ min: 1, max: 400 }),
      (state, name, tenths) => {
        const before = Number(state.given[name]);
        if (!Number.isFinite(before)) return;
        const isWhole = 'integer' in (compiled.scheme.inputs[name] ?? {});
        const more = isWhole ? before + tenths : (Math.round(before * 10) + tenths) / 10;
        const one = evaluate(compiled, state.given, state.readings);
        const other = evaluate(compiled, { ...state.given, [name]: more }, state.readings);
        if (!('memory' in one) || !('memory' in other)) return;
        const verdicts = goalsOf(compiled, one).map(({ output, slot, better, before: was }) => ({
          output,
          verdict: compareBy(better, was, other.memory[slot] as Value) ?? 0,
        }));
        const open = state.readings['measures-together'] === 'gravest-only' ? lesser : [];
        expect(verdicts.filter(({ output, verdict }) => verdict < 0 && !open.includes(output))).toEqual([]);
      },
    ),
    { numRuns: 400 },
  );
});

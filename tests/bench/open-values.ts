import type Engine from 'publicodes';
import type { CompiledScheme } from '../../src/scoring/compile.ts';
import { makeEngine } from './publicodes-rule.ts';

type Ours = typeof import('./engine-entry.ts');

/** What both engines say where an input is left out, or the source is open. */
export type OpenValue = { question: string; ours: string; publicodes: string };

/** Three questions on `chengzhuang-steps`. For publicodes a gap, and a choice of readings, is a rule without a value. */
export function openValues(ours: Ours, Publicodes: typeof Engine, compiled: CompiledScheme): OpenValue[] {
  const mine = (output: string, given: object, readings: object): string => {
    const result = ours.evaluate(compiled, { post: 'surface', ...given }, readings as Record<string, unknown>);
    if (result.kind === 'invalid') return 'invalid';
    if (result.kind === 'incomplete') return `incomplete, missing ${result.missing.join(', ')}`;
    const value = result.outputs.get(output);
    const open = result.kind === 'undefined' ? result.open.find((entry) => entry.output === output) : undefined;
    return value === undefined ? `undefined, open ${open?.gaps.join(', ')}` : String(ours.toJson(value));
  };
  const engine = makeEngine(Publicodes, {
    key: null,
    basic: null,
    total: 'key + basic',
    low: { 'une de ces conditions': ['total < 70', 'key < 40'] },
    'minimum standard': null,
    notice: 'total < minimum standard',
    reading: null,
    step: { variations: [{ si: "reading = 'by total'", alors: 'step by total' }, { sinon: 0 }] },
    'step by total': { variations: [{ si: 'total < 70', alors: 0 }, { sinon: 1 }] },
  });
  const theirs = (rule: string, situation: Record<string, number>): string => {
    const { nodeValue, missingVariables } = engine.setSituation(situation).evaluate(rule);
    const missing = Object.keys(missingVariables).join(', ');
    return `${nodeValue}${missing ? `, missing ${missing}` : ''}`;
  };
  return [
    {
      question: 'Key items 39, the others left out: is the line of 70 or 40 crossed?',
      ours: mine('coefficient', { key: 39 }, {}),
      publicodes: theirs('low', { key: 39 }),
    },
    {
      question: 'A total of 69.9, no figure for the minimum standard (G6): is there a notice?',
      ours: mine('notice', { key: 40, basic: 29.9, innovation: 0 }, { 'minimum-standard': 'off' }),
      publicodes: theirs('notice', { key: 40, basic: 29.9 }),
    },
    {
      question: 'A total of 60, no reading for the step when low (G7), and both readings give none: which step?',
      ours: mine('step', { key: 30, basic: 30, innovation: 0 }, { 'step-when-low': 'off' }),
      publicodes: theirs('step', { key: 30, basic: 30 }),
    },
  ];
}

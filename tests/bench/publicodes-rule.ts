import type Engine from 'publicodes';
import type { RawPublicodes } from 'publicodes';
import type { Branch } from './branches.ts';

type Rules = RawPublicodes<string>;

const both = (a: string, b: string): Record<string, unknown> => ({ 'toutes ces conditions': [a, b] });
const either = (a: string, b: string): Record<string, unknown> => ({ 'une de ces conditions': [a, b] });

/**
 * `chengzhuang-steps` for publicodes, step by step, with the default reading of every assumption written in.
 *
 * Written for speed where there is a choice. Optional inputs have a plain value, which a situation replaces, rather
 * than `par défaut`, which is followed up as a missing variable; inputs are not checked against lists and ranges,
 * though our engine does; numbers have no units. The total is rounded to a tenth, because without that its
 * floating point falls below a line that the total is on (see `exactness.ts`).
 */
export const rules = {
  post: null,
  key: null,
  basic: null,
  innovation: null,
  before: { valeur: 0 },
  'major failure': { valeur: 'non' },
  'last ranked': { valeur: 'non' },
  impact: { valeur: "'none'" },

  total: { valeur: 'key + basic + innovation', arrondi: '1 décimale' },
  low: either('total < 70', 'key < 40'),
  step: {
    variations: [
      { si: 'total < 70', alors: 0 },
      { si: 'total < 80', alors: 1 },
      { si: 'total < 90', alors: 2 },
      { sinon: 3 },
    ],
  },
  coefficient: {
    variations: [
      { si: 'low', alors: 0.7 },
      { si: 'step = 1', alors: 0.8 },
      { si: 'step = 2', alors: 0.9 },
      { sinon: 1 },
    ],
  },
  'below minimum': either('last ranked', 'total < 70'),
  severe: either('total < 60', 'key < 35'),
  streak: { variations: [{ si: 'severe', alors: 'before + 1' }, { sinon: 0 }] },
  'score dismissal': both('major failure', 'streak >= 3'),
  'score removal': 'streak >= 2',
  'self-criticism': either('low', 'below minimum'),
  notice: 'below minimum',
  admonition: either('severe', "impact = 'light'"),
  removal: either('score removal', "impact = 'moderate'"),
  dismissal: either('score dismissal', "impact = 'grave'"),
  stake: {
    variations: [
      { si: "post = 'frontline'", alors: 3000 },
      { si: "post = 'second-line'", alors: 2000 },
      { sinon: 1000 },
    ],
  },
  paid: 'stake * coefficient',
} satisfies Rules;

/** Our outputs → theirs. */
const outputs = {
  total: 'total',
  step: 'step',
  coefficient: 'coefficient',
  'self-criticism': 'self-criticism',
  notice: 'notice',
  admonition: 'admonition',
  removal: 'removal',
  dismissal: 'dismissal',
  'stake-yuan': 'stake',
  'paid-yuan': 'paid',
} as const;

export const theirOutputs: readonly string[] = Object.values(outputs);

export type Situation = Record<string, string | number>;

const yesNo = (value: boolean): string => (value ? 'oui' : 'non');

/** A branch as publicodes takes it. Made beforehand, not while the time runs. */
export const situationOf = (branch: Branch): Situation => ({
  post: `'${branch.post}'`,
  key: branch.key,
  basic: branch.basic,
  innovation: branch.innovation,
  ...(branch['severe-quarters-before'] === undefined ? {} : { before: branch['severe-quarters-before'] }),
  ...(branch['major-failure'] === undefined ? {} : { 'major failure': yesNo(branch['major-failure']) }),
  ...(branch['last-ranked'] === undefined ? {} : { 'last ranked': yesNo(branch['last-ranked']) }),
  ...(branch['inaction-impact'] === undefined ? {} : { impact: `'${branch['inaction-impact']}'` }),
});

/** Quiet, and without the warnings that cost a walk through the rules at every evaluation. */
export const makeEngine = (Publicodes: typeof Engine, rule: Rules = rules): Engine =>
  new Publicodes(rule, { logger: { log() {}, warn() {}, error() {} }, warn: false });

/** All outputs of one situation, by our names. */
export function evaluateAll(engine: Engine, situation: Situation): Record<string, unknown> {
  engine.setSituation(situation);
  return Object.fromEntries(
    Object.entries(outputs).map(([ours, theirs]) => {
      const value = engine.evaluate(theirs).nodeValue;
      return [ours, ours === 'step' && value === 0 ? 'none' : value];
    }),
  );
}

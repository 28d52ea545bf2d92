import { Random } from './random.ts';

/** A branch in a quarter, as `chengzhuang-steps` takes it. Optional inputs are left out as often as they are given. */
export type Branch = {
  post: 'frontline' | 'second-line' | 'surface';
  key: number;
  basic: number;
  innovation: number;
  'severe-quarters-before'?: number;
  'major-failure'?: boolean;
  'last-ranked'?: boolean;
  'inaction-impact'?: 'none' | 'light' | 'moderate' | 'grave';
};

/** The lines of the total, and one tenth to either side, in tenths. */
const lines = [600, 700, 800, 900].flatMap((line) => [line - 1, line, line + 1]);

/**
 * Branches with scores in tenths: a third of them anywhere in the ranges, a third with high scores, a third with a
 * total on a line or a tenth beside it. No two are alike.
 */
export function branches(count: number, seed: number): Branch[] {
  const random = new Random(seed);
  const found = new Map<string, Branch>();
  while (found.size < count) {
    const branch = { ...scores(random, found.size % 3), ...circumstances(random) };
    found.set(JSON.stringify(branch), branch);
  }
  return [...found.values()];
}

function scores(random: Random, kind: number): Pick<Branch, 'key' | 'basic' | 'innovation'> {
  let [key, basic, innovation] = [random.whole(0, 450), random.whole(0, 550), random.whole(0, 100)];
  if (kind === 1) [key, basic] = [random.whole(340, 450), random.whole(250, 550)];
  if (kind === 2) {
    const total = random.pick(lines);
    key = random.whole(Math.max(300, total - 650), 450);
    innovation = random.whole(Math.max(0, total - key - 550), 100);
    basic = total - key - innovation;
  }
  return { key: key / 10, basic: basic / 10, innovation: innovation / 10 };
}

const circumstances = (random: Random): Omit<Branch, 'key' | 'basic' | 'innovation'> => ({
  post: random.pick(['frontline', 'second-line', 'surface']),
  ...(random.chance(0.5) ? { 'severe-quarters-before': random.whole(0, 4) } : {}),
  ...(random.chance(0.5) ? { 'major-failure': random.chance(0.2) } : {}),
  ...(random.chance(0.5) ? { 'last-ranked': random.chance(0.2) } : {}),
  ...(random.chance(0.5) ? { 'inaction-impact': random.pick(['none', 'light', 'moderate', 'grave']) } : {}),
});

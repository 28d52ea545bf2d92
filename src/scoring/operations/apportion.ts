import type { Exact } from '../exact.ts';
import type { Compile } from '../node.ts';
import { told } from '../node.ts';
import { exact, parseNumber } from '../number.ts';
import { strict } from './arithmetic.ts';

/**
 * `{ apportion: ranked, in: { first: 10%, second: 20%, third: 60%, fourth: 10% }, limited: [fourth], up-to: second }`:
 * the places from the first tier up to and with the one named, by the largest remainders. A `limited` tier has an
 * upper limit and is rounded down; the others share what is left, each its whole places first, then one more by
 * the size of its remainder (of equal remainders the tier written first).
 */
export const apportion: Compile = (operation, compiler) => {
  const node = compiler.node(operation['apportion']);
  const shares = Object.entries(operation['in'] as Record<string, string>).map(
    ([tier, share]) => [tier, parseNumber(share)] as const,
  );
  const sum = shares.reduce((all, [, share]) => all.add(share), exact(0));
  if (!sum.equals(1)) throw new Error(`the shares add up to ${sum.mul(100)}%, not to 100%`);
  const tiers = shares.map(([tier]) => tier);
  const limited = (operation['limited'] ?? []) as string[];
  const upTo = operation['up-to'] as string;
  for (const tier of [...limited, upTo])
    if (!tiers.includes(tier)) throw new Error(`“apportion” has no tier “${tier}”; it has ${tiers.join(', ')}`);

  const sizes = (places: Exact): Exact[] => {
    const parts = shares.map(([, share]) => places.mul(share));
    const whole = parts.map((part) => part.floor());
    const left = Number(whole.reduce((rest, part) => rest.sub(part), places));
    const byRemainder = tiers
      .map((tier, i) => ({ tier, i, rest: (parts[i] as Exact).sub(whole[i] as Exact) }))
      .filter(({ tier }) => !limited.includes(tier))
      .sort((a, b) => b.rest.compare(a.rest) || a.i - b.i);
    for (let n = 0; n < left; n += 1) {
      const { i } = byRemainder[n % byRemainder.length] as { i: number };
      whole[i] = (whole[i] as Exact).add(1);
    }
    return whole;
  };
  return strict(
    [node],
    ([places]) =>
      sizes(places as Exact)
        .slice(0, tiers.indexOf(upTo) + 1)
        .reduce((a, b) => a.add(b)),
    (memory, words) => {
      const part = shares.slice(0, tiers.indexOf(upTo) + 1).map(([, share]) => `${share.mul(100)}%`);
      return `${told(node, memory, words)} × ${part.length > 1 ? `(${part.join(' + ')})` : part[0]}${words.language === 'zh' ? '，按最大余数' : ', by the largest remainders'}`;
    },
  );
};

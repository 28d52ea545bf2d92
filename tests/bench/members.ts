import { Random } from './random.ts';

/** A Party member in a year, as `huangshan-indices` takes it; `pool` is the organisation that it is ranked in. */
export type Member = {
  pool: string;
  subject: 'member';
  'mid-common': number;
  'mid-specific': number;
  'end-common': number;
  'end-specific': number;
  domain: 'rural' | 'agency' | 'other';
  'previous-tier': 'none' | 'excellent' | 'pioneer' | 'qualified' | 'needs-improvement' | 'unqualified';
};

/** Members of 200 organisations, with indices in tenths; about one in twenty falls below 60. */
export function members(count: number, seed: number, pools = 200): Member[] {
  const random = new Random(seed);
  const tenths = (low: number, high: number): number => random.whole(low * 10, high * 10) / 10;
  return Array.from({ length: count }, () => {
    const weak = random.chance(0.08);
    const common = (): number => (weak ? tenths(0, 60) : tenths(45, 80));
    const specific = (): number => (weak ? tenths(0, 15) : tenths(8, 20));
    return {
      pool: `organisation-${random.whole(1, pools)}`,
      subject: 'member',
      'mid-common': common(),
      'mid-specific': specific(),
      'end-common': common(),
      'end-specific': specific(),
      domain: random.pick(['rural', 'agency', 'other']),
      'previous-tier': random.pick(['none', 'excellent', 'pioneer', 'qualified', 'needs-improvement', 'unqualified']),
    };
  });
}

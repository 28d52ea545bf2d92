import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Something that is done again and again; `once` is told which time it is. */
export type Job = { name: string; once: (turn: number) => void };

/** Times a second, or seconds for one time; one figure for each round. */
export type Rates = {
  median: number;
  lower: number;
  upper: number;
  rounds: readonly number[];
  processor: Processor;
};

export type Processor = {
  /** Processor time for a second of the clock. Below 1, other programs took some; above, the collector ran beside. */
  share: number;
  /** The same figure by processor time: the median of the rounds. */
  median: number;
};

export type Effort = { rounds: number; seconds: number; warmUp: number };

/** The value below which the share of the values lies, between two of them in proportion. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] as number;
  return low + ((sorted[Math.ceil(place)] as number) - low) * (place % 1);
}

/** Empties memory between rounds, so that no job pays for what another left. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

/** The jobs in turn, round by round, so that what slows the machine slows all of them. */
export function measure(jobs: readonly Job[], { rounds, seconds, warmUp }: Effort): Map<string, Rates> {
  const collect = collector();
  const batches = jobs.map((job) => warm(job, warmUp));
  const found = jobs.map(() => ({ rates: [] as number[], shares: [] as number[] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, job] of jobs.entries()) {
      collect();
      const before = process.cpuUsage();
      const { rate, took } = run(job, seconds, batches[i] as number);
      const { user, system } = process.cpuUsage(before);
      found[i]?.rates.push(rate);
      found[i]?.shares.push((user + system) / 1e6 / took);
    }
  }
  return new Map(
    jobs.map(({ name }, i) => {
      const { rates, shares } = found[i] as (typeof found)[number];
      const undisturbed = rates.map((rate, round) => rate / (shares[round] as number));
      return [name, { ...spread(rates), processor: processor(shares, undisturbed) }];
    }),
  );
}

/** Seconds that it takes once, a few times over. */
export function timed(once: () => void, rounds: number): Rates {
  const collect = collector();
  const [seconds, used, shares] = [[] as number[], [] as number[], [] as number[]];
  for (let round = 0; round < rounds; round += 1) {
    collect();
    const [started, before] = [performance.now(), process.cpuUsage()];
    once();
    const took = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(before);
    seconds.push(took);
    used.push((user + system) / 1e6);
    shares.push((user + system) / 1e6 / took);
  }
  return { ...spread(seconds), processor: processor(shares, used) };
}

const processor = (shares: readonly number[], undisturbed: readonly number[]): Processor => ({
  share: quantile(shares, 0.5),
  median: quantile(undisturbed, 0.5),
});

export const spread = (rates: readonly number[]): Omit<Rates, 'processor'> => ({
  median: quantile(rates, 0.5),
  lower: quantile(rates, 0.25),
  upper: quantile(rates, 0.75),
  rounds: rates,
});

/** Runs the job until it is compiled, and finds how many times fit between two looks at the clock (about 5 ms). */
function warm(job: Job, seconds: number): number {
  const { rate } = run(job, seconds, 1);
  return Math.max(1, Math.round(rate * 0.005));
}

function run({ once }: Job, seconds: number, batch: number): { rate: number; took: number } {
  const started = performance.now();
  let [turns, took] = [0, 0];
  while (took < seconds) {
    for (let i = 0; i < batch; i += 1) once(turns + i);
    turns += batch;
    took = (performance.now() - started) / 1000;
  }
  return { rate: turns / took, took };
}

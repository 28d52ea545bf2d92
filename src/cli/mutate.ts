import { checkContent } from '../check/check.ts';
import { mutate } from '../check/mutations.ts';

/** `npm run mutate [-- scheme]`: whether the worked examples notice each stated number that is off by one step. */
const { content } = checkContent(process.cwd());
const wanted = process.argv[2];
let [all, caught] = [0, 0];
for (const { id, data } of content.schemes.values()) {
  if (wanted && id !== wanted) continue;
  const mutations = mutate(data, id);
  const missed = mutations.filter((mutation) => !mutation.caught);
  all += mutations.length;
  caught += mutations.length - missed.length;
  process.stdout.write(`${id}: ${mutations.length - missed.length} of ${mutations.length} noticed\n`);
  for (const { path, from, to } of missed) process.stdout.write(`  not noticed: ${path}, ${from} → ${to}\n`);
}
process.stdout.write(
  `${all === 0 ? 'no stated number' : `${((100 * caught) / all).toFixed(1)} %`} (${caught} of ${all})\n`,
);
process.exitCode = caught === all ? 0 : 1;

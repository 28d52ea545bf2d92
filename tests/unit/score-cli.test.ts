import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Answer, scoreCommand } from '../../src/cli/score-command.ts';
import { schemeIds } from './read-scheme.ts';

const script = join(import.meta.dirname, '../../src/cli/score.ts');

const score = (args: string[], input: unknown = ''): Answer =>
  scoreCommand(args, () => (typeof input === 'string' ? input : JSON.stringify(input)));

/** The same as a process, for exit codes and streams. */
function run(args: string[], input: string): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [script, ...args], { input, encoding: 'utf8' });
}

describe('npm run score', () => {
  test('evaluates one subject and prints JSON without binary noise', () => {
    const { code, out } = score(['chengzhuang-steps'], { post: 'frontline', key: 40, basic: 39.9, innovation: 0 });
    expect(code).toBe(0);
    expect(out).toContain('"total": 79.9,');
    expect(JSON.parse(out)).toMatchObject({
      scheme: 'chengzhuang-steps',
      edition: '2016',
      kind: 'scored',
      outputs: { total: 79.9, step: 1, coefficient: 0.8, 'paid-yuan': 2400 },
      consequences: [],
    });
  });

  test('names consequences, assumptions and the rules of the trace', () => {
    const { out } = score(['chengzhuang-steps'], { post: 'frontline', key: 39.5, basic: 55, innovation: 10 });
    const result = JSON.parse(out);
    expect(result.outputs).toMatchObject({ total: 104.5, coefficient: 0.7, 'self-criticism': true, admonition: false });
    expect(result.consequences[0]).toEqual({ id: 'coefficient-lowered', text: '台阶考核系数降为0.7。', rule: 'R22' });
    expect(result.assumptions[0]).toEqual({ id: 'paid-base', gap: 'G1', value: 'stake', default: 'stake' });
    const coefficient = result.trace.find((entry: { step: string }) => entry.step === 'coefficient');
    expect(coefficient).toEqual({
      step: 'coefficient',
      rule: 'R22',
      rules: ['R22', 'R21'],
      text: '重点项得分 39.5 低于 40，台阶考核系数为0.7（R22、R21）',
    });
  });

  test('as a process: result on standard output, or exit code 2 and the reason on standard error', () => {
    const good = run(['chengzhuang-steps'], '{"post":"surface","key":40,"basic":40,"innovation":0}');
    expect([good.status, good.stderr, JSON.parse(good.stdout).outputs.step]).toEqual([0, '', 2]);
    const bad = run(['chengzhuang-steps'], '{"key":45.1}');
    expect([bad.status, bad.stdout, bad.stderr]).toEqual([
      2,
      '',
      'key: given 45.1; allowed: a number in [0, 45]（应为 [0, 45] 内的数）\n',
    ]);
  });

  test('one third is exact', () => {
    const given = { ballots: 30, 'present-votes': 4, 'partial-votes': 6, verified: true, role: 'candidate' };
    expect(JSON.parse(score(['zhuji-negative-vote'], given).out).outputs).toMatchObject({
      share: '1/3',
      referred: true,
    });
    const more = JSON.parse(score(['zhuji-negative-vote'], { ...given, ballots: 31 }).out);
    expect(more.outputs).toMatchObject({ share: '10/31', referred: false });
  });

  test('assumptions are set by option or in the input', () => {
    const given = { post: 'surface', key: 45, basic: 30, innovation: 0 };
    const byOption = score(['chengzhuang-steps', '--assume', 'paid-base=off'], given);
    const byInput = score(['chengzhuang-steps'], { ...given, assumptions: { 'paid-base': 'off' } });
    expect(JSON.parse(byOption.out)).toMatchObject({ kind: 'undefined', open: { 'paid-yuan': ['G1'] } });
    expect(byInput.out).toBe(byOption.out);
  });

  test('lists every scheme, and describes each', () => {
    expect(
      score(['--list'])
        .out.trim()
        .split('\n')
        .map((line) => line.split('\t')[0]),
    ).toEqual(schemeIds.toSorted());
    const described = JSON.parse(score(['chengzhuang-steps', '--describe']).out);
    expect(described.inputs[1]).toMatchObject({
      id: 'key',
      kind: 'number',
      range: '[0, 45]',
      unit: 'points',
      required: true,
    });
    expect(described.assumptions[0]).toMatchObject({ id: 'paid-base', gap: 'G1', default: 'stake' });
  });

  test('incomplete is an answer, not an error', () => {
    const { code, out } = score(['chengzhuang-steps'], { post: 'frontline', key: 40 });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ kind: 'incomplete', missing: ['basic', 'innovation'] });
  });

  test.each([
    [['chengzhuang-steps'], { key: 45.1 }, 'key: given 45.1; allowed: a number in [0, 45]'],
    [['chengzhuang-steps'], { post: 'mine' }, 'post: given mine; allowed: one of: frontline, second-line, surface'],
    [['chengzhuang-steps'], { key: 'forty' }, 'key: given forty; allowed: a number in [0, 45]'],
    [
      ['chengzhuang-steps'],
      { 'severe-quarters-before': 1.5 },
      'severe-quarters-before: given 1.5; allowed: a whole number in [0, 40]',
    ],
    [
      ['chengzhuang-steps'],
      { 'last-ranked': 'perhaps' },
      'last-ranked: given perhaps; allowed: yes or no (true or false)',
    ],
    [['chengzhuang-steps'], { keys: 40 }, 'keys: given 40; allowed: no input of this name; there are: post, key,'],
    [
      ['zhuji-negative-vote', '--assume', 'trigger=none'],
      {},
      'trigger: given none; allowed: one of: either, both, either-unverified-talk, off',
    ],
    [['chengzhuang-steps', '--assume', 'trigger'], {}, '--assume trigger: write id=reading, such as paid-base=off'],
    [['chengzhuang-steps'], '{"key":', 'standard input is not JSON'],
    [['chengzhuang-steps'], '[]', 'standard input is not an object'],
    [['unknown'], {}, 'no scheme “unknown”; there are: '],
    [['../../package'], {}, 'no scheme “../../package”'],
    [[], {}, 'name one scheme, or --list'],
    [['chengzhuang-steps', '--nope'], {}, "Unknown option '--nope'"],
  ])('%j %j exits with 2 and says why', (args, input, message) => {
    const { code, out, err } = score(args as string[], input);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
    expect(err).not.toContain('    at ');
  });
});

describe('npm run score -- --cohort', () => {
  const heading = 'name,subject,mid-common,mid-specific,end-common,end-specific';
  const table = (...rows: string[]): Answer =>
    score(['huangshan-indices', '--cohort', '-'], [heading, ...rows].join('\n'));

  test('ranks a table and prints rows and totals', () => {
    const { code, out } = table('甲,党员,70,15,72,16', '乙,member,40,10,42,10');
    expect(code).toBe(0);
    const { rows, totals } = JSON.parse(out);
    expect(rows.map((row: { name: string; outputs: object }) => [row.name, row.outputs])).toEqual([
      ['甲', { rank: 1, ranked: 2, mid: 85, end: 88, annual: 86.8, tier: 'qualified' }],
      ['乙', { rank: 2, ranked: 2, mid: 50, end: 52, annual: 51.2, tier: 'unqualified' }],
    ]);
    expect(totals.tiers).toEqual([{ group: ['member', ''], value: { qualified: 1, unqualified: 1 } }]);
    expect(rows[0].trace.map((entry: { text: string }) => entry.text)).toContain(
      '年度综合分 86.8，2 个一起从高到低排，全体中的名次为1',
    );
  });

  test('brief leaves out the traces and assumptions', () => {
    const { out } = score(
      ['chengzhuang-steps', '--cohort', '-', '--brief'],
      'name,post,key,basic,innovation\n甲,一线,40,40,0',
    );
    const [row] = JSON.parse(out).rows;
    expect([row.outputs['last-ranked'], row.trace, row.assumptions]).toEqual([false, [], []]);
  });

  test('names every wrong cell with its line, row and column', () => {
    expect(table('甲,党员,90,15,72,16', '', '乙,群众,40,10,42,x')).toEqual({
      code: 2,
      out: '',
      err: [
        'line 2 (甲), mid-common: given 90; allowed: a number in [0, 80]（应为 [0, 80] 内的数）',
        'line 4 (乙), subject: given 群众; allowed: one of: member, organisation（请选其一：党员（member）、党组织（organisation））',
        'line 4 (乙), end-specific: given x; allowed: a number in [0, 20]（应为 [0, 20] 内的数）',
        '',
      ].join('\n'),
    });
  });

  test('refuses what the table itself must not have', () => {
    const villages = Array.from({ length: 31 }, (_, i) => `村${i},乡,${i}`).join('\n');
    const { code, err } = score(['tanghe-contest', '--cohort', '-'], `name,township,county-score\n${villages}`);
    expect([code, err.split('\n')[0]]).toEqual([
      2,
      'line 2 (村0), county-score: given 0; allowed: the inspection has 30 villages and the table has more with a score; keep those that took part（点验是30个村，表中多于30个有得分；请留下参加点验的）',
    ]);
  });

  test.each([
    [
      ['kecheng-volunteer-hours', '--cohort', '-'],
      'name\n甲',
      'kecheng-volunteer-hours takes one subject at a time; it has no cohort\n',
    ],
    [['chengzhuang-steps', '--cohort', 'nowhere.csv'], '', 'no file nowhere.csv\n'],
    [['chengzhuang-steps', '--cohort', '-'], 'name,post', '-: no row under the headings\n'],
  ])('%j', (args, input, err) => expect(score(args, input)).toEqual({ code: 2, out: '', err }));
});

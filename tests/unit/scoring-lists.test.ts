import { describe, expect, test } from 'vitest';
import { formatDay, monthsBefore, readDay, readMonth, readTime, weekdayOf } from '../../src/lib/calendar.ts';
import { evaluate } from '../../src/scoring/evaluate.ts';
import { report } from '../../src/scoring/report.ts';
import { makeScheme } from './read-scheme.ts';

const label = { zh: '项', en: 'item' };
const days = Object.fromEntries(
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => [day, label]),
);

describe('lists, series, dates', () => {
  const compiled = makeScheme({
    inputs: {
      hours: { list: '[0, 100]', whole: true, absent: 'unknown' },
      months: { series: { came: label, excused: label, absent: label }, absent: 'unknown' },
      first: { integer: '[1, 12]', absent: 1 },
      day: { date: true, absent: 'unknown' },
      done: { month: true, absent: 'unknown' },
      start: { time: true, absent: 'unknown' },
    },
    steps: {
      total: { total: 'hours' },
      entries: { length: 'hours' },
      least: { smallest: 'hours' },
      most: { largest: 'hours' },
      short: { count: 'hours', where: { below: 10 } },
      who: { which: 'hours', where: { below: 10 } },
      missed: { count: 'months', where: { is: 'absent' } },
      year: { count: 'months', where: { is: 'absent' }, within: 'calendar-year', 'first-month': 'first' },
      rolling: { count: 'months', where: { is: 'absent' }, within: 'rolling-12' },
      run: { 'longest-run': 'months', of: 'absent' },
      skipping: { 'longest-run': 'months', of: 'absent', skip: ['excused'] },
      early: { 'at-most': ['start', '8:30'] },
      weekday: { weekday: 'day', choices: days },
      date: { 'day-of-month': 'day' },
      week: { difference: ['day', 7], unit: 'date' },
      before: { 'months-before': ['day', 1], missing: 'last-day', unit: 'date' },
      strictly: { 'months-before': ['day', 1], unit: 'date' },
      next: { sum: ['done', 1], unit: 'month' },
      held: { 'count-true': [{ above: ['total', 20] }, { above: ['entries', 5] }] },
      found: {
        collect: { a: { above: ['total', 20] }, b: { above: ['entries', 5] } },
        choices: { a: label, b: label },
      },
    },
    outputs: [
      ...['total', 'entries', 'least', 'most', 'short', 'who', 'missed', 'year', 'rolling', 'run', 'skipping'],
      ...['early', 'weekday', 'date', 'week', 'before', 'strictly', 'next', 'held', 'found'],
    ],
  });
  const outputs = (given: Record<string, unknown>) => {
    const result = report(compiled, given);
    if (!('outputs' in result)) throw new Error(JSON.stringify(result));
    return result.outputs;
  };

  test('a list as JSON or as text', () => {
    const expected = { total: 31, entries: 3, least: 9, most: 12, short: 1, who: [2], held: 1, found: ['a'] };
    expect(outputs({ hours: [10, 9, 12] })).toEqual(expected);
    expect(outputs({ hours: '10, 9、12' })).toEqual(expected);
    expect(evaluate(compiled, { hours: [10, 9.5] }).kind).toBe('invalid');
    expect(evaluate(compiled, { hours: [10, 101] }).kind).toBe('invalid');
    expect(evaluate(compiled, { hours: '10,,x' }).kind).toBe('invalid');
  });

  test('lists are added entry by entry', () => {
    const sums = makeScheme({
      inputs: { here: { list: '[0, 9]' }, online: { list: '[0, 9]', absent: 'unknown' } },
      steps: { both: { sum: ['here', 'online'] }, short: { count: 'both', where: { below: 2 } } },
      outputs: ['both', 'short'],
    });
    const given = (here: number[], online?: number[]) => report(sums, { here, ...(online ? { online } : {}) });
    expect(given([0, 1], [3, 0.5])).toMatchObject({ outputs: { both: [3, 1.5], short: 1 } });
    expect(given([0, 1])).toMatchObject({ kind: 'incomplete', missing: ['online'] });
    expect(given([0, 1], [3])).toMatchObject({ kind: 'undefined' });
    expect(() =>
      makeScheme({ inputs: { here: { list: '[0, 9]' } }, steps: { it: { sum: ['here', 1] } }, outputs: ['it'] }),
    ).toThrow('the sum of lists needs a list of numbers');
  });

  test('runs and counts over periods', () => {
    const months = ['absent', 'excused', 'absent', 'absent', 'came', 'absent'];
    expect(outputs({ months })).toEqual({ missed: 4, year: 4, rolling: 4, run: 2, skipping: 3 });
    const long = Array.from({ length: 14 }, () => 'absent');
    expect(outputs({ months: long, first: 6 })).toEqual({ missed: 14, year: 7, rolling: 12, run: 14, skipping: 14 });
    expect(evaluate(compiled, { months: ['late'] }).kind).toBe('invalid');
  });

  test('dates, months and times', () => {
    expect(outputs({ day: '2026-03-31' })).toEqual({
      weekday: 'tuesday',
      date: 31,
      week: '2026-03-24',
      before: '2026-02-28',
    });
    expect(outputs({ done: '2026-12', start: '08:30' })).toEqual({ next: '2027-01', early: true });
    expect(outputs({ start: '8:31' })).toEqual({ early: false });
    for (const wrong of [
      { day: '2026-02-30' },
      { day: '1.2.2026' },
      { done: '2026-13' },
      { start: '25:00' },
      { start: 830 },
    ]) {
      expect(evaluate(compiled, wrong).kind, JSON.stringify(wrong)).toBe('invalid');
    }
  });
});

describe('the calendar', () => {
  test('reads and writes days across years', () => {
    for (const text of ['1969-12-31', '1970-01-01', '2000-02-29', '2024-02-29', '2100-03-01']) {
      expect(formatDay(readDay(text) as number)).toBe(text);
    }
    expect(weekdayOf(readDay('1969-12-31') as number)).toBe('wednesday');
    expect(readDay('2100-02-29')).toBeNull();
    expect([readMonth('0000-01'), readTime('24:00'), readTime('24:01')]).toEqual([0, 1440, null]);
  });
  test('a month back', () => {
    const back = (text: string, last: boolean) => {
      const day = monthsBefore(readDay(text) as number, 1, last);
      return day === null ? null : formatDay(day);
    };
    expect([
      back('2026-05-15', true),
      back('2026-01-15', true),
      back('2024-03-31', true),
      back('2026-05-31', true),
    ]).toEqual(['2026-04-15', '2025-12-15', '2024-02-29', '2026-04-30']);
    expect([back('2026-05-31', false), back('2026-05-30', false)]).toEqual([null, '2026-04-30']);
  });
});

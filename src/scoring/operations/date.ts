import { monthsBefore as calendarMonthsBefore, dayOfMonth, weekdayOf } from '../../lib/calendar.ts';
import { type Compile, needType } from '../node.ts';
import { exact } from '../number.ts';
import { spaced } from '../spacing.ts';
import { asNumber, isKnown, Undefined } from '../value.ts';
import { strict } from './arithmetic.ts';

/** `{ weekday: lecture-date }`: monday to sunday. */
export const weekday: Compile = (operation, compiler) => {
  const node = compiler.node(operation['weekday']);
  needType([node], 'number', '“weekday”');
  return {
    type: 'choice',
    evaluate(memory) {
      const value = node.evaluate(memory);
      return isKnown(value) ? weekdayOf(Number(asNumber(value))) : value;
    },
    explain: (memory, words) => `${words.label(node.name ?? '')} ${words.value(node, node.evaluate(memory))}`,
    cites: (memory) => node.cites(memory),
    reads: node.reads,
  };
};

/** `{ day-of-month: date }`: 1 to 31. */
export const dayOfMonthOf: Compile = (operation, compiler) => {
  const node = compiler.node(operation['day-of-month']);
  return strict(
    [node],
    ([day]) => exact(dayOfMonth(Number(day))),
    (memory, words) => words.value(node, node.evaluate(memory)),
  );
};

/** `{ months-before: [date, 1], missing: last-day }`; `missing: G3` is undefined by this gap where the day does not exist. */
export const monthsBefore: Compile = (operation, compiler) => {
  const nodes = compiler.nodes(operation['months-before'] as unknown[]);
  const missing = operation['missing'] as string | undefined;
  const gaps = missing === undefined || missing === 'last-day' ? [] : [missing];
  return strict(
    nodes,
    ([day, months]) => {
      const found = calendarMonthsBefore(Number(day), Number(months), missing === 'last-day');
      return found === null ? new Undefined(gaps) : exact(found);
    },
    (memory, words) => {
      const [day, months] = nodes.map((node) => words.value({ ...node, name: node.name ?? '' }, node.evaluate(memory)));
      return words.language === 'zh' ? spaced(day ?? '', '往前', `${months} 个月`) : `${day} less ${months} month(s)`;
    },
  );
};

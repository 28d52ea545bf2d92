/**
 * Days, months and times of day as whole numbers, so that they can be compared and counted:
 * a day since 1 January 1970, a month since January of the year 0, a minute since midnight. No clock is read.
 */
const DAY = 86_400_000;

/** `2026-05-01`; `null` where it is no day of the calendar. */
export function readDay(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return formatDay(time / DAY) === text ? time / DAY : null;
}

export const formatDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** `2026-05` */
export function readMonth(text: string): number | null {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  return match ? Number(match[1]) * 12 + Number(match[2]) - 1 : null;
}

export const formatMonth = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;

/** `08:30` or `8:30`, to 24:00 */
export function readTime(text: string): number | null {
  const match = /^(\d{1,2}):([0-5]\d)$/.exec(text);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  return minutes <= 24 * 60 ? minutes : null;
}

export const formatTime = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** 1 January 1970 was a Thursday. */
export const weekdayOf = (day: number): (typeof weekdays)[number] =>
  weekdays[(((day + 3) % 7) + 7) % 7] as (typeof weekdays)[number];

export const dayOfMonth = (day: number): number => Number(formatDay(day).slice(8));

/**
 * The same day of the month, `months` earlier. Where that month has no such day: its last day, or `null`.
 */
export function monthsBefore(day: number, months: number, lastDay: boolean): number | null {
  const month = (readMonth(formatDay(day).slice(0, 7)) as number) - months;
  const wanted = dayOfMonth(day);
  for (let date = wanted; date > 27; date -= 1) {
    const found = readDay(`${formatMonth(month)}-${String(date).padStart(2, '0')}`);
    if (found !== null) return found;
    if (!lastDay) return null;
  }
  return readDay(`${formatMonth(month)}-${String(Math.min(wanted, 27)).padStart(2, '0')}`);
}

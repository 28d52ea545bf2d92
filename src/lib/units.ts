/**
 * Units of inputs, assumptions and steps, with the word that stands behind a number; `one` is the English word behind 1
 * where it differs. Dates and fractions need none.
 */
export const unitWords = {
  points: { zh: '分', en: 'points', one: 'point' },
  percent: { zh: '%', en: '%' },
  fraction: { zh: '', en: '' },
  yuan: { zh: '元', en: 'yuan' },
  hours: { zh: '小时', en: 'hours', one: 'hour' },
  days: { zh: '天', en: 'days', one: 'day' },
  people: { zh: '人', en: 'people', one: 'person' },
  households: { zh: '户', en: 'households', one: 'household' },
  quarters: { zh: '个季度', en: 'quarters', one: 'quarter' },
  places: { zh: '名', en: 'places', one: 'place' },
  votes: { zh: '票', en: 'votes', one: 'vote' },
  months: { zh: '个月', en: 'months', one: 'month' },
  date: { zh: '', en: '' },
  month: { zh: '', en: '' },
  time: { zh: '', en: '' },
} as const satisfies Record<string, { zh: string; en: string; one?: string }>;

export type Unit = keyof typeof unitWords;

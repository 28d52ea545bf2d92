/** Units of inputs, assumptions and steps, with the word that stands behind a number. Dates and fractions need none. */
export const unitWords = {
  points: { zh: '分', en: 'points' },
  percent: { zh: '%', en: '%' },
  fraction: { zh: '', en: '' },
  yuan: { zh: '元', en: 'yuan' },
  hours: { zh: '小时', en: 'hours' },
  days: { zh: '天', en: 'days' },
  people: { zh: '人', en: 'people' },
  households: { zh: '户', en: 'households' },
  quarters: { zh: '个季度', en: 'quarters' },
  places: { zh: '名', en: 'places' },
  votes: { zh: '票', en: 'votes' },
  months: { zh: '个月', en: 'months' },
  date: { zh: '', en: '' },
  month: { zh: '', en: '' },
  time: { zh: '', en: '' },
} as const;

export type Unit = keyof typeof unitWords;

/** Schemes that look at the same situation, by what they share. */
const families: readonly (readonly string[])[] = [
  ['haicang-absence', 'haizhou-absence', 'taiqian-theme-day'],
  ['linjiang-stars', 'shizuishan-stars'],
  ['kecheng-volunteer-hours', 'xinjiang-study-hours', 'weifang-school-floors'],
];

/** The other schemes of the family; empty where there are none. */
export const sistersOf = (id: string): readonly string[] =>
  families.find((family) => family.includes(id))?.filter((other) => other !== id) ?? [];

/** How long complaints have been open, in whole days: up to and with `to`; the last band has no end. Words: `statistics.age.<id>`. */
export const AGE_BANDS = [
  { id: 'to7', to: 7 },
  { id: 'to15', to: 15 },
  { id: 'to30', to: 30 },
  { id: 'to60', to: 60 },
  { id: 'over60', to: Infinity },
] as const;
export type AgeBand = (typeof AGE_BANDS)[number]['id'];

/** The band of an age; what came in later than it is looked at counts as new. */
export function ageBandOf(days: number): AgeBand {
  return AGE_BANDS.find(({ to }) => days <= to)?.id ?? 'over60';
}

const SIGNS = ['①', '②', '③', '④', '⑤'];

/** A band's words as a pivot shows them: pivots sort by text, in which 16 comes before 8. */
export function sortableBand(band: AgeBand, words: string): string {
  return `${SIGNS[AGE_BANDS.findIndex(({ id }) => id === band)] ?? ''} ${words}`;
}

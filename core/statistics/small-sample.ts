/**
 * Fewer than this many complaints in a share, a rate or a median are too few to be compared or ranked: below twenty the
 * relative standard error of a count passes 22 %, and one complaint moves a share by more than five points. Twenty is where
 * public statistics draw the line (US National Center for Health Statistics, CDC WISQARS: rates on fewer than 20 events are
 * unreliable). The figure is shown all the same, with a mark.
 */
export const SMALL_SAMPLE = 20;

/** Whether a figure on so many complaints is too small to be compared or ranked. */
export function isSmallSample(count: number): boolean {
  return count < SMALL_SAMPLE;
}

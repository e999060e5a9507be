import type { OpenSpan } from './open-windows.ts';

/** Stretches in order, overlapping and touching ones joined, empty ones left out. */
export function unionOf(spans: readonly OpenSpan[]): OpenSpan[] {
  const joined: OpenSpan[] = [];
  for (const span of spans.filter(({ from, to }) => from < to).toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else joined.push({ ...span });
  }
  return joined;
}

/** What is left of a stretch when others (a union) are taken out. */
export function cutOut(span: OpenSpan, union: readonly OpenSpan[]): OpenSpan[] {
  const left: OpenSpan[] = [];
  let from = span.from;
  for (const cut of union) {
    if (cut.to <= from) continue;
    if (cut.from >= span.to) break;
    if (cut.from > from) left.push({ from, to: cut.from });
    from = cut.to;
  }
  if (from < span.to) left.push({ from, to: span.to });
  return left;
}

/** The parts of a union that lie within a stretch. */
export function within(span: OpenSpan, union: readonly OpenSpan[]): OpenSpan[] {
  return union
    .map(({ from, to }) => ({ from: Math.max(from, span.from), to: Math.min(to, span.to) }))
    .filter(({ from, to }) => from < to);
}

/** How long stretches that do not overlap are together, in milliseconds. */
export function lengthOf(spans: readonly OpenSpan[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

/**
 * The end of `length` milliseconds by the clock from `start`, while the clock stands still during `union`. Used up exactly
 * where a standstill begins, it ends there.
 */
export function addByTheClock(start: number, length: number, union: readonly OpenSpan[]): number {
  let [now, left] = [start, length];
  for (const still of union) {
    if (still.to <= now) continue;
    if (still.from >= now + left) break;
    left -= Math.max(0, still.from - now);
    now = still.to;
  }
  return now + left;
}

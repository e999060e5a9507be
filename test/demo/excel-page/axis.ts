/** Positions along one direction of a sheet: what begins where, and what stands at a pixel. Hidden rows and columns have size 0. */
export interface Axis {
  count: number;
  start(index: number): number;
  size(index: number): number;
  /** The index whose span holds this pixel, within the axis. */
  at(pixel: number): number;
  total: number;
}

export function makeAxis(count: number, sizeOf: (index: number) => number): Axis {
  const starts = new Float64Array(count + 1);
  for (let index = 0; index < count; index += 1) starts[index + 1] = (starts[index] ?? 0) + sizeOf(index);
  const start = (index: number): number => starts[Math.min(Math.max(index, 0), count)] ?? 0;
  return {
    count,
    start,
    size: (index) => start(index + 1) - start(index),
    at: (pixel) => searchLast(starts, pixel, count),
    total: start(count),
  };
}

/** The last index whose start is not beyond the pixel; of several with the same start (hidden ones) the last, which is visible. */
function searchLast(starts: Float64Array, pixel: number, count: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= pixel) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, 0);
}

/** The indexes that can be seen in a window of pixels, hidden ones left out. */
export function visibleIndexes(axis: Axis, from: number, to: number): number[] {
  const seen: number[] = [];
  for (let index = axis.at(from); index < axis.count && axis.start(index) < to; index += 1) {
    if (axis.size(index) > 0) seen.push(index);
  }
  return seen;
}

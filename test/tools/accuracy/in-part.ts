/** Which records are measured: all, those with the named ids, or some of the equal parts that the ids fall into. */
export interface Choice {
  ids: ReadonlySet<string> | null;
  part: { numbers: readonly number[]; of: number } | null;
}

/** `2/3` is the second of three parts, `1,2/3` the first two; null when it is no such thing. */
export function readPart(text: string): Choice['part'] {
  const match = /^(\d+(?:,\d+)*)\/(\d+)$/.exec(text);
  const of = Number(match?.[2]);
  const numbers = (match?.[1] ?? '').split(',').map(Number);
  const isWhole = match !== null && numbers.every((number) => number >= 1 && number <= of);
  return isWhole ? { numbers, of } : null;
}

/** The same id always falls into the same part, whatever else the file holds. */
export function isChosen(id: string, { ids, part }: Choice): boolean {
  if (ids !== null && !ids.has(id)) return false;
  return part === null || part.numbers.includes((hashOf(id) % part.of) + 1);
}

/** FNV-1a with a final mixing, so that ids in a row fall apart. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * A name that none of `taken` has, compared without regard to case: the wanted one, or the wanted one with a number
 * behind it, cut so that it stays within `max` UTF-16 units.
 * Example: `uniqueName('Lists', ['lists'], { max: 31, join: ' ' })` → `Lists 2`.
 */
export function uniqueName(
  wanted: string,
  taken: Iterable<string>,
  { max, join }: { max: number; join: string },
): string {
  const known = new Set([...taken].map((name) => name.toLowerCase()));
  for (let count = 1; ; count++) {
    const tail = count === 1 ? '' : `${join}${count}`;
    const name = cutAt(wanted, max - tail.length).trimEnd() + tail;
    if (!known.has(name.toLowerCase())) return name;
  }
}

/** The first `length` UTF-16 units, never half of a surrogate pair. */
export function cutAt(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

const ENOUGH = 8;
/** A way of writing that so many cells share is the column's own. */
const USUAL = 0.2;
/** A way of writing that comes so seldom is nobody's. */
const RARE = 0.05;

/**
 * Learns how the telephone numbers of a column are grouped (3-3-4 digits) and tells the few that lack a digit, or have one
 * too many, in one group: 312-555-010 among numbers like 312-555-0187. Numbers without groups count only with a leading 0,
 * which a lost zero does not have. What other checks tell of a number for sure is not told again.
 */
export function oddPhones(texts: readonly string[]): (text: string) => boolean {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const groups = groupsOf(text);
    if (groups !== null) counts.set(groups.join('-'), (counts.get(groups.join('-')) ?? 0) + 1);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const usual = [...counts]
    .filter(([, count]) => count >= total * USUAL)
    .map(([groups]) => groups.split('-').map(Number));
  return (text) => {
    const groups = groupsOf(text);
    if (groups === null || total < ENOUGH || isKnownBroken(text)) return false;
    const isRare = (counts.get(groups.join('-')) ?? 0) <= Math.max(1, total * RARE);
    return isRare && (groups.length > 1 || /^\s*0/.test(text)) && usual.some((other) => isOneOff(groups, other));
  };
}

/** How many digits stand together; null where a cell holds anything but one number. */
function groupsOf(text: string): number[] | null {
  const plain = text.normalize('NFKC').trim();
  if (!/^\+?[\d\s().-]+$/.test(plain)) return null;
  const groups = plain.match(/\d+/g)?.map(({ length }) => length) ?? [];
  const digits = groups.reduce((sum, count) => sum + count, 0);
  return digits < 7 || digits > 13 ? null : groups;
}

function isOneOff(groups: readonly number[], other: readonly number[]): boolean {
  if (groups.length !== other.length) return false;
  const gaps = groups.map((count, at) => Math.abs(count - (other[at] ?? 0))).filter((gap) => gap > 0);
  return gaps.length === 1 && gaps[0] === 1;
}

/** Mobile numbers of a wrong length are told where the cell is read. */
function isKnownBroken(text: string): boolean {
  return /^(?:1[3-9](?:\d{8}|\d{10})|09\d{6,7}|09\d{9}|07(?:\d{8}|\d{10}))$/.test(text.replace(/[\s.]/g, ''));
}

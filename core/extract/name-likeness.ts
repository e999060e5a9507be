import { foldText } from '../text/fold-text.ts';

const LEGAL =
  /(?:股份有限公司|有限责任公司|有限公司|集团公司|公司|集团|(?<=\p{Script=Han}{2})厂|,? ?(?:pty\.? ltd|pte\.? ltd|sdn\.? bhd|private limited|pvt\.? ltd|co\.?,? ltd|gmbh(?: & co\.? kg)?|limited|ltd|llc|inc|corp(?:oration)?|plc|ag|b\.?v|s\.?a|kk)\.?)$/u;

/** A name made equal for comparing: folded, without blanks and signs. */
export function plainName(text: string): string {
  return foldText(text).folded.replace(/[\s.,;:'"“”‘’()[\]·&_-]/g, '');
}

/** The folded name without its legal form (晴川粉体有限公司 → 晴川粉体); null when what is left is too short to tell anybody. */
export function stemOfName(text: string): string | null {
  const folded = foldText(text).folded.trim();
  const stem = folded.replace(LEGAL, '').trim();
  if (stem === folded) return null;
  return stem.length >= (/\p{Script=Han}/u.test(stem) ? 4 : 6) ? stem : null;
}

/**
 * Whether two names are the same up to a slip of the pen: equal when plain, equal without the legal form, or, for long
 * names, one sign apart for every six.
 */
export function isNearName(one: string, other: string): boolean {
  const [a, b] = [plainName(one), plainName(other)];
  if (a === b) return a !== '';
  const [stemA, stemB] = [stemOfName(one), stemOfName(other)].map((stem) => (stem === null ? null : plainName(stem)));
  if ((stemA !== null && (stemA === b || stemA === stemB)) || (stemB !== null && stemB === a)) return true;
  const slips = Math.floor(Math.min(a.length, b.length) / 6);
  // Digits tell models and houses apart: no slip is forgiven in them.
  return slips > 0 && a.replace(/\D/g, '') === b.replace(/\D/g, '') && isWithin(a, b, Math.min(slips, 2));
}

/** Whether `a` becomes `b` by at most `most` insertions, deletions and replacements of a sign. */
function isWithin(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const kept = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(kept, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > most) return false;
    row = next;
  }
  return (row[b.length] ?? 0) <= most;
}

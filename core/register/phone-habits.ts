import { phoneDigits, phoneNumbers } from './phone-numbers.ts';

/** How the telephone numbers of a column are written, learnt from all its cells; single numbers are judged by it. */
export interface PhoneHabits {
  /** Numbers of so many digits stand here without an area, and everybody can dial them (Hong Kong, extensions). */
  isWhole: (digits: string) => boolean;
  /** The number lacks a digit, or has one too many, beside the others of the column. */
  isOdd: (text: string) => boolean;
  /** Whether numbers with this beginning and length are written here; null where too few numbers stand here to tell. */
  isKnown: (beginning: string, length: number) => boolean | null;
  /** A number without its 0, as a spreadsheet leaves it, stands among numbers that begin with one; null as above. */
  lacksZero: (digits: string) => boolean | null;
}

const ENOUGH = 8;
/** A way of writing that so many numbers share is the column's own. */
const USUAL = 0.2;
/** A way of writing that comes so seldom is nobody's, where numbers of one beginning are longer or shorter by their area. */
const RARE = 0.05;
/** As much as that beside the usual one, where all numbers of one beginning are equally long. */
const RARE_BESIDE = 0.17;
/** So many numbers of the mainland or Taiwan: beside them stand those of areas, 7 and 8 digits in one column. */
const WITH_AREAS = 0.15;
/** Where so many numbers have no area, none needs it. */
const WHOLE = 0.34;
const FEWEST_WHOLE = 3;
/** Mobile numbers of New Zealand that are of several lengths. */
const VARIED = /^021/;
/** Places whose numbers have eight digits and no areas: Hong Kong, Macao, Singapore. */
const WITHOUT_AREAS = /(?:\+|\b00|\()\s*(?:85[23]|65)\b/;

/**
 * Learns how numbers are grouped (3-3-4 digits), how they begin and how long they are. `cells` are the values of a column of
 * numbers; numbers with a country code say nothing of the others, but of the country.
 */
export function phoneHabits(cells: readonly (string | number)[]): PhoneHabits {
  const groupings = new Map<string, number>();
  const lengths = new Map<number, number>();
  const beginnings = new Map<string, number>();
  const zeroed = new Map<number, number>();
  const kinds = new Map<string, number>();
  let grouped = 0;
  let texts = 0;
  /** Ten digits that no lost 0 explains: of the United States, say. */
  let american = 0;
  let total = 0;
  let withoutAreas = 0;
  let areaMobiles = 0;
  for (const cell of cells) {
    const text = String(cell);
    if (WITHOUT_AREAS.test(text)) withoutAreas++;
    const groups = groupsOf(text);
    if (groups !== null) {
      grouped++;
      add(groupings, keyOf(text, groups));
    }
    for (const digits of nationalNumbers(text)) {
      total++;
      add(lengths, digits.length);
      if (/^[3-689]\d{9}$/.test(digits)) american++;
      if (/^(?:1[3-9]\d{9}|09\d{8})$/.test(digits)) areaMobiles++;
      add(kinds, beginningKey(kindOf(digits), digits.length));
      if (typeof cell !== 'string') continue;
      texts++;
      add(beginnings, beginningKey(beginningOf(digits), digits.length));
      if (digits.startsWith('0')) add(zeroed, digits.length);
    }
  }
  const usual = [...groupings].filter(([, count]) => count >= grouped * USUAL).map(([key]) => key);
  const isWhole = (digits: string) => {
    if (digits.length < 3 || digits.length > 8 || digits.startsWith('0')) return false;
    const count = lengths.get(digits.length) ?? 0;
    return (withoutAreas > 1 && digits.length === 8) || (count >= FEWEST_WHOLE && count >= total * WHOLE);
  };
  const isKnown = (beginning: string, length: number) => {
    if (total < ENOUGH) return null;
    const [shorter, count, longer] = [length - 1, length, length + 1].map(
      (each) => beginnings.get(beginningKey(beginning, each)) ?? 0,
    ) as [number, number, number];
    return count > 0 && count >= shorter && count >= longer;
  };
  const variesByArea = areaMobiles >= total * WITH_AREAS;
  /** All others that begin alike are a digit longer, or a digit shorter. */
  const isOddLength = (digits: string) => {
    const kind = kindOf(digits);
    const count = (length: number) => kinds.get(beginningKey(kind, length)) ?? 0;
    const usual = Math.max(count(digits.length - 1), count(digits.length + 1));
    return !variesByArea && !VARIED.test(digits) && usual >= ENOUGH && count(digits.length) <= usual * RARE_BESIDE;
  };
  return {
    isWhole,
    isKnown,
    isOdd: (text) => {
      const groups = groupsOf(text);
      if (groups === null || grouped < ENOUGH) return false;
      if (isOddLength(phoneDigits(text.normalize('NFKC')))) return !text.trim().startsWith('+');
      const key = keyOf(text, groups);
      const isRare = (groupings.get(key) ?? 0) <= Math.max(1, grouped * RARE);
      return isRare && usual.some((other) => isOneOff(key, other));
    },
    lacksZero: (digits) => {
      if (total < ENOUGH || /^[48]00/.test(digits)) return null;
      const length = digits.length + 1;
      const withZero = digits.startsWith('1') ? beginnings.get(beginningKey('01', length)) : zeroed.get(length);
      const without = beginnings.get(beginningKey(beginningOf(digits), digits.length));
      if ((withZero ?? 0) > (without ?? 0)) return true;
      return texts >= ENOUGH || (digits.length === 10 && american > 1) ? false : null;
    },
  };
}

/** The numbers of a cell as they are dialled within the country, digits alone; short ones only where nothing else stands. */
function nationalNumbers(text: string): string[] {
  const plain = text.normalize('NFKC').trim();
  const numbers = /^[\d\s().-]+$/.test(plain) && phoneDigits(plain).length <= 8 ? [plain] : phoneNumbers(plain);
  return numbers
    .filter((number) => !/^(?:\+|00|\(\+)/.test(number))
    .map(phoneDigits)
    .filter((digits) => digits.length >= 3);
}

/** What tells numbers of one kind: the area's or network's first digits behind a 0; mainland mobile numbers; all others. */
function beginningOf(digits: string): string {
  return digits.startsWith('0') ? digits.slice(0, 2) : digits.startsWith('1') ? '1' : '';
}

/** Finer: 011 and 012 in Malaysia, 021 and 027 in New Zealand have numbers of their own lengths. */
function kindOf(digits: string): string {
  return /^0[12]/.test(digits) ? digits.slice(0, 3) : beginningOf(digits);
}

function beginningKey(beginning: string, length: number): string {
  return `${beginning} ${String(length)}`;
}

/** How many digits stand together; null where a cell holds anything but one number of a usual length. */
function groupsOf(text: string): number[] | null {
  const plain = text.normalize('NFKC').trim();
  if (!/^\+?[\d\s().-]+$/.test(plain) || /^[48]00/.test(plain)) return null;
  const groups = plain.match(/\d+/g)?.map(({ length }) => length) ?? [];
  const digits = groups.reduce((sum, count) => sum + count, 0);
  return digits < 7 || digits > 13 ? null : groups;
}

/** Numbers are compared with those that begin as they do; in groups, 312-555-0187 and 920-555-0182 are alike. */
function keyOf(text: string, groups: readonly number[]): string {
  const plain = text.normalize('NFKC').trim();
  const digits = phoneDigits(plain);
  const kind = plain.startsWith('+') ? '+' : groups.length > 1 && !digits.startsWith('0') ? '' : kindOf(digits);
  return `${kind}:${groups.join('-')}`;
}

function isOneOff(key: string, usual: string): boolean {
  const [[kind, groups = ''], [otherKind, otherGroups = '']] = [key.split(':'), usual.split(':')];
  const [left, right] = [groups.split('-').map(Number), otherGroups.split('-').map(Number)];
  if (kind !== otherKind || left.length !== right.length) return false;
  const gaps = left.map((count, at) => Math.abs(count - (right[at] ?? 0))).filter((gap) => gap > 0);
  return gaps.length === 1 && gaps[0] === 1;
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

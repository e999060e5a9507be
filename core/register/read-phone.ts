import type { CellFinding } from './finding.ts';
import type { PhoneHabits } from './phone-habits.ts';
import { phoneDigits, phoneNumbers } from './phone-numbers.ts';

/** Australia's numbers at the local rate: 13 11 14. */
const LOCAL_RATE = /^13 \d\d \d\d$/;
const EMAIL = /^\S+@\S+\.[a-z]{2,}$/i;

/**
 * Tells what is wrong with a telephone number as it stands in a cell, and whether anybody can be reached by it. What the
 * column is used to, where it is known, goes before what is known of mainland China, Taiwan and the United Kingdom.
 */
export function checkPhone(
  text: string,
  { isNumber, habits }: { isNumber: boolean; habits: PhoneHabits | null },
): { findings: CellFinding[]; isReachable: boolean } {
  const numbers = phoneNumbers(text);
  const [number = text] = numbers;
  const digits = phoneDigits(number);
  const isAlone = numbers.length <= 1 && /^[\d\s().-]+$/.test(text);
  const tell = (
    level: CellFinding['level'],
    code: string,
    params: CellFinding['params'],
    fix?: { value: string },
  ): { findings: CellFinding[]; isReachable: boolean } => ({
    findings: [{ level, code, params, ...(fix === undefined ? {} : { fix }) }],
    isReachable: true,
  });
  const fine = { findings: [], isReachable: true };
  if (numbers.length >= 2) return tell('info', 'twoPhones', { count: numbers.length });
  if (isAlone && habits?.isWhole(digits) === true) return fine;
  if (isAlone && hasLostZero(text, isNumber, habits))
    return tell('warning', 'lostZero', { text }, { value: `0${text.trim()}` });
  if (LOCAL_RATE.test(text.trim())) return fine;
  if (habits?.isOdd(text) !== true) {
    if (isWithoutArea(text)) return tell('info', 'phoneWithoutArea', { text });
    if (EMAIL.test(text) || isPhone(text, numbers, habits)) return fine;
  }
  return { ...tell('warning', 'badPhone', { text: text.slice(0, 40) }), isReachable: !reachesNobody(text, digits) };
}

/** Mobile numbers of Taiwan and the United Kingdom with a digit too few or too many, and how long they are. */
const MOBILES = [
  { broken: /^09(?:\d{9}|(?:-?\d){6,7})$/, beginning: '09', length: 10 },
  { broken: /^07(?:\d{8}|\d{10})$/, beginning: '07', length: 11 },
];

/**
 * A digit too few or too many. In mainland China 11 digits begin with 1, and 07 and 09 begin areas; elsewhere they begin
 * numbers of other lengths, and 1300, 1800 and 1850 are free of charge: the column tells.
 */
function isBroken(number: string, habits: PhoneHabits | null): boolean {
  const isMainland = habits?.isKnown('1', 11) ?? null;
  const plain = number.replace(/[\s.]/g, '');
  const digits = plain.replaceAll('-', '');
  if (/^1[3-9](?:\d{8}|\d{10})$/.test(digits)) return isMainland !== false || !/^1[389]\d0\d{6}$/.test(digits);
  if (isMainland === true) return false;
  return MOBILES.some(
    ({ broken, beginning, length }) => broken.test(plain) && habits?.isKnown(beginning, length) !== false,
  );
}

/** Words, masked digits, a digit too few: nobody can be called by it. A short number may be an extension or a hotline. */
function reachesNobody(text: string, digits: string): boolean {
  return /[*×xX]{3}/.test(text) || !/\d{3}/.test(text) || digits.length >= 7;
}

/**
 * Stored as a number, a telephone number has no 0 in front: told by the others of the column, else where mobile numbers
 * always begin with one: Taiwan (09…, in text too), the United Kingdom (07…) and Australia (04…).
 */
function hasLostZero(text: string, isNumber: boolean, habits: PhoneHabits | null): boolean {
  const digits = text.replace(/\D/g, '');
  if (digits.startsWith('0') || digits.length < 8 || digits.length > 11) return false;
  if (!isNumber) return /^9\d{8}$/.test(digits) && habits?.isKnown('09', 10) !== false;
  return habits?.lacksZero(digits) ?? /^(?:[49]\d{8}|7\d{9})$/.test(digits);
}

/** A local number of five to eight digits that is no hotline. */
function isWithoutArea(text: string): boolean {
  const digits = text.replace(/[\s-]/g, '');
  return /^[1-9]\d{4,7}$/.test(digits) && !/^(?:1[02]\d{3}|9[5-6]\d{3,4}|400\d+|800\d+)$/.test(digits);
}

function isPhone(text: string, numbers: readonly string[], habits: PhoneHabits | null): boolean {
  const [number] = numbers;
  if (number === undefined || /[*×xX]{3}/.test(text)) return false;
  const digits = phoneDigits(number);
  return digits.length >= 7 && digits.length <= 15 && !/^(\d)\1+$/.test(digits) && !isBroken(number, habits);
}

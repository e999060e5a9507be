import { Field, fieldKind } from '../../../core/complaint/field.ts';
import { phoneNumbers } from '../../../core/register/phone-numbers.ts';
import { CURRENCIES } from '../../../core/text/currencies.ts';
import { isSameTime, readResolvedTime } from './written-time.ts';
import type { SampleValue } from './workbook-gold.ts';

/**
 * Whether the value of a row is the gold's: null means that it cannot be read and must stay empty. Times by date and time as
 * far as the gold has them, phones by their number with or without country code, numbers by their amount, all else as
 * written. A list of phones: all of them stand in the cell; any other list: any one is right.
 */
export function isSameCellValue(field: string, value: string | undefined, gold: SampleValue): boolean {
  if (gold === null) return value === undefined;
  if (value === undefined) return false;
  const known = Field.safeParse(field);
  const kind = known.success ? fieldKind(known.data) : 'text';
  const wanted = [gold].flat().map(String);
  if (kind === 'phone') return wanted.every((phone) => holdsPhone(value, phone));
  return wanted.some((each) => (kind === 'time' ? isSameMoment(value, each) : isSameWritten(value, each)));
}

function isSameMoment(value: string, gold: string): boolean {
  const time = readResolvedTime(gold);
  return time === null ? isSameWritten(value, gold) : isSameTime(value, time);
}

function isSameWritten(value: string, gold: string): boolean {
  const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  if (fold(value) === fold(gold)) return true;
  const [, currency = '', amount] = /^(\D*?)(-?[\d,]+(?:\.\d+)?)(?:\/-|\p{L}{0,4})$/u.exec(fold(value)) ?? [];
  if (currency !== '' && !CURRENCY_SIGNS.has(currency.replace(/\.$/, ''))) return false;
  return amount !== undefined && fold(gold) !== '' && Number(amount.replaceAll(',', '')) === Number(gold);
}

const CURRENCY_SIGNS = new Set(
  Object.values(CURRENCIES).flatMap(({ before }) => before.map((sign) => sign.replace(/\.$/, ''))),
);

const LONGEST_COUNTRY_CODE = 3;
const FEWEST_DIGITS = 7;

/** The gold is `+` country code and digits, `x` before an extension that the cell may lack. */
function holdsPhone(value: string, gold: string): boolean {
  const wanted = digitsOf(gold);
  const parts = value.normalize('NFKC').split(/[/、,;\n|]|\s{2,}|\s(?=\p{L})|或/u);
  return [value, ...parts, ...phoneNumbers(value)].map(digitsOf).some((digits) => {
    const national = digits.replace(/^0+/, '');
    const spare = wanted.length - national.length;
    return wanted.endsWith(national) && national.length >= FEWEST_DIGITS && spare <= LONGEST_COUNTRY_CODE;
  });
}

function digitsOf(phone: string): string {
  const number = phone.normalize('NFKC').replace(/\(0\)/g, '');
  return number.replace(/\s*(?:ext\.?|x|转|轉|分机|分機|#)\s*\d{1,6}\s*$/i, '').replace(/\D/g, '');
}

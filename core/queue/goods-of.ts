import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { Field } from '../complaint/field.ts';
import { foldText } from '../text/fold-text.ts';
import { squeeze } from './queue-row.ts';

const GOODS = ['batchNo', 'orderNo'] as const satisfies Field[];

/**
 * Whether two complaints name the same customer: the same company; where not both name one, the same person; or the same
 * phone or address, whatever they are called. Width, capitals, traditional characters and spacing make no difference.
 */
export function isSameCustomer(one: ComplaintValues, other: ComplaintValues): boolean {
  const [mine, theirs] = [marksOf(one), marksOf(other)];
  const isSame = (mark: keyof Marks) => mine[mark] !== '' && mine[mark] === theirs[mark];
  if (isSame('company') || isSame('phone') || isSame('email')) return true;
  const names = (marks: Marks) => [marks.company, marks.person].filter((name) => name !== '');
  return (mine.company === '' || theirs.company === '') && names(mine).some((name) => names(theirs).includes(name));
}

/** The first number of batch and order that two complaints of the same customer share, as the first of them writes it. */
export function sharedGoods(
  one: ComplaintValues,
  other: ComplaintValues,
): { field: (typeof GOODS)[number]; value: string }[] {
  if (!isSameCustomer(one, other)) return [];
  return GOODS.flatMap((field) => {
    const others = new Set(numbersIn(other[field]).map(({ number }) => number));
    const same = numbersIn(one[field]).find(({ number }) => others.has(number));
    return same === undefined ? [] : [{ field, value: same.written }];
  });
}

/** Letters made from one form are alike; the numbers in them tell that they are about different goods. */
export function isAboutOtherGoods(one: ComplaintValues, other: ComplaintValues): boolean {
  const isSame = GOODS.some((field) =>
    numbersIn(one[field]).some(({ number }) => numbersIn(other[field]).some((another) => another.number === number)),
  );
  return !isSame && GOODS.some((field) => numbersIn(one[field]).length > 0 && numbersIn(other[field]).length > 0);
}

/** Keys such that two complaints with `sharedGoods` have one in common. */
export function goodsKeys(values: ComplaintValues): string[] {
  const marks = [...new Set(Object.values(marksOf(values)).filter((mark) => mark !== ''))];
  return GOODS.flatMap((field) =>
    numbersIn(values[field]).flatMap(({ number }) => marks.map((mark) => `${field}:${mark}:${number}`)),
  );
}

interface Marks {
  company: string;
  person: string;
  phone: string;
  email: string;
}

function marksOf({ customerName, contactName, contactPhone, contactEmail }: ComplaintValues): Marks {
  const plain = (text = '') => squeeze(foldText(text).folded);
  return {
    company: plain(customerName),
    person: plain(contactName),
    phone: plain(contactPhone),
    email: foldText(contactEmail ?? '').folded.trim(),
  };
}

/** The numbers in a value, folded to compare them and as they are written. */
function numbersIn(value: string | undefined): { number: string; written: string }[] {
  const text = value ?? '';
  const { folded, toOriginal } = foldText(text);
  return [...folded.matchAll(/[^、,;，；/\s]+/g)]
    .map(({ 0: part, index }) => ({
      number: squeeze(part),
      written: text.slice(toOriginal(index), toOriginal(index + part.length)).trim(),
    }))
    .filter(({ number }) => number.length >= 3 && /\d/.test(number));
}

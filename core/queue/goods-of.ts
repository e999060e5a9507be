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
  const isSame = (mark: 'company' | 'phone' | 'email') => mine[mark] !== '' && mine[mark] === theirs[mark];
  if (isSame('company') || isSame('phone') || isSame('email')) return true;
  const names = (marks: Marks) => [marks.company, marks.person].filter((name) => name !== '');
  return (mine.company === '' || theirs.company === '') && names(mine).some((name) => names(theirs).includes(name));
}

/**
 * The first number of batch and order that two complaints of the same customer share, as the first of them writes it. A number
 * that the other gives as the other kind counts too: one writes under “batch” what the other has as its order.
 */
export function sharedGoods(
  one: ComplaintValues,
  other: ComplaintValues,
): { field: (typeof GOODS)[number]; value: string }[] {
  if (!isSameCustomer(one, other)) return [];
  const others = new Set(goodsNumbers(other));
  return GOODS.flatMap((field) => {
    const same = goodsIn(one)[field].find(({ number }) => others.delete(number));
    return same === undefined ? [] : [{ field, value: same.written }];
  });
}

/** Letters made from one form are alike; the numbers in them tell that they are about different goods. */
export function isAboutOtherGoods(one: ComplaintValues, other: ComplaintValues): boolean {
  const others = new Set(goodsNumbers(other));
  if (goodsNumbers(one).some((number) => others.has(number))) return false;
  return GOODS.some((field) => goodsIn(one)[field].length > 0 && goodsIn(other)[field].length > 0);
}

/** Whether phones or products tell two complaints apart: one name may be borne by two, and one letter be sent about two products. */
export function isOfAnother(one: ComplaintValues, other: ComplaintValues): boolean {
  const [mine, theirs] = [marksOf(one), marksOf(other)];
  const isOtherPhone = mine.phone !== '' && theirs.phone !== '' && mine.phone !== theirs.phone;
  return isOtherPhone || !(mine.product.includes(theirs.product) || theirs.product.includes(mine.product));
}

/** Keys such that two complaints with `sharedGoods` have one in common. */
export function goodsKeys(values: ComplaintValues): string[] {
  const marks = customerKeys(values);
  return goodsNumbers(values).flatMap((number) => marks.map((mark) => `goods:${mark}:${number}`));
}

/** Keys such that two complaints of the same customer (`isSameCustomer`) have one in common. */
export function customerKeys(values: ComplaintValues): string[] {
  const { company, person, phone, email } = marksOf(values);
  return [...new Set([company, person, phone, email])].filter((mark) => mark !== '');
}

/** The numbers of batch and order of a complaint, each once, folded. */
function goodsNumbers(values: ComplaintValues): string[] {
  return [...new Set(GOODS.flatMap((field) => goodsIn(values)[field].map(({ number }) => number)))];
}

const goodsIn = readOnce((values) => ({ batchNo: numbersIn(values.batchNo), orderNo: numbersIn(values.orderNo) }));

/** One complaint is compared with many: what is read of it is kept as long as it is. */
function readOnce<T extends object>(read: (values: ComplaintValues) => T): (values: ComplaintValues) => T {
  const known = new WeakMap<ComplaintValues, T>();
  return (values) => {
    const made = known.get(values) ?? read(values);
    known.set(values, made);
    return made;
  };
}

interface Marks {
  company: string;
  person: string;
  phone: string;
  email: string;
  product: string;
}

const marksOf = readOnce(({ customerName, contactName, contactPhone, contactEmail, productName }): Marks => {
  const plain = (text = '') => squeeze(foldText(text).folded);
  return {
    company: plain(customerName),
    person: plain(contactName),
    phone: plain(contactPhone),
    email: foldText(contactEmail ?? '').folded.trim(),
    product: plain(productName),
  };
});

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

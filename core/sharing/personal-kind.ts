import { foldText } from '../text/fold-text.ts';

/** What is hidden in a sharing copy. `staff`: people of the company itself; `account`: of a messenger or a payment service. */
export const PERSONAL_KINDS = [
  'person',
  'staff',
  'phone',
  'email',
  'address',
  'idNo',
  'card',
  'plate',
  'vin',
  'account',
  'order',
] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

const HAN_DIGITS = '零一二三四五六七八九';
/** 幺 is read for one, 〇 written for zero. */
const SPOKEN_DIGIT = /[零〇幺一二三四五六七八九]/g;
const POLITE = /(?:先生|女士|小姐|太太)$/;

/** Digits however they were written: 一三八 and 幺三八 as 138. */
export function plainDigits(text: string): string {
  return text.replace(SPOKEN_DIGIT, (digit) =>
    digit === '〇' ? '0' : digit === '幺' ? '1' : String(HAN_DIGITS.indexOf(digit)),
  );
}

/** Whether a text is a mobile number of the mainland and nothing else. */
export function isMobileNumber(text: string): boolean {
  return /^1[3-9]\d{9}$/.test(plainValue('phone', text)) && !/[a-z]/i.test(text);
}

/** What a half masked mobile number still shows: 138****8000. Null: it is none. */
export function halfMasked(text: string): { start: string; end: string } | null {
  const shown = /^(1[3-9]\d)[\s-]?[*×x•●#]{3,6}[\s-]?(\d{2,4})$/i.exec(text.normalize('NFKC').trim());
  return shown === null ? null : { start: shown[1] ?? '', end: shown[2] ?? '' };
}

/**
 * The form in which two spellings of the same value are equal: `+86 138-0013-8000` and `一三八零零一三八零零零`, `张　伟` and
 * `张伟先生`. Pseudonyms are made of it.
 */
export function plainValue(kind: PersonalKind, text: string): string {
  const folded = foldText(text).folded.trim();
  switch (kind) {
    case 'person':
    case 'staff': {
      const name = folded.replace(/(?<=\p{sc=Han})\s+(?=\p{sc=Han})/gu, '').replace(/\s+/g, ' ');
      return name.length > 3 ? name.replace(POLITE, '') : name;
    }
    case 'phone': {
      const half = halfMasked(folded);
      if (half !== null) return `${half.start}*${half.end}`;
      const typed = /^\d\.\d+e\+?\d{1,2}$/.test(folded) ? String(Number(folded)) : folded;
      const digits = plainDigits(typed).replace(/[^\d]/g, '');
      return digits.replace(/^(?:00)?86(?=\d{10,})/, '').replace(/^0(?=1[3-9]\d{9}$)/, '') || folded;
    }
    case 'email':
      return folded.replace(/\s*[([]at[)\]]\s*/, '@').replace(/\s/g, '');
    default:
      return folded.replace(/[^\p{L}\p{N}@]/gu, '') || folded;
  }
}

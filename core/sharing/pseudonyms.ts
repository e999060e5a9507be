import type { Locale } from '../policy/localized.ts';
import { sha256 } from '../text/sha256.ts';
import { translate } from '../wording/translate.ts';
import { plainValue, type PersonalKind } from './personal-kind.ts';

/** A value and what stands for it in a copy. */
export interface Given {
  kind: PersonalKind;
  /** As it was first met. */
  value: string;
  pseudonym: string;
}

export interface Pseudonyms {
  /** What stands for a value: `客户-7F3AK2QD`. The same value has the same in every copy that is made with the same key. */
  of: (kind: PersonalKind, value: string) => string;
  /** All that were given, in the order of their giving. */
  given: () => Given[];
}

/** Letters and digits that cannot be taken for one another (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS = 8;
const MOST_LETTERS = 48;

/**
 * Pseudonyms by a secret key (64 hexadecimal digits). Each is a keyed hash, H(key, H(key, value)), so nobody without the
 * key can try out phone numbers or names. Eight letters hold 40 bits; of 20,000 persons two share them once in five thousand
 * copies, and then the later one gets more letters. Customers and staff share their letters, so that a name has one.
 */
export function pseudonyms(key: string, locale: Locale): Pseudonyms {
  const byValue = new Map<string, Given>();
  /** The same by values as they were written, which a workbook repeats. */
  const asWritten = new Map<string, string>();
  const taken = new Map<string, string>();
  return {
    given: () => [...byValue.values()],
    of: (kind, value) => {
      const written = asWritten.get(`${kind} ${value}`);
      if (written !== undefined) return written;
      const plain = plainValue(kind, value);
      const id = `${kind === 'staff' ? 'person' : kind} ${plain}`;
      const known = byValue.get(id);
      if (known !== undefined) {
        asWritten.set(`${kind} ${value}`, known.pseudonym);
        return known.pseudonym;
      }
      const letters = lettersOf(sha256(key + sha256(`${key} ${id}`)));
      let length = LETTERS;
      while (length < MOST_LETTERS && taken.has(letters.slice(0, length))) length += 2;
      taken.set(letters.slice(0, length), id);
      const pseudonym = `${translate(locale, `sharing.prefix.${kind}`)}-${letters.slice(0, length)}`;
      byValue.set(id, { kind, value, pseudonym });
      asWritten.set(`${kind} ${value}`, pseudonym);
      return pseudonym;
    },
  };
}

/** Whose a pseudonym is. Its beginning is enough: several answers where it fits several. */
export function whoIs(given: readonly Given[], asked: string): Given[] {
  const plain = asked.normalize('NFKC').trim().toUpperCase();
  const letters = /-([0-9A-Z]+)$/.exec(plain)?.[1] ?? plain;
  if (letters.length < 3) return [];
  return given.filter(({ pseudonym }) => pseudonym.slice(pseudonym.lastIndexOf('-') + 1).startsWith(letters));
}

/** Whether a text can be a key. */
export function isSharingKey(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

function lettersOf(hash: string): string {
  let letters = '';
  // Five hexadecimal digits are four letters.
  for (let at = 0; letters.length < MOST_LETTERS; at += 5) {
    const bits = Number.parseInt(hash.slice(at, at + 5), 16);
    for (const shift of [15, 10, 5, 0]) letters += ALPHABET.charAt((bits >> shift) & 31);
  }
  return letters;
}

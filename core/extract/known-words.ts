import * as z from 'zod';
import { Field } from '../complaint/field.ts';

/** A word in the company's own spelling, and in how many saved complaints it stood. */
export const KnownWord = z.strictObject({ text: z.string().min(1).max(500), count: z.int().nonnegative() });
export type KnownWord = z.infer<typeof KnownWord>;

/** Somebody who complained before, and for whom. */
export const KnownContact = z.strictObject({
  name: z.string().min(1).max(200).nullable(),
  phone: z.string().max(60).nullable(),
  email: z.string().max(320).nullable(),
  customer: z.string().max(500).nullable(),
  count: z.int().nonnegative(),
});
export type KnownContact = z.infer<typeof KnownContact>;

/** A reading that clerks replaced: its words (folded), and in how many complaints since it was last confirmed. */
export const RejectedWord = z.strictObject({
  field: Field,
  words: z.string().min(1).max(500),
  count: z.int().nonnegative(),
  /** What was put in its place, and how many times in a row. */
  instead: KnownWord.optional(),
});
export type RejectedWord = z.infer<typeof RejectedWord>;

/** Fields whose readings can be doubted for being corrected. Numbers and addresses cannot: each letter has its own. */
export const CORRECTABLE: readonly Field[] = ['customerName', 'contactName', 'productName', 'productModel'];
/** From so many corrections on a reading is doubted; one can be a matter of that letter alone. */
export const OFTEN = 2;

/**
 * What a company knows from its own register and queue, with counts. Pure data; where it is kept and how long is decided
 * by who passes it in. `departments` serve the choice of who is responsible, which no letter says.
 */
export const KnownWords = z.strictObject({
  schemaVersion: z.literal(1),
  customers: z.array(KnownWord).max(20_000),
  contacts: z.array(KnownContact).max(20_000),
  products: z.array(KnownWord).max(20_000),
  models: z.array(KnownWord).max(20_000),
  departments: z.array(KnownWord).max(2_000),
  rejected: z.array(RejectedWord).max(5_000),
});
export type KnownWords = z.infer<typeof KnownWords>;

/** The knowledge of a company that has saved nothing yet. */
export const NO_KNOWN_WORDS: KnownWords = {
  schemaVersion: 1,
  customers: [],
  contacts: [],
  products: [],
  models: [],
  departments: [],
  rejected: [],
};

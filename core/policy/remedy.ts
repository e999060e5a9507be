import * as z from 'zod';
import { Condition } from './condition.ts';
import { Localized } from './localized.ts';
import { Id, Source } from './rule-source.ts';

/** A remedy that the policy knows, and when it is the one to propose. */
export const Remedy = z.strictObject({
  id: Id,
  label: Localized,
  kind: z.enum([
    'apology',
    'replacement',
    'resupply',
    'refund',
    'discount',
    'repair',
    'compensation',
    'gift',
    'medicalCost',
    'visit',
    'technicalGuidance',
    'promise',
    'explanation',
    'recognition',
    'personalCare',
  ]),
  /** Null: offered as a choice, never proposed by itself. */
  when: Condition.nullable(),
  /** So many given for each affected unit; the base unit is asked where the document leaves it open (null). */
  ratio: z
    .strictObject({ give: z.int().positive(), per: z.int().positive(), baseUnit: z.string().nullable() })
    .nullable(),
  /** Role whose consent comes first; null for none. */
  consentBy: Id.nullable(),
  /** Departing from the rule needs a reason in writing. */
  exceptionNeedsReason: z.boolean(),
  source: Source,
});
export type Remedy = z.infer<typeof Remedy>;

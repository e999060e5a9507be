import * as z from 'zod';
import { Field } from '../complaint/field.ts';
import { Condition } from './condition.ts';
import { Localized } from './localized.ts';
import { Id, Source } from './rule-source.ts';

/** A value on an axis; `when` proposes it, a person decides. A value without `when` is only ever chosen by a person. */
export const AxisValue = z.strictObject({
  id: Id,
  label: Localized,
  synonyms: z.array(z.string()),
  when: Condition.nullable(),
  source: Source,
});

/** A second way of sorting complaints beside the category: origin (消费/通路), defect, harm, cause, kind of complainant. */
export const Axis = z.strictObject({
  id: Id,
  label: Localized,
  /** The field in which a person writes this value down (the cause found): a value named there goes before all `when`. */
  field: Field.optional(),
  values: z.array(AxisValue).min(1),
  source: Source,
});
export type Axis = z.infer<typeof Axis>;

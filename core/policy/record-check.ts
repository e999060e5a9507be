import * as z from 'zod';
import { Field } from '../complaint/field.ts';
import { Condition } from './condition.ts';
import { Localized } from './localized.ts';
import { Id, Source } from './rule-source.ts';

/**
 * A rule about how the values of a record stand together: of every complaint of which `when` holds, what `needs` asks for must
 * be so, else `message` is told. A field can only be missing where the register has a column for it.
 */
export const RecordCheck = z.strictObject({
  id: Id,
  /** An error cannot be right; a warning wants a look; an info is good to know. */
  level: z.enum(['error', 'warning', 'info']),
  /** Only while the complaint is open, or once it is closed; absent: always. */
  during: z.enum(['open', 'closed']).optional(),
  when: Condition,
  needs: z.discriminatedUnion('kind', [
    /** One of these fields is filled; the first is where it is told. */
    z.strictObject({ kind: z.literal('filled'), fields: z.array(Field).min(1) }),
    /** The field is empty. */
    z.strictObject({ kind: z.literal('blank'), field: Field }),
    /** Both times known: the later one is not before the earlier one. */
    z.strictObject({ kind: z.literal('order'), earlier: Field, later: Field }),
    /** The cell does not say that the complainant is not satisfied. */
    z.strictObject({ kind: z.literal('notUnsatisfied') }),
    /** The closing gates of the policy that the record itself can show. */
    z.strictObject({ kind: z.literal('gates') }),
  ]),
  message: Localized,
  source: Source,
});
export type RecordCheck = z.infer<typeof RecordCheck>;

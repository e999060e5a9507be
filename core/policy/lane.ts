import * as z from 'zod';
import { Field } from '../complaint/field.ts';
import { Condition } from './condition.ts';
import { Localized } from './localized.ts';
import { Id, Source } from './rule-source.ts';

/** A special lane: regulator, consumer association, media, legal, safety, line stop, extortion. Its tasks come before the ordinary ones. */
export const Lane = z.strictObject({
  id: Id,
  label: Localized,
  when: Condition,
  /** Enough as well: words that count only where they are said, beside names that count also where they are supposed. */
  orWhen: Condition.optional(),
  tell: z.array(Id),
  tasks: z.array(z.strictObject({ text: Localized, source: Source })),
  source: Source,
});
export type Lane = z.infer<typeof Lane>;

/** One test of whether a complaint is valid (有效客诉): fields that must be known, or a fact that a person confirms. */
export const ValidityTest = z.strictObject({
  id: Id,
  label: Localized,
  needs: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('anyField'), fields: z.array(Field).min(1) }),
    z.strictObject({ kind: z.literal('confirmed') }),
  ]),
  source: Source,
});
export type ValidityTest = z.infer<typeof ValidityTest>;

/** How a complaint can turn out: founded, unfounded, misunderstanding, withdrawn … `replyDuty`: the complainant is still answered. */
export const Verdict = z.strictObject({
  id: Id,
  label: Localized,
  founded: z.boolean(),
  replyDuty: z.boolean(),
  source: Source,
});

import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { Field } from '../complaint/field.ts';
import type { Condition } from './condition.ts';
import type { Localized } from './localized.ts';
import type { PolicyPack } from './policy-pack.ts';

/** A field that a pack asks for and that has no value yet, with the question to put to the customer. */
export interface MissingField {
  field: Field;
  question: Localized;
  mandatory: boolean;
}

/**
 * What a pack asks for and the complaint does not say, in the pack's order. A field whose question another field answers
 * (`answeredBy`: an e-mail address where a way to reach the customer is asked for) is not missing. A field that is asked
 * for only in some complaints (`when`) is missing where `holds` says that this is one; `fieldsToAsk` answers by assessment.
 */
export function missingFields(
  values: ComplaintValues,
  pack: PolicyPack,
  holds: (when: Condition) => boolean = () => false,
): MissingField[] {
  return pack.fields
    .filter(({ field, answeredBy = [] }) => [field, ...answeredBy].every((candidate) => isBlank(values[candidate])))
    .filter(({ when }) => when === undefined || holds(when))
    .map(({ field, question, mandatory }) => ({ field, question, mandatory }));
}

function isBlank(value: string | undefined): boolean {
  return value === undefined || value.trim() === '';
}

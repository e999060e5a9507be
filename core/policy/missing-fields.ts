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
 * A field that several rules ask for is asked once: a mandatory question goes before one that need not be answered, and one
 * that only this kind of complaint gets before one that all get.
 */
export function missingFields(
  values: ComplaintValues,
  pack: PolicyPack,
  holds: (when: Condition) => boolean = () => false,
): MissingField[] {
  const open = pack.fields
    .filter(({ field, answeredBy = [] }) => [field, ...answeredBy].every((candidate) => isBlank(values[candidate])))
    .filter(({ when }) => when === undefined || holds(when));
  const weight = ({ mandatory, when }: PolicyPack['fields'][number]) =>
    2 * Number(mandatory) + Number(when !== undefined);
  return open
    .filter((rule, i) => !open.some((other, j) => other.field === rule.field && goesBefore(weight, other, rule, j < i)))
    .map(({ field, question, mandatory }) => ({ field, question, mandatory }));
}

function goesBefore<Rule>(weight: (rule: Rule) => number, other: Rule, rule: Rule, isEarlier: boolean): boolean {
  return weight(other) > weight(rule) || (weight(other) === weight(rule) && isEarlier);
}

function isBlank(value: string | undefined): boolean {
  return value === undefined || value.trim() === '';
}

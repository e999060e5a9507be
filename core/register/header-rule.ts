import type { Field } from '../complaint/field.ts';

/**
 * How ledgers name their columns. Each line is a regular expression that the whole folded label must match: Chinese
 * labels simplified and without blanks, English ones as small words with single spaces. `{name}` inserts a word list.
 * `fields` in order of likelihood: the first is taken unless values or neighbours speak for another.
 * An empty list names a column that is none of ours, so that no looser line takes it.
 */
export interface HeaderRule {
  fields: Field[];
  pattern: string;
  /** How sure the name alone makes us, 0 to 1. */
  confidence: number;
}

/** One line of a list of rules. */
export const rule = (confidence: number, pattern: string, ...fields: Field[]): HeaderRule => ({
  fields,
  pattern,
  confidence,
});

import type { Field } from '../../complaint/field.ts';
import type { LedgerColumn } from '../ledger-reading.ts';
import { nameKey } from './name-reader.ts';
import type { LearnedHeader } from './team-settings.ts';

/**
 * What the team said of each of a table's headings; undefined: nothing, also of a heading that stands there twice (once with
 * the number that Excel puts behind it, perhaps): nothing tells which of the two was meant.
 */
export function saidOf(
  headings: readonly string[],
  learned: readonly LearnedHeader[],
): (readonly Field[] | undefined)[] {
  const known = new Map(learned.map(({ header, fields }) => [nameKey(header), fields]));
  const twice = standingTwice(headings);
  return headings.map((heading) => (twice.has(nameKey(heading)) ? undefined : known.get(nameKey(heading))));
}

function standingTwice(headings: readonly string[]): ReadonlySet<string> {
  const keys = headings.map(nameKey);
  const numbered = new Set(keys.map((key) => key.replace(/\d+$/, '')).filter((base, at) => base !== keys[at]));
  return new Set(keys.filter((key, at) => numbered.has(key) || keys.indexOf(key) < at));
}

/** A ledger's columns with what the team said of them before: it goes before what names and values tell. */
export function withLearnedHeaders(
  columns: readonly LedgerColumn[],
  learned: readonly LearnedHeader[],
): LedgerColumn[] {
  const said = saidOf(
    columns.map(({ header }) => header),
    learned,
  );
  const taken = new Set(said.flatMap((fields = []) => fields));
  return columns.map((column, at) => {
    const fields = said[at];
    if (fields !== undefined) {
      const part = fields.length === 0 ? ('whole' as const) : column.part;
      return { ...column, fields: [...fields], part, reason: 'user' as const, confidence: 1 };
    }
    // A field is in one column, except a time that is in two: the learnt column has it.
    if (column.part !== 'whole' || !column.fields.some((field) => taken.has(field))) return column;
    const fieldsLeft = column.fields.filter((field) => !taken.has(field));
    return { ...column, fields: fieldsLeft };
  });
}

/** What is learnt from a mapping that a person has corrected: of one heading the last word, of one that stands twice nothing. */
export function learnHeaders(columns: readonly LedgerColumn[], before: readonly LearnedHeader[]): LearnedHeader[] {
  const twice = standingTwice(columns.map(({ header }) => header));
  const corrected = columns
    .filter(({ reason, header }) => reason === 'user' && header.trim() !== '' && !twice.has(nameKey(header)))
    .map(({ header, fields }) => ({ header: header.replace(/\s+/g, ' ').trim(), fields: fields.slice(0, 2) }));
  const fresh = new Set(corrected.map(({ header }) => nameKey(header)));
  return [...before.filter(({ header }) => !fresh.has(nameKey(header))), ...corrected];
}

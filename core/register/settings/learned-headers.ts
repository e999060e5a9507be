import type { LedgerColumn } from '../ledger-reading.ts';
import { nameKey } from './name-reader.ts';
import type { LearnedHeader } from './team-settings.ts';

/** A ledger's columns with what the team said of them before: it goes before what names and values tell. */
export function withLearnedHeaders(
  columns: readonly LedgerColumn[],
  learned: readonly LearnedHeader[],
): LedgerColumn[] {
  const known = new Map(learned.map(({ header, fields }) => [nameKey(header), fields]));
  const named = columns.map((column) => ({ column, fields: known.get(nameKey(column.header)) }));
  const taken = new Set(named.flatMap(({ fields = [] }) => fields));
  return named.map(({ column, fields }) => {
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

/** What is learnt from a mapping that a person has corrected; of one heading the last word counts. */
export function learnHeaders(columns: readonly LedgerColumn[], before: readonly LearnedHeader[]): LearnedHeader[] {
  const corrected = columns
    .filter(({ reason, header }) => reason === 'user' && header.trim() !== '')
    .map(({ header, fields }) => ({ header: header.replace(/\s+/g, ' ').trim(), fields: fields.slice(0, 2) }));
  const fresh = new Set(corrected.map(({ header }) => nameKey(header)));
  return [...before.filter(({ header }) => !fresh.has(nameKey(header))), ...corrected];
}

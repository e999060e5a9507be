import { Temporal } from 'temporal-polyfill';
import type { ComplaintValues } from '../complaint/complaint-values.ts';
import { FIELDS, fieldKind, type Field } from '../complaint/field.ts';
import type { HandoffComplaint } from '../handoff/handoff-envelope.ts';
import type { PasteCell } from '../handoff/paste-text.ts';
import type { Locale } from '../policy/localized.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { translate } from '../wording/translate.ts';
import { columnManner, type ColumnManner } from './column-manner.ts';
import type { OutgoingColumn, OutgoingLedger } from './outgoing-ledger.ts';
import { placeValues } from './place-values.ts';
import { safeText } from './safe-cell.ts';
import type { CellValue } from './sheet-reading.ts';

/** A cell on its way out. Text is guarded by a leading apostrophe where a sheet would otherwise calculate it. */
export interface OutgoingCell {
  value: CellValue;
  shows: 'text' | 'number' | 'day' | 'moment' | 'clock';
}

export interface OutgoingRows {
  header: string[];
  rows: OutgoingCell[][];
  /** By row, the fields for which the ledger has no place at all, not even remarks. */
  homeless: Field[][];
}

export interface OutgoingFrame {
  /** The policy that a complaint was judged by: its categories, grades and clocks are named as this one names them. */
  packOf: (policyId: string) => PolicyPack;
  locale: Locale;
  zone: string;
}

/**
 * Complaints as rows of a ledger, cell by cell in its own column order and in the manner of each column: its dates, its
 * words for category, grade and status, else the labels of each complaint's own policy. What has no column stands by its
 * name in the remarks, as in the register itself.
 */
export function outgoingRows(
  complaints: readonly HandoffComplaint[],
  ledger: OutgoingLedger,
  { packOf, locale, zone }: OutgoingFrame,
): OutgoingRows {
  const columns = ledger.columns.map((column, index) => ({
    ...column,
    role: `user:${index}` as const,
    numberFormat: null,
    width: null,
    list: null,
    header: column.header || ' ',
  }));
  const deepest = Math.max(0, ...ledger.columns.map(({ samples }) => samples.length));
  const filled = Array.from({ length: deepest }, (_, row) => ledger.columns.map(({ samples }) => samples[row] ?? ''));
  const manners = new Map<PolicyPack, ColumnManner>();
  const placed = complaints.map((complaint) => {
    const pack = packOf(complaint.policy.id);
    const manner = manners.get(pack) ?? columnManner(filled, pack, locale);
    manners.set(pack, manner);
    const chosen: Partial<Record<Field, string | null>> = { category: complaint.category, severity: complaint.grade };
    return placeValues(valuesOf(complaint, ledger, pack), {
      columns,
      samplesOf: (column) => ledger.columns[column]?.samples ?? [],
      choiceFor: (field, column) => manner.wordFor(field, chosen[field] ?? null, column),
      keptElsewhere: new Set(['sequenceNo']),
      locale,
      zone,
      date1904: ledger.date1904,
    });
  });
  return {
    header: ledger.columns.map(({ header }) => header),
    rows: placed.map(({ cells }) =>
      ledger.columns.map((column, index) => {
        const cell = cells.get(index) ?? '';
        const value = typeof cell === 'object' ? '' : cell;
        return { value, shows: showsAs(value, column) };
      }),
    ),
    homeless: placed.map(({ homeless }) => homeless),
  };
}

/**
 * A ledger of our own for whoever opened none: the fields that these complaints have, in the order of the record, with
 * category and grade, headed in one language. Days and moments are true dates.
 */
export function plainLedger(complaints: readonly HandoffComplaint[], locale: Locale): OutgoingLedger {
  const used = new Set<Field>(['category', 'severity']);
  for (const { values } of complaints) for (const field of FIELDS) if (values[field] !== undefined) used.add(field);
  const columns = FIELDS.filter((field) => used.has(field)).map((field): OutgoingColumn => ({
    header: translate(locale, `fields.${field}`),
    fields: [field],
    part: 'whole',
    samples: [],
  }));
  return { file: '', sheet: translate(locale, 'options.handoff.sheet'), date1904: false, columns };
}

/** Category and grade as chosen; the day on which the whole is due, where the ledger has a column for it and nobody typed one. */
function valuesOf(
  { values, category, grade, promised }: HandoffComplaint,
  ledger: OutgoingLedger,
  pack: PolicyPack,
): ComplaintValues {
  const closing = pack.milestones.filter(({ stopsAt }) => stopsAt === 'closedAt').map(({ id }) => id);
  const due = promised.find(({ milestone, dueAt }) => closing.includes(milestone) && dueAt !== null)?.dueAt;
  const hasDue = ledger.columns.some(({ fields }) => fields.includes('dueAt'));
  return {
    ...(category !== null && { category }),
    ...(grade !== '' && { severity: grade }),
    ...(hasDue && due && { dueAt: due }),
    ...values,
  };
}

function showsAs(value: CellValue, { fields, part, samples }: OutgoingColumn): OutgoingCell['shows'] {
  if (typeof value !== 'number') return 'text';
  const [only] = fields;
  if (only === undefined || fieldKind(only) !== 'time') return 'number';
  if (samples.some((sample) => typeof sample === 'number' && sample > 19_000_101)) return 'number';
  if (part === 'time') return 'clock';
  return part === 'date' || Number.isInteger(value) ? 'day' : 'moment';
}

/** A cell as it is pasted: dates as a reader writes them (`2024-03-05 14:30`), which every spreadsheet takes for true dates. */
export function pasteCell({ value, shows }: OutgoingCell, date1904: boolean): PasteCell {
  if (typeof value === 'number') {
    return {
      text: shows === 'number' || shows === 'text' ? String(value) : serialText(value, shows, date1904),
      isText: false,
    };
  }
  const text = guardedText(String(value));
  return { text, isText: text !== '' && !text.startsWith("'") };
}

/** Guards once: what `placeValues` has guarded stays as it is. */
function guardedText(text: string): string {
  return text.startsWith("'") ? text : safeText(text).text;
}

/** Seconds are cut off, as everywhere a time is shown: rounding would write another minute, or another day. */
function serialText(serial: number, shows: 'day' | 'moment' | 'clock', date1904: boolean): string {
  const whole = Math.floor(Math.round(serial * 86_400) / 60);
  const days = Math.floor(whole / 1_440) + (date1904 ? 1_462 : 0);
  const minutes = whole - Math.floor(whole / 1_440) * 1_440;
  const day = Temporal.PlainDate.from('1899-12-30').add({ days: days <= 59 ? days + 1 : days });
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return { day: day.toString(), moment: `${day.toString()} ${clock}`, clock }[shows];
}

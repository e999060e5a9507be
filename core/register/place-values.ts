import type { ComplaintValues } from '../complaint/complaint-values.ts';
import { fieldKind, FIELDS, type Field } from '../complaint/field.ts';
import { readTime } from '../deadline/read-time.ts';
import type { Locale } from '../policy/localized.ts';
import { translate } from '../wording/translate.ts';
import type { PlannedCell, RegisterColumn } from './register-plan.ts';
import { MAX_CELL_TEXT, safeText } from './safe-cell.ts';
import type { CellValue } from './sheet-reading.ts';
import { writeTimeLike } from './write-time-like.ts';

/** A register into which a complaint's values are to be placed. */
export interface PlacingFrame {
  columns: readonly RegisterColumn[];
  /** The cells of a column that are there already. */
  samplesOf: (column: number) => readonly CellValue[];
  /** The words for a choice that was made (category, severity, status), in the manner of a column; null to take the value. */
  choiceFor: (field: Field, column: number) => string | null;
  /** Fields that are kept in another way and need no column. */
  keptElsewhere: ReadonlySet<Field>;
  locale: Locale;
  zone: string;
  date1904: boolean;
}

export interface PlacedValues {
  /** Cells by column; columns that get nothing are absent. */
  cells: Map<number, PlannedCell>;
  /** Values without a column of their own, kept in the remarks. */
  inRemarks: Field[];
  /** Fields whose text is longer than a cell and goes on in the remarks. */
  continued: Field[];
  /** Fields that found no place at all: the complaint must not be taken for registered. */
  homeless: Field[];
}

/**
 * Lays the values of a complaint into the columns of a register, each in the manner of its column. Nothing is lost: what
 * has no column, and what is longer than a cell, stands by its name in the remarks (or at the end of the description).
 */
export function placeValues(values: ComplaintValues, frame: PlacingFrame): PlacedValues {
  const cells = new Map<number, PlannedCell>();
  const rests: { field: Field; text: string }[] = [];
  const last = lastResort(frame.columns);
  const placed = new Set<Field>(frame.keptElsewhere);
  frame.columns.forEach((column, index) => {
    if (index === last || column.fields.length === 0) return;
    const fields = column.fields.filter((field) => column.part !== 'whole' || !isPlacedWhole(field, index, frame));
    const cell = writeCell(fields, values, index, frame);
    for (const field of fields) if (values[field] !== undefined && cell.carries.has(field)) placed.add(field);
    if (cell.content !== '') cells.set(index, cell.content);
    if (cell.rest !== '' && fields[0]) rests.push({ field: fields[0], text: cell.rest });
  });
  const inLast = last === null ? [] : (frame.columns[last]?.fields ?? []);
  const without = FIELDS.filter(
    (field) => values[field] !== undefined && !placed.has(field) && !inLast.includes(field),
  );
  if (last === null) return { cells, inRemarks: [], continued: [], homeless: [...without, ...rests.map(nameOf)] };

  const name = (field: Field) => translate(frame.locale, `fields.${field}`);
  const named = (field: Field) => {
    const text = worded(field, values, last, frame);
    return text === '' ? '' : translate(frame.locale, 'register.text.named', { name: name(field), text });
  };
  const lines = [
    ...inLast.map((field) => (isLastResort(field) ? (values[field] ?? '') : named(field))),
    ...without.map(named),
    ...rests.map(({ field, text }) =>
      translate(frame.locale, 'register.text.continuation', { name: name(field), text }),
    ),
  ].filter((line) => line !== '');
  const { text, rest } = safeText(lines.join('\n'));
  if (text !== '') cells.set(last, text);
  return {
    cells,
    inRemarks: without,
    continued: rests.map(nameOf),
    homeless: rest === '' ? [] : [...new Set([...rests.map(nameOf), ...without, ...inLast])],
  };
}

interface WrittenCell {
  content: PlannedCell;
  carries: Set<Field>;
  rest: string;
}

function writeCell(fields: readonly Field[], values: ComplaintValues, index: number, frame: PlacingFrame): WrittenCell {
  const column = frame.columns[index];
  const [only] = fields;
  const carries = new Set(fields);
  if (column === undefined || only === undefined) return { content: '', carries: new Set(), rest: '' };
  const samples = frame.samplesOf(index);
  if (fields.length === 1) {
    const value = frame.choiceFor(only, index) ?? values[only];
    if (value === undefined) return { content: '', carries, rest: '' };
    const kind = fieldKind(only);
    const time = kind === 'time' ? readTime(value) : null;
    if (time?.kind === 'known') {
      const content = writeTimeLike(time.at, { ...frame, samples, part: column.part });
      return { content, carries: carriesWhole(time.at, column, frame) ? carries : new Set(), rest: '' };
    }
    if (kind === 'amount' && isNumeric(value) && mostlyNumbers(samples))
      return { content: Number(value), carries, rest: '' };
    return textCell(value, carries, frame.locale);
  }
  const parts = fields.map((field) => worded(field, values, index, frame)).filter((part) => part !== '');
  return textCell(parts.join(joinerOf(samples)), carries, frame.locale);
}

/** A value among other text: a choice by its word, a time on the clocks of the zone as the ledger writes its days. */
function worded(field: Field, values: ComplaintValues, index: number, frame: PlacingFrame): string {
  const value = frame.choiceFor(field, index) ?? values[field] ?? '';
  const time = fieldKind(field) === 'time' ? readTime(value) : null;
  if (time?.kind !== 'known') return value;
  const { columns, zone, date1904 } = frame;
  const isDated = ({ fields: [only, ...more], part }: RegisterColumn) =>
    only !== undefined && more.length === 0 && part !== 'time' && fieldKind(only) === 'time';
  const own = columns.findIndex((column) => isDated(column) && column.fields[0] === field);
  const dated = own >= 0 ? own : columns.findIndex(isDated);
  const texts = dated < 0 ? [] : frame.samplesOf(dated).filter((sample) => typeof sample === 'string');
  return String(writeTimeLike(time.at, { samples: [PLAIN_DAY, ...texts], part: 'whole', zone, date1904 }));
}

/** How a day is written where no text of the ledger shows another way. */
const PLAIN_DAY = '2000-01-01';

/** A day column keeps no time of day; unless another column does, the moment also goes to the remarks. */
function carriesWhole(at: string, column: RegisterColumn, frame: PlacingFrame): boolean {
  if (column.part !== 'date' || !at.includes('T')) return true;
  const [field] = column.fields;
  return frame.columns.some((other) => other.part === 'time' && field !== undefined && other.fields.includes(field));
}

function textCell(value: string, carries: Set<Field>, locale: Locale): WrittenCell {
  const whole = safeText(value);
  if (whole.rest === '') return { content: whole.text, carries, rest: '' };
  const note = translate(locale, 'register.text.continues');
  const cut = safeText(value, MAX_CELL_TEXT - note.length);
  return { content: cut.text + note, carries, rest: cut.rest };
}

/** A field that several columns carry whole is written to the first of them. */
function isPlacedWhole(field: Field, index: number, { columns }: PlacingFrame): boolean {
  return columns.findIndex(({ fields, part }) => part === 'whole' && fields.includes(field)) !== index;
}

const LAST_RESORTS: readonly Field[] = ['remarks', 'description'];

function isLastResort(field: Field): boolean {
  return LAST_RESORTS.includes(field);
}

/** The column for what has no other place. */
function lastResort(columns: readonly RegisterColumn[]): number | null {
  for (const field of LAST_RESORTS) {
    const found = columns.findIndex(({ fields, part }) => part === 'whole' && fields.includes(field));
    if (found >= 0) return found;
  }
  return null;
}

const JOINERS = [' / ', '/', '，', '、', ',', '\n', '：', ' '] as const;

/** The sign that most cells of a combined column have between their parts; a space where none shows. */
function joinerOf(samples: readonly CellValue[]): string {
  const texts = samples.filter((sample) => typeof sample === 'string' && sample.trim() !== '');
  const found = JOINERS.find((sign) => texts.filter((text) => String(text).includes(sign)).length * 2 > texts.length);
  return found ?? ' ';
}

function isNumeric(value: string): boolean {
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(value) && !/^-?0\d/.test(value);
}

function mostlyNumbers(samples: readonly CellValue[]): boolean {
  const filled = samples.filter((sample) => sample !== '');
  return filled.filter((sample) => typeof sample === 'number').length * 2 > filled.length;
}

function nameOf({ field }: { field: Field }): Field {
  return field;
}

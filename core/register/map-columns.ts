import { fieldKind, type Field } from '../complaint/field.ts';
import { columnShape, type ColumnShape, type ShapeCell } from './column-shape.ts';
import { fitField } from './fit-field.ts';
import type { LedgerColumn } from './ledger-reading.ts';
import type { HeaderMatch } from './header-match.ts';
import { foldLabel } from './fold-label.ts';
import { matchHeader } from './match-header.ts';
import { isOfTheForm } from './of-the-form.ts';

/** A column as it stands on the sheet: the labels of its header rows from top to bottom, and sample cells below. */
export interface ColumnSource {
  column: number;
  labels: string[];
  cells: ShapeCell[];
}

interface Candidate {
  field: Field;
  worth: number;
}

interface OpenColumn {
  source: ColumnSource;
  match: HeaderMatch | null;
  shape: ColumnShape;
  candidates: Candidate[];
}

/** Below this a field is taken only when no other column claims it. */
const WEAK = 0.5;
/** Below this the values say that the label does not mean what it says: a phone column without a single number. */
const VETOED = 0.25;
/** What a running number is worth behind other columns. */
const BEHIND = 0.5;
/** What a second column of the same field is worth beside the first. */
const SECOND_COLUMN = 0.7;

/**
 * Takes each column for a field by its name, by the values below it and by its neighbours. A field may be claimed by
 * several columns (省, 市, 县): the most trusted one is the field's own, see `primaryColumns`. What nothing speaks for
 * stays unmapped with reason `none`.
 */
export function mapColumns(sources: readonly ColumnSource[]): LedgerColumn[] {
  const open = withGroups(sources).map(openColumn);
  const taken = new Map<Field, number>();
  const mapped = new Map<number, LedgerColumn>();
  for (const column of [...open].sort(bySurety)) {
    const result = column.match?.combined.length === 2 ? takeBoth(column, column.match, taken) : takeOne(column, taken);
    result.fields.forEach((field) => taken.set(field, Math.max(taken.get(field) ?? 0, result.confidence)));
    mapped.set(column.source.column, result);
  }
  const columns = open.map((column) => mapped.get(column.source.column) ?? unmapped(column));
  return markParts(guessByValues(giveDescription(columns, open), open), open);
}

/** Maps labels alone, without values: a list of headers from a form, a file or another program. */
export function mapHeaders(headers: readonly string[]): LedgerColumn[] {
  return mapColumns(headers.map((header, column) => ({ column, labels: [header], cells: [] })));
}

const NOT_OURS: HeaderMatch = { fields: [], combined: [], confidence: 0 };

function openColumn(source: ColumnSource, index: number): OpenColumn {
  const shape = columnShape(source.cells);
  const match = isOfTheForm(source.labels.at(-1) ?? '', shape) ? NOT_OURS : matchLabels(source.labels);
  const candidates = (match?.fields ?? [])
    .map((field, rank) => ({
      field,
      worth: (match?.confidence ?? 0) * 0.9 ** rank * fitField(field, shape) * fitPlace(field, index, match),
    }))
    .filter(({ field }) => !needsValues(field, match) || speaksFor(field, shape))
    .sort((left, right) => right.worth - left.worth);
  return { source, match, shape, candidates };
}

/** A running number stands at the front; further right, what may be one (S/N, Item) is something else. */
function fitPlace(field: Field, index: number, match: HeaderMatch | null): number {
  return field === 'sequenceNo' && index > 1 && (match?.fields.length ?? 0) > 1 ? BEHIND : 1;
}

/** A result (处理结果) may be the state 已办结, but only its values say so. */
function needsValues(field: Field, match: HeaderMatch | null): boolean {
  return match?.fields[0] === 'solution' && field === 'status';
}

function speaksFor(field: Field, shape: ColumnShape): boolean {
  return shape.filled > 0 && fitField(field, shape) > 1;
}

const GROUP_END =
  /(?:信息|情况|资料|內容|内容|資訊|資料|情況|信息栏|栏|欄|部分)$|\s*\b(?:information|info|details|section|data)$/i;
const IN_GROUP = /^\s*(.{2,14}?)\s*[/／>＞|｜·:：]\s*(\S.*)$/u;
/** A word that says of what kind, not of what: 日期, 结果, date. */
const GENERIC =
  /^(?:.?(?:日期|时间|日|人|人员|编号|单号|号|结果|情况|内容|意见|说明|方式|状态|类型|类别|措施|金额|备注|名称)|date|time|by|on|no|number|id|name|result|outcome|status|type|details?|description|comments?|notes?|remarks?|method|reason|amount|action|person)$/;

/** A label that holds its group before a slash (客户信息/姓名) is read as one of two header rows. */
function withGroups(sources: readonly ColumnSource[]): ColumnSource[] {
  const partsOf = ({ labels }: ColumnSource) => (labels.length === 1 ? IN_GROUP.exec(labels[0] ?? '') : null);
  const counts = new Map<string, number>();
  for (const source of sources) {
    const group = partsOf(source)?.[1];
    if (group !== undefined) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return sources.map((source) => {
    const [, group = '', leaf = ''] = partsOf(source) ?? [];
    const isGroup = GROUP_END.test(group) || ((counts.get(group) ?? 0) > 1 && /\p{sc=Han}/u.test(group));
    return isGroup ? { ...source, labels: [group, leaf] } : source;
  });
}

/** The lowest label names the column; a word that says little (时间, 人, 结果) is read together with its group. */
function matchLabels(labels: string[]): HeaderMatch | null {
  const leaf = labels.at(-1) ?? '';
  const own = matchHeader(leaf);
  if (labels.length < 2) return own;
  const group = (labels.at(-2) ?? '').replace(GROUP_END, '');
  const isGeneric = GENERIC.test(foldLabel(leaf).whole.spellings[0] ?? '');
  const together = matchHeader(/\p{sc=Han}/u.test(group + leaf) ? `${group}${leaf}` : `${group} ${leaf}`);
  const isStrangers = together?.fields.length === 0 && own !== null && OF_CUSTOMER.has(own.fields[0] ?? 'remarks');
  if (!isGeneric && !isStrangers && own !== null && own.confidence >= 0.85) return own;
  return together !== null && (together.fields.length > 0 || isStrangers) && together.confidence >= 0.6
    ? { ...together, confidence: together.confidence * 0.95 }
    : own;
}

/** Of another party than the customer (被投诉人信息, 商家), a name or a telephone number is none of ours. */
const OF_CUSTOMER: ReadonlySet<Field> = new Set(['customerName', 'contactName', 'contactPhone', 'contactAddress']);

function bySurety(left: OpenColumn, right: OpenColumn): number {
  return (
    (right.candidates[0]?.worth ?? 0) - (left.candidates[0]?.worth ?? 0) ||
    left.candidates.length - right.candidates.length
  );
}

/** Two things of one kind (批号/单号) are alternatives once values are there; only the first counts then. */
function takeBoth(
  { source, match, shape, candidates }: OpenColumn,
  { combined: named }: HeaderMatch,
  taken: ReadonlyMap<Field, number>,
): LedgerColumn {
  const combined = named.map((field) => (isSecondName(field, taken) ? 'contactName' : field));
  const [first, second] = combined;
  const bothKinds = first !== undefined && second !== undefined && fieldKind(first) !== fieldKind(second);
  const fields = shape.filled === 0 || bothKinds ? combined : candidates.slice(0, 1).map(({ field }) => field);
  return { ...place(source), fields, confidence: round(match?.confidence ?? 0), reason: 'header' };
}

/** Beside a dealer or a company, 养殖户/电话 is whom to call there. */
function isSecondName(field: Field, taken: ReadonlyMap<Field, number>): boolean {
  return field === 'customerName' && taken.has('customerName') && !taken.has('contactName');
}

function takeOne({ source, candidates }: OpenColumn, taken: ReadonlyMap<Field, number>): LedgerColumn {
  const [best] = candidates;
  if (best === undefined || best.worth < VETOED) return { ...place(source), fields: [], confidence: 0, reason: 'none' };
  const free = candidates.find(({ field, worth }) => !taken.has(field) && worth >= WEAK);
  if (!taken.has(best.field))
    return { ...place(source), fields: [best.field], confidence: round(best.worth), reason: 'header' };
  if (free !== undefined)
    return { ...place(source), fields: [free.field], confidence: round(free.worth), reason: 'neighbour' };
  if (best.worth < WEAK) return { ...place(source), fields: [], confidence: 0, reason: 'none' };
  return { ...place(source), fields: [best.field], confidence: round(best.worth * SECOND_COLUMN), reason: 'header' };
}

function unmapped({ source }: OpenColumn): LedgerColumn {
  return { ...place(source), fields: [], confidence: 0, reason: 'none' };
}

function place({ column, labels }: ColumnSource): Pick<LedgerColumn, 'column' | 'header' | 'part'> {
  return { column, header: labels.join(' ').replace(/\s+/g, ' ').trim(), part: 'whole' };
}

function round(worth: number): number {
  return Math.round(Math.min(0.99, worth) * 100) / 100;
}

/** A ledger tells what happened somewhere: where no column is named for it, a label that may mean it gets free text. */
function giveDescription(columns: LedgerColumn[], open: OpenColumn[]): LedgerColumn[] {
  if (columns.some(({ fields }) => fields.includes('description'))) return columns;
  const index = open.findIndex(
    ({ match, shape }) =>
      match?.fields.includes('description') === true &&
      shape.filled >= 2 &&
      shape.distinct >= 0.5 &&
      shape.averageLength >= 4 &&
      shape.date < 0.3,
  );
  return columns.map((column, at) =>
    at === index
      ? { ...column, fields: ['description'], confidence: Math.min(column.confidence, 0.7), reason: 'values' }
      : column,
  );
}

type Guess = [field: Field, speaks: (shape: ColumnShape) => boolean, confidence: number];

/** What values alone can tell, when no header claims the field. */
const GUESSES: Guess[] = [
  ['contactEmail', (shape) => shape.email >= 0.7, 0.7],
  ['contactPhone', (shape) => shape.phone >= 0.7, 0.6],
  ['satisfaction', (shape) => shape.satisfaction >= 0.8 && shape.kinds <= 8, 0.5],
  ['status', (shape) => shape.status >= 0.8 && shape.number < 0.2 && shape.kinds >= 2 && shape.kinds <= 8, 0.45],
  ['channel', (shape) => shape.channel >= 0.8 && shape.kinds <= 12, 0.45],
  ['responsibleDept', (shape) => shape.department >= 0.8 && shape.kinds <= 15, 0.45],
  ['description', (shape) => shape.averageLength >= 15 && shape.distinct > 0.7 && shape.digits < 0.95, 0.45],
  ['receivedAt', (shape) => shape.date >= 0.8, 0.45],
];

function guessByValues(columns: LedgerColumn[], open: OpenColumn[]): LedgerColumn[] {
  const result = [...columns];
  for (const [field, speaks, confidence] of GUESSES) {
    if (result.some(({ fields }) => fields.includes(field))) continue;
    const index = open.findIndex(
      ({ match, shape }, at) =>
        match?.fields.length !== 0 && result[at]?.fields.length === 0 && shape.filled >= 5 && speaks(shape),
    );
    const column = result[index];
    if (column !== undefined) result[index] = { ...column, fields: [field], confidence, reason: 'values' };
  }
  return result;
}

/** Date and time of one event in two columns: 投诉日期 and 投诉时间, or a bare Time to the right of a date. */
function markParts(columns: LedgerColumn[], open: OpenColumn[]): LedgerColumn[] {
  const result = [...columns];
  open.forEach(({ shape, source }, index) => {
    const column = result[index];
    const only = column?.fields[0];
    if (column === undefined || !(isClockOnly(shape) || (shape.filled === 0 && isTimeLabel(source)))) return;
    if (only !== undefined && fieldKind(only) !== 'time') return;
    const partner = findDatePartner(result, open, index, shape.filled === 0);
    const date = partner === null ? undefined : result[partner];
    const field = date?.fields[0];
    if (partner === null || date === undefined || field === undefined) return;
    result[partner] = { ...date, part: 'date' };
    result[index] = {
      ...column,
      fields: [field],
      part: 'time',
      confidence: Math.min(0.9, date.confidence),
      reason: 'neighbour',
    };
  });
  return result;
}

function isClockOnly(shape: ColumnShape): boolean {
  return shape.filled > 0 && shape.timeOfDay >= 0.6 && shape.date < 0.3;
}

/** Without values only a label that says time, not day, can be the second half. */
function isTimeLabel({ labels }: ColumnSource): boolean {
  return /(?:时间|時間|\btime)$/i.test((labels.at(-1) ?? '').trim());
}

function findDatePartner(
  columns: LedgerColumn[],
  open: OpenColumn[],
  index: number,
  sameFieldOnly: boolean,
): number | null {
  const field = columns[index]?.fields[0];
  const isDate = (at: number) => {
    const column = columns[at];
    const candidate = column?.fields[0];
    if (column?.part !== 'whole' || column.fields.length !== 1 || candidate === undefined) return false;
    const labels = open[at]?.source.labels.at(-1) ?? '';
    return (
      fieldKind(candidate) === 'time' &&
      !isClockOnly(open[at]?.shape ?? columnShape([])) &&
      !(sameFieldOnly && !/日期|\bdate\b/i.test(labels))
    );
  };
  const candidates = [index - 1, index + 1, ...columns.keys()].filter((at) => at !== index && isDate(at));
  const same = candidates.find((at) => columns[at]?.fields[0] === field);
  if (same !== undefined) return same;
  return sameFieldOnly ? null : (candidates.find((at) => Math.abs(at - index) === 1) ?? null);
}

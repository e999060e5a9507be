import { Field } from '../../../core/complaint/field.ts';
import { captureRecord } from './capture-record.ts';
import { readGoldValue, type GoldValue } from './gold-value.ts';
import { isChosen, type Choice } from './in-part.ts';
import type { MailRecord } from './mail-record.ts';
import { addCounts, noCounts, type Counts } from './ratio.ts';
import { readComplaint, type ReadComplaint } from './read-complaint.ts';
import { scoreField, type ReadPart } from './score-field.ts';

/** One thing that was not right. `wrong`: something else was read than what stands in the gold. */
export interface Miss {
  id: string;
  field: string;
  kind: 'miss' | 'falsePositive' | 'wrong';
  wanted: string;
  got: string;
}

export interface MailTally {
  records: number;
  complaints: number;
  fields: Map<string, Counts>;
  /** What was read in texts that are rightly told to be no complaint: their gold labels no values, so it is not scored. */
  unlabelled: number;
  isComplaint: Counts;
  category: { right: number; of: number };
  severity: { exact: number; withinOne: number; of: number };
  misses: Miss[];
  /** Fields of the gold that the product has no such field for; all their values count as missed. */
  unknownFields: Set<string>;
  /** Gold in a form that is not understood; counts as missed. */
  notUnderstood: string[];
  /** Texts over which the product failed; all their gold counts as missed. */
  failed: string[];
  /** Fields that no gold of the file speaks of: read, but not scored. */
  notScored: Set<string>;
}

export interface SourceFile {
  name: string;
  records: { line: number; record: MailRecord }[];
}

const NO_FIELDS = new Set(['isComplaint', 'category', 'severity', 'note', 'notes']);
const GRADES = ['general', 'important', 'major'];

/**
 * Measures what the panel would show of every chosen record. In each file only the fields are scored that its gold speaks of
 * anywhere. The gold labels no values of a text that is no complaint: when the product says so too, what it read there is
 * counted apart (`unlabelled`); when it takes the text for a complaint, all of it is a false positive.
 */
export function measureMails(files: readonly SourceFile[], choice: Choice): MailTally {
  const tally: MailTally = {
    records: 0,
    complaints: 0,
    fields: new Map(),
    unlabelled: 0,
    isComplaint: noCounts(),
    category: { right: 0, of: 0 },
    severity: { exact: 0, withinOne: 0, of: 0 },
    misses: [],
    unknownFields: new Set(),
    notUnderstood: [],
    failed: [],
    notScored: new Set(),
  };
  for (const { records } of files) {
    const scored = scoredFields(records.map(({ record }) => record));
    for (const { line, record } of records) {
      const id = String(record.id ?? `line ${line}`);
      if (isChosen(id, choice)) measureRecord(tally, id, record, scored);
    }
  }
  return tally;
}

function scoredFields(records: readonly MailRecord[]): Set<string> {
  const spoken = records.flatMap(({ gold }) =>
    Object.entries(gold).filter(([, value]) => readGoldValue(value) !== null),
  );
  return new Set(spoken.map(([field]) => field).filter((field) => !NO_FIELDS.has(field)));
}

function measureRecord(tally: MailTally, id: string, record: MailRecord, scored: ReadonlySet<string>): void {
  const read = readOrFail(tally, id, record);
  const { gold } = record;
  const isComplaint = gold.isComplaint ?? true;
  tally.records += 1;
  if (isComplaint) tally.complaints += 1;
  scoreDetection(tally, id, isComplaint, read.isComplaint);
  scoreCategory(tally, id, gold['category'], read.category);
  scoreSeverity(tally, id, gold['severity'], read.grade);
  for (const field of Object.keys(read.fields)) if (!scored.has(field)) tally.notScored.add(field);
  for (const field of scored) {
    if (!Field.safeParse(field).success) tally.unknownFields.add(field);
    const wanted = goldOf(tally, id, field, gold[field]);
    const isRead = isComplaint || read.isComplaint || wanted !== null;
    const parts = partsRead(read, field);
    if (!isRead) tally.unlabelled += parts.length;
    scoreOneField(tally, id, field, isRead ? parts : [], wanted);
  }
}

const NOTHING_READ: ReadComplaint = { isComplaint: false, category: null, grade: '', fields: {} };

/** One text that the product fails over must not hide the figures of all others. */
function readOrFail(tally: MailTally, id: string, record: MailRecord): ReadComplaint {
  try {
    return readComplaint(captureRecord(record));
  } catch (error) {
    tally.failed.push(`${id}: ${error instanceof Error ? error.message : String(error)}`);
    return NOTHING_READ;
  }
}

function goldOf(tally: MailTally, id: string, field: string, value: unknown): GoldValue | null {
  const gold = readGoldValue(value);
  if (gold !== 'unknown') return gold;
  const text = JSON.stringify(value).slice(0, 80);
  tally.notUnderstood.push(`${id} ${field}: ${text}`);
  return { members: [[]], mayBeAbsent: false };
}

function partsRead(read: ReadComplaint, field: string): ReadPart[] {
  const known = Field.safeParse(field);
  return known.success ? (read.fields[known.data] ?? []) : [];
}

function scoreOneField(tally: MailTally, id: string, field: string, parts: ReadPart[], gold: GoldValue | null): void {
  const counts = scoreField(field, parts, gold);
  tally.fields.set(field, addCounts(tally.fields.get(field) ?? noCounts(), counts));
  if (counts.falsePositive === 0 && counts.missed === 0) return;
  const kind = counts.missed === 0 ? 'falsePositive' : counts.falsePositive === 0 ? 'miss' : 'wrong';
  tally.misses.push({ id, field, kind, wanted: showGold(gold), got: parts.map(({ value }) => value).join(' + ') });
}

function showGold(gold: GoldValue | null): string {
  const answer = ({ text, resolved }: { text: string; resolved: string | null }) =>
    resolved === null ? text : `${text} = ${resolved}`;
  return (gold?.members ?? []).map((answers) => answers.map(answer).join(' | ')).join(' & ');
}

function scoreDetection(tally: MailTally, id: string, isComplaint: boolean, saysSo: boolean): void {
  const kind = isComplaint ? 'miss' : 'falsePositive';
  tally.isComplaint = addCounts(tally.isComplaint, {
    right: isComplaint && saysSo ? 1 : 0,
    falsePositive: !isComplaint && saysSo ? 1 : 0,
    missed: isComplaint && !saysSo ? 1 : 0,
  });
  if (isComplaint !== saysSo)
    tally.misses.push({ id, field: 'isComplaint', kind, wanted: String(isComplaint), got: String(saysSo) });
}

function scoreCategory(tally: MailTally, id: string, gold: unknown, got: string | null): void {
  const wanted = wordsIn(gold);
  if (wanted.length === 0) return;
  const isRight = got !== null && wanted.includes(got);
  tally.category.of += 1;
  if (isRight) tally.category.right += 1;
  else tally.misses.push({ id, field: 'category', kind: 'wrong', wanted: wanted.join(' | '), got: got ?? '' });
}

/** The steps between the grade and the nearest right one. */
function scoreSeverity(tally: MailTally, id: string, gold: unknown, got: string): void {
  const wanted = wordsIn(gold);
  if (wanted.length === 0) return;
  const steps = wanted.map((grade) => stepsBetween(grade, got));
  const nearest = Math.min(...steps);
  tally.severity.of += 1;
  if (nearest === 0) tally.severity.exact += 1;
  else tally.misses.push({ id, field: 'severity', kind: 'wrong', wanted: wanted.join(' | '), got });
  if (nearest <= 1) tally.severity.withinOne += 1;
}

export function stepsBetween(grade: string, other: string): number {
  if (grade === other) return 0;
  const [from, to] = [GRADES.indexOf(grade), GRADES.indexOf(other)];
  return from < 0 || to < 0 ? Infinity : Math.abs(from - to);
}

function wordsIn(gold: unknown): string[] {
  const answers = readGoldValue(gold);
  return answers === null || answers === 'unknown' ? [] : answers.members.flat().map(({ text }) => text);
}

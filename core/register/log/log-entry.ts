import { ComplaintEvent } from '../../complaint/complaint-event.ts';
import { isDay, type DayOrMoment } from '../../complaint/moment.ts';
import { sha256 } from '../../text/sha256.ts';
import { TIME_FORMAT } from '../register-columns.ts';
import { cleanText, safeText } from '../safe-cell.ts';
import type { CellValue } from '../sheet-reading.ts';
import { writeTimeSerial } from '../write-time-serial.ts';
import type { LogRole } from './log-columns.ts';
import { eventDetails, eventWord, type SayingFrame } from './say-event.ts';

export interface LogFrame extends SayingFrame {
  date1904: boolean;
}

/** An entry as it is written down: its place in the chain, the complaint it belongs to, and what happened. */
export interface NewEntry {
  no: number;
  complaint: string;
  event: ComplaintEvent;
}

/** The cells of one entry by role, and the format of each. Every text is guarded, and read back without its guard. */
export interface EntryCells {
  cells: Record<LogRole, CellValue>;
  formats: Partial<Record<LogRole, string>>;
  hash: string;
}

/** What stands in an entry's cells, as they read, without the hash. */
export type EntryText = Record<Exclude<LogRole, 'hash'>, CellValue>;

const DAY_FORMAT = 'yyyy-mm-dd';
const HASHED = ['no', 'number', 'what', 'occurredAt', 'recordedAt', 'by', 'details', 'id', 'kind', 'data'] as const;

/**
 * The cells of an entry: words in the register's language for people, and behind them the event itself with the hash that
 * chains it to the entry before (`before`: that one's hash, or `''` for the first). What people read is under the hash too.
 */
export function entryCells(
  { no, complaint, event }: NewEntry,
  before: string,
  frame: LogFrame,
  known: ReadonlyMap<string, ComplaintEvent>,
): EntryCells {
  const serial = (at: DayOrMoment) => writeTimeSerial(at, frame.zone) - (frame.date1904 ? 1462 : 0);
  const format = (at: DayOrMoment) => (isDay(at) ? DAY_FORMAT : TIME_FORMAT);
  const text: EntryText = {
    no,
    number: asLine(complaint),
    what: eventWord(event, frame.locale),
    occurredAt: serial(event.occurredAt),
    recordedAt: serial(event.recordedAt),
    by: asLine(event.by),
    details: asLine(eventDetails(event, frame, known)),
    id: asLine(event.id),
    kind: event.kind,
    data: asData(event),
  };
  const hash = entryHash(text, before);
  const guarded = Object.fromEntries(
    Object.entries(text).map(([role, value]) => [role, typeof value === 'string' ? safeText(value).text : value]),
  ) as EntryText;
  return {
    cells: { ...guarded, hash },
    formats: { occurredAt: format(event.occurredAt), recordedAt: format(event.recordedAt) },
    hash,
  };
}

/**
 * The hash of an entry over its cells and the hash before it. Times count by the second, so that a workbook which was saved
 * by another program still agrees.
 */
export function entryHash(text: EntryText, before: string): string {
  return sha256(`${before}\n${JSON.stringify(HASHED.map((role) => hashed(text[role], role)))}`);
}

/** An event as JSON without any character that a cell would not keep. */
function asData(event: ComplaintEvent): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(event).replace(/[\u007F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/g, escaped);
}

/** The event that an entry's data hold; null when they are no event any more. */
export function readData(data: CellValue): ComplaintEvent | null {
  if (typeof data !== 'string') return null;
  try {
    return ComplaintEvent.safeParse(JSON.parse(data) as unknown).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function hashed(value: CellValue, role: (typeof HASHED)[number]): string | number {
  const isTime = role === 'occurredAt' || role === 'recordedAt';
  return isTime && typeof value === 'number' ? Math.round(value * 86_400) : unguarded(value);
}

/** A cell's text without the apostrophe that guarded it: some programs give it back, others swallow it. */
export function unguarded(value: CellValue): string {
  return String(value).replace(/^'+/, '');
}

/** A text as it is kept: one line, no apostrophe before it, and never so long that a guard would cut it. */
export function asLine(text: string): string {
  return unguarded(cleanText(text).replace(/\s+/g, ' ').trim()).slice(0, 30_000);
}

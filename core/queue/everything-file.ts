import * as z from 'zod';
import { Moment } from '../complaint/moment.ts';
import { done, refuse, type Outcome } from '../outcome.ts';
import type { QueueEntry } from './queue-entry.ts';
import { faultyPart, readQueueEntry } from './read-queue-entry.ts';

const FORMAT = 'redress.everything';
const VERSION = 1;

/**
 * Everything that this browser keeps, in one file: the entries as they are stored, also those that this version cannot read,
 * and the other parts (settings, knowledge, taught pages …) by name, each checked by whoever owns it.
 */
export const EverythingFrame = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  producedAt: Moment,
  parts: z.record(z.string().max(60), z.unknown()),
  entries: z.array(z.unknown()),
  /** Number of entries; guards against a cut file. */
  count: z.int().nonnegative(),
});
export type EverythingFrame = z.infer<typeof EverythingFrame>;

/** The text before the first entry; entries follow as JSON, separated by commas, and `everythingTail` closes. */
export function everythingHead(producedAt: Moment, parts: Record<string, unknown>): string {
  const head = JSON.stringify({ format: FORMAT, version: VERSION, producedAt, parts });
  return `${head.slice(0, -1)},"entries":[\n`;
}

/** The text after the last entry. */
export function everythingTail(count: number): string {
  return `\n],"count":${count}}`;
}

/** An entry of a file that cannot be taken: its place from 0, its id if it has something like one, and the part that does not fit. */
export const BadEntry = z.strictObject({ index: z.int().nonnegative(), id: z.string().nullable(), part: z.string() });
export type BadEntry = z.infer<typeof BadEntry>;

export type EverythingRefusal = 'notJson' | 'wrongFormat' | 'newerVersion' | 'cut';

/** Reads the frame of such a file; the entries stay unchecked, for `readEntries`. */
export function readEverything(text: string): Outcome<EverythingFrame, EverythingRefusal> {
  const body = text.replace(/^\uFEFF/, '').trim();
  const found = parse(body);
  if (found === undefined) {
    const isOurs = body.startsWith('{') && body.slice(0, 300).includes(`"${FORMAT}"`);
    return refuse(isOurs && !body.endsWith('}') ? 'cut' : 'notJson');
  }
  const start = z.looseObject({ format: z.literal(FORMAT), version: z.int().positive() }).safeParse(found);
  if (!start.success) return refuse('wrongFormat');
  if (start.data.version > VERSION) return refuse('newerVersion', { version: start.data.version });
  const frame = EverythingFrame.safeParse(found);
  if (!frame.success) return refuse('wrongFormat', { part: frame.error.issues[0]?.path.join('.').slice(0, 100) ?? '' });
  const { count, entries } = frame.data;
  return count === entries.length ? done(frame.data) : refuse('cut', { expected: count, found: entries.length });
}

/** Entries of any version, lifted to the present one; those that fit none are named one by one. `from`: the place of the first. */
export function readEntries(stored: readonly unknown[], from = 0): { entries: QueueEntry[]; bad: BadEntry[] } {
  const entries: QueueEntry[] = [];
  const bad: BadEntry[] = [];
  stored.forEach((candidate, at) => {
    const entry = readQueueEntry(candidate);
    if (entry !== null) entries.push(entry);
    else bad.push({ index: from + at, ...faultOf(candidate) });
  });
  return { entries, bad };
}

const MOST_ID = 40;

function faultOf(candidate: unknown): { id: string | null; part: string } {
  const named = z.looseObject({ id: z.string() }).safeParse(candidate);
  return { id: named.success ? named.data.id.slice(0, MOST_ID) : null, part: faultyPart(candidate) };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

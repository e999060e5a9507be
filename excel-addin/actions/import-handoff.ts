import type { Moment } from '../../core/complaint/moment.ts';
import type { HandoffComplaint } from '../../core/handoff/handoff-envelope.ts';
import { readEnvelope, type EnvelopeReading, type EnvelopeRefusal } from '../../core/handoff/read-envelope.ts';
import { done, refuse, type Outcome } from '../../core/outcome.ts';
import type { OverlayFinding, PolicyInForce } from '../../core/policy/overlay-company.ts';
import { registerPolicy } from '../../core/register/settings/register-policy.ts';
import { incomingTwins, type IncomingTwin } from '../../core/queue/incoming-twins.ts';
import { comparableRows } from '../../core/register/incoming/comparable-rows.ts';
import { sortIncoming } from '../../core/register/incoming/sort-incoming.ts';
import { matchHeaders } from '../../core/register/match-headers.ts';
import { freshMemory } from '../../core/register/merge-memory.ts';
import { planAppend, type AppendRefusal } from '../../core/register/plan-append.ts';
import { registerFormats } from '../../core/register/register-formats.ts';
import type { AppendPlan, RegisterMemory } from '../../core/register/register-plan.ts';
import { inSlices } from '../in-slices.ts';
import { linkOrigins, type LinkTrouble, type OriginLink } from '../workbook/link-origin.ts';
import { adoptRowsBelow } from '../workbook/adopt-rows.ts';
import { appendRows, type Appended, type AppendTrouble } from '../workbook/append-rows.ts';
import { readRegister, type RegisterTable } from '../workbook/read-register.ts';
import { readMemory } from '../workbook/register-memory.ts';

/** A row of the register that may be the same complaint, or another complaint that comes in with it. */
export type RowTwin = Pick<IncomingTwin, 'value'> &
  (
    | {
        kind: 'row';
        /** Among the register's rows, and on the sheet, from 0. */
        row: number;
        sheetRow: number;
        number: string;
        /** The row may take the complaint's identity: it has none, and a number of its own to be found again by. */
        canLink: boolean;
      }
    | { kind: 'incoming'; id: string }
  );

/** What an envelope would do to the register. */
export interface HandoffPreview {
  reading: EnvelopeReading;
  complaints: { complaint: HandoffComplaint; isNew: boolean; twin: RowTwin | null }[];
  /** What of the company's answers does not count. */
  answersAside: OverlayFinding[];
}

export interface HandoffDone {
  added: string[];
  alreadyThere: string[];
  rejected: EnvelopeReading['rejected'];
  /** Complaints that found no place in the register's columns, or were not reached before a stop: they stay in the queue. */
  left: number;
  /** It was stopped on the way; what was written until then stands. */
  isStopped: boolean;
  written: Appended;
}

/** What the user decided about complaints that look like a row of the register. */
export interface HandoffChoices {
  /** Not this time. */
  skipped: readonly string[];
  /** They are these rows. */
  links: readonly OriginLink[];
}

export interface HandoffOptions extends Partial<HandoffChoices> {
  onProgress?: (done: number, of: number) => void;
  signal?: AbortSignal;
}

export type HandoffTrouble =
  AppendTrouble | 'othersWriting' | 'cancelled' | EnvelopeRefusal | AppendRefusal | LinkTrouble;

/** So many complaints are written at a stretch; between two the import may be stopped. */
const AT_ONCE = 250;
/** So often a stretch is tried again when somebody else changes the table at the same time. */
const TRIES = 4;

/** Reads an envelope, from wherever it came, against the register as it stands now. Nothing is written. */
export async function previewHandoff(
  input: unknown,
  memory: RegisterMemory,
): Promise<Outcome<HandoffPreview, HandoffTrouble>> {
  const reading = readEnvelope(input);
  return reading.ok ? previewReading(reading.value, memory) : reading;
}

/** The same for several envelopes that were read and joined (`joinReadings`). */
export async function previewReading(
  reading: EnvelopeReading,
  memory: RegisterMemory,
): Promise<Outcome<HandoffPreview, HandoffTrouble>> {
  const table = await readRegister(memory.tableName);
  if (!table.ok) return table;
  const policy = registerPolicy(memory);
  if (policy === null) return refuse('registerGone', { table: memory.tableName });
  const register = { ...table.value, memory };
  const sorted = sortIncoming(reading.envelope.complaints, register);
  if (!sorted.ok) return sorted;
  const { fresh, known } = sorted.value;
  const firstRow = table.value.area.row + 1;
  const rows = comparableRows(register);
  const found = await inSlices(incomingTwins(fresh, rows));
  if (!found.ok) return found;
  const twins = new Map(found.value.map((twin) => [twin.id, twin]));
  const complaints = [
    ...fresh.map((complaint) => ({ complaint, isNew: true, twin: twinOf(complaint.id) })),
    ...known.map((complaint) => ({ complaint, isNew: false, twin: null })),
  ];
  return done({ reading, complaints, answersAside: policy.findings });

  function twinOf(id: string): RowTwin | null {
    const { like, value } = twins.get(id) ?? {};
    if (like === undefined || value === undefined) return null;
    if (like.kind === 'incoming') return { ...like, value };
    const { number, hasOrigin } = rows[like.row] ?? { number: '', hasOrigin: true };
    const sheetRow = firstRow + like.row;
    return { ...like, value, sheetRow, number, canLink: number !== '' && !hasOrigin };
  }
}

/**
 * Writes the complaints that the register does not hold yet, so many at a stretch. The register is read again before each
 * stretch, so a complaint that came another way meanwhile is not written twice; rows that a broken run left below the table
 * are taken in first. The answer means that the rows were read back: only then may anyone be told that the complaints are
 * registered.
 */
export async function importHandoff(
  { envelope, rejected }: EnvelopeReading,
  memory: RegisterMemory,
  asOf: Moment,
  { skipped = [], links = [], onProgress, signal }: HandoffOptions = {},
): Promise<Outcome<HandoffDone, HandoffTrouble>> {
  const before = await readRegister(memory.tableName);
  if (!before.ok) return before;
  const originAt = originColumn(before.value, memory);
  if (originAt < 0) return refuse('originColumnMissing', { table: memory.tableName });
  const adopted = await adoptRowsBelow(memory.tableName, originAt);
  if (!adopted.ok) return adopted;
  if (links.length > 0) {
    const linked = await linkOrigins(links, memory);
    if (!linked.ok) return linked;
  }
  const complaints = envelope.complaints.filter(({ id }) => !skipped.includes(id));
  const remembered = await readMemory();
  if (!remembered.ok) return remembered;
  let now = freshMemory(memory, remembered.value.register);
  let made: HandoffDone | null = null;
  for (let from = 0; made === null || from < complaints.length; from += AT_ONCE) {
    if (made !== null && signal?.aborted === true) {
      return done({ ...made, isStopped: true, left: made.left + complaints.length - from });
    }
    onProgress?.(from, complaints.length);
    const part = complaints.slice(from, from + AT_ONCE);
    const piece = await importPiece({ ...envelope, complaints: part, count: part.length }, now, asOf);
    // What was written before the trouble stands; the next try finds it there.
    if (!piece.ok) return piece;
    now = piece.value.memory;
    made = joined(made, piece.value, rejected);
  }
  return done(made);
}

interface Piece extends Pick<HandoffDone, 'added' | 'alreadyThere' | 'left' | 'written'> {
  memory: RegisterMemory;
}

/** Writes a stretch; when somebody else changes the table at the same time, it is read again and what is missing planned anew. */
async function importPiece(
  envelope: EnvelopeReading['envelope'],
  memory: RegisterMemory,
  asOf: Moment,
): Promise<Outcome<Piece, HandoffTrouble>> {
  let known: readonly string[] | null = null;
  for (let attempt = 1; ; attempt++) {
    const planned = await plan({ envelope, rejected: [] }, memory, asOf);
    if (!planned.ok) return planned;
    const { table, plan: append, policy } = planned.value;
    // What an earlier attempt has written was not there before it.
    known ??= append.alreadyThere;
    const written = await appendRows({
      plan: append,
      firstRow: table.area.row + table.area.rowCount,
      formats: registerFormats(append.columns, policy.pack, memory.locale, {
        row: table.area.row + 1,
        column: table.area.column,
      }),
    });
    if (!written.ok && written.code === 'changedMeanwhile' && attempt < TRIES) continue;
    if (!written.ok) return written.code === 'changedMeanwhile' ? refuse('othersWriting') : written;
    const here = [...append.alreadyThere, ...append.added];
    const added = here.filter((id) => !known?.includes(id));
    const alreadyThere = here.filter((id) => known?.includes(id));
    const left = new Set(envelope.complaints.map(({ id }) => id)).size - here.length;
    return done({ added, alreadyThere, left, written: written.value, memory: append.memory });
  }
}

function joined(made: HandoffDone | null, piece: Piece, rejected: EnvelopeReading['rejected']): HandoffDone {
  const { added, alreadyThere, left, written } = piece;
  if (made === null) return { added, alreadyThere, left, written, rejected, isStopped: false };
  const [area, next] = [made.written.area, written.area];
  return {
    added: [...made.added, ...added],
    // The same complaint may stand in two stretches.
    alreadyThere: [...made.alreadyThere, ...alreadyThere.filter((id) => !made.added.includes(id))],
    rejected,
    left: made.left + left,
    isStopped: false,
    written: {
      ...written,
      area: area === null || next === null ? (area ?? next) : { ...area, rowCount: area.rowCount + next.rowCount },
      rowsBefore: made.written.rowsBefore,
    },
  };
}

async function plan(
  { envelope }: EnvelopeReading,
  memory: RegisterMemory,
  asOf: Moment,
): Promise<Outcome<{ table: RegisterTable; plan: AppendPlan; policy: PolicyInForce }, HandoffTrouble>> {
  const table = await readRegister(memory.tableName);
  if (!table.ok) return table;
  const policy = registerPolicy(memory);
  if (policy === null) return refuse('registerGone', { table: memory.tableName });
  const { area, header, rows, calculating } = table.value;
  const planned = planAppend({
    memory,
    header,
    rows,
    calculating,
    at: { row: area.row + area.rowCount, column: area.column },
    envelope,
    pack: policy.pack,
    company: memory.company,
    asOf,
    zone: memory.zone,
  });
  return planned.ok ? done({ table: table.value, plan: planned.value, policy }) : planned;
}

function originColumn({ header, rows }: RegisterTable, memory: RegisterMemory): number {
  return matchHeaders(memory.columns, header, rows).columns.findIndex(({ role }) => role === 'origin');
}

import type { Steps } from '../../steps.ts';
import { chained, complaintOf, placeOf, type EventLog, type LogFinding, type LogRow } from './event-log.ts';
import { LOG_ROLES } from './log-columns.ts';
import { asLine, entryHash, readData, unguarded } from './log-entry.ts';

const ROWS_A_STEP = 200;

/** What the workbook remembers of its log: the last hash that was written. It tells when the end was cut off. */
export interface LogTail {
  entries: number;
  hash: string;
}

/**
 * Reads the whole log and goes along its chain. Told are entries that cannot be read (they are left out, and never
 * silently), entries that were changed afterwards, entries that are missing between others, and a cut-off end as far as
 * `tail` is known. A chain shows that something was changed and where; it cannot show by whom, and whoever rewrites the whole
 * log with its hashes is not found by it.
 */
export function* checkLog(log: EventLog, tail: LogTail | null): Steps<LogFinding[]> {
  const findings = columnFindings(log);
  const isWhole = findings.length === 0;
  const byPlace = new Map<number, LogRow[]>();
  const seen = new Map<string, string>();
  let done = 0;
  for (const row of log.rows) {
    findings.push(...rowFindings(row));
    const [id, data] = [unguarded(row.text.id), String(row.text.data)];
    if (seen.get(id) === data) findings.push(told('warning', 'entryTwice', row, 'id', { id }));
    seen.set(id, data);
    const place = placeOf(row);
    if (place === null) findings.push(told('error', 'noUnreadable', row, 'no'));
    else byPlace.set(place, [...(byPlace.get(place) ?? []), row]);
    done += 1;
    if (done % ROWS_A_STEP === 0) yield { done, of: log.rows.length * 2 };
  }
  if (!isWhole) return findings;

  const places = [...byPlace.keys()].sort((a, b) => a - b);
  let expected = 1;
  for (const place of places) {
    const rows = byPlace.get(place) ?? [];
    const isGap = place !== expected;
    if (isGap) {
      const params = { from: expected, to: place - 1, count: place - expected };
      findings.push({ level: 'error', code: 'entriesMissing', row: rows[0]?.row ?? null, role: null, params });
    }
    const before = (byPlace.get(place - 1) ?? []).map(({ hash }) => hash);
    for (const row of rows) {
      if (!isGap && !isChained(row, before))
        findings.push(told('error', 'entryChanged', row, null, { no: place, number: complaintOf(row) }));
      done += 1;
      if (done % ROWS_A_STEP === 0) yield { done, of: log.rows.length * 2 };
    }
    expected = place + 1;
  }
  if (tail !== null && tail.hash !== '' && !log.rows.some(({ hash }) => hash === tail.hash))
    findings.push({ level: 'error', code: 'entriesCut', row: null, role: null, params: { count: tail.entries } });
  return findings;
}

/** Two panes may have written after the same entry; the one after them follows both, or the one that it had seen. */
function isChained({ text, hash }: LogRow, before: readonly string[]): boolean {
  const possible = [chained(before), ...(before.length > 1 ? before : [])];
  return possible.some((previous) => entryHash(text, previous) === hash);
}

function columnFindings({ columns }: EventLog): LogFinding[] {
  return LOG_ROLES.filter((role) => !columns.includes(role)).map((role): LogFinding => ({
    ...{ level: 'error', code: 'columnGone', row: null, role },
    params: {},
  }));
}

function rowFindings(row: LogRow): LogFinding[] {
  const event = readData(row.text.data);
  const findings: LogFinding[] = [];
  if (complaintOf(row) === '') findings.push(told('error', 'numberMissing', row, 'number'));
  if (event === null) return [...findings, told('error', 'dataUnreadable', row, 'data')];
  if (asLine(event.id) !== unguarded(row.text.id)) findings.push(told('error', 'idDiffers', row, 'id'));
  if (event.kind !== String(row.text.kind)) findings.push(told('error', 'kindDiffers', row, 'kind'));
  return findings;
}

function told(
  level: LogFinding['level'],
  code: LogFinding['code'],
  { row }: LogRow,
  role: LogFinding['role'],
  params: LogFinding['params'] = {},
): LogFinding {
  return { level, code, row, role, params };
}

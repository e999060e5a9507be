import type { HandoffComplaint } from '../../handoff/handoff-envelope.ts';
import { done, refuse, type Outcome } from '../../outcome.ts';
import { matchHeaders } from '../match-headers.ts';
import type { RegisterMemory } from '../register-plan.ts';
import type { CellValue } from '../sheet-reading.ts';

/** Which of the complaints the register does not hold yet, each once, in their order, and which it does. */
export function sortIncoming(
  complaints: readonly HandoffComplaint[],
  {
    header,
    rows,
    memory,
  }: { header: readonly string[]; rows: readonly (readonly CellValue[])[]; memory: RegisterMemory },
): Outcome<{ fresh: HandoffComplaint[]; known: HandoffComplaint[] }, 'originColumnMissing'> {
  const { columns } = matchHeaders(memory.columns, header, rows);
  const originAt = columns.findIndex(({ role }) => role === 'origin');
  if (originAt < 0) return refuse('originColumnMissing', { table: memory.tableName });
  const present = new Set(rows.map((row) => String(row[originAt] ?? '').trim()));
  const once = [...new Map(complaints.map((complaint) => [complaint.id, complaint])).values()];
  return done({
    fresh: once.filter(({ id }) => !present.has(id)),
    known: once.filter(({ id }) => present.has(id)),
  });
}

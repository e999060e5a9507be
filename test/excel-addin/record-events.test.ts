import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts';
import { checkLog } from '../../core/register/log/check-log.ts';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import { allSteps } from '../../core/steps.ts';
import { readComplaintBook, type ComplaintBook } from '../../excel-addin/actions/read-complaint.ts';
import { recordEvents } from '../../excel-addin/actions/record-events.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';

const BY = '王芳';
const NOW = AS_OF;

function happened<Kind extends ComplaintEvent['kind']>(
  kind: Kind,
  rest: Omit<Extract<ComplaintEvent, { kind: Kind }>, 'kind' | 'id' | 'occurredAt' | 'recordedAt' | 'by'> & {
    id?: string;
    occurredAt?: string;
  },
): ComplaintEvent {
  return { id: `test-${kind}`, occurredAt: NOW, recordedAt: NOW, by: BY, ...rest, kind } as ComplaintEvent;
}

/** The register of a plain ledger, and the number of one of its open complaints. */
async function register(
  rows = 12,
): Promise<{ memory: RegisterMemory; number: string; opened: ReturnType<typeof openWorkbook> }> {
  const opened = openWorkbook(cleanLedger(rows));
  valueOf(await build());
  const { memory } = await standing();
  const { register: open } = await book(memory);
  const at = (role: string) => open.columns.findIndex((column) => column.role === role);
  const closed = open.columns.findIndex(({ fields }) => fields.includes('closedAt'));
  const row = open.cells.values.find((cells) => cells[closed] === '') ?? open.cells.values[0] ?? [];
  return { memory, number: String(row[at('number')]), opened };
}

async function book(memory: RegisterMemory): Promise<ComplaintBook> {
  return valueOf(await readComplaintBook(memory, NOW));
}

/** A cell of the complaint's row by the role of its column. */
function cellOf({ register: { cells, columns } }: ComplaintBook, number: string, role: string): unknown {
  const numbers = columns.findIndex((column) => column.role === 'number');
  const row = cells.values.find((values) => values[numbers] === number);
  const at = columns.findIndex((column) => column.role === role || column.fields.join() === role);
  return row?.[at];
}

describe('an action on a complaint', () => {
  it('writes the log and the row, and the log can be read by people', async () => {
    const { memory, number, opened } = await register();
    const done = await recordEvents({
      memory,
      number,
      events: [happened('closed', { note: '客户书面认可' })],
      asOf: NOW,
    });
    valueOf(done);
    const after = await book(memory);
    expect(after.log.eventsOf(number)).toHaveLength(1);
    expect(after.place?.sheet).toBe('事件记录');
    expect(after.log.rows[0]?.text).toMatchObject({ number, what: '结案', by: BY, details: '客户书面认可' });
    expect(cellOf(after, number, 'status')).toBe('已结案');
    expect(cellOf(after, number, 'closedAt')).not.toBe('');
    expect(allSteps(checkLog(after.log, after.tail))).toEqual([]);
    expect(opened.host.bugs).toEqual([]);
  });
});

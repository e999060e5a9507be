import { done, refuse, type Outcome } from '../../core/outcome.ts';
import { registerPolicy } from '../../core/register/settings/register-policy.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import { matchHeaders } from '../../core/register/match-headers.ts';
import type { RegisterColumn, RegisterMemory } from '../../core/register/register-plan.ts';
import { stateCode } from '../../core/register/state-code.ts';
import type { CellValue } from '../../core/register/sheet-reading.ts';
import { readRegister, type RegisterTable } from '../workbook/read-register.ts';
import type { WorkbookTrouble } from '../workbook/run-batch.ts';

export type ComplaintState = 'overdue' | 'dueSoon' | 'running' | 'unset' | 'closed';

export interface UrgentRow {
  row: number;
  column: number;
  number: string;
  customer: string;
  about: string;
  milestone: string;
  word: 'overdue' | 'dueSoon';
  state: string;
  /** Excel's serial number of the deadline; null when the cell holds none. */
  due: number | null;
}

export interface Today {
  sheet: string;
  rows: number;
  counts: Record<ComplaintState, number>;
  urgent: UrgentRow[];
  policy: PolicyPack;
}

const URGENT_SHOWN = 20;
/** States by gravity: a complaint counts by the gravest of its deadlines. */
const BY_GRAVITY = ['overdue', 'dueSoon', 'running', 'unset'] as const;

/** How the register stands now, read from its own state formulas: complaints by state, and the `most` most urgent ones. */
export async function readToday(
  memory: RegisterMemory,
  most = URGENT_SHOWN,
): Promise<Outcome<Today, WorkbookTrouble | 'registerGone'>> {
  const policy = registerPolicy(memory);
  if (policy === null) return refuse('registerGone', { table: memory.tableName });
  const table = await readRegister(memory.tableName);
  return table.ok ? done(summarize(table.value, memory, policy.pack, most)) : table;
}

function summarize(table: RegisterTable, memory: RegisterMemory, pack: PolicyPack, most: number): Today {
  const { columns } = matchHeaders(memory.columns, table.header, table.rows);
  const counts: Today['counts'] = { overdue: 0, dueSoon: 0, running: 0, unset: 0, closed: 0 };
  const urgent: UrgentRow[] = [];
  const milestones = pack.milestones
    .map((milestone) => ({
      milestone,
      state: columns.findIndex(({ role }) => role === `deadlineState:${milestone.id}`),
      due: columns.findIndex(({ role }) => role === `deadline:${milestone.id}`),
    }))
    .filter(({ state }) => state >= 0);
  const closed = new Set(pack.statuses.filter(({ isOpen }) => !isOpen).map(({ label }) => label[memory.locale]));
  const status = columns.findIndex(({ role }) => role === 'status');
  const showing = textReader(columns);

  table.rows.forEach((row, index) => {
    if (row.every((cell) => cell === '')) return;
    if (closed.has(String(row[status] ?? ''))) {
      counts.closed++;
      return;
    }
    const states = milestones.map(({ state }) => stateOf(String(row[state] ?? '')));
    // All deadlines behind it and still not closed: it is under way.
    const gravest = BY_GRAVITY.find((state) => states.includes(state)) ?? (states.length === 0 ? 'unset' : 'running');
    counts[gravest]++;
    if (gravest !== 'overdue' && gravest !== 'dueSoon') return;
    const at = states.indexOf(gravest);
    const found = milestones[at];
    if (found === undefined) return;
    const due = row[found.due];
    urgent.push({
      row: table.area.row + 1 + index,
      column: table.area.column + found.due,
      number: showing(row, ['complaintId']),
      customer: showing(row, ['customerName', 'contactName']),
      about: showing(row, ['description', 'productName', 'demand']),
      milestone: found.milestone.label[memory.locale],
      word: gravest,
      state: String(row[found.state] ?? ''),
      due: typeof due === 'number' ? due : null,
    });
  });
  const order = (item: UrgentRow) => (item.word === 'overdue' ? 0 : 1);
  urgent.sort((a, b) => order(a) - order(b) || (a.due ?? 0) - (b.due ?? 0));
  const { closed: done, overdue, dueSoon, running, unset } = counts;
  return {
    sheet: table.sheet,
    rows: done + overdue + dueSoon + running + unset,
    counts,
    urgent: urgent.slice(0, most),
    policy: pack,
  };
}

/** What a deadline's state means for the complaint; null when that deadline is behind it. */
function stateOf(text: string): (typeof BY_GRAVITY)[number] | null {
  const code = stateCode(text);
  switch (code) {
    case 'overdue':
    case 'dueSoon':
    case 'running':
      return code;
    case 'paused':
      return 'running';
    case 'immediately':
      return 'dueSoon';
    case 'met':
    case 'missed':
    case 'done':
    case 'doneUnrecorded':
    case 'notStarted':
      return null;
    default:
      return 'unset';
  }
}

function textReader(columns: RegisterColumn[]) {
  return (row: CellValue[], fields: RegisterColumn['fields']): string => {
    for (const field of fields)
      for (const [index, column] of columns.entries()) {
        const text = column.fields.includes(field) ? String(row[index] ?? '').trim() : '';
        if (text !== '') return text;
      }
    return '';
  };
}

import type { Field } from '../../core/complaint/field.ts';
import type { Moment } from '../../core/complaint/moment.ts';
import { done, refuse, type Outcome } from '../../core/outcome.ts';
import { registerPolicy } from '../../core/register/settings/register-policy.ts';
import { pausesToChoose } from '../../core/policy/own-pauses.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import { choiceReader } from '../../core/register/recognise-choice.ts';
import { matchHeaders } from '../../core/register/match-headers.ts';
import type { RegisterColumn, RegisterMemory } from '../../core/register/register-plan.ts';
import { receivedLately } from '../../core/register/received-lately.ts';
import { timeSerial } from '../../core/register/register-row.ts';
import { stateCode, type StateCode } from '../../core/register/state-code.ts';
import { CUSTOMERS_TURN } from '../../core/register/status-words.ts';
import type { CellValue } from '../../core/register/sheet-reading.ts';
import { readRegister, type RegisterTable } from '../workbook/read-register.ts';
import type { WorkbookTrouble } from '../workbook/run-batch.ts';

export type ComplaintState = 'overdue' | 'dueSoon' | 'running' | 'unset' | 'closed';

/** The lists of today; `new`: received lately or nobody knows when, and nobody has taken it up yet; `waiting`: it is the customer's turn. */
export type TodayList = 'overdue' | 'dueSoon' | 'new' | 'waiting';

export interface TodayRow {
  row: number;
  column: number;
  number: string;
  customer: string;
  about: string;
  /** The gravest of its deadlines; empty where all are behind it. */
  milestone: string;
  word: Exclude<ComplaintState, 'closed'>;
  /** What the deadline's state says, else the complaint's status. */
  state: string;
  /** The grade as the register writes it, and how grave it is; -1: none that the policy knows. */
  grade: string;
  gravity: number;
  /** Excel's serial number of the deadline; null when the cell holds none. */
  due: number | null;
  /** All that it is overdue for was due a month and more before there was a register: an old debt, and no news. */
  isFromBefore: boolean;
}

export interface Today {
  sheet: string;
  rows: number;
  counts: Record<ComplaintState, number>;
  /** How many of the overdue ones are such old debts; they come last among these. */
  fromBefore: number;
  /** A complaint may stand in several: what is new may be overdue as well. */
  lists: Record<TodayList, TodayRow[]>;
  /** A clock can be paused, or a status says that it is the customer's turn. */
  canWait: boolean;
  policy: PolicyPack;
}

/** In days: what was overdue for less when the register was made still waits for somebody. */
const OLD_AFTER = 30;

/** States by gravity: a complaint counts by the gravest of its deadlines. */
const BY_GRAVITY = ['overdue', 'dueSoon', 'running', 'unset'] as const;

/** With these times a complaint has been taken up, whatever its status says. */
const ACKNOWLEDGED: readonly Field[] = ['firstResponseAt', 'acceptedAt', 'assignedAt'];
const BEHIND: ReadonlySet<StateCode | null> = new Set(['met', 'missed', 'done', 'doneUnrecorded']);

/** How the register stands now, read from its own state formulas and statuses: complaints by state, and the lists. */
export async function readToday(
  memory: RegisterMemory,
  asOf: Moment,
): Promise<Outcome<Today, WorkbookTrouble | 'registerGone'>> {
  const policy = registerPolicy(memory);
  if (policy === null) return refuse('registerGone', { table: memory.tableName });
  const table = await readRegister(memory.tableName);
  return table.ok ? done(summarize(table.value, memory, policy.pack, asOf)) : table;
}

function summarize(table: RegisterTable, memory: RegisterMemory, pack: PolicyPack, asOf: Moment): Today {
  const { columns } = matchHeaders(memory.columns, table.header, table.rows);
  const counts: Today['counts'] = { overdue: 0, dueSoon: 0, running: 0, unset: 0, closed: 0 };
  const lists: Today['lists'] = { overdue: [], dueSoon: [], new: [], waiting: [] };
  const milestones = pack.milestones
    .map((milestone) => ({
      milestone,
      state: columns.findIndex(({ role }) => role === `deadlineState:${milestone.id}`),
      due: columns.findIndex(({ role }) => role === `deadline:${milestone.id}`),
    }))
    .filter(({ state }) => state >= 0);
  const closed = new Set(pack.statuses.filter(({ isOpen }) => !isOpen).map(({ label }) => label[memory.locale]));
  const fresh = pack.statuses.find(({ isOpen }) => isOpen)?.label[memory.locale];
  const isRecent = receivedLately(columns, table.rows, { ...memory, asOf });
  const status = columns.findIndex(({ role }) => role === 'status');
  const number = columns.findIndex(({ role }) => role === 'number');
  const grade = columns.findIndex(({ role }) => role === 'grade');
  const readGrade = choiceReader(pack.grades);
  const showing = textReader(columns);
  const oldBefore = memory.madeAt === undefined ? -Infinity : timeSerial(memory.madeAt, memory) - OLD_AFTER;

  table.rows.forEach((row, index) => {
    if (row.every((cell) => cell === '')) return;
    const said = String(row[status] ?? '');
    if (closed.has(said)) {
      counts.closed++;
      return;
    }
    const states = milestones.map(({ state }) => stateOf(String(row[state] ?? '')));
    // All deadlines behind it and still not closed: it is under way.
    const gravest = BY_GRAVITY.find((state) => states.includes(state)) ?? (states.length === 0 ? 'unset' : 'running');
    counts[gravest]++;
    const isTakenUp = milestones.some(
      ({ milestone, state }) =>
        ACKNOWLEDGED.includes(milestone.stopsAt) && BEHIND.has(stateCode(String(row[state] ?? ''))),
    );
    const isPaused = milestones.some(({ state }) => stateCode(String(row[state] ?? '')) === 'paused');
    const own: TodayList[] = [
      ...(gravest === 'overdue' || gravest === 'dueSoon' ? [gravest] : []),
      ...(said === fresh && !isTakenUp && isRecent(row) ? ['new' as const] : []),
      ...(isPaused || CUSTOMERS_TURN.test(said) ? ['waiting' as const] : []),
    ];
    if (own.length === 0) return;
    const found = milestones[states.indexOf(gravest)];
    const due = row[found?.due ?? -1];
    const graded = String(row[grade] ?? '').trim();
    const late = milestones.filter((_, at) => states[at] === 'overdue').map((milestone) => row[milestone.due]);
    const shown: TodayRow = {
      row: table.area.row + 1 + index,
      column: table.area.column + Math.max(0, found?.due ?? number),
      number: String(row[number] ?? '').trim(),
      customer: showing(row, ['customerName', 'contactName']),
      about: showing(row, ['description', 'productName', 'demand']),
      milestone: found?.milestone.label[memory.locale] ?? '',
      word: gravest,
      state: found === undefined ? said : String(row[found.state] ?? ''),
      grade: graded,
      gravity: pack.grades.findIndex(({ id }) => id === readGrade(graded)),
      due: typeof due === 'number' ? due : null,
      isFromBefore: late.length > 0 && late.every((each) => typeof each === 'number' && each < oldBefore),
    };
    for (const list of own) lists[list].push(shown);
  });
  // Old debts come last, before them what has no deadline; of what is due at the same time the gravest goes first, then the
  // sheet's order.
  const order = ({ due }: TodayRow) => due ?? Infinity;
  for (const list of Object.values(lists))
    list.sort((a, b) => {
      if (a.isFromBefore !== b.isFromBefore) return a.isFromBefore ? 1 : -1;
      return order(a) === order(b) ? b.gravity - a.gravity : order(a) - order(b);
    });
  const { closed: done, overdue, dueSoon, running, unset } = counts;
  return {
    sheet: table.sheet,
    rows: done + overdue + dueSoon + running + unset,
    counts,
    fromBefore: lists.overdue.filter(({ isFromBefore }) => isFromBefore).length,
    lists,
    canWait:
      pausesToChoose(pack).length > 0 ||
      lists.waiting.length > 0 ||
      pack.statuses.some(({ label }) => CUSTOMERS_TURN.test(label[memory.locale])),
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

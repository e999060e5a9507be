import type { ComplaintEvent } from '../../../core/complaint/complaint-event.ts';
import type { Field } from '../../../core/complaint/field.ts';
import { planRegister } from '../../../core/register/plan-register.ts';
import { openRegister, type RegisterCells } from '../../../core/register/refresh/open-register.ts';
import type { RegisterMemory } from '../../../core/register/register-plan.ts';
import type { CellValue } from '../../../core/register/sheet-reading.ts';
import type { SalesVolume } from '../../../core/statistics/volumes.ts';
import { makeLedger, makeSheet } from '../../support/make-sheet.ts';
import { COUNTED_COMPANY, COUNTED_PACK } from './counted-pack.ts';

export const ZONE = 'Asia/Shanghai';
export const AS_OF = '2026-03-20T10:30:00+08:00';

const COLUMNS: [header: string, field: Field][] = [
  ...([
    ['投诉编号', 'complaintId'],
    ['受理时间', 'receivedAt'],
    ['客户名称', 'customerName'],
  ] satisfies [string, Field][]),
  ...([
    ['产品名称', 'productName'],
    ['产品型号', 'productModel'],
    ['批号', 'batchNo'],
  ] satisfies [string, Field][]),
  ...([
    ['投诉内容', 'description'],
    ['投诉原因', 'cause'],
    ['渠道', 'channel'],
  ] satisfies [string, Field][]),
  ...([
    ['地区', 'region'],
    ['责任人', 'responsiblePerson'],
  ] satisfies [string, Field][]),
  ...([
    ['首次响应时间', 'firstResponseAt'],
    ['结案时间', 'closedAt'],
  ] satisfies [string, Field][]),
  ...([
    ['赔偿金额', 'compensation'],
    ['满意度', 'satisfaction'],
    ['处理结果', 'solution'],
  ] satisfies [string, Field][]),
];

/** A register of so many complaints, with everything that makes counting hard, and always the same for the same seed. */
export interface GeneratedRegister {
  cells: RegisterCells;
  memory: RegisterMemory;
  events: ReadonlyMap<string, readonly ComplaintEvent[]>;
  volumes: SalesVolume[];
}

/**
 * Makes a register as a team of some years would have it: empty months (July 2024, February 2025), days without a time of day,
 * dates that are missing, impossible or words, leap days, both sides of a year's change, spellings, empty cells, and for every
 * eighth complaint an event log: answered late, paused, not satisfied, reopened, withdrawn, with verdicts and remedies.
 */
export function generatedRegister(rows: number, seed = 1): GeneratedRegister {
  const dice = diceOf(seed);
  const { memory, area, header } = frame();
  const at = new Map(memory.columns.map(({ role }, index) => [role, index]));
  const events = new Map<string, ComplaintEvent[]>();
  const values = Array.from({ length: rows }, (_, index) => {
    const life = makeLife(index, dice);
    if (life.events.length > 0) events.set(life.number, life.events);
    const row = header.map((): CellValue => '');
    COLUMNS.forEach(([, field], column) => (row[column] = life.cells[field] ?? ''));
    row[at.get('number') ?? -1] = life.number;
    for (const role of ['category', 'grade', 'department', 'status'] as const) row[at.get(role) ?? -1] = life[role];
    return row;
  });
  const formatOf = (value: CellValue) =>
    typeof value !== 'number' ? 'General' : Number.isInteger(value) ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm';
  const times = new Set(
    ['receivedAt', 'firstResponseAt', 'closedAt'].map((field) => COLUMNS.findIndex(([, own]) => own === field)),
  );
  const formats = values.map((row) => row.map((value, column) => (times.has(column) ? formatOf(value) : 'General')));
  return {
    memory,
    events,
    volumes: volumesOf(dice),
    cells: {
      ...{ sheet: '投诉台账', area: { ...area, rowCount: rows + 1 }, header, values, formats },
      constants: new Set(),
    },
  };
}

/** The register opened, with all that `takeFacts` asks for. */
export function factsRequest({ cells, memory, events }: GeneratedRegister) {
  const rules = { pack: COUNTED_PACK, company: COUNTED_COMPANY, asOf: AS_OF, zone: ZONE };
  const register = openRegister(memory, cells, rules);
  return { ...rules, memory, register, eventsOf: (number: string) => events.get(number) ?? [] };
}

interface Dice {
  chance: (share: number) => boolean;
  below: (count: number) => number;
  pick: <T>(list: readonly [T, ...T[]]) => T;
}

function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return { chance: (share) => next() < share, below, pick: (list) => list[below(list.length)] ?? list[0] };
}

const MINUTE = 60_000;
const HOUR = 60;
const DAY = 1_440;
/** Minutes since 1970 on the clocks of the zone. */
const wall = (text: string) => Date.parse(`${text}Z`) / MINUTE;
const FIRST = wall('2023-11-20T08:00');
const LAST = wall('2026-03-19T18:00');
const SPECIAL = [
  '2024-02-29T10:20',
  '2023-12-31T23:50',
  '2024-12-30T09:05',
  '2026-01-01T00:10',
  '2024-02-16T17:40',
].map(wall);

const serial = (minutes: number) => minutes / DAY + 25_569;
const moment = (minutes: number) => `${new Date(minutes * MINUTE).toISOString().slice(0, 16)}:00+08:00`;

function makeLife(index: number, dice: Dice) {
  const number = `TS-${String(index + 1).padStart(6, '0')}`;
  let received = dice.chance(0.05) ? dice.pick(SPECIAL as [number, ...number[]]) : FIRST + dice.below(LAST - FIRST);
  const month = moment(received).slice(0, 7);
  if (month === '2024-07' || month === '2025-02') received += 35 * DAY;
  const isOpen = dice.chance(0.2);
  const reply = received + 1 + dice.below(dice.chance(0.7) ? 2 * HOUR : 4 * DAY);
  const answered = dice.chance(0.85) && reply < LAST ? reply : null;
  const ended = isOpen ? null : received + 30 + dice.below(dice.chance(0.8) ? 8 * DAY : 60 * DAY);
  const closed = ended !== null && ended < LAST ? ended : null;
  const hasLog = index % 8 === 3;
  const cells: Partial<Record<Field, CellValue>> = {
    complaintId: number,
    receivedAt: dice.pick<() => CellValue>([
      () => '',
      () => '2026-02-30',
      () => '待定',
      () => serial(received),
      dayCell,
      words,
    ])(),
    customerName: dice.pick(['宏远建材', '华南混凝土', '城建集团', '宏远建材 ', '']),
    productName: dice.pick(['粉煤灰', '矿粉', '']),
    productModel: dice.pick(['F-Ⅰ', 'S95', 'Ｓ９５', 's 95', '']),
    batchNo: dice.chance(0.3) ? `B${dice.below(2 + index / 4)}` : '',
    description: '结块',
    cause: dice.pick(['受潮', '运输 破损', '']),
    channel: dice.pick(['电话', '微信', '']),
    region: dice.pick(['华东', '华南']),
    responsiblePerson: dice.pick(['张三', '李四', '']),
    firstResponseAt: answered === null || hasLog ? '' : serial(answered),
    closedAt:
      closed === null || hasLog || dice.chance(0.03)
        ? ''
        : dice.chance(0.1)
          ? Math.floor(serial(closed))
          : serial(closed),
    compensation: dice.pick(['', '', 500, '1,200.50', '赔偿300元', 'USD 200', '换货一批', '无']),
    satisfaction: dice.pick(['', '满意', '非常满意', '不满意', '一般']),
    solution: dice.pick(['退货', '换货', '']),
  };
  // Most dates are sound.
  if (hasLog || dice.chance(0.85)) cells.receivedAt = serial(received);
  const grade = dice.pick(['一般', '一般', '重大']);
  const life = { number, cells, category: dice.pick(['产品质量', '物流交付', '']), grade };
  const department = dice.pick(['质检部', '物流部', '']);
  if (!hasLog) {
    const status = closed !== null ? '已结案' : dice.chance(0.02) ? '已撤诉' : '处理中';
    return { ...life, department, status, events: [] };
  }
  const log = makeLog(number, { received, answered, closed }, dice);
  if (log.status !== '已结案') delete cells.closedAt;
  return { ...life, department, ...log };

  function dayCell(): CellValue {
    return Math.floor(serial(received));
  }
  function words(): CellValue {
    const [date = '', time = ''] = moment(received).split('T');
    const [year, mon, day] = date.split('-').map(Number);
    return `${year ?? ''}年${mon ?? ''}月${day ?? ''}日 ${time.slice(0, 5)}`;
  }
}

type EventOf<Kind extends ComplaintEvent['kind']> = Omit<
  Extract<ComplaintEvent, { kind: Kind }>,
  'id' | 'occurredAt' | 'recordedAt' | 'by' | 'kind'
>;

function makeLog(
  number: string,
  { received, answered, closed }: { received: number; answered: number | null; closed: number | null },
  dice: Dice,
): { events: ComplaintEvent[]; status: string } {
  const events: ComplaintEvent[] = [];
  const happened = <Kind extends ComplaintEvent['kind']>(kind: Kind, at: number, rest: EventOf<Kind>) => {
    const entry = {
      kind,
      id: `${number}/${events.length}`,
      occurredAt: moment(at),
      recordedAt: moment(at),
      by: '王五',
    };
    events.push({ ...entry, ...rest } as unknown as ComplaintEvent);
  };
  happened('received', received, {});
  if (answered !== null && (closed === null || answered < closed)) happened('acknowledged', answered, {});
  const end = closed ?? Math.min(LAST, received + 20 * DAY);
  if (dice.chance(0.4)) {
    const from = received + Math.floor((end - received) * 0.4);
    happened('paused', from, { reason: 'waiting' });
    happened('resumed', Math.floor((from + end) / 2), {});
  }
  if (dice.chance(0.1)) {
    happened('withdrawn', end, {});
    return { events, status: '已撤诉' };
  }
  if (dice.chance(0.6)) happened('remedyPromised', end - 2, { remedy: 'refund', money: 100 * (1 + dice.below(9)) });
  if (dice.chance(0.3)) happened('followedUp', end - 2, { satisfied: false });
  if (dice.chance(0.6)) happened('followedUp', end - 1, { satisfied: dice.pick([true, true, null]) });
  if (closed === null) return { events, status: '处理中' };
  if (dice.chance(0.8))
    happened('verdictGiven', end - 1, { verdict: dice.pick(['founded', 'misunderstood', 'unfounded']) });
  happened('closed', closed, {});
  if (!dice.chance(0.25) || closed + 10 * DAY > LAST) return { events, status: '已结案' };
  happened('reopened', closed + 2 * DAY, { way: 'newCycle', reason: '又坏了' });
  if (dice.chance(0.5)) return { events, status: '处理中' };
  happened('acknowledged', closed + 2 * DAY + 20, {});
  happened('closed', closed + 9 * DAY, {});
  return { events, status: '已结案' };
}

/** Every month but one has a volume; some of them by product. */
function volumesOf(dice: Dice): SalesVolume[] {
  const months = Array.from({ length: 29 }, (_, index) =>
    moment(wall('2023-11-15T00:00') + Math.round(index * 30.44 * DAY)).slice(0, 7),
  );
  return months.flatMap((month): SalesVolume[] => {
    if (month === '2025-05') return [];
    const units = 500 + dice.below(1_000);
    if (dice.chance(0.5)) return [{ month, product: null, units }];
    return ['粉煤灰', '矿粉'].map((product) => ({ month, product, units }));
  });
}

let made: { memory: RegisterMemory; area: RegisterCells['area']; header: string[] } | null = null;

/** The columns that a register of these columns gets. */
function frame() {
  if (made !== null) return made;
  const sheet = makeSheet([COLUMNS.map(([header]) => header), ['TS-0', 46_000.5, '宏远建材', '', '', '', '结块']]);
  const ledger = makeLedger(
    sheet,
    COLUMNS.map(([, field]) => [field]),
  );
  const plan = planRegister({
    ...{ sheet, ledger, pack: COUNTED_PACK, company: COUNTED_COMPANY, asOf: AS_OF, zone: ZONE },
    ...{ locale: 'zh-CN', sheetNames: [sheet.name], tableNames: [] },
  });
  made = { memory: plan.memory, area: plan.table.area, header: plan.columns.map(({ header }) => header) };
  return made;
}

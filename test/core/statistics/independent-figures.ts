import type { ComplaintEvent } from '../../../core/complaint/complaint-event.ts';
import type { CellValue } from '../../../core/register/sheet-reading.ts';
import type { GeneratedRegister } from './generated-register.ts';

/**
 * The figures of a generated register, counted once more by other means: plain loops straight over the table's cells and the
 * log's entries, in minutes on the wall clock. Nothing of `core` is called; what it knows of the policy is written out here.
 */

export interface PlainFigure {
  value: number | null;
  counted: string[];
  undecided: string[];
}

interface Clock {
  due: number | null;
  stop: { day: string; minute: number | null } | null;
  verdict: boolean | null;
  isDue: boolean;
  taken: number | null;
  lacksStart: boolean;
}

interface Plain {
  number: string;
  received: string | null;
  ended: string | null;
  open: boolean;
  withdrawn: boolean;
  followed: string | null;
  satisfied: boolean | null;
  unsatisfied: number;
  /** Null: closed before anybody entered closings in the log. */
  reopened: number | null;
  /** From which day to which it was closed in between. */
  breaks: [string, string][];
  verdict: string | null;
  cost: number | null;
  costUnclear: boolean;
  first: Clock;
  closing: Clock;
  texts: { batch: string; model: string; cause: string; customer: string; product: string };
}

const NOW = Date.parse('2026-03-20T10:30Z') / 60_000;
const TODAY = '2026-03-20';
const dayOf = (minute: number) => new Date(minute * 60_000).toISOString().slice(0, 10);

export function plainComplaints({ cells, events }: GeneratedRegister): Plain[] {
  const at = (name: string) => cells.header.indexOf(name);
  const status = at('办理状态');
  const grade = at('投诉分级');
  const found: Plain[] = [];
  for (const row of cells.values) {
    const cell = (name: string): CellValue => row[at(name)] ?? '';
    const number = String(cell('投诉编号'));
    const log = events.get(number) ?? [];
    const word = String(row[status] ?? '');
    const open = word === '处理中';
    const limit = row[grade] === '重大' ? 960 : 2400;
    found.push(log.length > 0 ? fromLog(number, log, row, open, limit) : fromCells(number, row, word, limit));
  }
  const kept = [...events.values()].flat().filter(({ kind }) => kind === 'closed' || kind === 'reopened');
  const since = kept.map(({ recordedAt }) => recordedAt.slice(0, 10)).sort()[0] ?? '9999';
  for (const each of found) if (each.reopened === 0 && !each.open && (each.ended ?? '') < since) each.reopened = null;
  return found;

  function textsOf(row: CellValue[]) {
    const fold = (name: string) =>
      String(row[at(name)] ?? '')
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\s-]/g, '');
    return {
      ...{ batch: fold('批号'), model: fold('产品型号'), cause: fold('投诉原因'), customer: fold('客户名称') },
      product: fold('产品名称'),
    };
  }

  function fromCells(number: string, row: CellValue[], word: string, limit: number): Plain {
    const open = word === '处理中';
    const withdrawn = word === '已撤诉';
    const received = readTime(row[at('受理时间')] ?? '');
    const answer = readTime(row[at('首次响应时间')] ?? '');
    const closed = readTime(row[at('结案时间')] ?? '');
    const satisfied = readAnswer(row[at('满意度')] ?? '');
    const clock = (amount: number, stop: typeof answer): Clock => {
      const start = received?.minute ?? null;
      const due = start === null ? null : addWork(start, amount);
      const running = open && closed === null;
      const unsaid = stop === null && !running;
      let verdict: boolean | null = null;
      if (due !== null && stop !== null) verdict = stop.minute === null ? stop.day <= dayOf(due) : stop.minute <= due;
      else if (due !== null && due < NOW && running) verdict = false;
      return {
        ...{ due, stop, verdict, lacksStart: start === null && !(withdrawn && stop === null) },
        isDue: verdict !== null || (unsaid && !withdrawn && due !== null && due < NOW),
        taken: work(start, stop?.minute ?? null, []),
      };
    };
    return {
      ...{ number, received: received?.day ?? null, open, withdrawn, ended: open ? null : (closed?.day ?? null) },
      ...{
        followed: null,
        satisfied,
        unsatisfied: satisfied === false ? 1 : 0,
        reopened: 0,
        verdict: null,
        breaks: [],
      },
      ...readMoney(row[at('赔偿金额')] ?? ''),
      ...{ first: clock(60, answer), closing: clock(limit, closed), texts: textsOf(row) },
    };
  }

  function fromLog(
    number: string,
    log: readonly ComplaintEvent[],
    row: CellValue[],
    open: boolean,
    limit: number,
  ): Plain {
    const sorted = [...log].sort((a, b) => minuteOf(a) - minuteOf(b) || (a.id < b.id ? -1 : 1));
    let firstReceived: number | null = null;
    let start: number | null = null;
    let answer: number | null = null;
    let closed: number | null = null;
    let withdrawn: number | null = null;
    let followed: number | null = null;
    let satisfied: boolean | null = null;
    let asked = false;
    let unsatisfied = 0;
    let reopened = 0;
    let verdict: string | null = null;
    let money: number | null = null;
    let pauses: [number, number][] = [];
    const breaks: [string, string][] = [];
    for (const event of sorted) {
      const minute = minuteOf(event);
      if (event.kind === 'received') firstReceived = start = minute;
      if (event.kind === 'acknowledged') answer ??= minute;
      if (event.kind === 'paused') pauses.push([minute, Infinity]);
      if (event.kind === 'resumed') pauses = pauses.map(([from, to]) => [from, Math.min(to, minute)]);
      if (event.kind === 'withdrawn') withdrawn = minute;
      if (event.kind === 'verdictGiven') verdict = event.verdict;
      if (event.kind === 'remedyPromised') money = event.money ?? null;
      if (event.kind === 'closed') {
        closed ??= minute;
        pauses = pauses.map(([from, to]) => [from, Math.min(to, minute)]);
      }
      if (event.kind === 'followedUp') {
        [followed, satisfied, asked] = [minute, event.satisfied, true];
        if (event.satisfied === false) unsatisfied++;
      }
      if (event.kind === 'reopened') {
        reopened++;
        if (closed !== null) breaks.push([dayOf(closed), dayOf(minute)]);
        [start, answer, closed, followed, satisfied, verdict, money] = [minute, null, null, null, null, null, null];
        [pauses, asked] = [[], true];
      }
    }
    const column = readMoney(row[at('赔偿金额')] ?? '');
    if (!asked) satisfied = readAnswer(row[at('满意度')] ?? '');
    if (satisfied === false) unsatisfied = Math.max(unsatisfied, 1);
    const clock = (amount: number, stop: number | null, still: [number, number][]): Clock => {
      const due = start === null ? null : addWork(start, amount, still);
      const over = withdrawn ?? closed;
      let verdict: boolean | null = null;
      if (due !== null && stop !== null) verdict = stop <= due;
      else if (due !== null && over === null && due < NOW) verdict = false;
      return {
        ...{ due, stop: stop === null ? null : { day: dayOf(stop), minute: stop }, verdict, lacksStart: false },
        isDue: verdict !== null || (over !== null && stop === null && due !== null && due < (withdrawn ?? NOW)),
        taken: work(start, stop, still),
      };
    };
    const ended = withdrawn ?? closed;
    return {
      ...{
        number,
        received: firstReceived === null ? null : dayOf(firstReceived),
        open,
        withdrawn: withdrawn !== null,
      },
      ended: open || ended === null ? null : dayOf(ended),
      ...{ followed: followed === null ? null : dayOf(followed), satisfied, unsatisfied, reopened, verdict, breaks },
      ...(money === null ? column : { cost: money, costUnclear: false }),
      ...{ first: clock(60, answer, []), closing: clock(limit, closed, pauses), texts: textsOf(row) },
    };
  }
}

/** Every figure of a period by its id, as plain loops find it. */
export function plainFigures(
  complaints: readonly Plain[],
  [first, last]: [string, string],
  volumes: GeneratedRegister['volumes'],
): Map<string, PlainFigure> {
  const figures = new Map<string, PlainFigure>();
  const within = (day: string | null) => day !== null && day >= first && day <= last;
  const end = last < TODAY ? last : TODAY;
  const give = (id: string, counted: Plain[], among: Plain[] | null, undecided: Plain[], value?: number | null) => {
    const share = among === null ? counted.length : among.length === 0 ? null : counted.length / among.length;
    const names = (list: Plain[]) => list.map(({ number }) => number).sort();
    figures.set(id, {
      value: value === undefined ? share : value,
      counted: names(counted),
      undecided: names(undecided),
    });
  };
  // Where judgements are wanted and nobody has made any, there is nothing to say.
  const unlessSilent = (all: Plain[], isSilent: (each: Plain) => boolean) =>
    all.length > 0 && all.every(isSilent) ? null : undefined;
  const received: Plain[] = [];
  const undated: Plain[] = [];
  const closed: Plain[] = [];
  const closedSometime: Plain[] = [];
  const openNow: Plain[] = [];
  const openUnknown: Plain[] = [];
  for (const each of complaints) {
    if (within(each.received)) received.push(each);
    if (each.received === null) undated.push(each);
    if (!each.open && !each.withdrawn && within(each.ended)) closed.push(each);
    if (!each.open && !each.withdrawn && each.ended === null) closedSometime.push(each);
    const paused = each.breaks.some(([from, to]) => from <= end && end < to);
    const over = paused || (each.ended !== null && each.ended <= end);
    const later = each.received !== null && each.received > end;
    if (!over && !later)
      (each.received !== null && (each.open || each.ended !== null) ? openNow : openUnknown).push(each);
  }
  const done = (each: Plain) => !each.open && !each.withdrawn;
  give('received', received, null, undated);
  give('closed', closed, null, closedSometime);
  give('openAtEnd', openNow, null, openUnknown);
  let units: number | null = 0;
  for (let month = first.slice(0, 7); month <= last.slice(0, 7); month = nextMonth(month)) {
    let own: number | null = null;
    const sold = volumes.filter((volume) => volume.month === month);
    for (const volume of sold) own = (own ?? 0) + volume.units;
    const isTold = (name: string) => sold.some(({ product }) => product === null || product.toLowerCase() === name);
    for (const { received: day, texts } of complaints)
      if (day?.slice(0, 7) === month && texts.product !== '' && !isTold(texts.product)) own = null;
    units = units === null || own === null ? null : units + own;
  }
  const whole = first.endsWith('-01') && dayAfter(last).endsWith('-01');
  give('complaintRate', received, null, undated, !whole || units === null ? null : (received.length / units) * 1000);
  const stayed = received.filter((each) => !each.withdrawn);
  give('resolutionRate', stayed.filter(done), stayed, undated);
  for (const [id, clock] of [
    ['firstResponse', 'first'],
    ['closing', 'closing'],
  ] as const) {
    const good: Plain[] = [];
    const judged: Plain[] = [];
    const unsaid: Plain[] = [];
    const timed: Plain[] = [];
    const untimed: Plain[] = [];
    for (const each of complaints) {
      const { due, verdict, isDue, lacksStart, stop, taken } = each[clock];
      const fell = isDue && due !== null && within(dayOf(due));
      if (fell && verdict !== null) judged.push(each);
      if (fell && verdict === true) good.push(each);
      if ((fell && verdict === null) || (lacksStart && (each.received === null || within(each.received))))
        unsaid.push(each);
      if (stop !== null && within(stop.day)) (taken === null ? untimed : timed).push(each);
    }
    give(`onTime:${id}`, good, judged, unsaid);
    const minutes = (each: Plain) => each[clock].taken ?? 0;
    timed.sort((a, b) => minutes(a) - minutes(b) || (a.number < b.number ? -1 : 1));
    for (const [name, share] of [
      ['median', 50],
      ['ninety', 90],
    ] as const) {
      const rank = Math.ceil((share * timed.length) / 100);
      const found = timed[rank - 1];
      give(`${name}:${id}`, timed.slice(0, rank), timed, untimed, found ? minutes(found) : null);
    }
  }
  const days = (each: Plain) => (Date.parse(each.ended ?? '') - Date.parse(each.received ?? '')) / 86_400_000;
  const timed = closed.filter((each) => days(each) >= 0);
  timed.sort((a, b) => days(a) - days(b) || (a.number < b.number ? -1 : 1));
  const untimed = [...closed.filter((each) => !(days(each) >= 0)), ...closedSometime];
  for (const [name, share] of [
    ['medianDays', 50],
    ['ninetyDays', 90],
  ] as const) {
    const rank = Math.ceil((share * timed.length) / 100);
    const found = timed[rank - 1];
    give(name, timed.slice(0, rank), timed, untimed, found ? days(found) : null);
  }
  const asked = complaints.filter((each) => within(each.followed ?? each.ended ?? each.received));
  const clear = asked.filter((each) => each.satisfied !== null);
  const unclear = asked.filter(
    (each) => each.satisfied === null && !each.withdrawn && (!each.open || each.followed !== null),
  );
  const happy = clear.filter((each) => each.satisfied === true);
  give('satisfaction', happy, clear, unclear);
  give('policy:rated', happy, clear, unclear);
  const reached = asked.filter((each) => each.followed !== null || each.satisfied !== null);
  give(
    'policy:asked',
    happy,
    reached,
    reached.filter((each) => each.satisfied === null),
    unlessSilent(reached, (each) => each.satisfied === null),
  );
  const wasClosed = stayed.filter((each) => !each.open || each.reopened !== 0);
  give(
    'reopened',
    wasClosed.filter((each) => each.reopened),
    wasClosed,
    [...wasClosed.filter((each) => each.reopened === null), ...undated],
    unlessSilent(wasClosed, (each) => each.reopened === null),
  );
  const isBare = ({ texts: { batch, model, cause, customer, product } }: Plain) =>
    batch === '' && (model === '' || cause === '') && (customer === '' || product === '');
  const bare = received.every(isBare) ? received : [];
  give(
    'recurring',
    received.filter((each) => isAgain(each, complaints)),
    received,
    [...bare, ...undated],
    unlessSilent(received, isBare),
  );
  const paid = received.filter((each) => each.cost !== null);
  const unpaid = [...(paid.length === 0 ? received : received.filter((each) => each.costUnclear)), ...undated];
  const sum = Math.round(paid.reduce((all, each) => all + (each.cost ?? 0), 0) * 100) / 100;
  give('remedyCost', paid, null, unpaid, paid.length === 0 ? null : sum);
  const bands: [string, number, number][] = [
    ['to7', -1e9, 7],
    ['to15', 8, 15],
    ['to30', 16, 30],
    ['to60', 31, 60],
    ['over60', 61, 1e9],
  ];
  for (const [id, from, to] of bands) {
    const age = (each: Plain) => (Date.parse(end) - Date.parse(each.received ?? '')) / 86_400_000;
    give(
      `backlog:${id}`,
      openNow.filter((each) => age(each) >= from && age(each) <= to),
      null,
      openUnknown,
    );
  }
  const judged = closed.filter((each) => each.verdict !== null);
  const unjudged = [...closed.filter((each) => each.verdict === null), ...closedSometime];
  give(
    'unfoundedShare',
    judged.filter((each) => each.verdict !== 'founded'),
    judged,
    unjudged,
  );
  give(
    'policy:mistaken',
    closed.filter((each) => each.verdict === 'misunderstood'),
    closed,
    unjudged,
    unlessSilent(closed, (each) => each.verdict === null),
  );
  const sour = received.filter((each) => each.unsatisfied > 0);
  const heard = received.filter((each) => done(each) || each.followed !== null || each.unsatisfied > 0);
  const isMute = (each: Plain) => each.satisfied === null && each.unsatisfied === 0;
  give(
    'timesUnsatisfied',
    sour,
    null,
    [...(heard.every(isMute) ? heard : []), ...undated],
    unlessSilent(heard, isMute) === null ? null : sour.reduce((all, each) => all + each.unsatisfied, 0),
  );
  const valid = received.filter((each) => each.verdict === 'founded');
  const open = [...received.filter((each) => each.verdict === null), ...undated];
  const silent = unlessSilent(received, (each) => each.verdict === null);
  give('policy:valid', valid, null, open, silent);
  give('policy:validShare', valid, received, open, silent);
  const quick = received.filter((each) => each.first.verdict === true);
  const isOpen = (each: Plain) => each.first.verdict === null;
  give(
    'policy:answeredOfAll',
    quick,
    received,
    [...received.filter(isOpen), ...undated],
    unlessSilent(received, isOpen),
  );
  return figures;
}

function isAgain(one: Plain, complaints: readonly Plain[]): boolean {
  for (const other of complaints) {
    if (other === one || other.received === null || one.received === null) continue;
    const isBefore = other.received < one.received || (other.received === one.received && other.number < one.number);
    if (!isBefore || (Date.parse(one.received) - Date.parse(other.received)) / 86_400_000 > 30) continue;
    const [a, b] = [one.texts, other.texts];
    if (a.batch !== '' && a.batch === b.batch) return true;
    if (a.model !== '' && a.cause !== '' && a.model === b.model && a.cause === b.cause) return true;
    if (a.customer !== '' && a.product !== '' && a.customer === b.customer && a.product === b.product) return true;
  }
  return false;
}

function readTime(cell: CellValue): { day: string; minute: number | null } | null {
  if (typeof cell === 'number') {
    const minute = Math.round((cell - 25_569) * 1440);
    return { day: dayOf(minute), minute: Number.isInteger(cell) ? null : minute };
  }
  const found = /^(\d{4})年(\d+)月(\d+)日 (\d\d):(\d\d)$/.exec(String(cell));
  if (found === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = found.slice(1).map(Number);
  const at = Date.UTC(year, month - 1, day, hour, minute) / 60_000;
  return { day: dayOf(at), minute: at };
}

function readAnswer(cell: CellValue): boolean | null {
  return cell === '满意' || cell === '非常满意' ? true : cell === '不满意' ? false : null;
}

function readMoney(cell: CellValue): { cost: number | null; costUnclear: boolean } {
  const known: Record<string, number> = { 无: 0, '500': 500, '1,200.50': 1200.5, 赔偿300元: 300 };
  const cost = known[String(cell)] ?? null;
  return { cost, costUnclear: cost === null && cell !== '' };
}

function minuteOf({ occurredAt }: ComplaintEvent): number {
  return Date.parse(`${occurredAt.slice(0, 16)}Z`) / 60_000;
}

/** Open minutes of a day, from and to, since 1970. */
function windowsOf(midnight: number): [number, number][] {
  const day = dayOf(midnight);
  const open = (from: number, to: number): [number, number] => [midnight + from * 60, midnight + to * 60];
  if (day === '2024-02-12' || day === '2025-10-01') return [];
  if (day === '2024-02-17') return [open(9, 12)];
  const weekday = new Date(midnight * 60_000).getUTCDay();
  return weekday === 0 || weekday === 6 ? [] : [open(9, 12), open(13.5, 18)];
}

const midnightOf = (minute: number) => Math.floor(minute / 1440) * 1440;

/** Minute by minute would do as well; window by window is quick enough for thousands. */
function addWork(start: number, amount: number, pauses: [number, number][] = []): number {
  let left = amount;
  for (let day = midnightOf(start); ; day += 1440) {
    for (const [from, to] of windowsOf(day)) {
      for (let minute = Math.max(from, start); minute < to; minute++) {
        if (pauses.some(([begin, end]) => minute >= begin && minute < Math.min(end, NOW))) continue;
        left--;
        if (left === 0) return minute + 1;
      }
    }
  }
}

function work(start: number | null, stop: number | null, pauses: [number, number][]): number | null {
  if (start === null || stop === null || stop < start) return null;
  let open = 0;
  for (let day = midnightOf(start); day <= stop; day += 1440) {
    for (const [from, to] of windowsOf(day)) {
      for (let minute = Math.max(from, start); minute < Math.min(to, stop); minute++) {
        if (!pauses.some(([begin, end]) => minute >= begin && minute < end)) open++;
      }
    }
  }
  return open;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

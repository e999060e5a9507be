import type { ComplaintEvent, EventKind } from '../complaint/complaint-event.ts';
import type { ComplaintState } from '../complaint/complaint-state.ts';
import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { Day, DayOrMoment } from '../complaint/moment.ts';
import { orderEvents } from '../complaint/order-events.ts';
import { readableEvents } from '../complaint/readable-events.ts';
import { readTime } from '../deadline/read-time.ts';
import { layersOf } from '../deadline/rules-in-force.ts';
import { assessComplaint } from '../grade/assess-complaint.ts';
import { overlayCompany } from '../policy/overlay-company.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { rowDeadlines, rowEvaluator, rowHistory, type RegisterRules } from '../register/evaluate-row.ts';
import { ownFields } from '../register/findings/own-fields.ts';
import { isSameTime, loggedTimes } from '../register/log/typed-times.ts';
import { readNote, type ChoiceRole } from '../register/proposal-note.ts';
import { statusReader } from '../register/read-status.ts';
import { choiceReader } from '../register/recognise-choice.ts';
import { isComplaint, sheetRow, type OpenRegister } from '../register/refresh/open-register.ts';
import type { RegisterMemory } from '../register/register-plan.ts';
import { choiceText } from '../register/register-row.ts';
import { isUndecided } from '../register/unclear-words.ts';
import type { Steps } from '../steps.ts';
import { foldText } from '../text/fold-text.ts';
import { translate } from '../wording/translate.ts';
import { layCalendar } from '../working-time/lay-calendar.ts';
import type { WorkingCalendar } from '../working-time/working-calendar.ts';
import { ageBandOf, sortableBand } from './age-band.ts';
import { clockFacts, dayIn } from './clock-facts.ts';
import type { ComplaintFacts, Dimension } from './complaint-facts.ts';
import { giveOneSpelling } from './one-spelling.ts';
import { daysBetween, periodOf } from './periods.ts';
import { isNoAnswer, satisfactionReader } from './read-satisfaction.ts';
import { readCost } from './remedy-cost.ts';

export interface FactsRequest extends RegisterRules {
  memory: RegisterMemory;
  register: OpenRegister;
  /** What the log says of a complaint, by its number. */
  eventsOf?: (number: string) => readonly ComplaintEvent[];
}

/**
 * The facts of every complaint of a register as it stands: one for each row with content, in the order of the table. Category,
 * grade, department and status are what the cells say now, people's decisions included; only what the register has no cell
 * for is worked out as its refresh would. Deadlines and times are by the register's own evaluator, log included. What cannot
 * be read is unknown, never guessed. Linear in the number of cells.
 */
export function* takeFacts(request: FactsRequest): Steps<ComplaintFacts[]> {
  const { register, memory, pack, company, asOf, zone, eventsOf } = request;
  const { cells, columns, reader } = register;
  const { locale } = memory;
  const own = overlayCompany(pack, company);
  const kept = ownFields(columns);
  const evaluate = rowEvaluator(request, kept);
  const readers = {
    category: memoized(choiceReader(pack.categories)),
    grade: memoized(choiceReader(pack.grades)),
    status: memoized(statusReader(pack)),
  };
  const readSatisfied = memoized(satisfactionReader(own.pack.satisfactionScale, own.answers.satisfiedFrom));
  const readOwnCost = memoized(readCost);
  const at = new Map(columns.map(({ role }, index) => [role, index]));
  const cellOf = (index: number, role: ChoiceRole | 'number' | 'proposed'): string | null => {
    const column = at.get(role);
    return column === undefined ? null : String(cells.values[index]?.[column] ?? '').trim();
  };
  const labelOf = (list: readonly { id: string; label: PolicyPack['label'] }[], id: string | null) =>
    list.find((item) => item.id === id)?.label[locale] ?? '';
  const originAxis = pack.axes.find(({ id }) => id === 'origin');
  const today = dayIn(asOf, zone);
  const idsOfDay = memoized((day: Day) => ({
    month: periodOf(day, 'month').id,
    quarter: periodOf(day, 'quarter').id,
    week: periodOf(day, 'week').id,
  }));
  const calendarOf = memoized((department: string): WorkingCalendar | null =>
    company?.calendar ? layCalendar(company.calendar, layersOf(company, { department })) : null,
  );

  const rows = [...cells.values.keys()].filter((index) => isComplaint(cells.values[index] ?? [], columns));
  const facts: ComplaintFacts[] = [];
  /** The first day on which a closing or reopening was written into the log, also one that had happened before. */
  let keptSince: Day | null = null;
  for (const index of rows) {
    facts.push(factsOf(index));
    yield { done: facts.length, of: rows.length };
  }
  for (const { id, stopsAt } of pack.milestones) if (!kept.has(stopsAt)) unlessRecorded(facts, id);
  unlessKept(facts, keptSince);
  giveOneSpelling(facts);
  return facts;

  function factsOf(index: number): ComplaintFacts {
    const number = cellOf(index, 'number') || (readNote(cellOf(index, 'proposed') ?? '')?.number ?? '');
    const events = number === '' ? [] : (eventsOf?.(number) ?? []);
    for (const { kind, recordedAt } of events)
      if (kind === 'closed' || kind === 'reopened') keptSince = earlier(keptSince, dayIn(recordedAt, zone));
    const { row, log } = rowHistory(reader.read(sheetRow(cells, index)).values, events, request);
    const values: ComplaintValues = log === null ? row : { ...row, ...log.times };
    const choices = choicesOf(index, row, events);
    const status = pack.statuses.find(({ id }) => id === choices.ids.status);
    const isOpen = status?.isOpen ?? true;
    const isWithdrawn = status?.id === 'withdrawn' || log?.phase === 'withdrawn';
    const endedAt = isWithdrawn ? (log?.cycles.at(-1)?.withdrawnAt ?? values.closedAt) : values.closedAt;
    // Reopening sets the clocks anew, and the complaint came in when it first did; a day that somebody typed goes before the log.
    const receipt = readTime(row.receivedAt);
    const isLogs = (at: DayOrMoment) => loggedTimes('receivedAt', events).some((said) => isSameTime(said, at, zone));
    const isTyped = receipt.kind === 'known' && !isLogs(receipt.at);
    const receivedDay = dayOf((isTyped ? null : log?.cycles[0]?.times.receivedAt) ?? row.receivedAt);
    const closedDay = isOpen || endedAt === undefined ? null : dayIn(endedAt, zone);
    const ageDays = isOpen && receivedDay !== null ? daysBetween(receivedDay, today) : null;
    const calendar = calendarOf(log?.owner?.department ?? '');
    const closing = readTime(log !== null && log.cycles.length > 1 ? log.times.closedAt : values.closedAt);
    const judged = new Set(log?.cycles.at(-1)?.verdicts.map(({ milestone }) => milestone));
    const clockFrame = { calendar, asOf, zone, isOpen: isOpen && closing.kind !== 'known', isWithdrawn, judged };
    const grade = choices.ids.grade ?? pack.grades[0]?.id ?? '';
    const satisfied = satisfiedIn(log, row);
    const verdict = verdictOf(log, events);
    const cost = costOf(log, row);
    const received = receivedDay === null ? null : idsOfDay(receivedDay);
    const dimensions: Record<Dimension, string> = {
      month: received?.month ?? '',
      quarter: received?.quarter ?? '',
      week: received?.week ?? '',
      closedMonth: closedDay === null ? '' : idsOfDay(closedDay).month,
      ...choices.texts,
      subcategory: words(row.subcategory),
      handler: words(log?.owner?.person ?? row.responsiblePerson),
      productName: words(row.productName),
      productModel: words(row.productModel),
      batchNo: words(row.batchNo),
      cause: causeOf(words(row.cause)),
      channel: words(row.channel),
      region: words(row.region),
      customer: words(row.customerName ?? row.contactName),
      origin: originAxis === undefined ? '' : originOf(row, choices.ids),
      outcome: outcomeOf(log) || words(row.solution),
      verdict: labelOf(pack.verdicts, verdict),
      satisfaction:
        satisfied.is === null ? '' : translate(locale, `statistics.satisfied.${satisfied.is ? 'yes' : 'no'}`),
      age: ageDays === null ? '' : ageText(ageDays),
    };
    return {
      ...{ number, row: index, receivedDay, closedDay, followedUpDay: lastFollowUp(row, log, events) },
      closedBefore: closedBefore(log),
      dimensions,
      ids: { ...choices.ids, verdict },
      ...{ isOpen, isWithdrawn },
      isFounded: pack.verdicts.find(({ id }) => id === verdict)?.founded ?? null,
      isSatisfied: satisfied.is,
      unclearAnswer: satisfied.unclear,
      timesReopened: log === null ? 0 : log.cycles.length - 1 + (log.linkedCase === null ? 0 : 1),
      timesUnsatisfied: Math.max(log?.unsatisfiedCount ?? 0, satisfied.is === false ? 1 : 0),
      remedyCost: cost.yuan,
      isCostUnclear: cost.isUnclear,
      clocks: Object.fromEntries(
        rowDeadlines(request, { row, grade, log }).map((deadline) => [
          deadline.milestone,
          clockFacts(deadline, clockFrame),
        ]),
      ),
      ageDays,
    };
  }

  /** What the cells say. Where one is missing or says nothing that the policy knows, the row is evaluated as in a refresh. */
  function choicesOf(index: number, row: ComplaintValues, events: readonly ComplaintEvent[]) {
    const said = (role: ChoiceRole) => (cellOf(index, role) ?? '').replace(/\s+/g, ' ');
    const texts = {
      category: said('category'),
      grade: said('grade'),
      department: said('department'),
      status: said('status'),
    };
    const ids = {
      category: readers.category(texts.category),
      grade: readers.grade(texts.grade),
      status: readers.status(texts.status === '' ? undefined : texts.status),
    };
    const isWhole = ids.grade !== null && ids.status !== null && at.has('category') && at.has('department');
    if (isWhole) return { texts, ids };
    const confirmed = { ...ids, department: texts.department === '' ? null : texts.department };
    const evaluation = evaluate(row, confirmed, events);
    for (const role of ['category', 'grade', 'department', 'status'] as const)
      if (texts[role] === '') texts[role] = choiceText(role, evaluation, { pack, locale });
    const { category, grade, status } = evaluation;
    return { texts, ids: { category: ids.category ?? (texts.category === '' ? null : category), grade, status } };
  }

  function ageText(days: number): string {
    const band = ageBandOf(days);
    return sortableBand(band, translate(locale, `statistics.age.${band}`));
  }

  function closedBefore(log: ComplaintState | null): ComplaintFacts['closedBefore'] {
    const cycles = log?.cycles ?? [];
    return cycles.slice(1).flatMap((cycle, at) => {
      const from = cycles[at]?.times.closedAt ?? cycles[at]?.withdrawnAt ?? null;
      const to = cycle.way === 'newCycle' ? cycle.times.receivedAt : cycle.closedFor.at(-1)?.to;
      return from === null || to === undefined ? [] : [{ from: dayIn(from, zone), to: dayIn(to, zone) }];
    });
  }

  function dayOf(at: string | undefined): Day | null {
    const time = readTime(at);
    return time.kind === 'known' ? dayIn(time.at, zone) : null;
  }

  /** Also one that found the customer not satisfied, which the state forgets since it has to be done again. */
  function lastFollowUp(
    row: ComplaintValues,
    log: ComplaintState | null,
    events: readonly ComplaintEvent[],
  ): Day | null {
    if (log === null) return dayOf(row.followedUpAt);
    if (log.times.followedUpAt === undefined && log.satisfied === null)
      return log.cycles.length > 1 ? null : dayOf(row.followedUpAt);
    return dayOf(lastOf(events, 'followedUp')?.occurredAt);
  }

  /**
   * The last follow-up of the log; the ledger's columns speak where the log tells of none, and not of an earlier cycle. Many
   * ledgers have no column of satisfaction: then what the complainant said at the follow-up tells, where it is plain.
   */
  function satisfiedIn(log: ComplaintState | null, row: ComplaintValues): { is: boolean | null; unclear: string } {
    if (log !== null && (log.times.followedUpAt !== undefined || log.satisfied !== null || log.cycles.length > 1))
      return { is: log.satisfied, unclear: '' };
    const { satisfaction = '', feedback } = row;
    const is = readSatisfied(row.satisfaction ?? feedback);
    return { is, unclear: is !== null || isNoAnswer(satisfaction) ? '' : words(satisfaction) };
  }

  function verdictOf(log: ComplaintState | null, events: readonly ComplaintEvent[]): string | null {
    if (log === null) return null;
    if (log.verdict !== null || log.phase === 'open') return log.verdict;
    const outcome = lastOf(events, 'closed')?.outcome;
    return pack.verdicts.find(({ id }) => id === outcome)?.id ?? null;
  }

  /** The last of a kind that holds, corrections considered. */
  function lastOf<Kind extends EventKind>(events: readonly ComplaintEvent[], kind: Kind) {
    if (!events.some((event) => event.kind === kind)) return undefined;
    const { ordered } = orderEvents(readableEvents(events).readable, company?.calendar?.zone ?? zone);
    return ordered
      .map(({ event }) => event)
      .findLast((event): event is Extract<ComplaintEvent, { kind: Kind }> => event.kind === kind);
  }

  function costOf(log: ComplaintState | null, row: ComplaintValues) {
    const promised = (log?.promisedRemedies ?? []).flatMap(({ money }) => money ?? []);
    if (promised.length > 0) return { yuan: promised.reduce((sum, money) => sum + money, 0), isUnclear: false };
    return readOwnCost(row.compensation);
  }

  function outcomeOf(log: ComplaintState | null): string {
    const names = (log?.promisedRemedies ?? []).map(({ remedy }) => labelOf(pack.remedies, remedy) || remedy);
    return [...new Set(names)].join(locale === 'en' ? ', ' : '、');
  }

  function originOf(row: ComplaintValues, { category, grade }: { category: string | null; grade: string | null }) {
    const own = { ...(category !== null && { category }), ...(grade !== null && { grade }) };
    const found = assessComplaint(row, pack, own).axes.find(({ axis }) => axis === 'origin');
    return labelOf(originAxis?.values ?? [], found?.id ?? null);
  }
}

/**
 * A step for which the team has no column is missed only since somebody began to write it down: of what fell due before the
 * first day on which it was done, and of everything where nobody ever did it, nothing is known.
 */
function unlessRecorded(facts: readonly ComplaintFacts[], milestone: string): void {
  const days = facts.flatMap(({ clocks }) => clocks[milestone]?.stopDay ?? []);
  const since = days.reduce<Day | null>(earlier, null);
  for (const { clocks } of facts) {
    const clock = clocks[milestone];
    if (clock?.isOnTime !== false) continue;
    if (since === null || (clock.dueDay !== null && clock.dueDay < since))
      clocks[milestone] = { ...clock, isOnTime: null };
  }
}

/** Of what was closed before anybody entered closings in the log nobody can say whether it was taken up again. */
function unlessKept(facts: readonly ComplaintFacts[], since: Day | null): void {
  for (const each of facts) {
    const { timesReopened, isOpen, closedDay } = each;
    if (timesReopened !== 0 || isOpen) continue;
    if (since === null || closedDay === null || closedDay < since) each.timesReopened = null;
  }
}

function earlier(a: Day | null, b: Day): Day {
  return a === null || b < a ? b : a;
}

function words(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

/** What is still looked into (调查中, 待查) is no cause. */
function causeOf(text: string): string {
  return isUndecided(foldText(text).folded) ? '' : text;
}

/** Ledgers say the same few words again and again. */
function memoized<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, { value: Value }>();
  return (key) => {
    const found = known.get(key) ?? { value: make(key) };
    known.set(key, found);
    return found.value;
  };
}

import { STAMPS, type ComplaintEvent, type EventKind } from './complaint-event.ts';
import type { ComplaintState, Cycle, ReplayFinding, ReplayFindingCode } from './complaint-state.ts';
import type { TimeField } from './field.ts';
import { lateEntries } from './late-entries.ts';
import type { DayOrMoment } from './moment.ts';
import { gatesLeftOpen } from './gates-left-open.ts';
import { meantRemedy, withMeant } from './meant-remedies.ts';
import { nameChecker } from './names-in-log.ts';
import { orderEvents } from './order-events.ts';
import { pauseLog, type ReplayRules } from './pause-log.ts';
import { extentOf, momentAt, pointOf } from './point-in-time.ts';
import { readableEvents } from './readable-events.ts';

/**
 * Events in, present state out; the only source of state. The order in which events are given and entries read twice make no
 * difference. What makes no sense or breaks the policy is a finding, never a throw: an entry whose time cannot be read is left
 * out, a name that the policy does not have is told, and so is a closing before the gates that hold for every complaint.
 *
 * Steps keep their first time within a cycle; a progress report its last. After a follow-up that found the customer not
 * satisfied the work begins anew (S2-21): carrying out, result and follow-up are open again, other steps take a new time.
 * Reopening `continue` goes on with the times of before without those of the end, `newCycle` begins again with the
 * reopening as receipt, `linkedCase` leaves this complaint closed. Earlier cycles stay as they were.
 * `zone` says where days begin and end. `rules`: a policy pack.
 */
export function replayEvents(events: readonly ComplaintEvent[], rules: ReplayRules, zone: string): ComplaintState {
  const { readable, findings } = readableEvents(events);
  const { ordered, findings: oddities } = orderEvents(readable, zone);
  findings.push(...oddities);
  const known = new Set(findings.map(({ code, event }) => `${code} ${event ?? ''}`));
  const find = (finding: ReplayFinding) => {
    const key = `${finding.code} ${finding.event ?? ''}`;
    if (!known.has(key)) findings.push(finding);
    known.add(key);
  };
  const checkNames = nameChecker(rules);
  const toldAt = new Map(readable.map(({ id, occurredAt }) => [id, occurredAt]));
  const endsWithClosing = new Set(rules.milestones.flatMap(({ id, stopsAt }) => (stopsAt === 'closedAt' ? [id] : [])));
  const state: ComplaintState = {
    ...{ phase: 'notReceived', cycles: [], times: {}, grade: null, grades: [], unsatisfiedCount: 0, satisfied: null },
    ...{
      backWith: null,
      firstReceiver: null,
      owner: null,
      linkedCase: null,
      promises: [],
      approvals: [],
      confirmed: [],
    },
    ...{ verdict: null, intended: [], promisedRemedies: [] },
    lateEntries: lateEntries(
      ordered.map(({ event }) => event),
      zone,
    ),
    findings,
  };
  let cycle = openCycle(state, null);
  let pauses = pauseLog(rules, zone, find);
  /** Steps stamped since the work last began anew. */
  let fresh = new Set<TimeField>();
  const receipt = ordered.find(({ event }) => event.kind === 'received')?.event ?? null;
  const receivedFrom = receipt && extentOf(receipt.occurredAt, zone).first;
  if (receipt === null && ordered.length > 0) find({ level: 'warning', code: 'noReceipt', event: null, params: {} });

  for (const { event, point } of ordered) {
    const odd = (level: ReplayFinding['level'], code: ReplayFindingCode, params: ReplayFinding['params'] = {}) =>
      find({ level, code, event: event.id, params: { kind: event.kind, ...params } });
    checkTime(event, event === receipt ? null : receivedFrom, zone, odd);
    if (state.phase === 'withdrawn' && !AFTER_WITHDRAWAL.has(event.kind)) odd('warning', 'afterWithdrawal');
    const unknown = checkNames(event);
    if (unknown) odd(unknown.level, unknown.code, unknown.params);
    const isClosed = state.phase === 'closed' || state.phase === 'archived';
    if (isClosed && !AFTER_CLOSING.has(event.kind)) odd('warning', 'afterClosing');

    switch (event.kind) {
      case 'received':
        if (cycle.times.receivedAt !== undefined) {
          odd('error', 'receivedTwice');
          continue;
        }
        state.firstReceiver = event.receiver ?? event.by;
        if (state.phase === 'notReceived') state.phase = 'open';
        break;
      case 'transferred':
        state.owner = { department: event.department, person: null };
        break;
      case 'assigned':
        state.owner = {
          department: event.department ?? state.owner?.department ?? null,
          person: event.person ?? null,
        };
        break;
      case 'progressTold':
        cycle.progressTold.push(event.occurredAt);
        break;
      case 'followedUp':
        stamp(cycle, 'followedUpAt', event.occurredAt, fresh);
        state.satisfied = event.satisfied;
        state.backWith = null;
        if (event.satisfied === false) {
          if (isClosed) odd('warning', 'unsatisfiedAfterClosing');
          state.unsatisfiedCount += 1;
          state.backWith = state.owner?.department ?? null;
          cycle.times = without(cycle.times, DONE_AGAIN);
          fresh = new Set();
        }
        continue;
      case 'closed':
        if (isClosed) {
          odd('error', 'closedTwice');
          continue;
        }
        pauses.end(point, 'closed', null);
        // One that was judged by a time that was put right since is judged anew.
        cycle.verdicts = (event.verdicts ?? []).filter(
          ({ milestone }) => event.occurredAt === toldAt.get(event.id) || !endsWithClosing.has(milestone),
        );
        {
          const open = gatesLeftOpen(rules, cycle.times, state);
          if (open.length > 0) odd('warning', 'closedBeforeGates', { gates: open.join(', ') });
        }
        state.phase = 'closed';
        break;
      case 'archived':
        if (state.phase !== 'withdrawn') state.phase = 'archived';
        break;
      case 'withdrawn':
        pauses.end(point, 'withdrawn', null);
        cycle.withdrawnAt = event.occurredAt;
        state.phase = 'withdrawn';
        break;
      case 'reopened': {
        if (!isClosed && state.phase !== 'withdrawn') {
          odd('error', 'reopenedWhileOpen');
          continue;
        }
        checkReopening(event, cycle, rules, zone, odd);
        if (event.way === 'linkedCase') {
          state.linkedCase = { way: event.way, caseId: event.caseId ?? null, at: event.occurredAt };
          continue;
        }
        cycle.pauses = pauses.pauses();
        const before = cycle;
        cycle = openCycle(state, event.way);
        fresh = new Set();
        state.confirmed = [];
        state.satisfied = null;
        state.verdict = null;
        state.phase = 'open';
        if (event.way === 'newCycle') {
          state.intended = [];
          state.promisedRemedies = [];
          pauses = pauseLog(rules, zone, find);
          cycle.times = { receivedAt: event.occurredAt };
          state.approvals = [];
          continue;
        }
        cycle.times = without(before.times, [...DONE_AGAIN, 'closedAt', 'archivedAt']);
        cycle.progressTold = [...before.progressTold];
        const closedAt = before.times.closedAt ?? before.withdrawnAt;
        cycle.closedFor = [...before.closedFor, ...stretch(closedAt, point, zone)];
        continue;
      }
      case 'regraded':
        if (!rules.grades.some(({ id }) => id === event.to)) {
          odd('error', 'unknownGrade', { grade: event.to });
          continue;
        }
        if (state.grade !== null && event.from !== state.grade)
          odd('warning', 'regradedFromOther', { grade: state.grade });
        state.grades.push({
          from: state.grade ?? event.from,
          to: event.to,
          at: event.occurredAt,
          reason: event.reason,
          by: event.by,
        });
        state.grade = event.to;
        continue;
      case 'paused':
        if (state.phase === 'open' || state.phase === 'notReceived') pauses.pause(event, point);
        else odd('error', 'pausedWhileClosed');
        continue;
      case 'resumed':
        if (!pauses.end(point, 'resumed', event.reason ?? null)) odd('error', 'resumedWithoutPause');
        continue;
      case 'approved':
        if (!state.approvals.includes(event.approval)) state.approvals.push(event.approval);
        continue;
      case 'confirmed':
        if (!state.confirmed.includes(event.gate)) state.confirmed.push(event.gate);
        continue;
      case 'verdictGiven':
        if (unknown === null) state.verdict = event.verdict;
        continue;
      case 'remedyIntended':
        state.intended = withMeant(state.intended, meantRemedy(event));
        continue;
      case 'remedyPromised':
        state.promisedRemedies = withMeant(state.promisedRemedies, meantRemedy(event));
        continue;
      case 'promised': {
        const { milestone, dueAt, policyVersion = null, calendarVersion = null } = event;
        state.promises.push({ cycle: cycle.number, milestone, dueAt, policyVersion, calendarVersion });
        continue;
      }
      default:
        break;
    }
    if (event.kind in STAMPS) stamp(cycle, STAMPS[event.kind as keyof typeof STAMPS], event.occurredAt, fresh);
  }
  cycle.pauses = pauses.pauses();
  state.times = cycle.times;
  return state;
}

/** Steps that are done anew when the customer is not satisfied, or when a closed complaint goes on. */
export const DONE_AGAIN: readonly TimeField[] = ['executedAt', 'resultToldAt', 'followedUpAt'];

const AFTER_CLOSING: ReadonlySet<EventKind> = new Set([
  ...([
    'received',
    'closed',
    'archived',
    'reopened',
    'followedUp',
    'resultTold',
    'informationPublished',
    'confirmed',
  ] as const),
  ...(['approved', 'promised', 'paused', 'resumed', 'withdrawn', 'verdictGiven'] as const),
]);
const AFTER_WITHDRAWAL: ReadonlySet<EventKind> = new Set(['received', 'archived', 'closed', 'reopened', 'paused']);

function openCycle(state: ComplaintState, way: Cycle['way']): Cycle {
  const cycle: Cycle = {
    ...{ number: state.cycles.length + 1, way, times: {}, progressTold: [], pauses: [], closedFor: [], verdicts: [] },
    withdrawnAt: null,
  };
  state.cycles.push(cycle);
  return cycle;
}

function stamp(cycle: Cycle, field: TimeField, at: DayOrMoment, fresh: Set<TimeField>): void {
  const isNew = !fresh.has(field) && !KEPT.has(field);
  if (cycle.times[field] === undefined || isNew || field === 'progressToldAt') cycle.times[field] = at;
  fresh.add(field);
}

/** The first of these holds for good within a cycle, whatever is done anew. */
const KEPT: ReadonlySet<TimeField> = new Set(['receivedAt', 'acceptedAt', 'firstResponseAt']);

function without(times: Cycle['times'], fields: readonly TimeField[]): Cycle['times'] {
  return Object.fromEntries(Object.entries(times).filter(([field]) => !(fields as string[]).includes(field)));
}

type Odd = (level: ReplayFinding['level'], code: ReplayFindingCode, params?: ReplayFinding['params']) => void;

function checkTime(event: ComplaintEvent, receivedFrom: number | null, zone: string, odd: Odd): void {
  const when = extentOf(event.occurredAt, zone);
  if (when.first > pointOf(event.recordedAt)) odd('warning', 'recordedBeforeItHappened');
  if (receivedFrom !== null && when.last < receivedFrom) odd('warning', 'beforeReceipt');
}

function checkReopening(
  event: Extract<ComplaintEvent, { kind: 'reopened' }>,
  cycle: Cycle,
  { reopening }: ReplayRules,
  zone: string,
  odd: Odd,
): void {
  if (reopening.way === 'notConfigured') odd('warning', 'reopenWayNotConfigured', { way: event.way });
  else if (reopening.way !== event.way) odd('warning', 'reopenedOtherWay', { way: event.way, rule: reopening.way });
  const closedAt = cycle.times.closedAt;
  const days = reopening.cutOffDays ?? null;
  if (closedAt === undefined || days === null || event.way === 'linkedCase') return;
  const age = extentOf(event.occurredAt, zone).first - extentOf(closedAt, zone).last;
  if (age > days * 86_400_000) odd('warning', 'reopenedAfterCutOff', { days });
}

function stretch(from: DayOrMoment | null, to: number, zone: string): Cycle['closedFor'] {
  if (from === null) return [];
  const start = extentOf(from, zone).last;
  return start < to ? [{ from: momentAt(start, zone), to: momentAt(to, zone) }] : [];
}

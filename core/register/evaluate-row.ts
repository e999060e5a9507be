import type { ComplaintEvent, EventKind } from '../complaint/complaint-event.ts';
import type { ComplaintState } from '../complaint/complaint-state.ts';
import type { ComplaintValues } from '../complaint/complaint-values.ts';
import { TimeField, type Field } from '../complaint/field.ts';
import type { Moment } from '../complaint/moment.ts';
import { isStruckOut } from '../complaint/order-events.ts';
import { DONE_AGAIN, replayEvents } from '../complaint/replay-events.ts';
import { computeDeadlines } from '../deadline/compute-deadlines.ts';
import type { Deadline } from '../deadline/deadline.ts';
import { deadlinesOf } from '../deadline/deadlines-of.ts';
import { layersOf } from '../deadline/rules-in-force.ts';
import type { TrackedDeadline } from '../deadline/tracked-deadline.ts';
import { assessComplaint } from '../grade/assess-complaint.ts';
import type { Assessment } from '../grade/assessment.ts';
import { situationOf } from '../grade/situation.ts';
import type { CompanySettings } from '../policy/company-settings.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { NO_PROGRESS, type Progress } from '../workflow/progress.ts';
import type { Finding } from './finding.ts';
import { recordChecker } from './findings/check-record.ts';
import { gradeReason, type GradeReason } from './grade-reason.ts';
import { saidTime } from './log/say-event.ts';
import { pastTimes, withTypedTimes, type PastTime } from './log/typed-times.ts';
import type { RowDeadline } from './row-deadline.ts';
import { handlingDepartment, type Department } from './row-department.ts';
import { nextAction, type NextAction } from './row-next-step.ts';
import { choiceReader } from './recognise-choice.ts';
import { isPlainlyOpen, statusReader } from './read-status.ts';
import { statusByProgress } from './status-by-progress.ts';

export type { RowDeadline };

/** By what rules a register is kept. */
export interface RegisterRules {
  pack: PolicyPack;
  company: CompanySettings | null;
  asOf: Moment;
  zone: string;
}

/** A finding that does not know its place yet. */
export type RowFinding = Omit<Finding, 'row' | 'column'>;

/** What the register adds to a complaint, as ids of the pack. */
export interface RowEvaluation {
  category: string | null;
  grade: string;
  reason: GradeReason;
  department: Department | null;
  status: string;
  /** False: neither a word, a closing time, the log nor a person tells; it counts as open for want of anything else. */
  isStatusKnown: boolean;
  deadlines: RowDeadline[];
  next: NextAction | null;
  /** Times of the row that do not count any more. */
  past: readonly PastTime[];
  findings: RowFinding[];
}

/** What a person has decided already, as ids of the pack; goes before the words of the row. */
export interface ConfirmedChoices {
  category: string | null;
  grade: string | null;
  status?: string | null;
  /** As it is written. */
  department?: string | null;
}

export type RowEvaluator = (
  values: ComplaintValues,
  confirmed?: ConfirmedChoices,
  events?: readonly ComplaintEvent[],
  isImported?: boolean,
) => RowEvaluation;

/**
 * Makes the evaluation of rows by one set of rules: category and grade as confirmed, else as the log says, else as the row's
 * own words say (labels and synonyms of the pack), else by the pack's assessment; status as confirmed, else as the log ended,
 * else as the row says, else closed when a closing time is known, else the pack's first open one; deadlines, reason,
 * department and next step computed from all that. Times of the log go before those of the row, but for those that a person
 * typed there (`typed-times.ts`); what stands there of before a reopening does not count and is told. Words that were not
 * understood are findings; of a status only when nothing else tells. Of a row that was imported the word in the grade's column
 * was written by the import, so that the reason is no word of the ledger. With `columns`, the fields that the team's own columns
 * hold, the policy's checks of a record are made too.
 */
export function rowEvaluator(rules: RegisterRules, columns?: ReadonlySet<Field>): RowEvaluator {
  const { pack } = rules;
  const checkRecord = columns === undefined ? null : recordChecker(pack, columns);
  const readers = { category: choiceReader(pack.categories), severity: choiceReader(pack.grades) };
  const readStatus = statusReader(pack);
  const firstOpen = pack.statuses.find(({ isOpen }) => isOpen)?.id ?? '';
  const firstClosed = pack.statuses.find(({ isOpen }) => !isOpen)?.id ?? firstOpen;
  const openIds = new Set(pack.statuses.filter(({ isOpen }) => isOpen).map(({ id }) => id));
  const placeOf = (status: string) => pack.statuses.findIndex(({ id }) => id === status);

  return (written, confirmed = { category: null, grade: null }, events = [], isImported = false) => {
    const { row, log, past } = rowHistory(written, events, rules);
    const findings = past.map((time) => notCounted(time, rules.zone));
    const values: ComplaintValues = log === null ? row : { ...row, ...log.times };
    const read = (field: 'category' | 'severity', code: string): string | null => {
      const value = values[field];
      const found = readers[field](value);
      if (found === null && value !== undefined) findings.push(notUnderstood('info', code, field, value));
      return found;
    };
    const known = {
      category: confirmed.category ?? read('category', 'unknownCategory'),
      grade: confirmed.grade ?? log?.grade ?? read('severity', 'unknownGrade'),
    };
    const assessment = assessComplaint(values, pack, {
      ...(known.category === null ? {} : { category: known.category }),
      ...(known.grade === null ? {} : { grade: known.grade }),
    });
    const category = known.category ?? assessment.category?.id ?? null;
    const grade = known.grade ?? assessment.grade.id;
    const said = readStatus(values.status);
    if (said === null && values.status !== undefined && values.closedAt === undefined) {
      findings.push(notUnderstood('warning', 'unknownStatus', 'status', values.status));
    }
    const inRow = said ?? (values.closedAt === undefined ? firstOpen : firstClosed);
    const status = confirmed.status ?? statusByLog({ log, events }, inRow, values.status ?? '') ?? inRow;
    if (
      log !== null &&
      said !== null &&
      (confirmed.status ?? null) === null &&
      openIds.has(said) !== openIds.has(status)
    )
      findings.push(notAsLogged(values.status ?? '', openIds.has(status)));
    if (known.grade === null) findings.push(...notCompared(assessment));
    const situation = situationOf(values, assessment);
    if (checkRecord !== null) findings.push(...checkRecord({ values, situation, isOpen: openIds.has(status) }));
    const department: Department | null =
      typeof confirmed.department === 'string'
        ? { text: confirmed.department }
        : handlingDepartment(values, situation, pack, log);
    const deadlines: RowDeadline[] = rowDeadlines(rules, { row, grade, log });
    const isOwn = confirmed.grade !== null;
    const ledgerWord =
      isOwn || (log?.grade ?? null) !== null ? null : known.grade === null ? null : (values.severity ?? null);
    return {
      category,
      grade,
      reason:
        ledgerWord !== null && isImported
          ? importedReason(values, known, assessment)
          : gradeReason(assessment, { isOwn, ledgerWord, log }),
      department,
      status,
      isStatusKnown:
        (confirmed.status ?? null) !== null || log !== null || (values.status ?? values.closedAt) !== undefined,
      deadlines,
      next: nextAction(situation, pack, progressOf(log, values, grade, openIds.has(status)), deadlines),
      past,
      findings,
    };
  };

  /** Why an imported complaint has the grade of its row: the rules say so, or whoever took it up did. */
  function importedReason(values: ComplaintValues, known: ConfirmedChoices, assessment: Assessment): GradeReason {
    const byRules = assessComplaint(values, pack, known.category === null ? {} : { category: known.category });
    const isSame = byRules.grade.id === known.grade;
    return gradeReason(isSame ? byRules : assessment, { isOwn: !isSame, ledgerWord: null, log: null });
  }

  /**
   * Closed, withdrawn and reopened by the log goes before what the row says of its closing, and so does a closing that was
   * struck out. Of two open ones the one further on; after a reopening a word that says no more than open tells nothing of it.
   */
  function statusByLog(
    { log, events }: { log: ComplaintState | null; events: readonly ComplaintEvent[] },
    written: string,
    word: string,
  ): string | null {
    if (log === null) return null;
    const withdrawn = log.phase === 'withdrawn' ? pack.statuses.find(({ id }) => id === 'withdrawn') : undefined;
    if (log.phase !== 'open' && log.phase !== 'notReceived')
      return withdrawn?.id ?? (openIds.has(written) ? firstClosed : written);
    const wasReopened = log.cycles.length > 1;
    const reached = statusByProgress(log, pack);
    if (!openIds.has(written)) return wasReopened || isStruckOut(events, ENDS) ? (reached ?? firstOpen) : null;
    if (wasReopened && isPlainlyOpen(word)) return reached ?? firstOpen;
    return reached !== null && placeOf(reached) > placeOf(written) ? reached : null;
  }
}

const ENDS: ReadonlySet<EventKind> = new Set(['closed', 'archived', 'withdrawn']);

/** A row beside its log. */
export interface RowHistory {
  /** What the log says, with the times that a person typed into the row instead; null: there is none. */
  log: ComplaintState | null;
  /** The row without the times that do not count any more. */
  row: ComplaintValues;
  past: readonly PastTime[];
}

/**
 * What row and log say together; the one place that decides which time of the row counts. Days of the row are those of the
 * register's zone, in which its cells are written; the log's are counted by the calendar's.
 */
export function rowHistory(
  row: ComplaintValues,
  events: readonly ComplaintEvent[],
  { pack, company, zone }: Pick<RegisterRules, 'pack' | 'company' | 'zone'>,
): RowHistory {
  if (events.length === 0) return { log: null, row, past: [] };
  const log = replayEvents(events, pack, company?.calendar?.zone ?? zone);
  const past = pastTimes(log, row, events, zone);
  const isPast = new Set<string>(past.map(({ field }) => field));
  return {
    log: withTypedTimes(log, row, events, { pack, zone }),
    row: past.length === 0 ? row : Object.fromEntries(Object.entries(row).filter(([field]) => !isPast.has(field))),
    past,
  };
}

/**
 * The deadlines of a row: with their history where the complaint has a log, else as its values alone say them. `grade` is
 * the one that holds now.
 */
export function rowDeadlines(
  { pack, company, asOf, zone }: RegisterRules,
  { row, grade, log }: { row: ComplaintValues; grade: string; log: ComplaintState | null },
): Deadline[] | TrackedDeadline[] {
  if (log === null) return computeDeadlines({ values: row, grade, pack, company, asOf, zone });
  return deadlinesOf({
    ...{ log: { state: { ...log, grade } }, values: row, grade, pack, company, asOf, zone },
    layers: layersOf(company, { department: log.owner?.department ?? null }),
  });
}

/** A row without a log has come as far as its times and its status say. */
function progressOf(log: ComplaintState | null, values: ComplaintValues, grade: string, isOpen: boolean): Progress {
  const times = timesIn(values);
  if (log !== null) {
    const phase = isOpen ? 'open' : log.phase === 'open' || log.phase === 'notReceived' ? 'closed' : log.phase;
    return { ...log, times: timesSoFar(log, times), grade, phase };
  }
  return { ...NO_PROGRESS, times, phase: isOpen ? 'open' : 'closed' };
}

function timesIn(values: ComplaintValues): Progress['times'] {
  const times: Progress['times'] = {};
  for (const field of TimeField.options) {
    const at = values[field];
    if (at !== undefined) times[field] = at;
  }
  return times;
}

/** Times that stand only in the row count as long as nothing was begun anew, and not for what is to be done again. */
export function timesSoFar(log: ComplaintState, inRow: Progress['times']): Progress['times'] {
  if (log.cycles.length > 1) return log.times;
  const again: readonly string[] = log.satisfied === false ? DONE_AGAIN : [];
  const kept = Object.entries(inRow).filter(([field]) => !again.includes(field));
  return { ...Object.fromEntries(kept), ...log.times };
}

/** Sums in another currency than the policy's: they may make the complaint graver, and only a person can say. */
function notCompared({ openSums }: Assessment): RowFinding[] {
  const [open] = openSums ?? [];
  const [first] = open?.words ?? [];
  if (open === undefined || first === undefined) return [];
  const sum = [...new Set(open.words.map(({ quote }) => quote))].slice(0, 4).join('、');
  const params = { sum, currency: open.currency };
  return [{ level: 'warning', code: 'otherCurrency', field: first.field, params }];
}

/** A time of before a reopening, in a column that is of the present. */
function notCounted({ field, at, since }: PastTime, zone: string): RowFinding {
  const params = { at: saidTime(at, zone), since: saidTime(since, zone) };
  return { level: 'warning', code: 'timeOfBefore', field, params };
}

/** A word of the row that says open of a complaint which its log has closed, or the contrary. */
function notAsLogged(value: string, isOpen: boolean): RowFinding {
  return {
    level: 'warning',
    code: isOpen ? 'statusOpenInLog' : 'statusClosedInLog',
    field: 'status',
    params: { value },
  };
}

function notUnderstood(level: RowFinding['level'], code: string, field: Field, value: string): RowFinding {
  return { level, code, field, params: { value, count: 1 } };
}

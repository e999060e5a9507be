import type { ComplaintEvent } from '../core/complaint/complaint-event.ts';
import type { ComplaintState, Pause } from '../core/complaint/complaint-state.ts';
import type { ComplaintValues } from '../core/complaint/complaint-values.ts';
import { TimeField } from '../core/complaint/field.ts';
import type { Moment } from '../core/complaint/moment.ts';
import { replayEvents } from '../core/complaint/replay-events.ts';
import { deadlinesOf } from '../core/deadline/deadlines-of.ts';
import { layersOf } from '../core/deadline/rules-in-force.ts';
import { endsWithClosing } from '../core/deadline/milestone-times.ts';
import type { TrackedDeadline } from '../core/deadline/tracked-deadline.ts';
import { assessComplaint } from '../core/grade/assess-complaint.ts';
import { situationOf, type Situation } from '../core/grade/situation.ts';
import { done, type Outcome } from '../core/outcome.ts';
import type { PolicyPack } from '../core/policy/policy-pack.ts';
import { rowEvaluator, rowHistory, timesSoFar, type RowEvaluation } from '../core/register/evaluate-row.ts';
import { timesWithoutEntry, type RowTime } from '../core/register/log/carry-over.ts';
import { findRow, type RecordRefusal } from '../core/register/log/plan-record.ts';
import { typedTimes, type TypedTime } from '../core/register/log/typed-times.ts';
import { readNote } from '../core/register/proposal-note.ts';
import { promiseReader, type NotedPromise } from '../core/register/refresh/kept-notes.ts';
import { sheetRow } from '../core/register/refresh/open-register.ts';
import { choiceSettler } from '../core/register/refresh/settle-choices.ts';
import { nextSteps, type NextSteps } from '../core/workflow/next-steps.ts';
import type { Progress } from '../core/workflow/progress.ts';
import type { ComplaintBook } from './actions/read-complaint.ts';

/** One complaint with all that row, log and rules say of it. */
export interface ComplaintFile {
  book: ComplaintBook;
  number: string;
  /** Place of its number on the sheet, from 0. */
  row: number;
  column: number;
  values: ComplaintValues;
  events: readonly ComplaintEvent[];
  log: ComplaintState;
  evaluation: RowEvaluation;
  situation: Situation;
  progress: Progress;
  isOpen: boolean;
  steps: NextSteps;
  deadlines: TrackedDeadline[];
  /** What was promised when the complaint was clipped, as the row notes it. */
  promised: NotedPromise[];
  /** Times that stand in the row and not in the log. */
  inRow: RowTime[];
  /** Times that a person typed into the row though the log says others: they count. */
  typed: TypedTime[];
  asOf: Moment;
}

/** Puts together what is known of one complaint of the register. */
export function complaintFile(
  book: ComplaintBook,
  number: string,
  asOf: Moment,
): Outcome<ComplaintFile, RecordRefusal> {
  const { register, memory, pack, log: kept } = book;
  const found = findRow(register, number);
  if (!found.ok) return found;
  const index = found.value;
  const { cells, columns, reader } = register;
  const rules = { ...book.rules, asOf };
  const { zone, company } = rules;
  const cellOf = (role: string): string | null => {
    const at = columns.findIndex((column) => column.role === role);
    return at < 0 ? null : String(cells.values[index]?.[at] ?? '').trim();
  };
  const { values } = reader.read(sheetRow(cells, index), asOf);
  const events = kept.eventsOf(number);
  const evaluate = rowEvaluator(rules);
  const isImported = (cellOf('origin') ?? '') !== '';
  const place = { columns, column: cells.area.column, pack, locale: memory.locale };
  const settled = choiceSettler(columns, place)(
    cellOf,
    readNote(cellOf('proposed') ?? ''),
    evaluate(values, undefined, events, isImported),
  );
  const evaluation = evaluate(values, settled.confirmed ?? undefined, events, isImported);
  const logged = replayEvents(events, pack, company?.calendar?.zone ?? zone);
  const { log: replayed, row } = rowHistory(values, events, rules);
  const log = replayed ?? logged;
  const { grade, category } = evaluation;
  const merged = { ...row, ...log.times };
  const situation = situationOf(
    merged,
    assessComplaint(merged, pack, { ...(category === null ? {} : { category }), grade }),
  );
  const isOpen = pack.statuses.find(({ id }) => id === evaluation.status)?.isOpen ?? true;
  const progress: Progress = {
    ...log,
    times: timesSoFar(log, timesIn(row)),
    grade,
    phase: isOpen ? 'open' : log.phase === 'withdrawn' ? 'withdrawn' : 'closed',
  };
  const judged = new Set(log.cycles.at(-1)?.verdicts.map(({ milestone }) => milestone));
  const deadlines = deadlinesOf({
    ...{ log: { state: { ...log, grade } }, values: row, grade, pack, company, asOf, zone },
    layers: layersOf(company, { department: log.owner?.department ?? null }),
  }).map((deadline) => (isOpen ? deadline : ended(deadline, pack, judged)));
  const numberAt = columns.findIndex(({ role }) => role === 'number');
  return done({
    ...{ book, number, values, events, log, evaluation, situation, progress, isOpen, deadlines, asOf },
    row: sheetRow(cells, index),
    column: cells.area.column + numberAt,
    steps: nextSteps(situation, pack, progress),
    promised: promiseReader(pack, memory.locale)(cellOf('basis') ?? ''),
    inRow: timesWithoutEntry(values, events),
    typed: typedTimes(logged, row, events, zone).filter((time) => time.logged !== null),
  });
}

/**
 * Of a closed complaint no clock runs on but those of what comes after closing, and nobody can say of a step that was never
 * written down whether it was late, unless the closing kept a verdict: as the register's cells and the statistics say.
 */
function ended(deadline: TrackedDeadline, pack: PolicyPack, judged: ReadonlySet<string>): TrackedDeadline {
  const milestone = pack.milestones.find(({ id }) => id === deadline.milestone);
  const isOver = milestone?.stopsAt === 'closedAt' || (milestone !== undefined && endsWithClosing(milestone));
  const isUnsaid = deadline.stoppedAt === null && !judged.has(deadline.milestone);
  return isOver && isUnsaid && OPEN_ENDED.has(deadline.state)
    ? { ...deadline, status: 'none', state: 'unrecorded' }
    : deadline;
}

const OPEN_ENDED: ReadonlySet<string> = new Set(['running', 'dueSoon', 'overdue', 'paused', 'missed']);

/** The pauses that still go on. */
export function openPauses({ log, asOf }: ComplaintFile): Pause[] {
  const running = log.cycles.at(-1)?.pauses ?? [];
  return running.filter(({ to }) => to === null || Date.parse(to) > Date.parse(asOf));
}

function timesIn(values: ComplaintValues): Progress['times'] {
  const times: Progress['times'] = {};
  for (const field of TimeField.options) {
    const at = values[field];
    if (at !== undefined) times[field] = at;
  }
  return times;
}

import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts';
import type { Moment } from '../../core/complaint/moment.ts';
import { done, refuse, type Outcome } from '../../core/outcome.ts';
import { planRecord, type RecordRefusal } from '../../core/register/log/plan-record.ts';
import { eventWord } from '../../core/register/log/say-event.ts';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import { translate } from '../../core/wording/translate.ts';
import { appendToLog, type LogTrouble } from '../workbook/event-log.ts';
import type { ReadTrouble } from '../workbook/read-register-cells.ts';
import { writeRecord, type RecordTrouble, type RecordWritten } from '../workbook/write-record.ts';
import { readComplaintAgain, readComplaintBook, type ComplaintBook } from './read-complaint.ts';

export interface RecordEvents {
  memory: RegisterMemory;
  number: string;
  /** With ids that were given once: the same events asked for again are completed, not doubled. */
  events: readonly ComplaintEvent[];
  asOf: Moment;
  /** The register as it was read for the screen: where the table still stands alike, only the row is read again. */
  known?: ComplaintBook;
}

export type RecordEventsTrouble = ReadTrouble | LogTrouble | 'othersWriting' | RecordTrouble | RecordRefusal;

/** So often it is tried again when somebody else writes to the log at the same time. */
const TRIES = 4;

/**
 * Records what happened to a complaint: first in the log, then in its row. When it breaks off in between, the same action once
 * more completes the row from the log; the next refresh does so in the register's own columns, and tells of a status of the
 * team's own that says the contrary.
 */
export async function recordEvents(request: RecordEvents): Promise<Outcome<RecordWritten, RecordEventsTrouble>> {
  const { number, events, asOf, known } = request;
  for (let attempt = 1; ; attempt++) {
    const again = known === undefined ? null : await readComplaintAgain(known, number, asOf);
    if (again?.ok === false) return again;
    const book = again?.value ? done(again.value) : await readComplaintBook(request.memory, asOf);
    if (!book.ok) return book;
    const { memory, register, log, place, rules, isProtected } = book.value;
    if (isProtected) return refuse('sheetProtected', { sheet: register.cells.sheet });
    const planned = planRecord({ ...rules, memory, register, log, number, events });
    if (!planned.ok) return planned;
    const plan = planned.value;
    if (plan.log.rows.length > 0) {
      const sheetName = translate(memory.locale, 'complaint.log.sheet');
      const written = await appendToLog({ plan: plan.log, place, locale: memory.locale, sheetName });
      if (!written.ok && written.code === 'changedMeanwhile' && attempt < TRIES) continue;
      if (!written.ok) return written.code === 'changedMeanwhile' ? refuse('othersWriting') : written;
    }
    const numberHeader = register.columns.find(({ role }) => role === 'number')?.header ?? '';
    const { cells, memory: kept } = plan;
    const why = events.map((event) => eventWord(event, memory.locale)).join(' / ');
    const row = await writeRecord({
      ...{ tableName: memory.tableName, number, numberHeader, cells, memory: kept },
      ...{ at: asOf, why, locale: memory.locale },
    });
    return row.ok ? done(row.value) : row;
  }
}

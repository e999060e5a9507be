import type { Locale } from '../policy/localized.ts';
import type { Milestone, PolicyPack } from '../policy/policy-pack.ts';
import { translate } from '../wording/translate.ts';
import { columnLetters } from './cell-address.ts';
import { closedWordMark, countsFromMark, doneWords, NOTE_END, noteMark, warnedForMarks } from './deadline-notes.ts';
import type { RegisterColumn } from './register-plan.ts';
import { quoteForFormula } from './safe-cell.ts';

/** Where the table stands and what it holds, for writing formulas. `column` is the table's first column, from 0. */
export interface FormulaPlace {
  columns: readonly RegisterColumn[];
  column: number;
  pack: PolicyPack;
  locale: Locale;
}

const EMPTY = '""';

/** Stands for the row's number until a formula is written; no formula of ours contains it otherwise. */
const ROW_MARK = '\u0001';

/**
 * Makes the writer of state formulas for a register: by milestone, the formula of its state in words for one row of the
 * sheet (from 0); null when the register has lost the column of the deadline itself. It needs no add-in and takes
 * everything from its own row.
 *
 * Plain references (`$F5`) and not structured ones: they follow their row when the table is sorted, are filled down when
 * a row is typed below, are all that conditional formats accept, and are calculated alike by Excel, LibreOffice and WPS
 * (a structured reference is refused outside a table and unknown to many calculators). All rows have the same formula, so
 * that Excel's own filling of calculated columns changes nothing; what differs from row to row stands in the notes column.
 */
export function stateFormulas(place: FormulaPlace): (milestone: string, row: number) => string | null {
  const templates = new Map(
    place.pack.milestones.map((milestone) => [milestone.id, template(milestone, place)?.split(ROW_MARK) ?? null]),
  );
  return (milestone, row) => templates.get(milestone)?.join(String(row + 1)) ?? null;
}

function template(milestone: Milestone, place: FormulaPlace): string | null {
  const { columns, pack, locale } = place;
  const at = (found: number) => (found < 0 ? EMPTY : `$${columnLetters(place.column + found)}${ROW_MARK}`);
  const byRole = (role: string) => at(columns.findIndex((candidate) => candidate.role === role));
  const due = byRole(`deadline:${milestone.id}`);
  if (due === EMPTY) return null;
  const notes = byRole('basis');
  const status = byRole('status');
  const stop = timeCells(milestone.stopsAt, columns, at);
  const start = timeCells(milestone.startsAt, columns, at);
  const closed = timeCells('closedAt', columns, at);

  const word = (code: string) => quoteForFormula(translate(locale, `register.state.${code}`));
  const suffix = (code: string) => quoteForFormula(translate(locale, `register.stateNote.${code}`));
  const mark = noteMark(milestone, locale);
  const noted = (text: string) => `ISNUMBER(FIND(${quoteForFormula(mark + text + NOTE_END)},${notes}))`;
  const done = doneWords(locale);
  // A closing time that stands as text is known from the notes alone.
  const ending = pack.milestones.find(({ stopsAt, recurs }) => stopsAt === 'closedAt' && recurs !== true);
  const endings =
    ending === undefined ? [] : Object.values(done).map((text) => noteMark(ending, locale) + text + NOTE_END);
  const closedLabels = pack.statuses.filter(({ isOpen }) => !isOpen).map(({ label }) => label[locale]);
  const noteAfter = (words: string) => {
    const from = `FIND(${quoteForFormula(words)},${notes})`;
    return `MID(${notes},${from}+${words.length},FIND(${quoteForFormula(NOTE_END)},${notes},${from})-${from}-${words.length})`;
  };
  // A time of before a reopening is none, once it was noted; put right, it counts at once.
  const isDone = (time: { first: string; value: string }, of: Milestone | undefined) => {
    if (of === undefined) return `ISNUMBER(${time.first})`;
    const words = countsFromMark(of, locale);
    const told = `VALUE(MID(${notes},FIND(${quoteForFormula(words)},${notes})+${words.length},16))`;
    return `IF(ISNUMBER(${time.first}),NOT(IFERROR(${told}>${time.value}+0.0005,FALSE)),FALSE)`;
  };
  const isClosed = `OR(${[
    isDone(closed, ending),
    ...closedLabels.map((label) => `${status}=${quoteForFormula(label)}`),
    ...endings.map((told) => `ISNUMBER(FIND(${quoteForFormula(told)},${notes}))`),
    // A person's own word for it, for as long as it stands there.
    `IFERROR(${noteAfter(closedWordMark(locale))}=TRIM(${status}),FALSE)`,
  ].join(',')})`;

  // A whole number is a day whose hour is unknown. Some grace, less than a minute: serials of the same minute may differ
  // in the last bits.
  const inTime = `OR(${stop.value}=INT(${due}),${stop.value}<${due}+0.0005)`;
  // Blamed after the later of a deadline and a promise, which is `due`; warned for the earlier one as well.
  const isNear = `OR(${[
    `NOW()>=${due}-${milestone.warnMinutes}/1440`,
    ...warnedForMarks(milestone, locale).map((words) => {
      const told = `VALUE(MID(${notes},FIND(${quoteForFormula(words)},${notes})+${words.length},16))`;
      return `IFERROR(${told}<=NOW()+${milestone.warnMinutes}/1440,FALSE)`;
    }),
  ].join(',')})`;
  const running = `IF(NOW()>${due},${word('overdue')},IF(${isNear},${word('dueSoon')},${word('running')}))`;
  const withDue =
    `IF(${isDone(stop, milestone)},IF(${inTime},${word('met')},${word('missed')}),` +
    `IF(${noted(done.met)},${word('met')},IF(${noted(done.missed)},${word('missed')},` +
    `IF(${isClosed},${word('doneUnrecorded')},IF(${noted(translate(locale, 'register.state.paused'))},${word('paused')},${running})))))`;

  const firstNote = noteAfter(mark);
  const notStarted = milestone.startsAt === 'receivedAt' ? 'missingReceipt' : 'notStarted';
  // What a closed complaint never began or did at once is not outstanding any more; nobody wrote it down.
  const isLeft = [
    ...(notStarted === 'notStarted' ? [`LEN(TRIM(${start.first}))=0`] : []),
    ...(['immediately', 'notStarted'] as const).map((code) => noted(translate(locale, `register.state.${code}`))),
  ].join(',');
  const withoutDue =
    `IF(${isDone(stop, milestone)},${word('done')},IF(AND(${isClosed},OR(${isLeft})),${word('doneUnrecorded')},` +
    `IF(LEN(TRIM(${start.first}))=0,${word(notStarted)},IFERROR(${firstNote},${word('pending')}))))`;

  // Joined at the top and nowhere else: some calculators lose a text that is joined inside an argument.
  const unreadStop = `AND(ISNUMBER(${due}),ISTEXT(${stop.first}),LEN(TRIM(${stop.first}))>3)`;
  const checkStop = `IF(${unreadStop},IF(OR(${noted(done.met)},${noted(done.missed)},${isClosed}),"",${suffix('checkStop')}),"")`;
  const isProvisional = `AND(ISNUMBER(${due}),${noted(translate(locale, 'register.basis.provisional'))})`;
  return `=IF(ISNUMBER(${due}),${withDue},${withoutDue})&${checkStop}&IF(${isProvisional},${suffix('provisional')},"")`;
}

/** The cell that holds a time, and the expression of its serial where day and time of day stand apart. */
function timeCells(
  field: string,
  columns: readonly RegisterColumn[],
  at: (found: number) => string,
): { first: string; value: string } {
  const carries = (part: RegisterColumn['part']) =>
    at(columns.findIndex((column) => column.part === part && (column.fields as string[]).includes(field)));
  const whole = carries('whole');
  if (whole !== EMPTY) return { first: whole, value: whole };
  const day = carries('date');
  const time = carries('time');
  return { first: day, value: time === EMPTY ? day : `(${day}+N(${time}))` };
}

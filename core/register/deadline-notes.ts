import { isDay, type DayOrMoment, type Moment } from '../complaint/moment.ts';
import type { Locale } from '../policy/localized.ts';
import type { Milestone, PolicyPack } from '../policy/policy-pack.ts';
import { translate } from '../wording/translate.ts';
import { toEpoch, wallClock } from '../working-time/zoned-time.ts';
import type { PastTime } from './log/typed-times.ts';
import { judgingTime, type RowDeadline } from './row-deadline.ts';
import { cleanText } from './safe-cell.ts';

/** What ends one note in the cell. */
export const NOTE_END = '；';

/** The mark before a note about a milestone: `【首次响应】`. Unlike a bare label it is never part of another one. */
export function noteMark(milestone: Milestone, locale: Locale): string {
  return `【${cleanText(milestone.label[locale]).replace(/[【】；\n]/g, ' ')}】`;
}

/** A note as it stands in the cell: `【首次响应】暂定；`. */
export function note(milestone: Milestone, text: string, locale: Locale): string {
  return `${noteMark(milestone, locale)}${text}${NOTE_END}`;
}

/** The words of a note that says in time or late, for a completion time that the sheet's own formulas cannot read. */
export function doneWords(locale: Locale): { met: string; missed: string; done: string } {
  const word = (code: string) => translate(locale, `register.state.${code}`);
  return { met: word('met'), missed: word('missed'), done: word('done') };
}

/** The mark before the word of a status cell by which a complaint counts as closed though it is none of the policy's names. */
export function closedWordMark(locale: Locale): string {
  return `【${translate(locale, 'register.basis.closedWord')}】`;
}

/** That a status cell's own word means closed, for the sheet's formulas: `【视为已结】已解决；`. Empty for the policy's own names. */
export function closedWordNote(text: string, { statuses }: PolicyPack, locale: Locale): string {
  const isName = statuses.some(({ isOpen, label }) => !isOpen && label[locale] === text);
  return isName ? '' : closedWordMark(locale) + text + NOTE_END;
}

/** What notes rest on beside the deadlines. */
export interface NotesFrame {
  locale: Locale;
  zone: string;
  readAsText: ReadonlySet<string>;
  /** Absent: no time of the row. */
  past?: readonly PastTime[];
}

/**
 * What a person and the state formulas must know about a complaint's deadlines beyond the times themselves, as text:
 * what is provisional, not configured, missing an input, due at once; done in time or late where the completion time
 * stands as text (`readAsText`, by milestone id); the deadline behind a promise, and the promise; from when on a completion
 * time counts where one of before (`past`) stands in the row; what does not apply to it.
 * Exact deadlines have no note.
 * Example: `【首次响应】缺受理时间；【结案】暂定；`
 */
export function deadlineNotes(
  deadlines: readonly RowDeadline[],
  milestones: readonly Milestone[],
  { locale, zone, readAsText, past = [] }: NotesFrame,
): string {
  const notes = milestones.flatMap((milestone) => {
    const deadline = deadlines.find((candidate) => candidate.milestone === milestone.id);
    if (!deadline) return [note(milestone, translate(locale, 'register.state.notApplicable'), locale)];
    const done = doneNote(deadline, locale, readAsText.has(milestone.id));
    const isOver = done.length > 0 && judgingTime(deadline) === null;
    const paused = deadline.status === 'paused' ? [translate(locale, 'register.state.paused')] : [];
    const words = isOver
      ? done
      : [...done, ...paused, ...promiseNote(deadline, locale, zone), ...basisNote(deadline, milestone, locale)];
    const counted = past.flatMap(({ field, since }) =>
      field === milestone.stopsAt
        ? [translate(locale, 'register.basis.countsFrom', { at: shownFrom(since, zone) })]
        : [],
    );
    return [...words, ...counted].map((text) => note(milestone, text, locale));
  });
  return notes.join('');
}

/** To the minute, also of a day: the sheet's formulas read it. */
function shownFrom(since: DayOrMoment, zone: string): string {
  return isDay(since) ? `${since} 00:00` : wallClock(toEpoch(since), zone);
}

/** What stands in a note before the time from which on completion times count. */
export function countsFromMark(milestone: Milestone, locale: Locale): string {
  const [before = ''] = translate(locale, 'register.basis.countsFrom', { at: NOTE_END }).split(NOTE_END);
  return noteMark(milestone, locale) + before;
}

function doneNote(deadline: RowDeadline, locale: Locale, isText: boolean): string[] {
  if (!isText || deadline.stoppedAt === null) return [];
  const words = doneWords(locale);
  if (judgingTime(deadline) === null) return [words.done];
  return deadline.status === 'met' ? [words.met] : deadline.status === 'missed' ? [words.missed] : [];
}

/**
 * What stands in a note before the earlier of a deadline and a promise, from which people are warned: the words of either
 * note begin with that time, as `wallClock` writes it.
 */
export function warnedForMarks(milestone: Milestone, locale: Locale): string[] {
  return (['promisedEarlier', 'promisedLater'] as const).map((code) => {
    const [before = ''] = translate(locale, `register.basis.${code}`, { at: NOTE_END, due: NOTE_END }).split(NOTE_END);
    return noteMark(milestone, locale) + before;
  });
}

/** The later one stands in the cell of the deadline; the earlier one has to be seen as well. */
function promiseNote({ promisedAt = null, dueAt }: RowDeadline, locale: Locale, zone: string): string[] {
  if (promisedAt === null || promisedAt === dueAt) return [];
  const shown = (at: Moment) => wallClock(toEpoch(at), zone);
  if (dueAt === null) return [translate(locale, 'register.basis.promisedAlone', { at: shown(promisedAt) })];
  const isLater = toEpoch(promisedAt) > toEpoch(dueAt);
  const params = { at: shown(promisedAt), due: shown(dueAt) };
  return [translate(locale, `register.basis.promised${isLater ? 'Later' : 'Earlier'}`, params)];
}

function basisNote(deadline: RowDeadline, milestone: Milestone, locale: Locale): string[] {
  const state = (code: string) => [translate(locale, `register.state.${code}`)];
  switch (deadline.basis) {
    case 'exact':
      return [];
    case 'provisional':
      return [translate(locale, 'register.basis.provisional')];
    case 'notConfigured':
      return state('notConfigured');
    case 'neverOpens':
      return state('neverOpens');
    case 'immediately':
      return state('immediately');
    case 'notStarted':
      return state('notStarted');
    case 'needsInput':
      if (deadline.startedAt !== null && isDay(deadline.startedAt)) return state('missingTime');
      return state(milestone.startsAt === 'receivedAt' ? 'missingReceipt' : 'missingStart');
  }
}

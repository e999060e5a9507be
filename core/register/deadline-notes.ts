import { isDay } from '../complaint/moment.ts';
import type { RowDeadline } from './row-deadline.ts';
import type { Locale } from '../policy/localized.ts';
import type { Milestone } from '../policy/policy-pack.ts';
import { translate } from '../wording/translate.ts';
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

/**
 * What a person and the state formulas must know about a complaint's deadlines beyond the times themselves, as text:
 * what is provisional, not configured, missing an input, due at once; done in time or late where the completion time
 * stands as text (`readAsText`, by milestone id); what does not apply to it. Exact deadlines have no note.
 * Example: `【首次响应】缺受理时间；【结案】暂定；`
 */
export function deadlineNotes(
  deadlines: readonly RowDeadline[],
  milestones: readonly Milestone[],
  locale: Locale,
  readAsText: ReadonlySet<string>,
): string {
  const notes = milestones.flatMap((milestone) => {
    const deadline = deadlines.find((candidate) => candidate.milestone === milestone.id);
    if (!deadline) return [note(milestone, translate(locale, 'register.state.notApplicable'), locale)];
    const done = doneNote(deadline, locale, readAsText.has(milestone.id));
    const isOver = done.length > 0 && deadline.dueAt === null;
    const paused = deadline.status === 'paused' ? [translate(locale, 'register.state.paused')] : [];
    const words = isOver ? done : [...done, ...paused, ...basisNote(deadline, milestone, locale)];
    return words.map((text) => note(milestone, text, locale));
  });
  return notes.join('');
}

function doneNote(deadline: RowDeadline, locale: Locale, isText: boolean): string[] {
  if (!isText || deadline.stoppedAt === null) return [];
  const words = doneWords(locale);
  if (deadline.dueAt === null) return [words.done];
  return deadline.status === 'met' ? [words.met] : deadline.status === 'missed' ? [words.missed] : [];
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

import type { Locale } from '../../policy/localized.ts';
import type { PolicyPack } from '../../policy/policy-pack.ts';
import { translate } from '../../wording/translate.ts';
import { toEpoch, wallClock } from '../../working-time/zoned-time.ts';
import { note, NOTE_END, noteMark } from '../deadline-notes.ts';
import type { RowFinding } from '../evaluate-row.ts';
import type { RowDeadline } from '../row-deadline.ts';

const HOLE = '\u0001';

/** A promise that stands among the notes of a row: it was told when the complaint came in, and nowhere else. */
export interface NotedPromise {
  milestone: PolicyPack['milestones'][number];
  at: string;
}

/** Makes the reader of promises in the notes that the register wrote beside its deadlines. */
export function promiseReader(pack: PolicyPack, locale: Locale): (notes: string) => NotedPromise[] {
  const pattern = patternOf(translate(locale, 'register.basis.promised', { at: HOLE }));
  const marks = pack.milestones.map((milestone) => ({ milestone, mark: noteMark(milestone, locale) }));
  return (notes) => {
    if (notes === '') return [];
    return notes.split(NOTE_END).flatMap((part) => {
      const found = marks.find(({ mark }) => part.startsWith(mark));
      const at = found && pattern.exec(part.slice(found.mark.length))?.[1];
      return found && at !== undefined ? [{ milestone: found.milestone, at }] : [];
    });
  };
}

/** The promises as notes again, and a finding for each that the deadline of now does not meet. */
export function promiseNotes(
  promises: readonly NotedPromise[],
  deadlines: readonly RowDeadline[],
  locale: Locale,
  zone: string,
): { notes: string; findings: RowFinding[] } {
  const findings = promises.flatMap(({ milestone, at }): RowFinding[] => {
    const due = deadlines.find((deadline) => deadline.milestone === milestone.id)?.dueAt ?? null;
    if (due !== null && wallClock(toEpoch(due), zone) === at) return [];
    const params = { milestone: milestone.label[locale], at };
    return [{ level: 'warning', code: 'promisedOtherwise', field: null, params }];
  });
  const notes = promises.map(({ milestone, at }) =>
    note(milestone, translate(locale, 'register.basis.promised', { at }), locale),
  );
  return { notes: notes.join(''), findings };
}

/** Findings of a complaint's arrival: the row alone would not tell them again. */
const OF_ARRIVAL = ['categoryOfOtherPolicy', 'gradeOfOtherPolicy', 'keptInRemarks', 'continuedInRemarks'] as const;
const PARAMS = { field: HOLE, value: HOLE, policy: HOLE };

/** Makes the reader of those lines in a cell of findings. */
export function arrivalLines(locale: Locale): (text: string) => string[] {
  const patterns = OF_ARRIVAL.map((code) => patternOf(translate(locale, `register.finding.${code}`, PARAMS)));
  return (text) => {
    if (text === '') return [];
    return text.split('\n').filter((line) => {
      const words = line.replace(/^[^:：]{1,12}[:：]\s*/, '');
      return patterns.some((pattern) => pattern.test(words));
    });
  };
}

function patternOf(template: string): RegExp {
  const parts = template.split(HOLE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('(.+)')}$`);
}

import type { Locale } from '../policy/localized.ts';
import { translate } from '../wording/translate.ts';
import { toEpoch, wallClock } from '../working-time/zoned-time.ts';
import type { PolicyChange } from './find-changes.ts';
import type { Judged, JudgedDeadline } from './judge-by-pack.ts';

/** A change in words: what becomes what, then why it was so and why it would be so. Times are those of `zone`. */
export function sayChange(change: PolicyChange, locale: Locale, zone: string): string[] {
  if (change.what === 'deadline') {
    const label = (change.after ?? change.before)?.label[locale] ?? change.milestone;
    const what = translate(locale, 'policy.whatIf.deadline', { milestone: label });
    const [before, after] = [change.before, change.after].map((side) => timeOf(side, locale, zone));
    const clauses = [change.before, change.after].map((side) => reason(side?.source ?? null, [], locale));
    return [said(what, before, after, locale), ...new Set(clauses)];
  }
  const what = translate(locale, `policy.whatIf.${change.what}`);
  const [before, after] = [change.before, change.after].map((side) => namesOf(side, locale));
  const reasons = [change.before, change.after].map(({ source, quotes }) => reason(source, quotes, locale));
  return [said(what, before, after, locale), ...new Set(reasons)];
}

function said(what: string, before: string | undefined, after: string | undefined, locale: Locale): string {
  return translate(locale, 'policy.whatIf.change', { what, before: before ?? '', after: after ?? '' });
}

function namesOf({ labels }: Judged, locale: Locale): string {
  const names = labels.map((label) => label[locale]).join(locale === 'en' ? ', ' : '、');
  return names === '' ? translate(locale, 'policy.whatIf.none') : names;
}

function timeOf(side: JudgedDeadline | null, locale: Locale, zone: string): string {
  if (side === null) return translate(locale, 'policy.whatIf.noMilestone');
  const { basis, dueAt } = side.deadline;
  if (dueAt !== null) return wallClock(toEpoch(dueAt), zone);
  return basis === 'exact' || basis === 'provisional' ? '' : translate(locale, `policy.whatIf.${basis}`);
}

function reason(source: string | null, quotes: readonly string[], locale: Locale): string {
  if (source === null) return translate(locale, 'policy.whatIf.byDefault');
  if (quotes.length === 0) return translate(locale, 'policy.whatIf.byClause', { clauses: source });
  return translate(locale, 'policy.whatIf.byRule', { clauses: source, words: quotes.join(', ') });
}

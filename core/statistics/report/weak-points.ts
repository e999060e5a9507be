import type { Locale } from '../../policy/localized.ts';
import { translate } from '../../wording/translate.ts';
import type { ComplaintFacts } from '../complaint-facts.ts';
import type { Figure } from '../figure.ts';
import { countBy } from '../groups.ts';
import type { ReportData } from './report-data.ts';

/** Something that did not go well, with the complaints that show it. */
export interface WeakPoint {
  /** Of its kind and subject; the same from one edition of a report to the next. */
  id: string;
  kind: 'late' | 'unsatisfied' | 'reopened' | 'recurring' | 'alarm' | 'old';
  /** What it is about: a milestone, what an alarm's complaints have in common. */
  subject: string;
  numbers: readonly string[];
  /** Where most of them lie, in words; empty where nothing stands out. */
  where: string;
}

/** Open complaints count as old from here on: a month in which nothing came of them. */
const OLD = ['backlog:to60', 'backlog:over60'];

/** The weak points of a period in the order in which a report tells them; none where nothing is to be found. */
export function weakPoints(data: ReportData, locale: Locale): WeakPoint[] {
  const { now, pack, alarms } = data;
  const byNumber = new Map(data.facts.map((each) => [each.number, each]));
  const point = (kind: WeakPoint['kind'], subject: string, id: string, numbers: readonly string[]): WeakPoint[] => {
    if (numbers.length === 0) return [];
    const own = numbers.flatMap((number) => byNumber.get(number) ?? []);
    return [{ id: `${kind}:${id}`, kind, subject, numbers, where: whereMost(own, locale) }];
  };
  const figure = (id: string) => now.figures.get(id);
  return [
    ...pack.milestones.flatMap(({ id, label }) => point('late', label[locale], id, missed(figure(`onTime:${id}`)))),
    ...point('unsatisfied', '', '', missed(figure('satisfaction'))),
    ...point('reopened', '', '', figure('reopened')?.counted ?? []),
    ...point('recurring', '', '', figure('recurring')?.counted ?? []),
    ...point(
      'old',
      '',
      '',
      OLD.flatMap((id) => figure(id)?.counted ?? []),
    ),
    ...alarms.flatMap(({ id, same, numbers, times, withinDays, label }) =>
      point(
        'alarm',
        translate(locale, 'report.weak.alarmOf', {
          ...{ label: label[locale], what: same.map(({ text }) => text).join(' · ') },
          ...{ days: withinDays, times },
        }),
        `${id}:${same.map(({ text }) => text).join(':')}`,
        numbers,
      ),
    ),
  ];
}

/** Of what nobody can say whether it was weak, since nothing of it is written down; empty where all can be judged. */
export function notRecorded({ now }: ReportData, locale: Locale): string {
  const figures = [...now.figures.values()];
  const silent = ASKED.filter((kind) => {
    const own = figures.filter(({ id }) => id === kind || id.startsWith(`${kind}:`));
    return own.some(({ missing }) => missing === 'unrecorded') && own.every(({ value }) => value === null);
  });
  if (silent.length === 0) return '';
  const list = silent.map((kind) => translate(locale, `report.weak.asked.${kind}`));
  return translate(locale, 'report.weak.unknown', { list: list.join(translate(locale, 'report.figures.listComma')) });
}

const ASKED = ['onTime', 'satisfaction', 'reopened', 'recurring'];

/** Judged and not counted: late, unsatisfied. */
function missed(figure: Figure | undefined): string[] {
  const counted = new Set(figure?.counted ?? []);
  return (figure?.among ?? []).filter((number) => !counted.has(number));
}

/** The department, else the model, with more than half of them, where there are three or more to speak of. */
function whereMost(facts: readonly ComplaintFacts[], locale: Locale): string {
  if (facts.length < 3) return '';
  for (const dimension of ['department', 'productModel', 'productName', 'cause'] as const) {
    const [most] = countBy(facts, dimension);
    if (most !== undefined && most.text !== '' && most.share > 0.5 && most.count < facts.length)
      return translate(locale, 'report.weak.where', { text: most.text, count: most.count });
    if (most !== undefined && most.text !== '' && most.count === facts.length)
      return translate(locale, 'report.weak.whereAll', { text: most.text });
  }
  return '';
}

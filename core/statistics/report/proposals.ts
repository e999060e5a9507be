import type { Locale } from '../../policy/localized.ts';
import { translate } from '../../wording/translate.ts';
import type { ReportData } from './report-data.ts';
import type { WeakPoint } from './weak-points.ts';

/** A measure that the figures suggest; people decide. */
export interface MeasureIdea {
  /** The same from one edition of a report to the next. */
  id: string;
  text: string;
}

/** More would bury the ones that matter. */
const MOST = 6;
/** A cause or model with so many complaints and so large a share deserves a measure of its own. */
const FOCUS = { count: 3, share: 0.25 };

/** Measures that the figures of a period suggest: for each weak point, and for what complaints come together in. */
export function measureIdeas(data: ReportData, points: readonly WeakPoint[], locale: Locale): MeasureIdea[] {
  const t = (code: string, params: Record<string, string | number>) => translate(locale, `report.idea.${code}`, params);
  const focused = data.concentrations.flatMap(({ dimension, top: [most] }) =>
    dimension === 'category' || most === undefined || most.count < FOCUS.count || most.share < FOCUS.share
      ? []
      : [
          {
            id: `focus:${dimension}:${most.text}`,
            text: t(`focus.${dimension}`, { text: most.text, count: most.count }),
          },
        ],
  );
  const causes = data.concentrations.find(({ dimension }) => dimension === 'cause')?.without ?? [];
  // The last ones have just come in: nobody knows their cause yet.
  const closed = new Set(data.facts.flatMap(({ number, isOpen }) => (isOpen ? [] : [number])));
  const missing = causes.filter((number) => closed.has(number)).length;
  return [
    ...points.map(({ id, kind, subject, numbers }) => ({ id, text: t(kind, { subject, count: numbers.length }) })),
    ...focused,
    ...(missing === 0 ? [] : [{ id: 'causes', text: t('causes', { count: missing }) }]),
  ].slice(0, MOST);
}

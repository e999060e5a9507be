import type { Locale } from '../../policy/localized.ts';
import { translate } from '../../wording/translate.ts';
import type { Figure, FigureUnit } from '../figure.ts';

const FORMAT: Record<FigureUnit, string> = {
  ...{ count: '0', share: '0.0%', perThousand: '0.00', minutes: '0.0', days: '0.0', yuan: '#,##0' },
};

export interface ValueCell {
  text: string;
  number: { value: number; format: string };
}

/** A value as it stands in a cell: what it shows, and the number with its format. Minutes are shown in hours. */
export function valueCell(value: number, unit: FigureUnit, mark = ''): ValueCell {
  const own = unit === 'minutes' ? value / 60 : value;
  if (mark === '') return { text: shown(own, unit), number: { value: own, format: FORMAT[unit] } };
  // A tenth of a per cent of a handful would claim more than there is.
  const isShare = unit === 'share';
  const text = isShare ? `${Math.round(own * 100)}%` : shown(own, unit);
  return { text: text + mark, number: { value: own, format: `${isShare ? '0%' : FORMAT[unit]}"${mark}"` } };
}

/** A value within a sentence: `95.0%`, `12.5 小时`, `3 件`. */
export function sayValue(value: number, unit: FigureUnit, locale: Locale): string {
  const own = unit === 'minutes' ? value / 60 : value;
  const count = own;
  return unit === 'share'
    ? shown(own, unit)
    : translate(locale, `report.value.${unit}`, { value: shown(own, unit), count });
}

function shown(value: number, unit: FigureUnit): string {
  switch (unit) {
    case 'count':
      return String(value);
    case 'share':
      return `${(value * 100).toFixed(1)}%`;
    case 'perThousand':
      return value.toFixed(2);
    case 'minutes':
    case 'days':
      return value.toFixed(1);
    case 'yuan':
      return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
  }
}

/** Whether two values of a figure may be set against each other: both are there, and neither rests on too few. */
export function isComparable(figure: Figure, other: Figure | null): other is Figure & { value: number } {
  if (other === null || figure.value === null || other.value === null) return false;
  return figure.denominator === null || (!figure.isSmall && !other.isSmall);
}

/** How a figure has changed: `+3`, `−4.2 个百分点`, `持平`; empty where the two cannot be compared. */
export function sayChange(figure: Figure, other: Figure | null, locale: Locale): string {
  return changeCell(figure, other, locale)?.text ?? '';
}

/** The same as a cell with a true number; null where the two cannot be compared. */
export function changeCell(figure: Figure, other: Figure | null, locale: Locale): ValueCell | null {
  if (!isComparable(figure, other) || figure.value === null) return null;
  const [factor, digits] = STEP[figure.unit];
  return differenceCell((figure.value - other.value) * factor, digits, figure.unit === 'share' ? POINTS : '', locale);
}

/** A difference with its sign; none at all is said in words. A share differs by `points`. */
export function differenceCell(by: number, digits: number, unit: typeof POINTS | '', locale: Locale): ValueCell {
  const value = Number(by.toFixed(digits));
  const tail = unit === '' ? '' : translate(locale, 'report.change.points', { value: '' });
  const same = translate(locale, 'report.change.same');
  const places = digits === 0 ? '0' : `0.${'0'.repeat(digits)}`;
  const end = tail === '' ? '' : `"${tail}"`;
  const text = value === 0 ? same : `${value > 0 ? '+' : '−'}${Math.abs(value).toFixed(digits)}${tail}`;
  return { text, number: { value, format: `"+"${places}${end};"−"${places}${end};"${same}"` } };
}

const POINTS = 'points';

const STEP: Record<FigureUnit, [factor: number, digits: number]> = {
  ...{ count: [1, 0], share: [100, 1], perThousand: [1, 2], minutes: [1 / 60, 1], days: [1, 1], yuan: [1, 0] },
};

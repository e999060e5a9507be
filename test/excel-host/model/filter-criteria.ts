import { childOf, element, elementsOf, type XmlElement } from '../xml/xml-tree.ts';
import { colorOf } from './colors.ts';
import { refuse } from './host-error.ts';
import type { StyleBook } from './style-book.ts';

/** One column's criterion as Office.js says it ([T Excel.FilterCriteria]). */
export interface FilterCriteria {
  filterOn: FilterOn;
  criterion1?: string;
  criterion2?: string;
  operator?: 'And' | 'Or';
  values?: (string | FilterDate)[];
  color?: string;
  dynamicCriteria?: string;
  icon?: { set: string; index: number };
}

export interface FilterDate {
  date: string;
  specificity: DateSpecificity;
}

export const FILTER_KINDS = [
  'BottomItems',
  'BottomPercent',
  'CellColor',
  'Custom',
  'Dynamic',
  'FontColor',
  'Icon',
  'TopItems',
  'TopPercent',
  'Values',
] as const;
export type FilterOn = (typeof FILTER_KINDS)[number];

export const DATE_SPECIFICITIES = ['Year', 'Month', 'Day', 'Hour', 'Minute', 'Second'] as const;
export type DateSpecificity = (typeof DATE_SPECIFICITIES)[number];

const MONTHS = 'January Februray March April May June July August September October November December'.split(' ');
/** Names of the API beside those of the file (ECMA-376 part 1, 18.18.26); `Februray` is the API's own spelling. */
const DYNAMIC: [api: string, file: string][] = [
  ['AboveAverage', 'aboveAverage'],
  ['BelowAverage', 'belowAverage'],
  ...['Yesterday', 'Today', 'Tomorrow'].map((word): [string, string] => [word, word.toLowerCase()]),
  ...['Week', 'Month', 'Quarter', 'Year'].flatMap((unit) =>
    ['Last', 'This', 'Next'].map((word): [string, string] => [`${word}${unit}`, `${word.toLowerCase()}${unit}`]),
  ),
  ['YearToDate', 'yearToDate'],
  ...[1, 2, 3, 4].map((quarter): [string, string] => [`AllDatesInPeriodQuarter${quarter}`, `Q${quarter}`]),
  ...MONTHS.map((month, at): [string, string] => [`AllDatesInPeriod${month}`, `M${at + 1}`]),
];

const OPERATORS: [sign: string, name: string][] = [
  ['>=', 'greaterThanOrEqual'],
  ['<=', 'lessThanOrEqual'],
  ['<>', 'notEqual'],
  ['>', 'greaterThan'],
  ['<', 'lessThan'],
  ['=', 'equal'],
];

/** The criterion of a filterColumn element; null when there is none inside. */
export function criteriaOf(column: XmlElement, styles: StyleBook): FilterCriteria | null {
  const [node] = elementsOf(column);
  if (!node) return null;
  const { attributes } = node;
  const on = (name: string, fallback: string): boolean => ['1', 'true'].includes(attributes[name] ?? fallback);
  switch (node.name) {
    case 'filters': {
      const texts = elementsOf(node, 'filter').map((entry) => entry.attributes['val'] ?? '');
      const dates = elementsOf(node, 'dateGroupItem').map(readDate);
      return { filterOn: 'Values', values: [...texts, ...(on('blank', '0') ? [''] : []), ...dates] };
    }
    case 'customFilters': {
      const [first, second] = elementsOf(node, 'customFilter').map(readOperator);
      return {
        filterOn: 'Custom',
        criterion1: first ?? '',
        ...(second === undefined ? {} : { criterion2: second, operator: on('and', '0') ? 'And' : 'Or' }),
      };
    }
    case 'top10':
      return {
        filterOn: `${on('top', '1') ? 'Top' : 'Bottom'}${on('percent', '0') ? 'Percent' : 'Items'}`,
        criterion1: attributes['val'] ?? '',
      };
    case 'dynamicFilter': {
      const api = DYNAMIC.find(([, file]) => file === attributes['type'])?.[0];
      return { filterOn: 'Dynamic', dynamicCriteria: api ?? 'Unknown' };
    }
    case 'colorFilter': {
      const cell = on('cellColor', '1');
      const dxf = styles.differential(Number(attributes['dxfId'] ?? '-1'));
      const pattern = childOf(childOf(dxf, 'fill'), 'patternFill');
      const color = cell
        ? (childOf(pattern, 'fgColor') ?? childOf(pattern, 'bgColor'))
        : childOf(childOf(dxf, 'font'), 'color');
      return { filterOn: cell ? 'CellColor' : 'FontColor', color: colorOf(color, styles.theme) };
    }
    case 'iconFilter':
      return {
        filterOn: 'Icon',
        icon: { set: attributes['iconSet'] ?? '', index: Number(attributes['iconId'] ?? '0') },
      };
    default:
      return null;
  }
}

function readDate({ attributes }: XmlElement): FilterDate {
  const part = (name: string, fallback: number): string =>
    String(Number(attributes[name] ?? fallback)).padStart(2, '0');
  const grouping = attributes['dateTimeGrouping'] ?? 'day';
  const specificity = DATE_SPECIFICITIES.find((word) => word.toLowerCase() === grouping) ?? 'Day';
  const day = `${part('year', 1900)}-${part('month', 1)}-${part('day', 1)}`;
  const time = `${part('hour', 0)}:${part('minute', 0)}:${part('second', 0)}`;
  return { date: ['Hour', 'Minute', 'Second'].includes(specificity) ? `${day}T${time}` : day, specificity };
}

function readOperator({ attributes }: XmlElement): string {
  const sign = OPERATORS.find(([, name]) => name === (attributes['operator'] ?? 'equal'))?.[0] ?? '=';
  const operand = attributes['val'] ?? '';
  return `${sign}${operand.trim() === '' ? '' : operand}`;
}

/** A filterColumn with the criterion (ECMA-376 part 1, 18.3.2.7). */
export function filterColumn(index: number, criteria: FilterCriteria, styles: StyleBook): XmlElement {
  return element('filterColumn', { colId: index }, [criterion(criteria, styles)]);
}

function criterion(criteria: FilterCriteria, styles: StyleBook): XmlElement {
  switch (criteria.filterOn) {
    case 'Values':
      return valuesElement(criteria.values ?? refuse('InvalidArgument'));
    case 'Custom':
      return customElement(criteria);
    case 'Dynamic': {
      const wanted = criteria.dynamicCriteria?.toLowerCase();
      const file = DYNAMIC.find(([api]) => api.toLowerCase() === wanted)?.[1];
      return element('dynamicFilter', { type: file ?? refuse('InvalidArgument') });
    }
    case 'CellColor':
    case 'FontColor': {
      const color = element('color', { rgb: `FF${(criteria.color ?? refuse('InvalidArgument')).slice(1)}` });
      const cell = criteria.filterOn === 'CellColor';
      const fill = element('patternFill', { patternType: 'solid' }, [
        { ...color, name: 'fgColor' },
        { ...color, name: 'bgColor' },
      ]);
      const part = cell ? element('fill', {}, [fill]) : element('font', {}, [color]);
      const dxfId = styles.addDifferential(element('dxf', {}, [part]));
      return element('colorFilter', { dxfId, cellColor: cell ? 1 : 0 });
    }
    case 'Icon':
      return refuse('ApiNotFound', 'Excel host: filtering by icon is not implemented');
    default: {
      const count = Number(criteria.criterion1);
      const percent = criteria.filterOn.endsWith('Percent');
      if (!Number.isInteger(count) || count < 1 || count > (percent ? 100 : 500)) refuse('InvalidArgument');
      return element('top10', {
        top: criteria.filterOn.startsWith('Top') ? 1 : 0,
        percent: percent ? 1 : 0,
        val: count,
      });
    }
  }
}

function valuesElement(values: readonly (string | FilterDate)[]): XmlElement {
  const texts = values.filter((value) => typeof value === 'string');
  const dates = values.filter((value) => typeof value !== 'string');
  return element('filters', { blank: texts.includes('') ? 1 : undefined }, [
    ...texts.filter((text) => text !== '').map((val) => element('filter', { val })),
    ...dates.map(({ date, specificity }) => {
      const [year, month, day, hour, minute, second] = (
        /^(\d+)-(\d+)-(\d+)(?:[T ](\d+):(\d+)(?::(\d+))?)?/.exec(date) ?? []
      )
        .slice(1)
        .map((part: string | undefined) => Number(part ?? 0));
      if (year === undefined) refuse('InvalidArgument');
      const parts = { year, month, day, hour, minute, second };
      const last = DATE_SPECIFICITIES.indexOf(specificity);
      const kept = Object.entries(parts).slice(0, last + 1);
      return element('dateGroupItem', { ...Object.fromEntries(kept), dateTimeGrouping: specificity.toLowerCase() });
    }),
  ]);
}

function customElement({ criterion1, criterion2, operator }: FilterCriteria): XmlElement {
  if (criterion1 === undefined || criterion1 === '') refuse('InvalidArgument');
  const both = [criterion1, ...(criterion2 === undefined || criterion2 === '' ? [] : [criterion2])];
  const nodes = both.map((text) => {
    const found = OPERATORS.find(([sign]) => text.startsWith(sign));
    const val = found ? text.slice(found[0].length) : text;
    // An empty operand is written as a blank, as Excel does for "= empty" and "<> empty" ([K]).
    return element('customFilter', {
      operator: found === undefined || found[1] === 'equal' ? undefined : found[1],
      val: val === '' ? ' ' : val,
    });
  });
  return element('customFilters', { and: both.length > 1 && operator !== 'Or' ? 1 : undefined }, nodes);
}

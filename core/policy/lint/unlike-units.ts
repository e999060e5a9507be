import { foldText } from '../../text/fold-text.ts';
import type { PolicyPack } from '../policy-pack.ts';
import { packConditions } from './pack-conditions.ts';
import { finding, type PackFinding } from './pack-finding.ts';

/** Units that say what is measured; those of one line go together. What stands in none of them goes with anything. */
const MEASURES: readonly (readonly string[])[] = [
  [
    ...Array.from('箱件盒包袋瓶桶罐个只支台辆批张卷条根'),
    'box',
    'boxes',
    'case',
    'cases',
    'pack',
    'packs',
    'bag',
    'bags',
    'piece',
    'pieces',
  ],
  ['公斤', '千克', 'kg', 'kgs', 'kilogram', 'kilograms', 'kilo', 'kilos'],
  ['吨', '公吨', 't', 'ton', 'tons', 'tonne', 'tonnes'],
  ['斤', '市斤', '台斤'],
  ['克', '公克', 'g', 'gram', 'grams'],
  ['升', '公升', 'l', 'litre', 'litres', 'liter', 'liters'],
  ['毫升', 'ml'],
  ['米', '公尺', 'm', 'metre', 'metres', 'meter', 'meters'],
  ['元', '块钱', '圆', 'yuan', 'rmb', 'cny'],
  ['%', '百分之', 'percent', 'per cent'],
  ['天', '日', 'day', 'days'],
  ['小时', 'hour', 'hours'],
];

/** A threshold that compares one number with unlike units: more than 20 of 箱 or 公斤 is two rules, not one. */
export function unlikeUnits(pack: PolicyPack): PackFinding[] {
  return packConditions(pack).flatMap(({ where, when, source }): PackFinding[] => {
    const units = when.quantityOver?.units ?? [];
    const known = units.map((unit) => ({ unit, measure: measureOf(unit) })).filter(({ measure }) => measure >= 0);
    const [first] = known;
    const other = known.find(({ measure }) => measure !== first?.measure);
    if (!first || !other) return [];
    const params = { unit: first.unit, otherUnit: other.unit, over: when.quantityOver?.over ?? 0 };
    return [finding('warning', 'unlikeUnits', where, { sources: [source], params })];
  });
}

function measureOf(unit: string): number {
  const { folded } = foldText(unit);
  return MEASURES.findIndex((units) => units.includes(folded.trim()));
}

import { contains, intersection, subtractArea, type Area } from './address.ts';
import type { Sheet, Validation } from './workbook.ts';

/** The one rule that lies on all of the areas; `mixed` when some cells have another rule or none. */
export function ruleOn(sheet: Sheet, areas: readonly Area[]): Validation | 'mixed' | null {
  const touching = sheet.validations.filter((rule) =>
    rule.areas.some((area) => areas.some((asked) => intersection(area, asked))),
  );
  const [only] = touching;
  if (!only) return null;
  const covered = areas.every((asked) => covers(only.areas, asked));
  return touching.length === 1 && covered ? only : 'mixed';
}

function covers(areas: readonly Area[], asked: Area): boolean {
  let rest = [asked];
  for (const area of areas) rest = rest.flatMap((piece) => (contains(area, piece) ? [] : subtractArea(piece, area)));
  return rest.length === 0;
}

/** Takes every rule off the areas; what lies outside them stays. */
export function clearRules(sheet: Sheet, areas: readonly Area[]): void {
  for (const rule of sheet.validations) {
    for (const cut of areas) rule.areas = rule.areas.flatMap((area) => subtractArea(area, cut));
  }
  sheet.validations = sheet.validations.filter((rule) => rule.areas.length > 0);
  sheet.changed.add('validations');
}

/** Changes the rule of exactly these areas; a rule that reaches further is split first. */
export function changeRule(sheet: Sheet, areas: readonly Area[], change: (rule: Validation) => void): void {
  const current = ruleOn(sheet, areas);
  const base: Validation =
    current && current !== 'mixed'
      ? { ...current, attributes: { ...current.attributes }, extension: false }
      : {
          areas: [],
          attributes: { allowBlank: '1', showInputMessage: '1', showErrorMessage: '1' },
          formula1: null,
          formula2: null,
        };
  change(base);
  clearRules(sheet, areas);
  base.areas = areas.map((area) => ({ ...area }));
  sheet.validations.push(base);
  sheet.workbook.notify({ kind: 'structure', sheet, area: areas[0] ?? null });
}

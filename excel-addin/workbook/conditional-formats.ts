import type { RegisterFormat } from '../../core/register/register-plan.ts';
import type { Area } from '../../core/register/sheet-reading.ts';
import { rangeOf } from './area.ts';

/**
 * Puts the register's colours over its rows. Ours from before are taken away first, known by their formula; the user's
 * own stay. The first format of the list ends on top, since the host puts each new one above the others.
 */
export async function colourRows(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  body: Area,
  formats: RegisterFormat[],
): Promise<void> {
  const places = formats.map((format) => ({ format, areas: runs(format.columns).map((run) => areaOfRun(body, run)) }));
  await removeOurs(context, sheet, body, new Set(formats.map(({ formula }) => plain(formula))));
  for (const { format, areas } of places.reverse()) for (const area of areas) addFormat(rangeOf(sheet, area), format);
  await context.sync();
}

/** How many of the user's and our rules colour a row: told for the last old row and a new one, they show what is missing. */
export async function ruleCounts(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  rows: Area[],
): Promise<number[]> {
  const counts = rows.map((row) => rangeOf(sheet, row).conditionalFormats.getCount());
  await context.sync();
  return counts.map(({ value }) => value);
}

async function removeOurs(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  body: Area,
  formulas: Set<string>,
): Promise<void> {
  const formats = rangeOf(sheet, body).conditionalFormats.load('items/type,items/id');
  await context.sync();
  const customs = formats.items.filter(({ type }) => type === 'Custom');
  if (customs.length === 0) return;
  const rules = customs.map((format) => ({ format, rule: format.custom.rule.load('formula') }));
  await context.sync();
  // A rule without a formula was left by a run that broke off between adding and filling it; nobody can make one by hand.
  const isOurs = (formula: string) => plain(formula) === '' || formulas.has(plain(formula));
  for (const { format, rule } of rules) if (isOurs(rule.formula)) format.delete();
}

function addFormat(range: Excel.Range, { formula, fill, font, bold, stopIfTrue }: RegisterFormat): void {
  const added = range.conditionalFormats.add('Custom');
  added.custom.rule.formula = formula;
  added.custom.format.fill.color = fill;
  added.custom.format.font.color = font;
  if (bold) added.custom.format.font.bold = true;
  added.stopIfTrue = stopIfTrue;
}

/** Formulas come back with the host's own spacing and case. */
function plain(formula: string): string {
  return formula.replace(/\s+/g, '').toUpperCase();
}

/** Neighbouring columns as runs: `[3, 4, 7]` → `[[3, 4], [7, 7]]`. */
function runs(columns: number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const column of [...new Set(columns)].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === column - 1) last[1] = column;
    else found.push([column, column]);
  }
  return found;
}

function areaOfRun(body: Area, [first, last]: [number, number]): Area {
  return { ...body, column: body.column + first, columnCount: last - first + 1 };
}

import type { Locale } from '../policy/localized.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { translate } from '../wording/translate.ts';
import { rowReference } from './cell-address.ts';
import type { RegisterColumn, RegisterFormat } from './register-plan.ts';
import { quoteForFormula } from './safe-cell.ts';

type Look = Pick<RegisterFormat, 'fill' | 'font' | 'bold'>;

/**
 * Told apart by lightness, not by hue alone: dark, middle, light. So they stay apart in black and white print and for
 * colour-blind readers; the state says the same in words. Contrast of each pair is above 4.5:1.
 */
export const LOOKS: Record<'overdue' | 'dueSoon' | 'paused' | 'provisional' | 'error', Look> = {
  overdue: { fill: '#B3261E', font: '#FFFFFF', bold: true },
  dueSoon: { fill: '#FFC94D', font: '#3D2A00', bold: true },
  paused: { fill: '#E6E1EE', font: '#453A5C', bold: false },
  provisional: { fill: '#E4ECF7', font: '#1F3A5F', bold: false },
  error: { fill: '#FDE9E7', font: '#8C1D18', bold: false },
};

/**
 * The conditional formats of a register, first one wins. A deadline and its state are coloured when the state says
 * overdue, due soon, paused or provisional, so that word and colour never differ; what is done or closed stays plain. `row` is the
 * first data row and `column` the table's first column on the sheet, both from 0.
 */
export function registerFormats(
  columns: readonly RegisterColumn[],
  pack: PolicyPack,
  locale: Locale,
  { row, column }: { row: number; column: number },
): RegisterFormat[] {
  const formats: RegisterFormat[] = [];
  const word = (code: string) => translate(locale, `register.${code}`);
  for (const { id, warnMinutes } of pack.milestones) {
    const due = columns.findIndex(({ role }) => role === `deadline:${id}`);
    const state = columns.findIndex(({ role }) => role === `deadlineState:${id}`);
    if (due < 0 || state < 0) continue;
    const at = { due: rowReference(row, column + due), state: rowReference(row, column + state) };
    const begins = (text: string) => `LEFT(${at.state},${text.length})=${quoteForFormula(text)}`;
    const add = (format: 'overdue' | 'dueSoon' | 'paused' | 'provisional', formula: string) =>
      formats.push({ id: format, formula, columns: [due, state], ...LOOKS[format], stopIfTrue: true });
    add('overdue', `=AND(ISNUMBER(${at.due}),NOW()>${at.due},${begins(word('state.overdue'))})`);
    add('dueSoon', `=AND(ISNUMBER(${at.due}),NOW()>=${at.due}-${warnMinutes}/1440,${begins(word('state.dueSoon'))})`);
    add('paused', `=${begins(word('state.paused'))}`);
    add(
      'provisional',
      `=AND(${begins(word('state.running'))},ISNUMBER(FIND(${quoteForFormula(word('stateNote.provisional'))},${at.state})))`,
    );
  }
  const findings = columns.findIndex(({ role }) => role === 'findings');
  if (findings >= 0) {
    const cell = rowReference(row, column + findings);
    const level = word('level.error');
    formats.push({
      id: 'error',
      formula: `=LEFT(${cell},${level.length})=${quoteForFormula(level)}`,
      columns: [findings],
      ...LOOKS.error,
      stopIfTrue: false,
    });
  }
  return formats;
}

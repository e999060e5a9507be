import type { CompanySettings } from '../policy/company-settings.ts';
import type { Locale } from '../policy/localized.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { deadlineColumns } from './deadline-columns.ts';
import { choiceReader } from './recognise-choice.ts';
import type { OpenRegister } from './refresh/open-register.ts';
import { addedColumns } from './register-columns.ts';
import type { RegisterColumn } from './register-plan.ts';

/**
 * The columns that a register made by these rules today would have and this one has not: those of a newer version, of laws
 * and time limits that came later, of a grade that no row had before, and those that somebody deleted. In the order in which
 * a register has them, with headings unlike any that stands there.
 */
export function missingColumns(
  { columns, cells }: Pick<OpenRegister, 'columns' | 'cells'>,
  pack: PolicyPack,
  company: CompanySettings | null,
  locale: Locale,
): RegisterColumn[] {
  const at = columns.findIndex(({ role }) => role === 'grade');
  const read = choiceReader(pack.grades);
  const grades = new Set(cells.values.flatMap((row) => read(String(row[at] ?? '')) ?? []));
  const present = new Set(columns.map(({ role }) => role));
  const milestones = deadlineColumns(pack, company, grades);
  return addedColumns(columns, pack, locale, { quotesRows: false, milestones }).filter(
    ({ role }) => !present.has(role),
  );
}

import { done, refuse, type Outcome } from '../../core/outcome.ts';
import { missingColumns } from '../../core/register/missing-columns.ts';
import type { OpenRegister } from '../../core/register/refresh/open-register.ts';
import { registerFormats } from '../../core/register/register-formats.ts';
import { registerLists } from '../../core/register/register-lists.ts';
import type { RegisterColumn, RegisterMemory } from '../../core/register/register-plan.ts';
import { registerPolicy } from '../../core/register/settings/register-policy.ts';
import { addColumns, type AddColumnsTrouble } from '../workbook/add-columns.ts';
import type { DropDownWords } from '../workbook/drop-downs.ts';

/** The columns that a register, as it was read last, lacks by its rules. */
export function columnsToAdd(memory: RegisterMemory, open: OpenRegister): RegisterColumn[] {
  const policy = registerPolicy(memory);
  return policy === null ? [] : missingColumns(open, policy.pack, memory.company, memory.locale);
}

/** Lays the columns that the register lacks, after the user's consent. Answers the memory from now on; the rows are then to be refreshed. */
export function addMissingColumns(
  memory: RegisterMemory,
  open: OpenRegister,
  words: DropDownWords,
): Promise<Outcome<RegisterMemory, AddColumnsTrouble>> {
  const policy = registerPolicy(memory);
  if (policy === null) return Promise.resolve(refuse('registerGone', { table: memory.tableName }));
  const added = columnsToAdd(memory, open);
  if (added.length === 0) return Promise.resolve(done(memory));
  const { area, header } = open.cells;
  const place = { row: area.row + 1, column: area.column };
  return addColumns({
    ...{ memory, header, added, words },
    formats: registerFormats([...open.columns, ...added], policy.pack, memory.locale, place),
    lists: registerLists(policy.pack, memory.locale),
  });
}

import type { Field } from '../../../../core/complaint/field.ts';
import { planRegister, type RegisterRequest } from '../../../../core/register/plan-register.ts';
import { cellKey, openRegister, type RegisterCells } from '../../../../core/register/refresh/open-register.ts';
import { planRefresh, type RefreshPlan, type RefreshRequest } from '../../../../core/register/refresh/plan-refresh.ts';
import type { PlannedCell, RegisterColumn, RegisterMemory } from '../../../../core/register/register-plan.ts';
import type { CellValue } from '../../../../core/register/sheet-reading.ts';
import { allSteps } from '../../../../core/steps.ts';
import { makeLedger, makeSheet } from '../../../support/make-sheet.ts';
import { SMALL_COMPANY, SMALL_PACK } from '../../../support/small-pack.ts';

export const ZONE = 'Asia/Shanghai';
export const AS_OF = '2026-03-20T10:30:00+08:00';
export const HEADER = ['投诉编号', '投诉日期', '客户名称', '投诉内容', '类别', '等级', '结案日期', '是否结案'];
const FIELDS: Field[][] = [
  ...([['complaintId'], ['receivedAt'], ['customerName'], ['description']] satisfies Field[][]),
  ...([['category'], ['severity'], ['closedAt'], ['status']] satisfies Field[][]),
];

/** A register as its workbook would hold it: the table's cells, and what the workbook remembers. */
export interface Standing {
  cells: RegisterCells;
  memory: RegisterMemory;
}

/** What stands in a cell after it was written: a guarding apostrophe is swallowed, a state formula shows a word. */
function shown(cell: PlannedCell): CellValue {
  if (typeof cell === 'object') return '进行中';
  return typeof cell === 'string' ? cell.replace(/^'/, '') : cell;
}

/** The register that a ledger of these rows becomes where it stands. */
export function standing(rows: CellValue[][], rest: Partial<RegisterRequest> = {}): Standing {
  const sheet = makeSheet([HEADER, ...rows]);
  const plan = planRegister({
    ...{ sheet, ledger: makeLedger(sheet, FIELDS), pack: SMALL_PACK, company: SMALL_COMPANY, asOf: AS_OF, zone: ZONE },
    ...{ locale: 'zh-CN', sheetNames: [sheet.name], tableNames: [] },
    ...rest,
  });
  const values = rows.map((row, index) => [...row, ...(plan.rows[index] ?? []).map(shown)]);
  return {
    memory: plan.memory,
    cells: {
      ...{ sheet: sheet.name, area: plan.table.area, header: plan.columns.map(({ header }) => header), values },
      ...{ formats: values.map((row) => row.map(() => 'General')), constants: new Set() },
    },
  };
}

export function columnOf({ memory }: Standing, role: RegisterColumn['role']): number {
  return memory.columns.findIndex((column) => column.role === role);
}

export function cellOf(register: Standing, row: number, role: RegisterColumn['role']): CellValue {
  return register.cells.values[row]?.[columnOf(register, role)] ?? '';
}

/** The same register with other cells: a copy. */
export function withCells(register: Standing, change: (values: CellValue[][]) => CellValue[][]): Standing {
  const values = change(register.cells.values.map((row) => [...row]));
  const { area, formats } = register.cells;
  const width = area.columnCount;
  return {
    ...register,
    cells: {
      ...register.cells,
      values,
      constants: new Set(register.cells.constants),
      formats: values.map((_, index) => formats[index] ?? Array.from({ length: width }, () => 'General')),
      area: { ...area, rowCount: values.length + 1 },
    },
  };
}

export function withCell(register: Standing, row: number, column: number, value: CellValue): Standing {
  return withCells(register, (values) => {
    const cells = values[row];
    if (cells !== undefined) cells[column] = value;
    return values;
  });
}

export function refreshPlan(register: Standing, rest: Partial<RefreshRequest> = {}): RefreshPlan {
  const { memory, cells } = register;
  const rules = { pack: SMALL_PACK, company: SMALL_COMPANY, asOf: AS_OF, zone: ZONE };
  return allSteps(planRefresh({ ...rules, memory, register: openRegister(memory, cells, rules), ...rest }));
}

/** The register after its refresh. */
export function refreshed(register: Standing, rest: Partial<RefreshRequest> = {}): Standing {
  const plan = refreshPlan(register, rest);
  const after = withCells(register, (values) => {
    for (const { row, column, cell } of plan.changes) {
      const cells = values[row];
      if (cells !== undefined) cells[column] = shown(cell);
    }
    return values;
  });
  for (const { row, column } of plan.changes) after.cells.constants.delete(cellKey(row, column));
  return { ...after, memory: plan.memory ?? register.memory };
}

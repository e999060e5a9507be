import { describe, expect, it } from 'vitest';
import type { Field } from '../../../core/complaint/field.ts';
import { planRegister } from '../../../core/register/plan-register.ts';
import type { RegisterColumn, RegisterPlan } from '../../../core/register/register-plan.ts';
import { goesOn, withDecisions } from '../../../core/register/resume-plan.ts';
import type { CellValue, SheetReading } from '../../../core/register/sheet-reading.ts';
import { makeLedger, makeSheet } from '../../support/make-sheet.ts';
import { SMALL_COMPANY, SMALL_PACK } from '../../support/small-pack.ts';

const FIELDS: Field[][] = [['receivedAt'], ['customerName'], ['description']];
const HEADER = ['投诉日期', '客户名称', '投诉内容'];
const ROWS: CellValue[][] = [
  [46_082.4375, '宏远建材', '粉煤灰结块'],
  [46_083.375, '中交二航局', '送货晚了三天'],
];

function planned(rows = ROWS): RegisterPlan {
  const sheet = makeSheet([HEADER, ...rows]);
  return planRegister({
    ...{ sheet, ledger: makeLedger(sheet, FIELDS), pack: SMALL_PACK, company: SMALL_COMPANY },
    ...{ asOf: '2026-03-20T10:30:00+08:00', zone: 'Asia/Shanghai' },
    ...{ locale: 'zh-CN', sheetNames: [sheet.name], tableNames: [] },
  });
}

const at = ({ columns, firstAdded }: RegisterPlan, role: RegisterColumn['role']) =>
  columns.findIndex((column) => column.role === role) - firstAdded;

/** The sheet as the plan writes it, with some cells changed: `[row, role, value]`. */
function standing(plan: RegisterPlan, ...changes: [number, RegisterColumn['role'], CellValue][]): SheetReading {
  const shown = plan.rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? cell.replace(/^'/, '') : typeof cell === 'object' ? '…' : cell)),
  );
  for (const [row, role, value] of changes) shown[row]?.splice(at(plan, role), 1, value);
  return makeSheet([
    plan.columns.map(({ header }) => header),
    ...ROWS.map((row, index) => [...row, ...(shown[index] ?? [])]),
  ]);
}

describe('a plan that is made again', () => {
  it('goes on when rows came, and not when columns, names or the place are others', () => {
    const plan = planned();
    expect(goesOn(planned([...ROWS, ROWS[0] ?? []]), plan)).toBe(true);
    const { table, placement } = plan;
    expect(goesOn({ ...plan, table: { ...table, area: { ...table.area, column: 1 } } }, plan)).toBe(false);
    expect(goesOn({ ...plan, columns: plan.columns.toReversed() }, plan)).toBe(false);
    const why = [{ code: 'cellsToTheRight' as const, where: 'F2' }];
    const placed = (reasons: typeof why): RegisterPlan => ({
      ...plan,
      placement: { kind: 'newSheet', sheet: '台账', after: placement.sheet, why: reasons },
    });
    expect(goesOn(placed(why), plan)).toBe(false);
    expect(goesOn(placed([]), placed(why))).toBe(true);
  });

  it('keeps what a person decided, as text, and nothing else', () => {
    const plan = planned();
    expect(withDecisions(plan, standing(plan))).toEqual(plan);
    expect(withDecisions(plan, undefined)).toEqual(plan);
    const typed = standing(
      plan,
      [0, 'category', '=1+1'],
      [1, 'status', '处理中'],
      [1, 'gradeReason', 'x'],
      [1, 'grade', ''],
    );
    const kept = withDecisions(plan, typed);
    expect(kept.rows[0]?.[at(plan, 'category')]).toBe("'=1+1");
    expect(kept.rows[1]?.[at(plan, 'status')]).toBe('处理中');
    expect(kept.rows[1]?.[at(plan, 'gradeReason')]).toEqual(plan.rows[1]?.[at(plan, 'gradeReason')]);
    expect(kept.rows[1]?.[at(plan, 'grade')]).toEqual(plan.rows[1]?.[at(plan, 'grade')]);
  });

  it('takes its own earlier proposal for no decision', () => {
    const before = planned();
    const plan = planned([[46_082.4375, '宏远建材', '粉煤灰结块，我们停产了'], ...ROWS.slice(1)]);
    expect(plan.rows[0]?.[at(plan, 'grade')]).not.toEqual(before.rows[0]?.[at(before, 'grade')]);
    expect(withDecisions(plan, standing(before))).toEqual(plan);
  });

  it('leaves columns of others that stand where its own were to be', () => {
    const plan = planned();
    const sheet = standing(plan, [0, 'category', '别的']);
    const renamed = sheet.values.map((row, index) => (index === 0 ? row.map(() => '别的') : row));
    expect(withDecisions(plan, { ...sheet, values: renamed })).toEqual(plan);
  });
});

import { describe, expect, it } from 'vitest';
import { planAppend } from '../../../../core/register/plan-append.ts';
import type { CellValue } from '../../../../core/register/sheet-reading.ts';
import { SMALL_COMPANY, SMALL_PACK } from '../../../support/small-pack.ts';
import {
  AS_OF,
  cellOf,
  columnOf,
  refreshed,
  standing,
  withCell,
  withCells,
  ZONE,
  type Standing,
} from './standing-register.ts';

const LEDGER: CellValue[][] = [
  ['K-1', 46_080, '宏远建材', '粉煤灰结块', '质量', '普通', '', '否'],
  ['K-2', 46_080, '华南混凝土', '送货延迟', '质量', '重大', '', '否'],
];
const IMPORTED = 2;

/** A ledger with a column for the grade, and a complaint that was taken up with this grade below it. */
function withImported(grade: string, description: string): Standing {
  const register = standing(LEDGER);
  const complaint = {
    ...{ id: '01JD0000000000000000000009', savedAt: AS_OF, category: 'quality', grade, promised: [] },
    values: { receivedAt: AS_OF, customerName: '城建集团', description },
    policy: { id: 'small', version: '1.0.0' },
    source: { url: null, identity: null, title: '投诉' },
  };
  const planned = planAppend({
    ...{ memory: register.memory, header: register.cells.header, rows: register.cells.values },
    at: { row: 3, column: 0 },
    envelope: { format: 'redress.handoff', version: 1, producedAt: AS_OF, count: 1, complaints: [complaint] },
    ...{ pack: SMALL_PACK, company: SMALL_COMPANY, asOf: AS_OF, zone: ZONE },
  });
  if (!planned.ok) throw new Error(planned.code);
  const row = (planned.value.rows[0] ?? []).map((cell) =>
    typeof cell === 'object' ? '进行中' : typeof cell === 'string' ? cell.replace(/^'/, '') : cell,
  );
  return { ...withCells(register, (values) => [...values, row]), memory: planned.value.memory };
}

describe('the reason for the grade of an imported complaint', () => {
  it.each([
    ['major', '粉煤灰结块', '重大', '人工确定'],
    ['major', '我们停产了', '重大', '停产：停产（test）'],
    ['general', '粉煤灰结块', '普通', '未发现加重情形'],
    ['unknownElsewhere', '粉煤灰结块', '普通', '未发现加重情形'],
  ])(
    'taken up as %s (%s) is that of the import, not its own word in the ledger’s column',
    (grade, text, word, reason) => {
      const imported = withImported(grade, text);
      expect(imported.cells.values[IMPORTED]?.[5]).toBe(word);
      const withoutNote = withCell(imported, IMPORTED, columnOf(imported, 'proposed'), '');
      const emptied = withCell(imported, IMPORTED, columnOf(imported, 'grade'), '');
      expect(cellOf(refreshed(withoutNote), IMPORTED, 'gradeReason')).toBe(reason);
      expect(cellOf(refreshed(emptied), IMPORTED, 'gradeReason')).toBe(reason);
      expect(cellOf(refreshed(emptied), 1, 'gradeReason')).toBe('台账写明“重大”');
    },
  );
});

import { describe, expect, it } from 'vitest';
import { readStatisticsState, showVolumeSheet } from '../../excel-addin/workbook/volume-sheet.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { AS_OF, openWorkbook, valueOf } from './register-on-host.ts';

const words = { title: '业务量', text: '每月一行', header: ['月份', '产品', '数量'] as const };
const show = () => showVolumeSheet(words, { at: AS_OF, locale: 'zh-CN', months: ['2026-10', '2026-11'] });

async function withTable(act: (table: Excel.Table) => void): Promise<void> {
  await Excel.run(async (context) => {
    act(context.workbook.tables.getItem('RedressVolumes'));
    await context.sync();
  });
}

describe('the table of sales volumes', () => {
  it('is a table again after it was turned into a range, with what was entered', async () => {
    const { host } = openWorkbook(cleanLedger(3));
    const { sheet } = valueOf(await show());
    host.userEdits(sheet, 'C5:C6', [[1234], [5678]]);
    host.userEdits(sheet, 'A8:C8', [['2026-12', '矿粉', 9]]);
    host.userEdits(sheet, 'E1', [['我的备注']]);
    await withTable((table) => table.convertToRange());
    const before = host.values(sheet, 'A1:E12');
    expect(valueOf(await readStatisticsState()).volumes).toBeNull();
    expect(valueOf(await show())).toEqual({ sheet });
    expect(host.values(sheet, 'A1:E12')).toEqual(before);
    expect(valueOf(await readStatisticsState()).volumes).toMatchObject({
      rows: [
        ['2026-10', '', 1234],
        ['2026-11', '', 5678],
        ['', '', ''],
        ['2026-12', '矿粉', 9],
      ],
    });
  });

  it('is not laid over anything else', async () => {
    const { host } = openWorkbook(cleanLedger(3));
    const { sheet } = valueOf(await show());
    await withTable((table) => table.delete());
    host.userEdits(sheet, 'A4:C6', [
      ['我的', '', ''],
      ['2026-10', '', 7],
      ['2026-11', '', 8],
    ]);
    const before = host.values(sheet, 'A1:E12');
    expect(await show()).toMatchObject({ ok: false, code: 'volumesTaken', detail: { sheet } });
    expect(host.values(sheet, 'A1:E12')).toEqual(before);
    // Moved out of its way, and it is laid where it was.
    host.userEdits(sheet, 'A4:C6', [
      ['', '', ''],
      ['', '', ''],
      ['', '', ''],
    ]);
    expect(valueOf(await show())).toEqual({ sheet });
    expect(valueOf(await readStatisticsState()).volumes?.rows).toHaveLength(2);
  });
});

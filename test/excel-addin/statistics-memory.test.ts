import { describe, expect, it } from 'vitest';
import { makeStatistics } from '../../excel-addin/actions/make-statistics.ts';
import { readStatisticsState, showVolumeSheet } from '../../excel-addin/workbook/volume-sheet.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { AS_OF, openWorkbook, valueOf } from './register-on-host.ts';
import { generatedFacts, readOf } from './statistics-fixture.ts';

const words = { title: '业务量', text: '每月一行', header: ['月份', '产品', '数量'] as const };
const showVolumes = () => showVolumeSheet(words, { at: AS_OF, locale: 'zh-CN', months: ['2026-11'] });

describe('what the workbook remembers of its statistics', () => {
  it('keeps the sheet of volumes that another pane made meanwhile', async () => {
    const { host } = openWorkbook(cleanLedger(3));
    const others: ReturnType<typeof showVolumes>[] = [];
    const onProgress = () => {
      if (others.length === 0) others.push(showVolumes());
    };
    valueOf(await makeStatistics(readOf(generatedFacts(30)), { asOf: AS_OF, onProgress }));
    expect((await Promise.all(others)).map(valueOf)).toEqual([{ sheet: '业务量' }]);
    const state = valueOf(await readStatisticsState());
    expect(state).toMatchObject({ stands: true, asOf: AS_OF, volumes: { sheet: '业务量' } });
    expect(valueOf(await showVolumes())).toEqual({ sheet: '业务量' });
    expect(host.workbook.sheets.filter(({ name }) => name.startsWith('业务量'))).toHaveLength(1);
  });

  it('takes no sheet for its own that a user made under the name that a broken run had chosen', async () => {
    const own = [
      ['我的', '', ''],
      ['', '', ''],
      ['', '', ''],
      ['a', 'b', 'c'],
      [1, 2, 3],
    ];
    let broken = 0;
    for (let request = 1; request <= 12; request++) {
      const { host } = openWorkbook(cleanLedger(3));
      host.faults.abortRequest(request);
      const first = await showVolumes();
      if (first.ok || host.workbook.sheets.some(({ name }) => name === '业务量')) continue;
      broken++;
      await Excel.run(async (context) => {
        context.workbook.worksheets.add('业务量').getRange('A1:C5').values = own;
        await context.sync();
      });
      expect(valueOf(await showVolumes()), `request ${String(request)}`).toEqual({ sheet: '业务量 2' });
      expect(host.values('业务量', 'A1:C5')).toEqual(own);
    }
    expect(broken).toBeGreaterThan(2);
  });
});

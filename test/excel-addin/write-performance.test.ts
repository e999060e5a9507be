import { describe, expect, it } from 'vitest';
import { periodOf } from '../../core/statistics/periods.ts';
import { makeSharingCopy } from '../../excel-addin/actions/make-sharing-copy.ts';
import { writePerformance } from '../../excel-addin/actions/write-performance.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';

const SEPTEMBER = periodOf('2026-09-01', 'month');

describe('performance and accountability in the workbook', () => {
  it('stands on a sheet of its own and is written again in its place', async () => {
    const { Excel } = openWorkbook(cleanLedger(40));
    valueOf(await build());
    const { memory } = await standing();
    const request = { memory, period: SEPTEMBER, asOf: AS_OF, companyName: null };
    expect(valueOf(await writePerformance(request))).toEqual({ sheet: '绩效 2026-09', isBesides: false });
    expect(valueOf(await writePerformance(request))).toEqual({ sheet: '绩效 2026-09', isBesides: false });
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load('items/name');
      const used = context.workbook.worksheets.getItem('绩效 2026-09').getUsedRange().load('values');
      await context.sync();
      expect(sheets.items.filter(({ name }) => name.startsWith('绩效')).length).toBe(2);
      expect((used.values as unknown[][]).flat()).toContain('投诉处理绩效与责任');
    });
  });

  it('stays out of a copy for others although it was duplicated and no one remembers it', async () => {
    openWorkbook(cleanLedger(40));
    valueOf(await build());
    const { memory } = await standing();
    const { sheet } = valueOf(await writePerformance({ memory, period: SEPTEMBER, asOf: AS_OF, companyName: null }));
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet).copy('End').name = '存档';
      context.workbook.settings.getItem('redress.papers').delete();
      await context.sync();
    });
    const choices = {
      what: 'book',
      isMasked: true,
      keepStaff: false,
      keepPictures: false,
      keepOriginals: false,
    } as const;
    const frame = { key: 'c0'.repeat(32), locale: 'zh-CN', memory, chosen: null } as const;
    const options = { onProgress: () => undefined, signal: new AbortController().signal };
    const sheetsOf = async (keepPerformance: boolean) =>
      valueOf(await makeSharingCopy({ ...choices, keepPerformance }, frame, options)).told.sheets;
    const papers = (names: string[]) => names.filter((name) => name.startsWith('绩效') || name === '存档');
    expect(papers(await sheetsOf(false))).toEqual([]);
    expect(papers(await sheetsOf(true))).toHaveLength(3);
  });
});

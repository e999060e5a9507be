import { describe, expect, it } from 'vitest';
import { makeStatistics } from '../../excel-addin/actions/make-statistics.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { AS_OF, openWorkbook, valueOf } from './register-on-host.ts';
import { generatedFacts, readOf } from './statistics-fixture.ts';

/** The user's own sheet has the name already. */
const STATISTICS = '统计 2';
const LATER = '2026-11-23T09:00:00Z';

async function make(facts = generatedFacts(30), asOf = AS_OF) {
  return valueOf(await makeStatistics(readOf(facts), { asOf }));
}

async function onSheet(act: (sheet: Excel.Worksheet) => void): Promise<void> {
  await Excel.run(async (context) => {
    act(context.workbook.worksheets.getItem(STATISTICS));
    await context.sync();
  });
}

async function tableRows(): Promise<{ numbers: unknown[]; totals: boolean; filtered: boolean }> {
  return Excel.run(async (context) => {
    const table = context.workbook.tables.getItem('RedressFacts').load('showTotals');
    const body = table.getDataBodyRange().load('values');
    const filter = table.autoFilter.load('isDataFiltered');
    await context.sync();
    const numbers = (body.values as unknown[][]).map(([number]) => number);
    return { numbers, totals: table.showTotals, filtered: filter.isDataFiltered };
  });
}

describe('a statistics sheet whose line of the date the user has deleted', () => {
  it.each([
    ['with its row', (sheet: Excel.Worksheet) => sheet.getRange('2:2').delete('Up')],
    ['by its name alone', (sheet: Excel.Worksheet) => sheet.names.getItem('redress_asOf').delete()],
  ])('%s gets the line again and keeps what is beside it', async (_, act) => {
    const { host } = openWorkbook(cleanLedger(3));
    await make();
    await onSheet(act);
    host.userEdits(STATISTICS, 'A75:A76', [['我的'], ['备注']]);
    host.userEdits(STATISTICS, 'A1', [['本公司统计']]);
    for (let run = 0; run < 2; run++) {
      await make(generatedFacts(30), LATER);
      expect(host.values(STATISTICS, 'A1:A2').flat()).toEqual([
        '本公司统计',
        expect.stringContaining('2026-11-23') as string,
      ]);
      expect(host.values(STATISTICS, 'A75:A76').flat()).toEqual(['我的', '备注']);
    }
    expect(host.bugs).toEqual([]);
  });

  it('leaves what the user has written in its place', async () => {
    const { host } = openWorkbook(cleanLedger(3));
    await make();
    await onSheet((sheet) => sheet.getRange('2:2').delete('Up'));
    host.userEdits(STATISTICS, 'A2', [['仅供内部使用']]);
    await make();
    expect(host.values(STATISTICS, 'A2')).toEqual([['仅供内部使用']]);
  });
});

describe('a helper table that the user has changed', () => {
  const other = generatedFacts(50, 60);

  it.each([
    ['a row of totals', (table: Excel.Table) => (table.showTotals = true)],
    [
      'a filter',
      (table: Excel.Table) => {
        table.columns.getItemAt(0).filter.applyValuesFilter(['T-000001']);
      },
    ],
  ])('by %s is rewritten whole', async (_, act) => {
    openWorkbook(cleanLedger(3));
    await make(generatedFacts(60));
    await Excel.run(async (context) => {
      act(context.workbook.tables.getItem('RedressFacts'));
      await context.sync();
    });
    await make(other);
    expect(await tableRows()).toEqual({ numbers: other.map(({ number }) => number), totals: false, filtered: false });
  });
});

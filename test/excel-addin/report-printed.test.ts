import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../core/policy/localized.ts';
import { planPerformance } from '../../core/statistics/performance/plan-performance.ts';
import { planReport } from '../../core/statistics/report/plan-report.ts';
import { writePaper } from '../../excel-addin/workbook/report-sheet.ts';
import { FRAME, OCTOBER, severalMonths } from '../core/statistics/report/facts.ts';
import { converted, libreOffice } from '../excel-host/tests/libreoffice.ts';
import { AS_OF, openWorkbook, valueOf } from './register-on-host.ts';
import { workbookOf } from './ledger-fixture.ts';

if (libreOffice === null) console.warn('LibreOffice is missing: that the report prints is NOT tested here.');

const REGISTER = { sheet: '台账', table: 'ComplaintRegister', header: '投诉编号', column: 'A' };

/** What LibreOffice prints of a paper and its lists, from a workbook with a register of the same complaints. */
async function print(kind: 'report' | 'performance', locale: Locale): Promise<{ pdf: string; pages: number }> {
  const facts = severalMonths();
  const opened = openWorkbook(
    workbookOf([{ name: '台账', rows: [['投诉编号'], ...facts.map(({ number }) => [number])] }]),
  );
  await opened.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('台账');
    sheet.tables.add(`A1:A${String(facts.length + 1)}`, true).name = REGISTER.table;
    await context.sync();
  });
  const plan = (kind === 'report' ? planReport : planPerformance)(facts, OCTOBER, { ...FRAME, locale });
  valueOf(
    await writePaper({
      ...{ kind, period: OCTOBER.id, plan: plan.sheet, charts: plan.charts, lists: plan.lists },
      ...{ numbers: REGISTER, replaces: null, at: AS_OF, locale },
    }),
  );
  await opened.Excel.run(async (context) => {
    // The paper alone stands upright, so that its pages can be told from the others.
    context.workbook.worksheets.getItem('台账').pageLayout.orientation = 'Landscape';
    await context.sync();
  });
  const pdf = (await converted(opened.host.save(), 'pdf')).get('book.pdf') ?? Buffer.alloc(0);
  return { pdf: pdf.toString('latin1'), pages: plan.sheet.pages };
}

describe.skipIf(libreOffice === null)('printed papers', () => {
  it.each(LOCALES.flatMap((locale) => (['report', 'performance'] as const).map((kind) => [kind, locale] as const)))(
    'a %s in %s prints upright on the pages that are planned, and its numbers lead to their lists',
    async (kind, locale) => {
      const { pdf, pages } = await print(kind, locale);
      const sizes = [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)[^>]*?\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
      const upright = sizes.filter(([, width, height]) => Number(width) < Number(height));
      expect(upright.length).toBe(pages);
      // LibreOffice knows a place in the PDF for lists that end on the page on which they begin.
      expect([...pdf.matchAll(/\/Dest ?\[/g)].length).toBeGreaterThan(5);
    },
    120_000,
  );
});

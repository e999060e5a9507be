import { describe, expect, it } from 'vitest';
import { cellLink, REGISTER_PLACE, registerPlace } from '../../core/statistics/report/row-link.ts';
import { findingsReport, type SheetFinding } from '../../core/register/findings/findings-sheet.ts';
import { makeFindingsSheet } from '../../excel-addin/actions/make-findings-sheet.ts';
import { readReview } from '../../excel-addin/actions/review-findings.ts';
import { writeFindingsSheet } from '../../excel-addin/workbook/findings-sheet.ts';
import { AS_OF, build, openWorkbook, standing, valueOf, ZONE } from './register-on-host.ts';
import { ledgerWithSlips } from './slips-fixture.ts';

const REQUEST = { sheet: '台账', rows: 2, policy: '通用', at: AS_OF, zone: ZONE, locale: 'zh-CN' as const };

describe('the findings sheet', () => {
  it('is dated, counts, lists every finding with a link, and leaves lines to sign', async () => {
    const opened = openWorkbook(ledgerWithSlips());
    valueOf(await build());
    const { memory, sheet } = await standing();
    const read = valueOf(await readReview(memory, { asOf: AS_OF }));
    const made = valueOf(await makeFindingsSheet(read, { at: AS_OF, accepted: [] }));
    expect(made.sheet).toBe('检查报告 2026-11-22');
    const all = read.review.items.length + read.review.spellings.length + read.review.twins.length;
    const cells = opened.host.values(made.sheet, `A1:G${all + 14}`);
    expect(cells[1]?.[0]).toContain('2026-11-22 10:00');
    const table = cells.slice(5, 5 + all);
    expect(table.map(([number]) => number)).toEqual(Array.from({ length: all }, (_, at) => String(at + 1)));
    const rest = cells.slice(5 + all).flat();
    expect(rest).toContain('检查人（签字、日期）');
    const page = await opened.Excel.run(async (context) => {
      const own = context.workbook.worksheets.getItem(made.sheet);
      const layout = own.pageLayout.load('orientation,paperSize,zoom');
      const titles = layout.getPrintTitleRowsOrNullObject().load('address');
      const link = own.getRange('D6').load('formulas,values');
      const place = own.names.getItem(REGISTER_PLACE).load('formula,visible');
      await context.sync();
      return { layout: layout.toJSON(), titles: titles.address, link: link.toJSON(), place: place.toJSON() };
    });
    expect(page.layout).toMatchObject({ orientation: 'Landscape', paperSize: 'A4' });
    expect(page.titles).toContain('5:');
    const [address = ''] = cells[5]?.slice(3) ?? [];
    expect(page.link).toMatchObject({ formulas: [[cellLink(String(address))]], values: [[address]] });
    expect(page.place).toMatchObject({ formula: registerPlace(sheet), visible: false });
    expect(valueOf(await makeFindingsSheet(read, { at: AS_OF, accepted: [] })).sheet).not.toBe(made.sheet);
    expect(opened.host.bugs).toEqual([]);
  });

  it('of a large register goes over in requests of a few hundred calls, every row as high as its texts need', async () => {
    const opened = openWorkbook(ledgerWithSlips());
    const findings = Array.from({ length: 600 }, (_, index): SheetFinding => ({
      ...{ level: 'info', number: `T-${index}`, decision: 'open', proposal: '' },
      ...{ place: { sheet: '台账', address: `B${index + 2}` }, text: '没有联系电话。'.repeat(1 + (index % 2) * 8) },
    }));
    const report = findingsReport({ ...REQUEST, findings });
    const made = valueOf(await writeFindingsSheet(report, { sheet: 'findings', at: AS_OF, locale: 'zh-CN' }));
    expect(Math.max(...opened.host.requests.map(({ actions }) => actions))).toBeLessThan(450);
    const heights = await opened.Excel.run(async (context) => {
      const own = context.workbook.worksheets.getItem(made.sheet);
      const rows = report.rows.map((_, at) => own.getCell(report.header.row + 1 + at, 0).format.load('rowHeight'));
      await context.sync();
      return rows.map(({ rowHeight }) => rowHeight);
    });
    expect(heights).toEqual(report.rows.map(({ height }) => height));
    expect(new Set(heights).size).toBe(2);
    expect(opened.host.bugs).toEqual([]);
  });

  it('holds no formula, whatever the register says', () => {
    const finding: SheetFinding = {
      ...{ level: 'error', number: '=1+1', decision: 'open', proposal: '=HYPERLINK("x")', text: '@SUM(A1)' },
      place: null,
    };
    const report = findingsReport({ ...REQUEST, findings: [finding] });
    expect(report.rows[0]?.texts).toContain('=HYPERLINK("x")');
    expect(report.cells.every(({ text }) => typeof text === 'string')).toBe(true);
  });

  it('of a register without findings says so', () => {
    const report = findingsReport({ ...REQUEST, findings: [] });
    expect(report.rows).toEqual([]);
    expect(report.cells.map(({ text }) => text)).toContain('没有需要核对的内容。');
  });
});

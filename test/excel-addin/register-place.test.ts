import { describe, expect, it } from 'vitest';
import { periodOf } from '../../core/statistics/periods.ts';
import { makeFindingsSheet } from '../../excel-addin/actions/make-findings-sheet.ts';
import { readReview } from '../../excel-addin/actions/review-findings.ts';
import { writeReport } from '../../excel-addin/actions/write-report.ts';
import { followRegister } from '../../excel-addin/workbook/register-place.ts';
import { NO_RESTORE } from '../../excel-addin/taskpane/restore-state.ts';
import { workbookOf } from './ledger-fixture.ts';
import { liveOn } from './living-on-host.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';
import { restore } from './restore-on-host.ts';
import { ledgerWithSlips } from './slips-fixture.ts';

const PAPERS = ['分析报告 2026-09', '报告明细 2026-09', '检查报告 2026-11-22'];
type Opened = ReturnType<typeof openWorkbook>;

/** A register with a report and a findings sheet. */
async function withPapers() {
  const opened = openWorkbook(ledgerWithSlips());
  valueOf(await build());
  const { memory, sheet } = await standing();
  const period = periodOf('2026-09-01', 'month');
  valueOf(await writeReport({ memory, period, asOf: AS_OF, companyName: null }));
  const read = valueOf(await readReview(memory, { asOf: AS_OF }));
  valueOf(await makeFindingsSheet(read, { at: AS_OF, accepted: [] }));
  return { ...opened, memory, sheet };
}

async function rename({ Excel }: Opened, before: string, after: string): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(before).name = after;
    await context.sync();
  });
}

/** Where links of each sheet lead, and that they rest on nothing else. */
async function leadsTo({ Excel }: Opened): Promise<Record<string, string>> {
  return Excel.run(async (context) => {
    const sheets = PAPERS.map((name) => {
      const sheet = context.workbook.worksheets.getItem(name);
      const used = sheet.getUsedRange().load('formulas');
      return { name, used, place: sheet.names.getItem('Redress_register').load('value') };
    });
    await context.sync();
    return Object.fromEntries(
      sheets.map(({ name, used, place }) => {
        const links = used.formulas.flat().filter((cell) => String(cell).startsWith('=HYPERLINK('));
        const isNamed = links.every((link) => String(link).startsWith('=HYPERLINK(Redress_register&'));
        return [name, isNamed ? String(place.value) : links.join('\n')];
      }),
    );
  });
}

const all = (place: string) => Object.fromEntries(PAPERS.map((name) => [name, place]));

describe('links of papers into the register', () => {
  it('follow its sheet when it is renamed, at the next refresh', async () => {
    const opened = await withPapers();
    expect(await leadsTo(opened)).toEqual(all(`#'${opened.sheet}'!`));
    await rename(opened, opened.sheet, "2026 客户's 台账");
    const { register, told } = await liveOn(opened);
    expect((await register.refresh())?.ok).toBe(true);
    expect(told.trouble).toEqual([]);
    expect(await leadsTo(opened)).toEqual(all("#'2026 客户''s 台账'!"));
    expect(opened.host.bugs).toEqual([]);
  });

  it('are not written again where they lead there already', async () => {
    const opened = await withPapers();
    const requests = async (act: () => Promise<unknown>) => {
      const before = opened.host.requests.length;
      await act();
      return opened.host.requests.length - before;
    };
    const follow = async () => valueOf(await followRegister('台账'));
    await rename(opened, opened.sheet, '台账');
    const written = await requests(follow);
    expect(await requests(follow)).toBeLessThan(written);
  });

  it('stay as they are on papers that a register has left, when another ledger becomes one', async () => {
    const header = ['序号', '投诉日期', '客户名称', '产品名称', '投诉内容', '处理状态'];
    const ledger = (name: string) => ({
      name,
      rows: [
        header,
        ...Array.from({ length: 9 }, (_, at) => [
          ...[at + 1, { value: 46_260 + at, format: 'yyyy-mm-dd' }, `${name}客户${at}有限公司`],
          ...['粉煤灰', '到货细度超标，要求退货', '处理中'],
        ]),
      ],
    });
    const opened = openWorkbook(workbookOf([ledger('一分厂台账'), ledger('二分厂台账')]));
    valueOf(await build('一分厂台账'));
    const period = periodOf('2026-08-01', 'month');
    const { memory } = await standing();
    const { sheet } = valueOf(await writeReport({ memory, period, asOf: AS_OF, companyName: null }));
    valueOf(await restore(NO_RESTORE.choices));
    valueOf(await build('二分厂台账'));
    valueOf(await followRegister((await standing()).sheet));
    const place = await opened.Excel.run(async (context) => {
      const name = context.workbook.worksheets.getItem(sheet).names.getItem('Redress_register').load('value');
      await context.sync();
      return String(name.value);
    });
    expect(place).toBe("#'一分厂台账'!");
  });
});

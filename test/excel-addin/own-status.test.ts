import { describe, expect, it } from 'vitest';
import { ComplaintEvent } from '../../core/complaint/complaint-event.ts';
import { columnLetters } from '../../core/register/cell-address.ts';
import { readComplaintBook } from '../../excel-addin/actions/read-complaint.ts';
import { recordEvents } from '../../excel-addin/actions/record-events.ts';
import { complaintFile } from '../../excel-addin/complaint-file.ts';
import { shownComplaint } from '../../excel-addin/complaint-model.ts';
import { workbookOf } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';
import { picture, restore } from './restore-on-host.ts';

const SHEET = '台账';
const HEADER = ['序号', '投诉日期', '客户名称', '产品名称', '投诉内容', '处理状态'];

/** A register over a ledger with its own column of the status, and what steps make of the first complaint's cell. */
async function register(words: readonly string[]) {
  const rows = words.map((word, at) => [
    ...[
      at + 1,
      { value: 46_340, format: 'yyyy-mm-dd' },
      `客户${String(at)}有限公司`,
      '粉煤灰',
      '到货细度超标',
      word === '' ? null : word,
    ],
  ]);
  const opened = openWorkbook(workbookOf([{ name: SHEET, rows: [HEADER, ...rows] }]));
  const before = picture(opened.host.save());
  valueOf(await build());
  const { memory } = await standing();
  const { register: open } = valueOf(await readComplaintBook(memory, AS_OF));
  const at = (header: string) => open.columns.findIndex((column) => column.header === header);
  const number = String(open.cells.values[0]?.[open.columns.findIndex(({ role }) => role === 'number')]);
  const cell = `${columnLetters(open.cells.area.column + at('处理状态'))}2`;
  return {
    ...{ opened, before, cell },
    status: () => opened.host.values(SHEET, cell)[0]?.[0],
    notices: async () => {
      const book = valueOf(await readComplaintBook((await standing()).memory, AS_OF));
      const file = valueOf(complaintFile(book, number, AS_OF));
      const frame = { locale: 'zh-CN', people: [], who: '', companyName: '' } as const;
      return shownComplaint(file, frame).notices.flatMap(({ text, cell: at }) =>
        at === undefined ? [] : [{ text, cell: at.address }],
      );
    },
    step: async (kind: string, rest = {}) => {
      const event = { id: `e-${kind}`, kind, occurredAt: AS_OF, recordedAt: AS_OF, by: '王芳', ...rest };
      const events = [ComplaintEvent.parse(event)];
      return valueOf(await recordEvents({ memory: (await standing()).memory, number, events, asOf: AS_OF }));
    },
  };
}

const REOPENED = { way: 'continue', reason: '又坏了' };

describe('the team’s own column of the status', () => {
  it.each([
    ['words of its own', ['处理中', '已处理', '处理中'], '已处理', '处理中'],
    ['yes and no', ['否', '是', '否'], '是', '否'],
    ['yes or nothing', ['', '是', '是', ''], '是', ''],
    ['another script', ['處理中', '已處理', '處理中'], '已處理', '處理中'],
    ['no word for closed', ['处理中', '处理中'], '处理中', '处理中'],
    ['a word that nobody understands', ['等三车间回话', '已处理'], '等三车间回话', '等三车间回话'],
  ])(
    'says in %s that a complaint was closed and reopened, and is as before after a restore',
    async (_, words, closed, open) => {
      const { opened, before, status, step } = await register(words);
      await step('acknowledged');
      expect(status()).toBe(words[0]);
      await step('closed');
      expect(status()).toBe(closed);
      await step('reopened', REOPENED);
      expect(status()).toBe(open);
      valueOf(await restore());
      expect(picture(opened.host.save())[SHEET]).toEqual(before[SHEET]);
      expect(opened.host.bugs).toEqual([]);
    },
  );

  it.each([
    ['no word for closed', ['处理中', '处理中'], '处理中'],
    ['a word that nobody understands', ['等三车间回话', '已处理'], '等三车间回话'],
  ])('still says with %s what it said, which the pane tells with its cell', async (_, words, said) => {
    const { cell, step, notices } = await register(words);
    await step('acknowledged');
    expect(await notices()).toEqual([]);
    await step('closed');
    expect(await notices()).toEqual([{ text: `“处理状态”列仍写着“${said}”，请改成现在的状态。`, cell }]);
    await step('reopened', REOPENED);
    expect(await notices()).toEqual([]);
  });

  it('gets no word that its own list of choices lacks, and says so', async () => {
    const { opened, cell, step, status, notices } = await register(['处理中', '已处理']);
    await opened.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(SHEET).getRange(cell);
      range.dataValidation.rule = { list: { inCellDropDown: true, source: '处理中,办结归档' } };
      await context.sync();
    });
    expect((await step('closed', { occurredAt: '2026-11-20T09:00:00+08:00' })).left).toEqual(['处理状态']);
    expect(status()).toBe('处理中');
    expect(await notices()).toHaveLength(1);
    await step('reopened', { ...REOPENED, occurredAt: '2026-11-21T09:00:00+08:00' });
    await opened.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(SHEET).getRange(cell);
      range.dataValidation.rule = { list: { inCellDropDown: true, source: '处理中, 已处理' } };
      await context.sync();
    });
    expect((await step('closed', { id: 'closed again' })).left).toEqual([]);
    expect(status()).toBe('已处理');
  });

  it('keeps a formula, and says so', async () => {
    const { opened, cell, step } = await register(['处理中', '已处理']);
    const formula = '="处理"&"中"';
    const range = (context: Excel.RequestContext) => context.workbook.worksheets.getItem(SHEET).getRange(cell);
    await opened.Excel.run(async (context) => {
      range(context).formulas = [[formula]];
      await context.sync();
    });
    expect((await step('closed')).left).toEqual(['处理状态']);
    await opened.Excel.run(async (context) => {
      const now = range(context).load('formulas');
      await context.sync();
      expect(now.formulas).toEqual([[formula]]);
    });
  });
});

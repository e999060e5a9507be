import { describe, expect, it } from 'vitest';
import type { Field } from '../../../core/complaint/field.ts';
import type { LedgerReading } from '../../../core/register/ledger-reading.ts';
import { readLedger } from '../../../core/register/read-ledger.ts';
import { readRows, type RowsReading } from '../../../core/register/read-rows.ts';
import type { CellValue, SheetReading } from '../../../core/register/sheet-reading.ts';
import { findingWords } from '../../../core/register/finding-text.ts';
import { makeSheet } from '../../support/make-sheet.ts';

const context = { zone: 'Asia/Shanghai', asOf: '2024-06-30T12:00+08:00' };

function read(sheet: SheetReading, zone = context.zone): RowsReading & { ledger: LedgerReading } {
  const reading = readLedger(sheet);
  if (!reading.ok) throw new Error(`refused: ${reading.code}`);
  return { ...readRows(sheet, reading.ledger, { ...context, zone }), ledger: reading.ledger };
}

const HEADER = ['投诉编号', '投诉日期', '客户名称', '联系人/电话', '投诉内容', '首次回复时间', '结案日期'];
const row = (...cells: CellValue[]): CellValue[] => cells;
const good = (id: string) => row(id, '2024/3/5', '和顺超市', '周敏 13900001111', `漏液${id}`, '', '2024/3/9');

const findings = ({ findings: all }: RowsReading) => all.map((each) => [each.code, each.row, each.column, each.field]);

describe('readRows', () => {
  it('gives each row its values by field, two-in-one cells split', () => {
    const { rows, findings: none } = read(makeSheet([HEADER, good('A-1'), good('A-2'), good('A-3')]));
    expect(rows).toHaveLength(3);
    expect(rows[0]).toEqual({
      row: 1,
      values: {
        complaintId: 'A-1',
        receivedAt: '2024-03-05',
        customerName: '和顺超市',
        contactName: '周敏',
        contactPhone: '13900001111',
        description: '漏液A-1',
        closedAt: '2024-03-09',
      },
    });
    expect(none).toEqual([]);
  });

  it('tells what is wrong where it stands', () => {
    const reading = read(
      makeSheet([
        ['某公司客户投诉台账'],
        HEADER,
        row('A-1', '2024/2/30', '和顺超市', '周敏 13900001111', '包装破损', '', ''),
        row('A-2', '2024/3/5', '和顺超市', '周敏 1390000111', '漏液三箱', '', '2024/3/1'),
        row('A-2', '2024/3/6', '', '周敏 13900001111 15000002222', '', '', ''),
        row('A-4', '2042/3/6', '和顺超市', '周敏', '少货两箱', '#N/A', ''),
        row('A-5', '2024/3/7', '和顺超市', '周敏', '标签贴错', '2024/3/20', '2024/3/12'),
      ]),
    );
    expect(findings(reading)).toEqual([
      ['impossibleTime', 2, 1, 'receivedAt'],
      ['badPhone', 3, 3, 'contactPhone'],
      ['closedBeforeReceived', 3, 6, 'closedAt'],
      ['duplicateId', 4, 0, 'complaintId'],
      ['missingRequired', 4, 2, 'customerName'],
      ['twoPhones', 4, 3, 'contactPhone'],
      ['missingRequired', 4, 4, 'description'],
      ['futureTime', 5, 1, 'receivedAt'],
      ['formulaError', 5, 5, 'firstResponseAt'],
      ['respondedAfterClosed', 6, 5, 'firstResponseAt'],
    ]);
    expect(reading.rows[0]?.values.receivedAt).toBeUndefined();
  });

  it('can put every finding into words', () => {
    const reading = read(
      makeSheet([
        HEADER,
        row('A-1', '3月5日', '和顺超市', '周敏 5553186', '包装破损', '2024/3/1', '尽快'),
        row('A-1', '2024/3/5', '和顺超市', '周敏 1390000111', '漏液三箱', '2024/3/20', '2024/3/1'),
        row('A-3', '2024/3/5', '和顺超市', '周敏', '漏液三箱', '', '#REF!'),
      ]),
    );
    expect(reading.findings.length).toBeGreaterThan(6);
    for (const locale of ['zh-CN', 'zh-TW', 'en'] as const) {
      for (const finding of reading.findings) expect(findingWords(finding, locale)).not.toMatch(/[{}]/);
    }
  });

  it('fills merged cells down and repeats what 同上 stands for', () => {
    const sheet = makeSheet(
      [
        HEADER,
        row('A-1', '2024/3/5', '和顺超市', '周敏 13900001111', '漏液三箱', '', ''),
        row('A-2', '2024/3/6', '', '同上', '少货两箱', '', ''),
        row('A-3', '2024/3/7', '惠民便利', '〃', '标签贴错', '', ''),
      ],
      { merges: [{ row: 1, column: 2, rowCount: 2, columnCount: 1 }] },
    );
    const { rows } = read(sheet);
    expect(rows.map(({ values }) => [values.customerName, values.contactName, values.contactPhone])).toEqual([
      ['和顺超市', '周敏', '13900001111'],
      ['和顺超市', '周敏', '13900001111'],
      ['惠民便利', '周敏', '13900001111'],
    ]);
  });

  it('makes one moment of a date and a time column, on the clocks of the zone', () => {
    const sheet = makeSheet([
      ['Ref', 'Date logged', 'Time', 'Customer', 'Nature of complaint'],
      ['C-1', '25/03/2024', '2.30pm', 'Mrs Hay', 'Door will not close'],
      ['C-2', '03/04/2024', '', 'Mr Lowe', 'Oil leak after service'],
      ['C-3', '04/04/2024', '09:05', 'Mr Lowe', 'Oil leak again'],
    ]);
    const { rows } = read(sheet, 'Europe/London');
    expect(rows.map(({ values }) => values.receivedAt)).toEqual([
      '2024-03-25T14:30+00:00',
      '2024-04-03',
      '2024-04-04T09:05+01:00',
    ]);
  });

  it.each<[string, CellValue[][], (string | undefined)[]]>([
    ['the title names it', [['2023年12月客诉登记'], [...HEADER]], ['2023-12-05', '2023-12-06']],
    ['a separator names it', [[...HEADER], ['2022年度']], ['2022-12-05', '2022-12-06']],
    ['nothing names it: the last one before the reading', [[...HEADER]], ['2023-12-05', '2023-12-06']],
  ])('a date without a year: %s', (_, above, expected) => {
    const width = HEADER.length;
    const merges = above.flatMap((cells, at) =>
      cells.length === 1 ? [{ row: at, column: 0, rowCount: 1, columnCount: width }] : [],
    );
    const rows = [row('A-1', '12月5日', '和顺', '', '漏液三箱'), row('A-2', '12月6日', '和顺', '', '少货两箱')];
    const reading = read(makeSheet([...above, ...rows], { merges }));
    expect(reading.rows.map(({ values }) => values.receivedAt)).toEqual(expected);
    expect(reading.findings.filter(({ code }) => code === 'yearAssumed')).toHaveLength(2);
  });

  it('gives a date without a year that of its neighbours', () => {
    const dates = ['2023/12/28', '12月30日', '1月4日', '2024/1/5'];
    const sheet = makeSheet([HEADER, ...dates.map((date, at) => row(`A-${at}`, date, '和顺', '', `第${at}次漏液`))]);
    expect(read(sheet).rows.map(({ values }) => values.receivedAt)).toEqual([
      '2023-12-28',
      '2023-12-30',
      '2024-01-04',
      '2024-01-05',
    ]);
  });

  it('keeps what was typed: long numbers and formulas in words', () => {
    const sheet = makeSheet([
      ['投诉编号', '投诉日期', '订单号', '投诉内容'],
      ['A-1', '2024/3/5', '285103576213918690', '=退货30吨'],
      ['A-2', '2024/3/6', 285103576213918690, '@客服 没人回'],
    ]);
    const { rows, findings: all } = read(sheet);
    const values = (field: Field) => rows.map((each) => each.values[field]);
    expect(values('description')).toEqual(['=退货30吨', '@客服 没人回']);
    expect(values('orderNo')[0]).toBe('285103576213918690');
    expect(all.map(({ code, row: at, column }) => [code, at, column])).toEqual([
      ['formulaLike', 1, 3],
      ['numberCut', 2, 2],
      ['formulaLike', 2, 3],
    ]);
  });

  it('says that the same words of the same customer on one day may be entered twice', () => {
    const sheet = makeSheet([HEADER, good('A-1'), row('A-2', '2024/3/5', '和順超市', '', '漏液 A-1', '', '')]);
    expect(findings(read(sheet))).toEqual([['possibleDuplicate', 2, 4, 'description']]);
  });

  it.each([
    ['the telephone number', ['投诉编号', '投诉日期', '联系电话', '投诉内容'], '13900001111', '+86 139-0000-1111'],
    ['the contact', ['投诉编号', '投诉日期', '联系人', '投诉内容'], '周敏', '周敏'],
  ])('knows who complained twice by %s where no customer is named', (_, header, one, other) => {
    const said = ['漏液', '没人回电', '漏液'];
    const rows = said.map((words, at) => row(`A-${at}`, '2024/3/5', at === 2 ? other : one, words));
    expect(findings(read(makeSheet([header, ...rows])))).toEqual([['possibleDuplicate', 3, 3, 'description']]);
  });

  it('takes two contacts of one name at different customers for two', () => {
    const header = ['投诉编号', '投诉日期', '客户名称', '联系人', '投诉内容'];
    const rows = [row('A-1', '2024/3/5', '和順超市', '周敏', '漏液'), row('A-2', '2024/3/5', '东门店', '周敏', '漏液')];
    expect(findings(read(makeSheet([header, ...rows])))).toEqual([]);
  });

  it('reads the same twice and changes nothing', () => {
    const sheet = makeSheet([HEADER, good('A-1'), good('A-2')]);
    const copy = structuredClone(sheet);
    expect(read(sheet)).toEqual(read(sheet));
    expect(sheet).toEqual(copy);
  });
});

import { describe, expect, it } from 'vitest';
import { atOrigin, rowOrigin } from '../../../core/register/at-origin.ts';
import { chooseLedger } from '../../../core/register/choose-ledger.ts';
import { readRows } from '../../../core/register/read-rows.ts';
import { SheetReading, type CellValue } from '../../../core/register/sheet-reading.ts';
import { makeSheet } from '../../support/make-sheet.ts';

const HEADER = ['日期', '客户名称', '品名', '问题描述', '联系电话', '处理结果'];
const row = (date: CellValue, shop: string, what: string, state?: string): CellValue[] => [
  date,
  shop,
  '酸奶',
  what,
  '13900001111',
  '换货',
  ...(state === undefined ? [] : [state]),
];

const january = makeSheet(
  [['晨露乳品 2024年1月客诉登记'], HEADER, row('1月3日', '东门店', '胀包'), row(1.11, '西门店', '漏液')],
  {
    name: '1月',
  },
);
const february = makeSheet([[], HEADER, row('2月2日', '东门店', '酸败'), row('2月9日', '南门店', '日期不清')], {
  name: '2月',
});
const march = makeSheet(
  [
    ['晨露乳品 2024年3月客诉登记'],
    [...HEADER, '状态'],
    row('3月1日', '北门店', '异味', '处理中'),
    row('2024-03-05', '北门店', '异味', '已结案'),
  ],
  { name: '3月', merges: [{ row: 2, column: 1, rowCount: 2, columnCount: 1 }] },
);
const totals = makeSheet(
  [
    ['月份', '件数'],
    ['1月', 2],
    ['2月', 2],
  ],
  { name: '汇总' },
);

function join(sheets: readonly SheetReading[]) {
  const choice = chooseLedger(sheets);
  const [gathered] = choice.gathered;
  const ledger = choice.ledgers.find(({ sheet }) => sheet === gathered?.name);
  if (gathered === undefined || ledger === undefined) throw new Error('not joined');
  const reading = readRows(gathered, ledger, { zone: 'Asia/Shanghai', asOf: '2025-01-06T12:00+08:00' });
  return { choice, gathered: SheetReading.parse(gathered), ledger, ...reading };
}

describe('a sheet a month', () => {
  it('becomes one list, with the year of each part and the column that came later', () => {
    const { rows, choice, ledger } = join([january, february, march, totals]);
    expect(rows.map(({ values }) => [values.receivedAt, values.status])).toEqual([
      ['2024-01-03', undefined],
      ['2024-01-11', undefined],
      ['2024-02-02', undefined],
      ['2024-02-09', undefined],
      ['2024-03-01', '处理中'],
      ['2024-03-05', '已结案'],
    ]);
    expect(choice.ledgers[0]?.sheet).toBe('1月…3月');
    expect(
      choice.ledgers
        .slice(1)
        .map(({ sheet }) => sheet)
        .sort(),
    ).toEqual(['1月', '2月', '3月']);
    expect(ledger.obstacles.map(({ code }) => code)).toEqual(['severalSheets']);
  });

  it('knows where each row stands, also under a merge', () => {
    const { gathered, rows } = join([january, february, march]);
    expect(rows.map(({ row: at }) => rowOrigin(gathered, at))).toEqual([
      '1月!3',
      '1月!4',
      '2月!3',
      '2月!4',
      '3月!3',
      '3月!4',
    ]);
    expect(rows.at(-1)?.values.customerName).toBe('北门店');
  });

  it('tells duplicates across sheets by their address', () => {
    const again = makeSheet([[], HEADER, row('2024-01-03', '东门店', '胀包'), row('4月9日', '南门店', '结块')], {
      name: '4月',
    });
    const { gathered, findings } = join([january, february, again]);
    const twice = findings
      .filter(({ code }) => code === 'possibleDuplicate')
      .map((finding) => atOrigin(finding, gathered));
    expect(twice).toMatchObject([{ code: 'possibleDuplicateAt', sheet: '4月', row: 2, params: { place: '1月!D3' } }]);
  });

  it('does not join a copy of a sheet, other columns, or a hidden sheet', () => {
    const copy = { ...march, name: '3月 (2)' };
    const other = makeSheet(
      [
        ['编号', '接到日期', '客户', '投诉内容', '原因分析'],
        ['A-1', '2024-1-2', '和顺', '破损', '堆高'],
      ],
      { name: '外贸' },
    );
    expect(chooseLedger([march, copy, other]).gathered).toEqual([]);
    expect(chooseLedger([january, { ...february, visible: false }]).gathered).toEqual([]);
  });
});

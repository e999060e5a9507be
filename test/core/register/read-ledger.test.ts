import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLedger } from '../../../core/register/choose-ledger.ts';
import { LedgerReading } from '../../../core/register/ledger-reading.ts';
import { readRows } from '../../../core/register/read-rows.ts';
import { readLedger } from '../../../core/register/read-ledger.ts';
import type { Area, CellValue, SheetReading } from '../../../core/register/sheet-reading.ts';
import { makeSheet } from '../../support/make-sheet.ts';

const area = (row: number, column: number, rowCount: number, columnCount: number): Area => ({
  row,
  column,
  rowCount,
  columnCount,
});

function ledgerOf(sheet: SheetReading): LedgerReading {
  const reading = readLedger(sheet);
  if (!reading.ok) throw new Error(`refused: ${reading.code}`);
  return LedgerReading.parse(reading.ledger);
}

const HEADER = ['序号', '投诉编号', '投诉日期', '客户名称', '联系电话', '投诉内容', '处理结果', '是否结案'];
const complaint = (number: number, content = '到货少两箱，要求补发'): CellValue[] => [
  number,
  `KS-${String(number).padStart(3, '0')}`,
  45350 + number,
  '城西便民超市',
  '13900001111',
  content,
  '次日补发',
  '是',
];

describe('readLedger, a clean ledger', () => {
  const sheet = makeSheet([HEADER, complaint(1), complaint(2), complaint(3)]);

  it('finds header, rows and columns, and nothing in the way', () => {
    const ledger = ledgerOf(sheet);
    expect(ledger.headerRows).toEqual([0]);
    expect(ledger.dataRows).toEqual([1, 2, 3]);
    expect(ledger.otherRows).toEqual([]);
    expect(ledger.obstacles).toEqual([]);
    expect(ledger.columns.map(({ fields }) => fields[0])).toEqual([
      'sequenceNo',
      'complaintId',
      'receivedAt',
      'customerName',
      'contactPhone',
      'description',
      'solution',
      'status',
    ]);
  });

  it('counts rows and columns on the sheet, wherever the used range begins', () => {
    const shifted: SheetReading = { ...sheet, used: area(4, 2, 4, 8) };
    const ledger = ledgerOf(shifted);
    expect([ledger.headerRows, ledger.firstDataRow, ledger.lastDataRow]).toEqual([[4], 5, 7]);
    expect(ledger.columns[0]).toMatchObject({ column: 2, fields: ['sequenceNo'] });
  });

  it('does not change what it reads', () => {
    const copy = structuredClone(sheet);
    readLedger(sheet);
    expect(sheet).toEqual(copy);
  });
});

describe('readLedger, what stands above and among the complaints', () => {
  it('passes titles, department lines and blank rows', () => {
    const sheet = makeSheet(
      [
        ['和顺食品有限公司客户投诉处理台账'],
        ['编制部门：质量部    表单编号：QR-08-02    单位：元'],
        [],
        HEADER,
        complaint(1),
        complaint(2),
      ],
      { merges: [area(0, 0, 1, 8), area(1, 0, 1, 8)] },
    );
    expect(ledgerOf(sheet)).toMatchObject({ headerRows: [3], dataRows: [4, 5], obstacles: [] });
  });

  it('tells separators, totals, blank rows and repeated headers from complaints', () => {
    const sheet = makeSheet(
      [
        HEADER,
        ['2023年度'],
        complaint(1),
        complaint(2),
        ['', '小计', '2件'],
        [],
        ['2024年度'],
        HEADER,
        complaint(3),
        [4],
        complaint(5),
        ['合计', '', '', '', '', '', '', '4件'],
        ['注：本表每月五日前报质量部。'],
        ['审核：', '', '', '', '制表：王敏'],
      ],
      { merges: [area(1, 0, 1, 8), area(6, 0, 1, 8)] },
    );
    const ledger = ledgerOf(sheet);
    expect(ledger.dataRows).toEqual([2, 3, 8, 10]);
    expect(ledger.otherRows).toEqual([
      { row: 1, kind: 'separator' },
      { row: 4, kind: 'total' },
      { row: 5, kind: 'blank' },
      { row: 6, kind: 'separator' },
      { row: 7, kind: 'repeatedHeader' },
      { row: 9, kind: 'blank' },
    ]);
    expect(ledger.obstacles).toContainEqual({ code: 'otherRows', where: '2, 5, 6, 7, 8 …' });
  });

  it.each([
    ['合计'],
    ['本月小计'],
    ['一季度小计：12 件'],
    ['全年合计：96 件'],
    ['總計'],
    ['Sub-total North depot'],
    ['TOTAL'],
    ['Grand total: 14'],
  ])('a row that only says %s is a total', (words) => {
    const ledger = ledgerOf(makeSheet([HEADER, complaint(1), [words], complaint(2)]));
    expect(ledger.otherRows).toEqual([{ row: 2, kind: 'total' }]);
  });

  it.each([['累计停机三小时，要求赔偿'], ['合计少发 12 箱'], ['注：该批已停产']])(
    'a complaint about %s stays a complaint',
    (words) => {
      expect(ledgerOf(makeSheet([HEADER, complaint(1), complaint(2, words), complaint(3)])).dataRows).toEqual([
        1, 2, 3,
      ]);
    },
  );

  it('takes a sparse row for a complaint as long as it says something of its own', () => {
    const sparse = ['', '', 45360, '', '', '电话里说灰太粗', '', ''];
    expect(ledgerOf(makeSheet([HEADER, complaint(1), sparse, complaint(3)])).dataRows).toEqual([1, 2, 3]);
  });

  it('counts a cell merged down for each of its rows', () => {
    const below = ['', '', 45360, '', '', '又少一箱', '', ''];
    const sheet = makeSheet([HEADER, complaint(1), below, complaint(3)], { merges: [area(1, 3, 2, 1)] });
    const ledger = ledgerOf(sheet);
    expect(ledger.dataRows).toEqual([1, 2, 3]);
    expect(ledger.obstacles).toEqual([{ code: 'mergedCells', where: 'D2:D3' }]);
  });

  it('leaves a small table further down alone', () => {
    const sheet = makeSheet([
      HEADER,
      ...Array.from({ length: 6 }, (_, index) => complaint(index + 1)),
      [],
      ['类别', '件数'],
      ['破损', 3],
      ['少货', 3],
    ]);
    const ledger = ledgerOf(sheet);
    expect(ledger.lastDataRow).toBe(6);
    expect(ledger.obstacles).toEqual([{ code: 'contentBelow', where: 'A9' }]);
  });
});

describe('readLedger, headers of several rows', () => {
  const grouped: CellValue[][] = [
    ['102 年客訴登記總表'],
    ['項次', '受理資訊', '', '客戶資訊', '', '客訴內容', '處理情形', ''],
    ['', '單號', '日期', '姓名', '連絡電話', '', '結果', '結案日期'],
    [1, 'A01', '113/03/05', '黃小姐', '0912-345-678', '插座鬆動', '到府更換', '113/03/08'],
    [2, 'A02', '113/03/06', '陳先生', '0922-345-678', '外殼刮傷', '換新品', '113/03/09'],
  ];
  const expected = [
    ['項次', 'sequenceNo'],
    ['受理資訊 單號', 'complaintId'],
    ['受理資訊 日期', 'receivedAt'],
    ['客戶資訊 姓名', 'customerName'],
    ['客戶資訊 連絡電話', 'contactPhone'],
    ['客訴內容', 'description'],
    ['處理情形 結果', 'solution'],
    ['處理情形 結案日期', 'closedAt'],
  ];
  const mapping = (ledger: LedgerReading) => ledger.columns.map(({ header, fields }) => [header, fields[0]]);

  it('reads groups merged across and single labels merged down', () => {
    const merges = [area(1, 0, 2, 1), area(1, 1, 1, 2), area(1, 3, 1, 2), area(1, 5, 2, 1), area(1, 6, 1, 2)];
    const ledger = ledgerOf(makeSheet(grouped, { merges: [...merges, area(0, 0, 1, 8)] }));
    expect(ledger.headerRows).toEqual([1, 2]);
    expect(mapping(ledger)).toEqual(expected);
    expect(ledger.obstacles[0]).toEqual({ code: 'severalHeaderRows', where: '2–3' });
  });

  it('reads them also where an export has lost the merges', () => {
    const ledger = ledgerOf(makeSheet(grouped));
    expect(ledger.headerRows).toEqual([1, 2]);
    expect(mapping(ledger)).toEqual(expected);
  });

  it.each([
    ['hotlines', ['序号', '投诉日期', '12345工单编号', '12315编号', '投诉内容', '处理结果']],
    [
      'words in two languages',
      [
        'No. 序号',
        'Date and time the complaint was received 投诉受理日期',
        'Customer 客户名称',
        'What the customer says, in their own words 投诉内容',
        'Action taken, by whom and when (see procedure) 处理措施',
        'Status 状态',
      ],
    ],
    ['limits', ['序号', '投诉日期', '客户名称', '首次响应(120分钟内)', '投诉内容', '结案日期(2026-12前)', '处理结果']],
  ])('reads labels that bear %s', (_, header) => {
    const cell = (label: string, row: number): CellValue =>
      /日期/.test(label) ? `2026-03-0${row}` : label.includes('序号') ? row : `文字${row}`;
    const rows = [1, 2, 3, 4, 5].map((row) => header.map((label) => cell(label, row)));
    expect(ledgerOf(makeSheet([header, ...rows])).headerRows).toEqual([0]);
  });

  it('reads labels in two languages with line breaks and spread letters', () => {
    const sheet = makeSheet([
      ['Customer complaint log 客户投诉登记'],
      [
        'No.\n序号',
        'Complaint No.\n投诉编号',
        'Date\n日期',
        'Customer\n客 户',
        'Description\n问 题 描 述',
        'Remark\n备  注',
      ],
      [1, 'C-1', '2024-03-05', 'Oriel', '标签漏贴一箱', ''],
      [2, 'C-2', '2024-03-06', 'Kaede', '外壳刮伤三件', ''],
      [3, 'C-3', '2024-03-07', 'Kaede', '螺丝孔偏移', ''],
    ]);
    const ledger = ledgerOf(sheet);
    expect(ledger.columns.map(({ fields }) => fields[0])).toEqual([
      'sequenceNo',
      'complaintId',
      'receivedAt',
      'customerName',
      'description',
      'remarks',
    ]);
    expect(ledger.columns[4]?.header).toBe('Description 问 题 描 述');
  });
});

describe('readLedger, obstacles', () => {
  const rows = [HEADER, complaint(1), complaint(2)];
  const codes = (sheet: SheetReading) => ledgerOf(sheet).obstacles.map(({ code }) => code);

  it.each<[string, SheetReading, string[]]>([
    ['a filter', makeSheet(rows, { autoFilter: area(0, 0, 3, 8) }), ['autoFilter']],
    ['protection', makeSheet(rows, { isProtected: true }), ['protected']],
    ['days from 1904', makeSheet(rows, { date1904: true }), ['date1904']],
    [
      'two columns of one name',
      makeSheet(rows.map((row, at) => [...row, at === 0 ? '联系电话' : ''])),
      ['duplicateHeaders'],
    ],
    [
      'a column without name',
      makeSheet(rows.map((row, at) => [...row.slice(0, 6), at === 0 ? '' : 'x', ...row.slice(6)])),
      ['emptyHeader'],
    ],
    [
      'a table over half of it',
      makeSheet(rows, { tables: [{ name: 'T', area: area(0, 0, 3, 4), hasHeaders: true, hasTotals: false }] }),
      ['otherTable'],
    ],
    [
      'a table exactly over it is none',
      makeSheet(rows, {
        autoFilter: area(0, 0, 3, 8),
        tables: [{ name: 'T', area: area(0, 0, 3, 8), hasHeaders: true, hasTotals: false }],
      }),
      [],
    ],
    [
      'a header that is calculated',
      {
        ...makeSheet(rows),
        formulas: rows.map((row, at) => row.map((_, column) => (at === 0 && column === 2 ? '=B9' : ''))),
      },
      ['formulaHeader'],
    ],
    ['a signature line right below', makeSheet([...rows, ['审核：', '', '', '', '制表：']]), ['contentBelow']],
  ])('%s', (_, sheet, expected) => {
    expect(codes(sheet)).toEqual(expected);
  });
});

describe('readLedger, refusals', () => {
  it.each<[string, SheetReading]>([
    ['emptySheet', makeSheet([])],
    ['noHeader', makeSheet([['1. 受理时间精确到分钟。'], ['2. 办结后三个工作日内回访。']])],
    [
      'noHeader',
      makeSheet([
        ['月份', '件数'],
        ['1月', 8],
        ['2月', 4],
      ]),
    ],
    // Rows without a header, of which one reads much like one.
    [
      'noHeader',
      makeSheet([
        ['2026-03-02', '13800000001', '电话', '张三', '包装破损', '退货', '处理中'],
        ['2026-03-03', '13800000002', '电话', '顾客', '投诉', '解决方案', '状态'],
        ['2026-03-05', '13800000003', '来访', '李四', '漏水，要求换新', '换货', '已结案'],
        ['2026-03-09', '13800000004', '电话', '王五', '颜色不一致', '退货', '处理中'],
      ]),
    ],
    ['noDataRows', makeSheet([['客户投诉台账'], HEADER])],
    [
      'notAComplaintLedger',
      makeSheet([
        ['投诉类别', '责任部门', '处理时限(日)'],
        ['质量', '质控部', 7],
        ['服务', '客服部', 3],
      ]),
    ],
    [
      'notAComplaintLedger',
      makeSheet([
        ['姓名', '部门', '电话'],
        ['王敏', '质量部', '8012'],
        ['李强', '物流部', '8021'],
      ]),
    ],
  ])('%s', (code, sheet) => {
    expect(readLedger(sheet)).toEqual({ ok: false, code, sheet: sheet.name });
  });

  it('a form with one complaint on the sheet', () => {
    const form = makeSheet([
      ['客户投诉处理单'],
      ['投诉人', '沈浩', '房号', '5-1102', '联系方式', '13900001111'],
      ['接诉时间', '2024年4月6日', '', '接诉人', '吴婷', ''],
      ['投诉分类', '绿化（√） 噪音（  ）'],
      ['投诉内容', '一楼窗前打药不通知'],
      ['业主要求', '提前公告'],
      ['原因调查', '排班未通知'],
      ['处理结果', '道歉并公告'],
      ['责任部门', '环境部', '处理人', '许队', '完成日期', '2024年4月9日'],
    ]);
    expect(readLedger(form)).toMatchObject({ ok: false, code: 'oneFormPerSheet' });
  });
});

describe('chooseLedger', () => {
  const ledger = makeSheet([HEADER, complaint(1), complaint(2)], { name: '台账' });
  const longer = makeSheet([HEADER, ...Array.from({ length: 30 }, (_, at) => complaint(at + 1))], { name: '2024' });
  const lookup = makeSheet(
    [
      ['类别', '部门'],
      ['质量', '质控部'],
    ],
    { name: '对照' },
  );
  const hidden = { ...longer, name: '备份', visible: false };

  it('puts the likeliest first and says why the others are none', () => {
    const choice = chooseLedger([lookup, ledger, hidden, longer]);
    expect(choice.ledgers.map(({ sheet }) => sheet)).toEqual(['2024', '台账', '备份']);
    expect(choice.refusals).toMatchObject([{ sheet: '对照' }]);
  });

  it('takes the sheet that is asked for', () => {
    expect(chooseLedger([longer, ledger], ' 台账 ').ledgers.map(({ sheet }) => sheet)).toEqual(['台账']);
  });

  it('says why the sheet asked for is none', () => {
    expect(chooseLedger([longer, lookup], '对照')).toMatchObject({ ledgers: [], refusals: [{ sheet: '对照' }] });
    expect(chooseLedger([longer], '台帐')).toEqual({
      ledgers: [],
      gathered: [],
      refusals: [{ ok: false, code: 'noSuchSheet', sheet: '台帐' }],
    });
  });
});

describe('readLedger, any sheet', () => {
  it('answers with a ledger that holds together or with a reason', () => {
    const label = fc.constantFrom(...HEADER, '日期', 'Complaint', '合计', '2024年', '联系人/电话', '', '', '');
    const cell: fc.Arbitrary<CellValue> = fc.oneof(label, fc.string(), fc.integer(), fc.constant(45356), fc.boolean());
    const merge = fc.record({
      row: fc.nat(8),
      column: fc.nat(6),
      rowCount: fc.integer({ min: 1, max: 2_000_000 }),
      columnCount: fc.integer({ min: 1, max: 20_000 }),
    });
    const rows = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 });
    fc.assert(
      fc.property(rows, fc.array(merge, { maxLength: 3 }), (values, merges) => {
        const sheet = makeSheet(values, { merges });
        const reading = readLedger(sheet);
        if (!reading.ok) return;
        const ledger = LedgerReading.parse(reading.ledger);
        expect(ledger.dataRows).toEqual([...new Set(ledger.dataRows)].sort((left, right) => left - right));
        expect(ledger.dataRows[0]).toBe(ledger.firstDataRow);
        expect(ledger.dataRows.at(-1)).toBe(ledger.lastDataRow);
        const other = new Set(ledger.otherRows.map(({ row }) => row));
        expect(ledger.dataRows.filter((row) => other.has(row) || ledger.headerRows.includes(row))).toEqual([]);
        readRows(sheet, ledger, { zone: 'Asia/Shanghai', asOf: '2024-06-30' });
      }),
      { numRuns: 500 },
    );
  });
});

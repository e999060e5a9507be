import * as XLSX from 'xlsx';

type Cell = string | number | { value: number; format: string } | { formula: string; value: number };

/** A sheet of a workbook under test: rows from the top, merged areas, column widths in characters. */
export interface FixtureSheet {
  name: string;
  rows: (Cell | null)[][];
  merges?: string[];
  widths?: number[];
}

/** Builds a real .xlsx from plain rows, as a team's own ledger would be: true dates, numbers, text, formulas, merges. */
export function workbookOf(sheets: FixtureSheet[]): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const { name, rows, merges = [], widths } of sheets) {
    const sheet: XLSX.WorkSheet = {};
    rows.forEach((row, r) =>
      row.forEach((cell, c) => {
        if (cell !== null) sheet[XLSX.utils.encode_cell({ r, c })] = cellOf(cell);
      }),
    );
    sheet['!ref'] = XLSX.utils.encode_range({
      s: { r: 0, c: 0 },
      e: { r: rows.length - 1, c: Math.max(...rows.map((row) => row.length)) - 1 },
    });
    sheet['!merges'] = merges.map((area) => XLSX.utils.decode_range(area));
    if (widths !== undefined) sheet['!cols'] = widths.map((wch) => ({ wch }));
    XLSX.utils.book_append_sheet(book, sheet, name);
  }
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

function cellOf(cell: Cell): XLSX.CellObject {
  if (typeof cell === 'string') return { t: 's', v: cell };
  if (typeof cell === 'number') return { t: 'n', v: cell };
  if ('formula' in cell) return { t: 'n', v: cell.value, f: cell.formula };
  return { t: 'n', v: cell.value, z: cell.format };
}

const HEADERS = [
  '序号',
  '投诉日期',
  '客户名称',
  '联系人',
  '联系电话',
  '产品名称',
  '批号',
  '投诉内容',
  '处理情况',
  '完成日期',
  '备注',
];
const day = (value: number) => ({ value, format: 'yyyy-mm-dd' });

/** A clean ledger below two merged title rows: dates partly true dates, partly text; an id with leading zeros; two sheets beside it. */
export function cleanLedger(rows = 12): Uint8Array {
  const customers = ['江苏宏盛建材有限公司', '中交二航局第三项目部', '浙江金桥混凝土有限公司'];
  const complaints = ['到货细度超标，45μm 筛余 28%，要求退货', '车辆晚到四小时，现场停工', '重量短少 1.2 吨，要求补发'];
  const data = Array.from({ length: rows }, (_, index): (Cell | null)[] => [
    index + 1,
    index % 3 === 1 ? `2026年9月${(index % 28) + 1}日` : day(46_266 + (index % 28)),
    customers[index % 3] ?? '',
    ['王建国', '李工', '陈敏'][index % 3] ?? '',
    `1381234${String(5_000 + index)}`,
    'F类Ⅱ级粉煤灰',
    `00${String(index + 1)}`,
    complaints[index % 3] ?? '',
    index < rows - 3 ? '已派人取样复检，客户认可' : null,
    index < rows - 3 ? day(46_270 + (index % 28)) : null,
    index === 2 ? '=不是公式' : null,
  ]);
  const last = rows + 4;
  return workbookOf([
    {
      name: '2026年投诉',
      rows: [['粉煤灰客户投诉台账（2026年）'], ['编制单位：质量管理部'], [], HEADERS, ...data],
      merges: ['A1:K1', 'A2:K2'],
      widths: [6, 12, 24, 10, 14, 16, 10, 40, 30, 12, 12],
    },
    { name: '填写说明', rows: [['每条投诉填一行'], ['日期写成 2026-09-03']] },
    {
      name: '统计',
      rows: [
        ['投诉总数', { formula: `COUNTA('2026年投诉'!C5:C${String(last)})`, value: rows }],
        ['批号数', { formula: `COUNTA('2026年投诉'!G5:G${String(last)})`, value: rows }],
      ],
    },
  ]);
}

/** The same with a subtotal and a merged separator between the rows: it cannot become a table where it stands. */
export function brokenUpLedger(): Uint8Array {
  const row = (index: number): (Cell | null)[] => [
    index,
    day(46_266 + index),
    '江苏宏盛建材有限公司',
    '王建国',
    `1381234${String(5_000 + index)}`,
    'F类Ⅱ级粉煤灰',
    `00${String(index)}`,
    '到货细度超标，要求退货',
    null,
    null,
    null,
  ];
  return workbookOf([
    {
      name: '投诉登记',
      rows: [
        ['客户投诉登记表'],
        HEADERS,
        ['2026年1月'],
        row(1),
        row(2),
        ['小计', null, '2 起'],
        ['2026年2月'],
        row(3),
        row(4),
        row(5),
        ['合计', null, '5 起'],
      ],
      merges: ['A1:K1', 'A3:K3', 'A7:K7'],
    },
  ]);
}

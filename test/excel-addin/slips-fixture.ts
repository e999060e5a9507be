import { workbookOf, type FixtureSheet } from './ledger-fixture.ts';

const HEADERS = ['投诉日期', '客户名称', '联系电话', '产品名称', '批号', '投诉内容', '责任部门', '数量', '完成日期'];
const day = (value: number) => ({ value, format: 'yyyy-mm-dd' });
const DEPARTMENTS = ['质检部', '物流部', '生产部', '质检部'];
const COMPLAINTS = ['细度超标，要求退货', '车辆晚到四小时，现场停工', '重量短少，要求补发', '包装破损，粉料受潮结块'];

const NAMES = [
  ['现用名称', '规范名称'],
  ['质检部', '质控部'],
  ['物流部', '质控部'],
  ['化验室', '质控部'],
  ['生产科', '生产部'],
];

/**
 * A ledger of 24 rows with slips that can be put right: a blank behind a name, 同上, spellings, numbers kept as text, a row
 * doubled. `hasList`: beside it a list of names of departments.
 */
export function ledgerWithSlips(hasList = false): Uint8Array {
  const rows: FixtureSheet['rows'] = Array.from({ length: 24 }, (_, index) => [
    day(46_266 + index),
    ['江苏宏盛建材有限公司', '中交二航局第三项目部', '浙江金桥混凝土有限公司'][index % 3] ?? '',
    `1381234${String(5_000 + index)}`,
    'F类粉煤灰',
    `FA2026${String(1_000 + index)}`,
    COMPLAINTS[index % 4] ?? '',
    DEPARTMENTS[index % 4] ?? '',
    10 + index,
    index < 20 ? day(46_270 + index) : null,
  ]);
  const put = (row: number, column: number, value: FixtureSheet['rows'][number][number]) => {
    const cells = rows[row];
    if (cells) cells[column] = value;
  };
  put(2, 1, '浙江金桥混凝土有限公司  ');
  put(5, 6, '同上');
  put(7, 6, '質檢部');
  put(9, 6, '质 检部');
  put(11, 7, '21');
  put(13, 7, '２３');
  // The same customer, batch and words two days later.
  put(15, 1, '江苏宏盛建材有限公司');
  put(15, 4, 'FA20261012');
  put(15, 5, '细度超标，要求退货，请尽快处理');
  put(12, 5, '细度超标，要求退货，请尽快答复');
  put(12, 4, 'FA20261012');
  // Closed before it was received.
  put(17, 8, day(46_200));
  if (hasList) put(22, 6, '质控部');
  return workbookOf([
    { name: '投诉台账', rows: [HEADERS, ...rows], widths: [12, 24, 14, 12, 14, 40, 12, 8, 12] },
    ...(hasList ? [{ name: '部门对照', rows: NAMES }] : []),
  ]);
}

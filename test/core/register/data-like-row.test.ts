import { describe, expect, it } from 'vitest';
import { isDataLikeRow } from '../../../core/register/data-like-row.ts';
import { readLedger } from '../../../core/register/read-ledger.ts';
import { sheetGrid } from '../../../core/register/sheet-grid.ts';
import type { CellValue } from '../../../core/register/sheet-reading.ts';
import { makeSheet } from '../../support/make-sheet.ts';

const isData = (...rows: CellValue[][]) => isDataLikeRow(sheetGrid(makeSheet(rows)), 0);

describe('isDataLikeRow', () => {
  it.each<[string, CellValue[][], boolean]>([
    [
      'labels',
      [
        ['途径', '时间', '姓名'],
        ['热线', 45000, '张三'],
      ],
      false,
    ],
    [
      'dates and phones',
      [
        ['热线', 45000, '13900001111'],
        ['热线', 45001, ''],
      ],
      true,
    ],
    [
      'words that come again below',
      [
        ['热线', '张三', '办结'],
        ['热线', '李四', '办结'],
      ],
      true,
    ],
    [
      'a header printed again below',
      [
        ['途径', '姓名', '状态'],
        ['热线', '张三', '办结'],
        ['途径', '姓名', '状态'],
      ],
      false,
    ],
    [
      'one number among labels',
      [
        ['途径', '姓名', '状态', 1],
        ['热线', '张三', '办结', 2],
      ],
      false,
    ],
    [
      'a single cell',
      [
        ['2025年', '', ''],
        ['热线', '张三', '办结'],
      ],
      false,
    ],
  ])('%s', (_, rows, wanted) => {
    expect(isData(...rows)).toBe(wanted);
  });

  it('keeps the first complaint out of a header of groups and parts, also where it leaves a cell blank', () => {
    const group = ['序号', '受理信息', '', '乘客信息', '', '事件', '', '核处', '', '回访评价'];
    const part = ['', '受理途径', '受理时刻', '诉求人', '回访号码', '反映事项', '诉求', '办理结果', '进度', ''];
    const row = (no: number): CellValue[] => [
      no,
      '来信',
      45600 + no,
      '金鹏',
      '0716-7012231',
      '甩站',
      '',
      '记过',
      '办结',
      '满意',
    ];
    const merges = [
      { row: 0, column: 0, rowCount: 2, columnCount: 1 },
      { row: 0, column: 9, rowCount: 2, columnCount: 1 },
      ...[1, 3, 5, 7].map((column) => ({ row: 0, column, rowCount: 1, columnCount: 2 })),
    ];
    const reading = readLedger({ ...makeSheet([group, part, row(1), row(2), row(3)]), merges });
    if (!reading.ok) throw new Error(reading.code);
    expect(reading.ledger.headerRows).toEqual([0, 1]);
    expect(reading.ledger.columns.map(({ fields }) => fields[0] ?? null)).toEqual([
      'sequenceNo',
      'channel',
      'receivedAt',
      'customerName',
      'contactPhone',
      'description',
      'demand',
      'solution',
      'status',
      'satisfaction',
    ]);
  });
});

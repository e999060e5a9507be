import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../core/register/finding.ts';
import { findingWords } from '../../../core/register/finding-text.ts';
import { readLedger } from '../../../core/register/read-ledger.ts';
import { readRows } from '../../../core/register/read-rows.ts';
import type { CellValue } from '../../../core/register/sheet-reading.ts';
import { makeSheet } from '../../support/make-sheet.ts';

const HEADER = ['编号', '投诉日期', '客户名称', '联系电话', '数量', '投诉类别', '投诉内容', '责任部门', '状态', '备注'];
const DAYS = ['2024-03-01', '2024-03-02', '2024-03-04', '2024-03-05', '2024-03-07', '2024-03-08', '2024-03-09'];
const CATEGORIES = ['破损', '漏发', '破损', '错发', '破损', '漏发'];

/** A clean ledger of 20 rows, changed in some cells: by row from 0 and column. */
function findingsWith(changes: [row: number, column: number, value: CellValue][]): Finding[] {
  const rows: CellValue[][] = Array.from({ length: 20 }, (_, at) => [
    `K${100 + at}`,
    DAYS[Math.floor(at / 3)] ?? '',
    `客户${String.fromCharCode(65 + at)}`,
    `139000011${10 + at}`,
    at + 1,
    CATEGORIES[at % 6] ?? '',
    `第${at}箱到货时外箱破了，里面也碎`,
    at % 2 === 0 ? '仓储部' : '物流部',
    at < 15 ? '已结案' : '处理中',
    '',
  ]);
  for (const [row, column, value] of changes) rows[row]?.splice(column, 1, value);
  const sheet = makeSheet([HEADER, ...rows]);
  const reading = readLedger(sheet);
  if (!reading.ok) throw new Error(reading.code);
  return readRows(sheet, reading.ledger, { zone: 'Asia/Shanghai', asOf: '2024-06-30T12:00+08:00' }).findings;
}

describe('findings in cells', () => {
  it('has nothing to say about a clean ledger', () => {
    expect(findingsWith([])).toEqual([]);
  });

  it.each<[string, number, CellValue, string, string | number | undefined]>([
    ['a blank behind a name', 2, '客户甲 ', 'strayBlanks', '客户甲'],
    ['an ideographic blank behind a name', 2, '客户甲　', 'strayBlanks', '客户甲'],
    ['full-width digits in a date', 1, '２０２４-03-02', 'fullWidth', '2024-03-02'],
    ['a number kept as text', 4, '12', 'numberAsText', 12],
    ['a number with its unit among numbers', 4, '8 pcs', 'numberAsText', 8],
    ['a dash for a department that every row names', 7, '/', 'undecided', undefined],
    ['text like a formula', 9, '=退货30箱', 'formulaLike', undefined],
    ['an emoticon like a formula', 6, '=_= 又破了，第4箱', 'formulaLike', undefined],
    ['a mention', 9, '@仓库 老周 跟进', 'formulaLike', undefined],
    ['ditto', 2, '〃', 'ditto', '客户C'],
    ['同上', 2, '同上', 'ditto', '客户C'],
    ...[
      '-do-',
      'Do.',
      '(同上)',
      '— 〃 —',
      'same as above',
      'as above',
      'do-',
      '上同',
      '〞',
      ',,',
      '"" ',
      '同上一案',
      'Ditto.',
    ].map((text): [string, number, CellValue, string, string] => [text, 2, text, 'ditto', '客户C']),
    ['a misspelt category', 5, '破捐', 'misspelled', '破损'],
    ['a misspelt status', 8, '己结案', 'misspelled', '已结案'],
    ['an undecided category', 5, '待定', 'undecided', undefined],
    ['an undecided department', 7, '?', 'undecided', undefined],
    ['a missing number', 3, '', 'missingContact', undefined],
    ['a dash for a number', 3, '/', 'missingContact', undefined],
  ])('tells %s', (_, column, value, code, fix) => {
    const found = findingsWith([[3, column, value]]);
    expect(found.map((each) => [each.code, each.row, each.column, each.fix?.value])).toEqual([[code, 4, column, fix]]);
    for (const locale of ['zh-CN', 'zh-TW', 'en'] as const)
      for (const finding of found) expect(findingWords(finding, locale)).not.toMatch(/[{}]|register\./);
  });

  it.each<[string, number, CellValue]>([
    ['a dash', 9, '-'],
    ['dashes', 9, '---'],
    ['a negative number', 9, '-5'],
    ['a number abroad', 3, '+44 7700 900123'],
    ['a quantity with its unit', 4, '约12箱'],
    ['a note that ends with a line break', 9, '已回访\n'],
    ['a category of its own', 5, '受潮'],
    ...['Do', 'Sameer', '同心公司', 'Above Board Ltd'].map((name): [string, number, CellValue] => [name, 2, name]),
  ])('does not mind %s', (_, column, value) => {
    expect(findingsWith([[3, column, value]])).toEqual([]);
  });

  it('minds no missing number where many rows have none', () => {
    const blank = [1, 3, 5, 7, 9, 11, 13].map((row): [number, number, CellValue] => [row, 3, '']);
    expect(findingsWith(blank)).toEqual([]);
  });

  it('counts numbers with stars for numbers', () => {
    const hidden = Array.from({ length: 12 }, (_, row): [number, number, CellValue] => [row, 3, '139****4717']);
    expect(findingsWith([...hidden, [15, 3, '']]).map(({ code, row }) => [code, row])).toContainEqual([
      'missingContact',
      16,
    ]);
  });

  it('sees day and month swapped by the rows around', () => {
    const [found] = findingsWith([[10, 1, '2024-05-03']]);
    expect([found?.code, found?.row, found?.fix?.value]).toEqual(['swappedDate', 11, '2024-03-05']);
  });

  it('takes a date for right that follows the row above and goes before the row below', () => {
    expect(findingsWith([[0, 1, '2024-02-03']])).toEqual([]);
    expect(
      findingsWith([...[0, 1, 2, 3].map((row): [number, number, CellValue] => [row, 1, `2024-01-0${row + 2}`])]),
    ).toEqual([]);
  });

  it('leaves a late entry alone that fits nowhere when swapped', () => {
    expect(findingsWith([[10, 1, '2024-01-11']])).toEqual([]);
  });
});

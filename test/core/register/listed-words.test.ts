import { describe, expect, it } from 'vitest';
import { listedWords } from '../../../core/register/listed-words.ts';
import { readLedger } from '../../../core/register/read-ledger.ts';
import { readRows } from '../../../core/register/read-rows.ts';
import { makeSheet } from '../../support/make-sheet.ts';

describe('the lists of a workbook', () => {
  const departments = ['仓储部', '物流部', '仓储部', '质控部'];
  const rows = Array.from({ length: 20 }, (_, at) => [
    `K-${at}`,
    `2024-03-${String(at + 1).padStart(2, '0')}`,
    `客户${at}`,
    `第${at}箱破损，要求补发`,
    at === 7 ? '火星组' : (departments[at % 4] ?? ''),
  ]);
  const ledger = makeSheet([['编号', '投诉日期', '客户名称', '投诉内容', '责任部门'], ...rows], { name: '台账' });
  const list = makeSheet([['部门'], ['仓储部'], ['物流部'], ['质控部'], ['财务部']], { name: '名单' });
  const cities = makeSheet([['城市'], ['上海'], ['苏州'], ['杭州']], { name: '城市' });

  it('belong to the field that is written in their words; a stranger among them is told', () => {
    const reading = readLedger(ledger);
    if (!reading.ok) throw new Error(reading.code);
    const lists = listedWords([ledger, list, cities], ledger, reading.ledger);
    expect([...lists].map(([field, words]) => [field, words.has('财务部'), words.has('上海')])).toEqual([
      ['responsibleDept', true, false],
    ]);
    const context = { zone: 'Asia/Shanghai', asOf: '2024-06-30T12:00+08:00' };
    const codes = (found: typeof lists) =>
      readRows(ledger, reading.ledger, { ...context, lists: found }).findings.map(({ code, row }) => [code, row]);
    expect(codes(lists)).toEqual([['notListed', 8]]);
    expect(codes(new Map())).toEqual([]);
  });

  it('have their words in two languages', () => {
    const reading = readLedger(ledger);
    if (!reading.ok) throw new Error(reading.code);
    const both = makeSheet(
      [
        ['Code', '部门', 'Department', '部门（旧）'],
        ['D1', '仓储部', 'Warehouse', '仓库'],
        ['D2', '储运', '物流部', '运输'],
        ['D3', '质检', '质控部', '品管'],
      ],
      { name: '名单' },
    );
    const words = listedWords([ledger, both], ledger, reading.ledger).get('responsibleDept');
    expect(['Warehouse', '储运', '品管'].map((word) => words?.has(word))).toEqual([true, true, false]);
  });
});

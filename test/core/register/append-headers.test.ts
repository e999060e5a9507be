import { describe, expect, it } from 'vitest';
import { matchHeaders } from '../../../core/register/match-headers.ts';
import type { RegisterColumn } from '../../../core/register/register-plan.ts';

const column = (header: string, role: RegisterColumn['role']): RegisterColumn => ({
  role,
  header,
  fields: [],
  part: 'whole',
  numberFormat: null,
  width: null,
  list: null,
});
const REMEMBERED = [
  column('投诉日期', 'user:0'),
  column('客户 名称', 'user:1'),
  column('投诉内容', 'user:2'),
  column('登记编号', 'number'),
  column('来源标识', 'origin'),
];
const ID = '01JD0000000000000000000000';
const rolesOf = (header: string[], rows: string[][] = []) =>
  matchHeaders(REMEMBERED, header, rows).columns.map(({ role, header: name }) =>
    REMEMBERED.some((known) => known.role === role) ? role : `? ${name}`,
  );

describe('finding the register’s columns again', () => {
  it('follows moved columns, whatever their spacing and width', () => {
    expect(rolesOf(['来源标识', '客户名称', '登记编号', '投诉\n日期', '投诉内容'])).toEqual([
      'origin',
      'user:1',
      'number',
      'user:0',
      'user:2',
    ]);
  });

  it('takes an unknown header for a renamed column when both neighbours leave no other choice', () => {
    const found = matchHeaders(REMEMBERED, ['投诉日期', '单位', '投诉内容', '登记编号', '来源标识'], []);
    expect(found.columns.map(({ role }) => role)).toEqual(REMEMBERED.map(({ role }) => role));
    expect(found.columns[1]?.header).toBe('单位');
    expect(found.renamed).toEqual([{ from: '客户 名称', to: '单位' }]);
    expect(found.missing).toEqual([]);
  });

  it('takes several renamed columns by place when all others stand where they stood', () => {
    expect(rolesOf(['日期', '单位', '投诉内容', '登记编号', '来源标识'])).toEqual(REMEMBERED.map(({ role }) => role));
  });

  it('does not guess when columns were moved as well', () => {
    expect(rolesOf(['投诉内容', '单位', '投诉日期', '登记编号', '来源标识'])).toEqual([
      'user:2',
      '? 单位',
      'user:0',
      'number',
      'origin',
    ]);
  });

  it('leaves a new column alone and says what is gone', () => {
    const found = matchHeaders(REMEMBERED, ['投诉日期', '客户名称', '经办', '投诉内容', '登记编号', '来源标识'], []);
    expect(found.columns[2]).toMatchObject({ header: '经办', fields: [] });
    expect(found.missing).toEqual([]);
    expect(new Set(found.columns.map(({ role }) => role)).size).toBe(6);
    const without = matchHeaders(REMEMBERED, ['投诉日期', '投诉内容', '登记编号', '来源标识'], []);
    expect(without.missing.map(({ header }) => header)).toEqual(['客户 名称']);
  });

  it('takes a renamed origin column only if it holds ids and nothing else', () => {
    const header = ['投诉日期', '客户名称', '投诉内容', '登记编号', 'ID'];
    expect(rolesOf(header, [['', '', '', '', ID]]).at(-1)).toBe('origin');
    expect(rolesOf(header, [['', '', '', '', '已电话联系']]).at(-1)).toBe('? ID');
  });
});

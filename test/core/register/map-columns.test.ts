import { describe, expect, it } from 'vitest';
import { mapColumns, mapHeaders } from '../../../core/register/map-columns.ts';
import { primaryColumns } from '../../../core/register/primary-columns.ts';
import type { CellValue } from '../../../core/register/sheet-reading.ts';

const columns = (source: Record<string, CellValue[]>, format = 'General') =>
  mapColumns(
    Object.entries(source).map(([header, values], column) => ({
      column,
      labels: header.split(' / '),
      cells: values.map((value) => ({ value, format: typeof value === 'number' ? format : '@', formula: '' })),
    })),
  );
const fields = (source: Record<string, CellValue[]>, format?: string) =>
  columns(source, format).map((column) => column.fields.join('+') + (column.part === 'whole' ? '' : `:${column.part}`));

describe('mapHeaders', () => {
  it('keeps the headers in order and leaves unknown ones unmapped, without confidence', () => {
    const mapped = mapHeaders(['序号', '机台', '投诉内容']);
    expect(mapped.map(({ column, header }) => [column, header])).toEqual([
      [0, '序号'],
      [1, '机台'],
      [2, '投诉内容'],
    ]);
    expect(mapped[1]).toMatchObject({ fields: [], reason: 'none', confidence: 0 });
    expect(mapped[2]?.confidence).toBeGreaterThan(0.9);
  });

  it('gives 处理时间 to the closing, unless another column is the closing', () => {
    expect(mapHeaders(['投诉日期', '处理时间']).map((column) => column.fields)).toEqual([['receivedAt'], ['closedAt']]);
    const [, handled, closed] = mapHeaders(['投诉日期', '处理时间', '结案日期']);
    expect(handled).toMatchObject({ fields: ['firstResponseAt'], reason: 'neighbour' });
    expect(closed).toMatchObject({ fields: ['closedAt'], reason: 'header' });
  });

  it('takes the complainant for the contact where the customer has a column', () => {
    expect(mapHeaders(['客户名称', '投诉人']).map((column) => column.fields[0])).toEqual([
      'customerName',
      'contactName',
    ]);
    expect(mapHeaders(['投诉人', '投诉内容']).map((column) => column.fields[0])).toEqual([
      'customerName',
      'description',
    ]);
  });

  it('trusts one of several columns of a field', () => {
    const mapped = mapHeaders(['省', '市', '县', '投诉内容']);
    expect(mapped.slice(0, 3).map((column) => column.fields)).toEqual([['region'], ['region'], ['region']]);
    expect(primaryColumns(mapped).get('region')?.whole.header).toBe('省');
    expect(mapped[1]?.confidence).toBeLessThan(mapped[0]?.confidence ?? 0);
  });
});

describe('mapColumns', () => {
  it('asks the values what 投诉来源 means', () => {
    expect(fields({ 投诉来源: ['电话', '微信', '现场', '12315'] })).toEqual(['channel']);
    expect(fields({ 投诉来源: ['宏远机械有限公司', '青禾商贸', '恒达建材厂', '李建国'] })).toEqual(['customerName']);
  });

  it('asks the values what State means', () => {
    expect(fields({ State: ['open', 'closed', 'done', 'closed'] })).toEqual(['status']);
    expect(fields({ State: ['Ohio', 'Texas', 'Iowa', 'Utah'] })).toEqual(['region']);
  });

  it('tells a date of closing from a mark of closing', () => {
    expect(fields({ Closed: ['2024-03-05', '2024-03-09', '2024-04-01'] })).toEqual(['closedAt']);
    expect(fields({ Closed: ['Y', 'N', 'Y', 'Y'] })).toEqual(['status']);
  });

  it('joins date and time of one event', () => {
    const values = {
      'Date logged': [45356, 45357, 45358],
      Time: ['14:30', '9.15am', '3pm'],
      Problem: ['Leaks at the seam', 'Will not start', 'Wrong part'],
    };
    expect(fields(values, 'dd/mm/yyyy')).toEqual(['receivedAt:date', 'receivedAt:time', 'description']);
    expect(fields({ 投诉日期: ['2024/3/5', '2024/3/6', '2024/3/7'], 投诉时间: ['14:30', '下午3点', '9:05'] })).toEqual([
      'receivedAt:date',
      'receivedAt:time',
    ]);
  });

  it('does not take two whole times for parts', () => {
    const moments = ['2024/3/5 14:30', '2024/3/6 9:05', '2024/3/7 10:00'];
    expect(fields({ 投诉日期: ['2024/3/5', '2024/3/6', '2024/3/7'], 创建时间: moments })).toEqual([
      'receivedAt',
      'receivedAt',
    ]);
  });

  it('does not believe a header against its values', () => {
    const [phone] = columns({ 投诉内容: ['2024-03-05', '2024-03-06', '2024-03-07', '2024-03-08'] });
    expect(phone?.confidence).toBeLessThan(0.5);
  });

  it('guesses what no header claims, with little confidence', () => {
    const mapped = columns({
      A: ['li@x.example', 'wang@y.example', 'zhao@z.example', 'qian@z.example', 'sun@z.example'],
      B: ['13900001111', '13900002222', '13900003333', '13900004444', '0571-88886666'],
      机台: ['1', '2', '3', '4', '5'],
    });
    expect(mapped.map((column) => [column.fields[0], column.reason])).toEqual([
      ['contactEmail', 'values'],
      ['contactPhone', 'values'],
      [undefined, 'none'],
    ]);
  });

  it('reads a word that says little with its group', () => {
    expect(fields({ '受理信息 / 时间': [], '受理信息 / 人员': [], '办结 / 时间': [] })).toEqual([
      'receivedAt',
      'receivedBy',
      'closedAt',
    ]);
  });

  it('keeps two of different kinds in one cell, of one kind only the first', () => {
    expect(fields({ '联系人/电话': ['蒋志刚 13600000039', '许总13900004564', '郑海燕 13600001193'] })).toEqual([
      'contactName+contactPhone',
    ]);
    expect(fields({ '门店/经销商': ['万家乐', '红旗路店', '鲜多多'], 品名: ['豆腐', '豆干', '豆浆'] })).toEqual([
      'customerName',
      'productName',
    ]);
  });
});

describe('mapColumns, a name beside a name', () => {
  it('takes the person of one cell for whom to call where another column names the customer', () => {
    expect(fields({ 经销商: [], '养殖户/电话': [], 问题描述: [] })).toEqual([
      'customerName',
      'contactName+contactPhone',
      'description',
    ]);
    expect(fields({ '养殖户/电话': [], 问题描述: [] })[0]).toBe('customerName+contactPhone');
  });
});

describe('mapColumns, values against the label', () => {
  const many = (value: CellValue) => Array.from({ length: 6 }, () => value);

  it('takes no phone column without a phone in it', () => {
    expect(
      fields({ 投诉日期: many(45300), 投诉内容: many('到货少两箱，要求补发'), 热线: many('96160热线') })[2],
    ).not.toBe('contactPhone');
  });

  it('takes a result that only says whether it is done for the status', () => {
    const source = { 投诉内容: many('到货少两箱，要求补发'), 答复内容: many('次日补发两箱'), 办理结果: many('已办结') };
    expect(fields(source)).toEqual(['description', 'solution', 'status']);
    expect(mapHeaders(['处理结果', '处理结果']).map((column) => column.fields[0])).toEqual(['solution', 'solution']);
  });

  it('reads a column of unknown name by its words, and is not sure', () => {
    const source = {
      投诉日期: many(45300),
      投诉内容: many('到货少两箱，要求补发'),
      甲栏: ['满意', '不满意', '满意', '基本满意', '满意', '满意'],
      乙栏: ['微信', '电话', '来访', '电话', '电话', '邮件'],
      丙栏: ['客服部', '仓储部', '客服部', '物流部', '客服部', '客服部'],
      丁栏: ['红', '蓝', '红', '绿', '红', '红'],
    };
    expect(fields(source).slice(2)).toEqual(['satisfaction', 'channel', 'responsibleDept', '']);
    expect(columns(source)[3]).toMatchObject({ reason: 'values' });
    expect(columns(source)[3]?.confidence).toBeLessThanOrEqual(0.5);
  });
});

describe('mapColumns, what the place and the values say', () => {
  it('reads a group before a slash', () => {
    const labels = ['客户信息/姓名', '客户信息/电话', '商家信息/电话', '处理信息/日期', '处理信息/结果'];
    expect(mapHeaders(labels).map((column) => column.fields[0])).toEqual([
      'customerName',
      'contactPhone',
      undefined,
      'closedAt',
      'solution',
    ]);
  });

  it('takes S/N for a running number only at the front', () => {
    expect(mapHeaders(['S/N', 'Complaint']).at(0)?.fields).toEqual(['sequenceNo']);
    expect(mapHeaders(['Date', 'Complaint', 'S/N']).at(2)?.fields).toEqual(['batchNo']);
  });

  it('tells a flat from a product, a count from a number, a channel from a person', () => {
    expect(
      fields({
        'No. 編號': [1, 2, 3, 4, 5],
        'Unit 單位': ['T4-30B', 'T2-2H', 'T4-17G', 'T1-19H', 'T5-8E'],
        'In by': ['phone', 'Email', 'phone', 'Facebook', 'phone'],
      }),
    ).toEqual(['sequenceNo', 'contactAddress', 'channel']);
  });
});

describe('what is printed on the form itself', () => {
  const ledger = (header: string, values: CellValue[]) =>
    fields({
      投诉日期: ['2026-03-01', '2026-03-02', '2026-03-03'],
      客户名称: ['甲公司', '乙公司', '丙公司'],
      [header]: values,
      投诉内容: ['空调整夜异响', '漏水', '大堂地面很脏'],
    })[2];

  it.each([
    ['表号', 'KF-07'],
    ['表单编号', 'QR-8.2-01'],
    ['文件编号', 'KF-07 A/0'],
    ['版本', 'A/0'],
    ['编号', 'KF-07'],
    ['投诉编号', 'KF-07'],
    ['Form No.', 'CS-F-12'],
    ['Rev.', 'B'],
  ])('%s %s on every row is no field of the complaint', (header, value) => {
    expect(ledger(header, [value, value, value])).toBe('');
  });

  it.each<[string, string[], string]>([
    ['表号', ['0203344512', '0203344519', '0203344520'], 'batchNo'],
    ['表号', ['0203344512', '0203344512', ''], 'batchNo'],
    ['版本', ['V1.0', 'V1.2', 'V1.0'], 'productModel'],
    ['投诉编号', ['KF-07', 'KF-08', 'KF-09'], 'complaintId'],
  ])('%s with %j is', (header, values, field) => {
    expect(ledger(header, values)).toBe(field);
  });

  it('is not told in a ledger of one row', () => {
    expect(fields({ 投诉日期: ['2026-03-01'], 记录编号: ['TS-01'], 投诉内容: ['漏水'] })[1]).toBe('complaintId');
  });
});

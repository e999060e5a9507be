import { describe, expect, it } from 'vitest';
import { chooseLedger } from '../../../core/register/choose-ledger.ts';
import { gatherForms } from '../../../core/register/gather-forms.ts';
import { atOrigin, rowOrigin } from '../../../core/register/at-origin.ts';
import { readLedger } from '../../../core/register/read-ledger.ts';
import { readRows } from '../../../core/register/read-rows.ts';
import { SheetReading, type Area, type CellValue } from '../../../core/register/sheet-reading.ts';
import { makeSheet } from '../../support/make-sheet.ts';

const context = { zone: 'Asia/Shanghai', asOf: '2025-06-30T12:00+08:00' };
const area = (row: number, column: number, rowCount: number, columnCount: number): Area => ({
  row,
  column,
  rowCount,
  columnCount,
});

function read(sheets: readonly SheetReading[]) {
  const gathered = gatherForms(sheets);
  if (gathered === null) throw new Error('no form');
  const reading = readLedger(SheetReading.parse(gathered));
  if (!reading.ok) throw new Error(reading.code);
  return { gathered, ledger: reading.ledger, ...readRows(gathered, reading.ledger, context) };
}

interface Stay {
  no: string;
  guest: string;
  phone: string;
  at: CellValue;
  how?: string;
  what: string;
  state?: string;
}

/** A hotel's form: labels beside values, tick boxes, number and house in one cell, a text area, an empty signature. */
function hotelForm({ no, guest, phone, at, how = '☑前台 □电话 □网络', what, state = '已办结' }: Stay): SheetReading {
  const rows: CellValue[][] = [
    ['云栖酒店宾客投诉处理单'],
    [`单号：${no}    门店：西湖店`],
    ['宾客姓名', guest, '联系电话', phone],
    ['投诉时间', at, '投诉方式', how],
    ['投诉内容', what],
    [],
    ['宾客诉求', '退一晚房费'],
    ['处理结果', '已致歉，减免房费'],
    ['责任部门', '客房部', '经办人', '小林'],
    ['完成日期', '  年  月  日', '处理状态', state],
    ['满意度', '满意（√） 一般（  ） 不满意（  ）', '宾客签字', ''],
    ['注：本单一式两联'],
  ];
  return makeSheet(rows, {
    name: no,
    merges: [area(0, 0, 1, 4), area(4, 1, 2, 3), area(4, 0, 2, 1), area(11, 0, 1, 4)],
  });
}

const STAYS: Stay[] = [
  { no: 'YX-001', guest: '顾晨', phone: '13900001111', at: 45722.5, what: '空调整夜异响' },
  {
    no: 'YX-002',
    guest: '林岚',
    phone: '13900002222',
    at: '2025-03-08 09:20',
    what: '投诉人反映：早餐有异物，要求当面答复',
  },
  {
    no: 'YX-003',
    guest: '沈亦',
    phone: '13900003333',
    at: '2025年3月9日',
    how: '□前台 ☑电话 □网络',
    what: '退房排队一小时',
  },
  { no: 'YX-004', guest: '何舟', phone: '13900004444', at: '2025/3/10', what: '' },
];

describe('forms of one complaint each', () => {
  it('become rows, with values from beside the labels, ticked boxes and cells of label and value', () => {
    const { rows, findings, ledger } = read(STAYS.map(hotelForm));
    expect(rows.map(({ values }) => values)).toMatchObject([
      {
        complaintId: 'YX-001',
        customerName: '顾晨',
        contactPhone: '13900001111',
        receivedAt: '2025-03-06T12:00+08:00',
        channel: '前台',
        description: '空调整夜异响',
        demand: '退一晚房费',
        solution: '已致歉，减免房费',
        responsibleDept: '客房部',
        satisfaction: '满意',
        status: '已办结',
      },
      {
        complaintId: 'YX-002',
        receivedAt: '2025-03-08T09:20+08:00',
        description: '投诉人反映：早餐有异物，要求当面答复',
      },
      { complaintId: 'YX-003', channel: '电话' },
      { complaintId: 'YX-004' },
    ]);
    expect(rows[0]?.values.closedAt).toBeUndefined();
    expect(findings.map(({ code, row, field }) => [code, row, field])).toEqual([['missingRequired', 4, 'description']]);
    expect(ledger.obstacles.map(({ code }) => code)).toEqual(['forms']);
  });

  it('say of each finding in which form and cell it stands', () => {
    const { gathered, findings } = read(STAYS.map(hotelForm));
    expect(findings.map((finding) => atOrigin(finding, gathered))).toMatchObject([
      { sheet: 'YX-004', row: 4, column: 1, code: 'missingRequired' },
    ]);
    expect(rowOrigin(gathered, 2)).toBe('YX-002!2');
  });

  it('tell a copied form by its number, with the address of the other', () => {
    const { gathered, findings } = read(
      [...STAYS, { ...STAYS[0], no: 'YX-001' } as Stay]
        .map(hotelForm)
        .map((sheet, at) => ({ ...sheet, name: `表${at}` })),
    );
    const twice = findings.filter(({ code }) => code === 'duplicateId').map((finding) => atOrigin(finding, gathered));
    expect(twice).toMatchObject([{ code: 'duplicateIdAt', sheet: '表4', params: { place: '表0!A2' } }]);
  });

  it('leave out empty forms, an index and other sheets', () => {
    const blank = hotelForm({ no: '', guest: '', phone: '', at: '', how: '□前台 □电话 □网络', what: '', state: '' });
    const empty = {
      ...blank,
      name: '空白表',
      values: blank.values.map((row) => row.map((cell, at) => (at % 2 === 1 ? '' : cell))),
    };
    const index = makeSheet(
      [
        ['单号', '宾客', '状态'],
        ['YX-001', '顾晨', '已办结'],
        ['YX-002', '林岚', '已办结'],
      ],
      { name: '目录' },
    );
    const { gathered, refusals, ledgers } = chooseLedger([index, ...STAYS.map(hotelForm), empty]);
    expect(gathered.map((sheet) => sheet.gathered?.sheets)).toEqual([['YX-001', 'YX-002', 'YX-003', 'YX-004']]);
    expect(ledgers).toHaveLength(1);
    expect(refusals.map(({ sheet }) => sheet)).toEqual(['目录', '空白表']);
  });

  it('of two versions share the columns that mean the same', () => {
    const newer = (no: string, guest: string) =>
      makeSheet(
        [
          ['客诉记录表（2025版）'],
          ['客诉编号', no, '受理日期', '2025-04-01'],
          ['客户名称', guest, '手机', '13900005555'],
          ['来源', '[ ] 前台  [x] 微信', '紧急程度', '□急 ☑一般'],
          ['问题描述', '地毯有霉味'],
          ['改进措施', '更换地毯'],
        ],
        { name: no, merges: [area(0, 0, 1, 4), area(4, 1, 1, 3), area(5, 1, 1, 3)] },
      );
    const { rows, ledger } = read([
      ...STAYS.slice(0, 3).map(hotelForm),
      newer('YX-101', '白露'),
      newer('YX-102', '谷雨'),
    ]);
    expect(rows.map(({ values }) => values.complaintId)).toEqual(['YX-001', 'YX-002', 'YX-003', 'YX-101', 'YX-102']);
    expect(rows[3]?.values).toMatchObject({
      customerName: '白露',
      channel: '微信',
      severity: '一般',
      receivedAt: '2025-04-01',
    });
    expect(ledger.columns.filter(({ fields }) => fields[0] === 'complaintId')).toHaveLength(1);
  });

  it('have titles that read like a label, and tell a missing text where its own version keeps it', () => {
    const newer = (no: string, what: string) =>
      makeSheet(
        [
          ['客户投诉/报修处理单（2025版）'],
          [`编号：${no}`, '', '受理时间', '2025-04-01'],
          ['客户单位', '白露酒店', '手机', '13900005555'],
          ['问题描述', what],
          ['处理结果', '已更换'],
          ['责任部门', '客房部', '结案日期', '2025-04-03'],
        ],
        { name: no, merges: [area(0, 0, 1, 4), area(1, 0, 1, 2), area(3, 1, 1, 3), area(4, 1, 1, 3)] },
      );
    const forms = [...STAYS.slice(0, 3).map(hotelForm), newer('YX-101', '地毯霉味'), newer('YX-102', '')];
    const { rows, findings, gathered } = read(forms);
    expect(rows.at(-2)?.values).toMatchObject({ complaintId: 'YX-101', description: '地毯霉味' });
    const missing = findings.filter(({ code, field }) => code === 'missingRequired' && field === 'description');
    expect(missing.map((finding) => atOrigin(finding, gathered))).toMatchObject([
      { sheet: 'YX-102', row: 3, column: 1 },
    ]);
  });

  it('stand several on one sheet', () => {
    const page = (no: string, what: string): CellValue[][] => [
      ['Complaint form'],
      ['Complaint no:', no, 'Date received:', '2025-05-02'],
      ['Customer:', 'Mrs Hale', 'Telephone:', '01632 960111'],
      ['Received by:', '[x] Phone [ ] Letter'],
      ['Details of complaint:', what],
      ['Action taken:', 'Refund'],
      [],
    ];
    const sheet = makeSheet([...page('C-1', 'Cold food'), ...page('C-2', 'Wrong bill'), ...page('C-3', 'Noise')], {
      name: 'Forms',
    });
    const { rows, gathered } = read([sheet]);
    expect(rows.map(({ values }) => [values.complaintId, values.description])).toEqual([
      ['C-1', 'Cold food'],
      ['C-2', 'Wrong bill'],
      ['C-3', 'Noise'],
    ]);
    expect([1, 2, 3].map((row) => rowOrigin(gathered, row))).toEqual(['Forms!2', 'Forms!9', 'Forms!16']);
  });

  it('have their values below the labels', () => {
    const form = (no: string) =>
      makeSheet(
        [
          ['客訴處理單'],
          ['客訴單號', '受理日期', '客戶名稱', '聯絡電話'],
          [no, '114/03/05', '永安行', '02-2345-6789'],
          ['客訴內容'],
          ['包裝破損，內容物外漏'],
          ['客戶要求'],
          ['換貨'],
          ['處理結果', '責任單位', '結案日期'],
          ['已換新品', '倉儲課', '114/03/08'],
          ['原因分析'],
          ['棧板過高'],
        ],
        {
          name: no,
          merges: [area(0, 0, 1, 4), area(3, 0, 1, 4), area(4, 0, 1, 4), area(5, 0, 1, 4), area(6, 0, 1, 4)],
        },
      );
    const { rows } = read([form('K-1'), form('K-2'), form('K-3')]);
    expect(rows[1]?.values).toMatchObject({
      complaintId: 'K-2',
      receivedAt: '2025-03-05',
      customerName: '永安行',
      description: '包裝破損，內容物外漏',
      demand: '換貨',
      solution: '已換新品',
      closedAt: '2025-03-08',
      cause: '棧板過高',
    });
  });
});

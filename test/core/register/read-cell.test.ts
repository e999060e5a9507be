import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS, type Field } from '../../../core/complaint/field.ts';
import { ComplaintValues } from '../../../core/complaint/complaint-values.ts';
import { phoneNumbers } from '../../../core/register/phone-numbers.ts';
import { readCell } from '../../../core/register/read-cell.ts';
import type { CellValue } from '../../../core/register/sheet-reading.ts';
import { splitCell } from '../../../core/register/split-cell.ts';

const options = { date1904: false, zone: 'Asia/Shanghai', orderHint: null, yearHint: null };
const read = (field: Field, value: CellValue, format = 'General') => {
  const { value: text, findings } = readCell(field, value, format, options);
  return [text, ...findings.map(({ code }) => code)];
};

describe('readCell', () => {
  it.each<[Field, CellValue, string, (string | null)[]]>([
    // text
    ['description', '  漏液，两箱\t \n', '@', ['漏液，两箱']],
    ['description', '第一行_x000D_\n第二行', '@', ['第一行\n\n第二行']],
    ['customerName', "'宏远机械", '@', ['宏远机械']],
    ['customerName', '　', '@', [null]],
    ['remarks', '—', '@', [null]],
    ['evidence', '无', '@', ['无']],
    ['description', '=退货30吨+赔误工费', '@', ['=退货30吨+赔误工费']],
    ['remarks', '#N/A', 'General', [null, 'formulaError']],
    ['satisfaction', 0.95, '0%', ['95%']],
    ['status', true, 'General', ['TRUE']],
    // amounts
    ['compensation', 1234.5, '#,##0.00', ['1234.5']],
    ['compensation', 0.1 + 0.2, 'General', ['0.3']],
    ['quantity', '57.41吨', '@', ['57.41吨']],
    // identifiers
    ['complaintId', 20230001, '0', ['20230001']],
    ['complaintId', 42, '000000', ['000042']],
    ['orderNo', '0012', '@', ['0012']],
    ['orderNo', '285103576213918690', '@', ['285103576213918690']],
    ['orderNo', 285103576213918700, '0', ['285103576213919000', 'numberCut']],
    ['orderNo', '2.85E+17', '@', [null, 'numberCut']],
    ['batchNo', '无', '@', [null]],
    ['batchNo', '3E5', '@', [null, 'numberCut']],
    // phones
    ['contactPhone', 13900001111, '0', ['13900001111']],
    ['contactPhone', '1.38E+10', '@', [null, 'numberCut']],
    ['contactPhone', '0731-85551234转208', '@', ['0731-85551234转208']],
    ['contactPhone', '(02) 2712-3456 #15', '@', ['(02) 2712-3456 #15']],
    ['contactPhone', '07700 900375', '@', ['07700 900375']],
    ['contactPhone', '+1-202-555-0126', '@', ['+1-202-555-0126']],
    ['contactPhone', '17000003508-6399', '@', ['17000003508-6399']],
    ['contactPhone', 912345678, 'General', ['912345678', 'lostZero']],
    ['contactPhone', 7700900375, 'General', ['7700900375', 'lostZero']],
    ['contactPhone', '1390000111', '@', [null, 'badPhone']],
    ['contactPhone', '0912-345-67', '@', [null, 'badPhone']],
    ['contactPhone', '139****3955', '@', [null, 'badPhone']],
    ['contactPhone', '见附件', '@', [null, 'badPhone']],
    ['contactPhone', '8012', '@', ['8012', 'badPhone']],
    ['contactPhone', '5553186', '@', ['5553186', 'phoneWithoutArea']],
    ['contactPhone', '95598', '@', ['95598', 'badPhone']],
    ['contactPhone', '13900001111/0731-85551234', '@', ['13900001111/0731-85551234', 'twoPhones']],
    ['contactPhone', '13900001111 15000002222', '@', ['13900001111 15000002222', 'twoPhones']],
    ['contactPhone', '无', '@', [null, 'badPhone']],
    ['contactPhone', '912345678', '@', ['912345678', 'lostZero']],
    // times
    ['receivedAt', '2024/3/5', '@', ['2024-03-05']],
    ['receivedAt', '2023-02-30', '@', [null, 'impossibleTime']],
    ['receivedAt', '3/4/2024', '@', [null, 'ambiguousTime']],
    ['receivedAt', '待定', '@', [null, 'unreadableTime']],
    ['closedAt', '', '@', [null]],
  ])('%s %j shown as %s → %j', (field, value, format, expected) => {
    expect(read(field, value, format)).toEqual(expected);
  });

  it.each<[Field, string, string | undefined]>([
    ['receivedAt', '尽快', 'error'],
    ['receivedAt', '处理中', 'error'],
    ['dueAt', '尽快', undefined],
    ['dueAt', '3个工作日', undefined],
    ['purchaseDate', '2021', undefined],
    ['occurredAt', '去年底', undefined],
    ['closedAt', '未结案', undefined],
    ['firstResponseAt', 'pending', undefined],
    ['closedAt', '王工', 'error'],
    ['dueAt', '2024/2/30', 'error'],
    ['dueAt', '3/4/2024', 'warning'],
  ])('is strict with the receipt, and takes words for what has no date yet: %s %s → %s', (field, text, level) => {
    expect(readCell(field, text, '@', options).findings[0]?.level).toBe(level);
  });

  it('gives values that a complaint may hold, whatever the cell', () => {
    const cell = fc.oneof(fc.string(), fc.double(), fc.integer(), fc.boolean(), fc.constant('\u0000\t\n'));
    fc.assert(
      fc.property(
        fc.constantFrom(...FIELDS),
        cell,
        fc.constantFrom('General', '0', '0%', '@'),
        (field, value, format) => {
          const reading = readCell(field, value, format, options);
          if (reading.value !== null) expect(ComplaintValues.safeParse({ [field]: reading.value }).success).toBe(true);
        },
      ),
    );
  });
});

describe('phoneNumbers', () => {
  it.each([
    ['13900001111', ['13900001111']],
    ['王工13900001111，李工0731-85551234', ['13900001111', '0731-85551234']],
    ['139 0000 1111', ['139 0000 1111']],
    ['0739——5553186', ['0739——5553186']],
    ['订单3件', []],
    ['', []],
  ])('%s', (text, numbers) => {
    expect(phoneNumbers(text)).toEqual(numbers);
  });
});

describe('splitCell', () => {
  it.each<[string, Field[], Partial<Record<Field, string>>]>([
    ['沈文斌 13600000039', ['contactName', 'contactPhone'], { contactName: '沈文斌', contactPhone: '13600000039' }],
    ['许总13900004564', ['contactName', 'contactPhone'], { contactName: '许总', contactPhone: '13900004564' }],
    ['13600000039（蒋工）', ['contactName', 'contactPhone'], { contactName: '蒋工', contactPhone: '13600000039' }],
    [
      '张工/0731-85551234转208',
      ['contactName', 'contactPhone'],
      { contactName: '张工', contactPhone: '0731-85551234转208' },
    ],
    ['蒋志刚', ['contactName', 'contactPhone'], { contactName: '蒋志刚' }],
    [
      '韩俊杰 13900001016/18800002428',
      ['contactName', 'contactPhone'],
      { contactName: '韩俊杰', contactPhone: '13900001016/18800002428' },
    ],
    [
      '王磊13600001416、王婷13300001234',
      ['contactName', 'contactPhone'],
      { contactPhone: '王磊13600001416、王婷13300001234' },
    ],
    ['li@x.example 李', ['contactName', 'contactEmail'], { contactName: '李', contactEmail: 'li@x.example' }],
    ['3箱 2024/3/5', ['quantity', 'purchaseDate'], { quantity: '3箱 2024/3/5' }],
  ])('%s', (text, fields, expected) => {
    expect(splitCell(text, fields)).toEqual(expected);
  });
});

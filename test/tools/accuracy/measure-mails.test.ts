import { describe, expect, it } from 'vitest';
import { MailRecord } from './mail-record.ts';
import { measureMails, stepsBetween } from './measure-mails.ts';
import { mailFigures, tellMails, tellMisses } from './tell-mails.ts';

const ALL = { ids: null, part: null };
const COMPLAINT = {
  id: 'a1',
  subject: '投诉：粉煤灰结块',
  from: { name: '李明', address: 'li@example.com' },
  date: '2026-03-12T17:20:00+08:00',
  text: '客户名称：恒发建材有限公司\n联系电话：13800138000\n批号：FA-0310\n投诉内容：昨天到的粉煤灰结块严重，要求退货。',
};
const NEWS = {
  id: 'a2',
  subject: '本月促销通讯',
  from: { name: '商城', address: 'news@example.com' },
  date: '2026-03-12T17:20:00+08:00',
  text: '新品上市，欢迎订购，退订请点击这里。',
  gold: { isComplaint: false },
};

function measure(...records: object[]) {
  const file = records.map((record, index) => ({ line: index + 1, record: MailRecord.parse(record) }));
  return measureMails([{ name: 'own.jsonl', records: file }], ALL);
}

describe('measuring mails', () => {
  it('scores what the draft before the clerk holds', () => {
    const gold = {
      isComplaint: true,
      batchNo: 'FA-0310',
      contactPhone: '13800138000',
      orderNo: 'PO-1',
      severity: 'general',
    };
    const tally = measure({ ...COMPLAINT, gold }, NEWS);
    expect(tally).toMatchObject({ records: 2, complaints: 1 });
    expect(mailFigures(tally)).toMatchObject({
      fields: { batchNo: { f1: 1 }, contactPhone: { f1: 1 }, orderNo: { recall: 0 } },
      fieldsMicro: { precision: 1, recall: 0.6667 },
      isComplaint: { precision: 1, recall: 1, f1: 1 },
    });
    expect(tally.misses).toContainEqual({ id: 'a1', field: 'orderNo', kind: 'miss', wanted: 'PO-1', got: '' });
  });

  it('scores only the fields that the gold of the file speaks of', () => {
    const tally = measure({ ...COMPLAINT, gold: { isComplaint: true, batchNo: 'FA-0310' } });
    expect([...tally.fields.keys()]).toEqual(['batchNo']);
    expect(tally.notScored).toContain('contactPhone');
    const second = measure(
      { ...COMPLAINT, gold: { isComplaint: true, batchNo: 'FA-0310' } },
      { ...COMPLAINT, id: 'b', gold: { isComplaint: true, contactPhone: '13800138000' } },
    );
    expect(second.fields.get('contactPhone')).toEqual({ right: 1, falsePositive: 1, missed: 0 });
  });

  it('takes what it read in a text taken for a complaint wrongly as false, and sets the rest apart', () => {
    const labelled = { ...COMPLAINT, gold: { isComplaint: true, customerName: '恒发建材有限公司' } };
    const wrongly = measure(labelled, { ...COMPLAINT, id: 'b', gold: { isComplaint: false } });
    expect(wrongly.fields.get('customerName')).toEqual({ right: 1, falsePositive: 1, missed: 0 });
    expect(wrongly.isComplaint).toEqual({ right: 1, falsePositive: 1, missed: 0 });
    const rightly = measure(labelled, { ...NEWS, text: `${NEWS.text}\n客户名称：某某贸易有限公司` });
    expect(rightly.fields.get('customerName')).toEqual({ right: 1, falsePositive: 0, missed: 0 });
    expect(rightly.unlabelled).toBe(1);
    expect(tellMails(rightly)).toContain('and non-complaints');
  });

  it('counts fields that nobody knows, and gold that nobody understands, as missed and says so', () => {
    const tally = measure({ ...COMPLAINT, gold: { isComplaint: true, shoeSize: '44', orderNo: { from: 1 } } });
    expect(tally.fields.get('shoeSize')).toEqual({ right: 0, falsePositive: 0, missed: 1 });
    expect(tally.fields.get('orderNo')?.missed).toBe(1);
    expect(tellMails(tally)).toMatch(/shoeSize[\s\S]*a1 orderNo/);
  });

  it('accepts any category of a list and counts the steps between grades', () => {
    const tally = measure({
      ...COMPLAINT,
      gold: { isComplaint: true, category: ['billing', 'product_quality'], severity: 'nonsense' },
    });
    expect(tally.category).toEqual({ right: 1, of: 1 });
    expect(tally.severity).toEqual({ exact: 0, withinOne: 0, of: 1 });
  });

  it.each([
    ['general', 'general', 0],
    ['general', 'important', 1],
    ['major', 'general', 2],
    ['major', 'unheard', Infinity],
  ])('from %s to %s', (grade, other, steps) => {
    expect(stepsBetween(grade, other)).toBe(steps);
  });

  it('names every miss on a line of its own', () => {
    const misses = [
      { id: 'b', field: 'orderNo', kind: 'wrong' as const, wanted: 'A\n1', got: 'B' },
      { id: 'a', field: 'batchNo', kind: 'falsePositive' as const, wanted: '', got: 'B' },
    ];
    expect(tellMisses(misses)).toBe('batchNo\ta\tfalse\twanted –\tgot “B”\norderNo\tb\twrong\twanted “A 1”\tgot “B”');
  });
});

describe('a text that the product fails over', () => {
  it('counts as missed, is told, and hides no other', () => {
    const broken = MailRecord.parse({ ...COMPLAINT, id: 'x', gold: { isComplaint: true, batchNo: 'FA-0310' } });
    Object.defineProperty(broken, 'subject', {
      get: () => {
        throw new Error('no subject');
      },
    });
    const whole = MailRecord.parse({ ...COMPLAINT, gold: { isComplaint: true, batchNo: 'FA-0310' } });
    const records = [broken, whole].map((record, index) => ({ line: index + 1, record }));
    const tally = measureMails([{ name: 'own.jsonl', records }], ALL);
    expect(tally.failed).toEqual(['x: no subject']);
    expect(tally.fields.get('batchNo')).toEqual({ right: 1, falsePositive: 0, missed: 1 });
    expect(tellMails(tally)).toContain('x: no subject');
  });
});

import { describe, expect, it } from 'vitest';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import { findPack } from '../../../core/policy/packs.ts';
import { policyInForce } from '../../../core/policy/policy-in-force.ts';
import { startEdits, type DraftEdits } from '../../../extension/ui/draft/draft-edits.ts';
import { viewDraft, type DraftContext, type FieldView } from '../../../extension/ui/draft/view-draft.ts';
import { companyOf, SUGGESTED_HOURS } from '../../../extension/ui/settings/hours-form.ts';
import { aCapture, aComplaint } from '../support/a-complaint.ts';

const pack = findPack('fly-ash');
if (pack === null) throw new Error('no pack');
const zone = 'Asia/Shanghai';
const context: DraftContext = {
  capture: aCapture(),
  draft: aComplaint().draft,
  pack,
  company: null,
  asOf: '2026-11-20T01:31:00Z',
  zone,
};
const view = (edits: DraftEdits, change: Partial<DraftContext> = {}) => viewDraft({ ...context, ...change }, edits);
const field = (model: ReturnType<typeof view>, name: string): FieldView => {
  const found = model.groups.flatMap(({ fields }) => fields).find((each) => each.field === name);
  if (found === undefined) throw new Error(`no field ${name}`);
  return found;
};

describe('the draft as shown', () => {
  it('begins with the best reading and shows the words it came from, with what stands around them', () => {
    const batch = field(view(startEdits(context.draft)), 'batchNo');
    expect(batch).toMatchObject({ value: 'FA-20261112', isDoubtful: false, isEdited: false, others: ['20261112'] });
    expect(batch.quotes).toMatchObject([{ before: '批号：', words: 'FA-20261112', after: '', isFromHead: false }]);
  });

  it('marks a doubtful reading when the clerk takes it', () => {
    const batch = field(view({ values: { batchNo: '20261112' } }), 'batchNo');
    expect(batch).toMatchObject({ isDoubtful: true, others: ['FA-20261112'] });
    expect(batch.quotes).toMatchObject([{ before: '批号：FA-', words: '20261112' }]);
  });

  it('quotes nothing for what was typed by hand, and offers what was read', () => {
    const batch = field(view({ values: { batchNo: 'B-7' } }), 'batchNo');
    expect(batch).toMatchObject({ quotes: [], isEdited: true, others: ['FA-20261112', '20261112'] });
  });

  it('asks for what the policy demands and the mail does not say, and stops asking once it is filled', () => {
    const asked = view({ values: {} });
    expect(asked.missing.map((each) => each.field)).toContain('customerName');
    expect(field(asked, 'customerName').question?.['zh-CN']).toBeTruthy();
    const filled = view({ values: { customerName: '华科' } });
    expect(filled.missing.map((each) => each.field)).not.toContain('customerName');
    expect(field(filled, 'customerName').question).toBeNull();
  });

  it('does not count blanks as values', () => {
    expect(view({ values: { customerName: '  ', orderNo: ' 7 ' } }).values).toEqual({ orderNo: '7' });
  });

  it('follows the words with category and grade, until the clerk has chosen', () => {
    const values = { description: '粉煤灰结块，我们的生产线停工了' };
    const proposed = view({ values });
    expect([proposed.category, proposed.grade]).toEqual(['product_quality', 'major']);
    const chosen = view({ values, category: null, grade: 'general' });
    expect([chosen.category, chosen.grade]).toEqual([null, 'general']);
    expect(chosen.assessment.grade.id).toBe('major');
  });

  it('gives no deadline without working hours and a due time with them', () => {
    const values = { receivedAt: '2026-11-20T09:05:00+08:00' };
    expect(view({ values }).deadlines[0]).toMatchObject({ basis: 'notConfigured', dueAt: null });
    const company = companyOf(SUGGESTED_HOURS, { pack, zone, before: null });
    const due = view({ values }, { company }).deadlines[0]?.dueAt;
    expect(due?.startsWith('2026-11-20T')).toBe(true);
  });

  it('is judged by the policy with the company’s answers in its blanks', () => {
    const values = { receivedAt: '2026-11-20T09:05:00+08:00', description: '生产线停工' };
    const company = companyOf(SUGGESTED_HOURS, { pack, zone, before: null });
    if (company === null) throw new Error('no company');
    const own: CompanySettings = {
      ...company,
      targets: { closing: { default: { unit: 'clockMinutes', amount: 90 } } },
    };
    const policy = policyInForce(pack.id, own);
    if (policy === null) throw new Error('no policy');
    const closing = view({ values }, { pack: policy.pack, company: own }).deadlines.find(
      ({ milestone }) => milestone === 'closing',
    );
    expect(closing?.dueAt).toBe('2026-11-20T10:35:00+08:00');
  });

  it('moves the deadline with the time of receipt while it is edited', () => {
    const company = companyOf(SUGGESTED_HOURS, { pack, zone, before: null });
    const due = (receivedAt: string) => view({ values: { receivedAt } }, { company }).deadlines[0]?.dueAt;
    expect(due('2026-11-20T09:05:00+08:00')).not.toBe(due('2026-11-20T10:05:00+08:00'));
  });

  it('shows what only this page gave, and what only this policy demands, in a group of their own', () => {
    const model = view({ values: { quantity: '2 车', severity: '高' } });
    const more = model.groups.find(({ id }) => id === 'more')?.fields.map((each) => each.field);
    expect(more).toEqual(['evidence', 'quantity']);
  });

  describe('what it asks for', () => {
    const packOf = (id: string) => {
      const found = findPack(id);
      if (found === null) throw new Error(`no pack ${id}`);
      return found;
    };
    const nothingRead = { ...context.draft, values: {} };
    const asked = (id: string, edits: DraftEdits) => view(edits, { pack: packOf(id), draft: nothingRead });
    const fieldsAsked = (id: string, edits: DraftEdits) => asked(id, edits).missing.map((each) => each.field);

    it('follows the complaint: whoever fell ill is asked when, how many, and what the doctor said', () => {
      const plain = fieldsAsked('food', { values: { description: '豆腐的包装旧了' } });
      const ill = asked('food', { values: { description: '吃了拉肚子' } });
      const extra = ill.missing.map((each) => each.field).filter((each) => !plain.includes(each));
      expect(extra).toEqual(['occurredAt', 'remarks']);
      expect(ill.missing.find((each) => each.field === 'remarks')?.question['zh-CN']).toContain('看过医生');
      expect(field(ill, 'remarks')).toMatchObject({ isMandatory: true, value: '' });
      expect(field(ill, 'remarks').question).not.toBeNull();
    });

    it('stops asking what was answered, while the field stays where it is', () => {
      const values = { description: '吃了拉肚子', occurredAt: '2026-11-19', remarks: '三个人都不舒服，看过医生' };
      const answered = asked('food', { values });
      expect(answered.missing.map((each) => each.field)).not.toContain('occurredAt');
      expect(answered.missing.map((each) => each.field)).not.toContain('remarks');
      expect(field(answered, 'remarks')).toMatchObject({ isMandatory: true, question: null });
      expect(answered.assessment.axes?.find(({ axis }) => axis === 'defect')?.id).toBe('severalIll');
    });

    it('drops the question when the words that called for it go', () => {
      expect(fieldsAsked('food', { values: { description: '包装机坏了，少了好几箱' } })).toContain('quantity');
      expect(fieldsAsked('food', { values: { description: '包装机坏了', quantity: '23箱' } })).not.toContain(
        'quantity',
      );
      expect(fieldsAsked('food', { values: { description: '少了好几箱' } })).not.toContain('quantity');
    });

    it('asks each field once, in the words that fit this complaint', () => {
      const { missing } = asked('food', { values: { description: '豆干里有头发' } });
      const fields = missing.map((each) => each.field);
      expect(new Set(fields).size).toBe(fields.length);
      expect(missing.find((each) => each.field === 'evidence')?.question['zh-CN']).toContain('哪个部位');
    });

    it('follows what the clerk chose', () => {
      const late = { description: '说好上周到货，到现在还没发货' };
      expect(fieldsAsked('ev-sales', { values: late })).toContain('orderNo');
      expect(fieldsAsked('ev-sales', { values: late, category: null })).not.toContain('orderNo');
      expect(fieldsAsked('ev-sales', { values: late, category: 'sales' })).not.toContain('orderNo');
      expect(fieldsAsked('ev-sales', { values: { ...late, orderNo: 'E-7' } })).not.toContain('orderNo');
    });

    it('asks for danger where a part may be dangerous and nobody has said whether it is', () => {
      const values = { description: '电池不耐用，跑不远' };
      const open = asked('ev-sales', { values });
      expect(open.grade).toBe('general');
      expect(open.missing.find((each) => each.field === 'evidence')?.question['zh-CN']).toContain('受伤');
      const told = asked('ev-sales', { values: { ...values, evidence: '充电时冒烟，有照片' } });
      expect([told.grade, told.missing.map((each) => each.field)]).toEqual([
        'urgent',
        expect.not.arrayContaining(['evidence']),
      ]);
      expect(fieldsAsked('ev-sales', { values, grade: 'urgent' })).not.toContain('evidence');
    });
  });
});

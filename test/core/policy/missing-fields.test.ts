import { describe, expect, it } from 'vitest';
import type { ComplaintValues } from '../../../core/complaint/complaint-values.ts';
import { missingFields } from '../../../core/policy/missing-fields.ts';
import { findPack } from '../../../core/policy/packs.ts';

const pack = findPack('fly-ash');
if (!pack) throw new Error('the fly-ash pack is missing');

const asked = (values: ComplaintValues) =>
  missingFields(values, pack)
    .filter(({ mandatory }) => mandatory)
    .map(({ field }) => field);

describe('missing fields', () => {
  it('are all of them for an empty record, each with its question', () => {
    const missing = missingFields({}, pack);
    expect(missing.map(({ field }) => field)).toEqual(pack.fields.map(({ field }) => field));
    expect(missing[0]?.question['zh-CN']).toBe('贵公司全称是什么？');
  });

  it('leave out what is there and what another field answers', () => {
    expect(asked({ customerName: '保定绿源', contactEmail: 'a@b.example', orderNo: 'CK1' })).toEqual([
      'contactName',
      'receivedAt',
      'description',
      'demand',
      'evidence',
    ]);
  });

  it('leave out what is asked for only in some complaints, unless this is one', () => {
    const [first] = pack.fields;
    const rules = { ...pack, fields: first ? [{ ...first, when: { grade: ['major'] } }] : [] };
    expect(missingFields({}, rules)).toEqual([]);
    expect(missingFields({}, rules, ({ grade }) => grade?.[0] === 'major')).toHaveLength(1);
    expect(missingFields({}, rules, () => false)).toEqual([]);
  });

  it('count a blank as missing', () => {
    expect(asked({ customerName: ' ' })).toContain('customerName');
  });

  it('ask for a field once: what must be answered first, then what only this kind of complaint gets', () => {
    const rule = (words: string, mandatory: boolean, isConditional = false) => ({
      field: 'evidence' as const,
      mandatory,
      question: { 'zh-CN': words, 'zh-TW': words, en: words },
      source: 'test',
      ...(isConditional ? { when: {} } : {}),
    });
    const question = (...fields: ReturnType<typeof rule>[]) =>
      missingFields({}, { ...pack, fields }, () => true).map(({ question: words }) => words['zh-CN']);
    const [may, must, ours, both] = [
      rule('可', false),
      rule('须', true),
      rule('此类', false, true),
      rule('此类须', true, true),
    ];
    expect(question(may, must)).toEqual(['须']);
    expect(question(must, may)).toEqual(['须']);
    expect(question(may, ours)).toEqual(['此类']);
    expect(question(both, must, may)).toEqual(['此类须']);
    expect(question(must, ours)).toEqual(['须']);
    expect(question(may, rule('又一', false))).toEqual(['可']);
    expect(question(may, may)).toEqual(['可']);
  });
});

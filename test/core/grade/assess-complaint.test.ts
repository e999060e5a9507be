import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComplaintValues } from '../../../core/complaint/complaint-values.ts';
import { assessComplaint } from '../../../core/grade/assess-complaint.ts';
import { Assessment } from '../../../core/grade/assessment.ts';
import { findPack, PACKS } from '../../../core/policy/packs.ts';
import { PolicyPack } from '../../../core/policy/policy-pack.ts';

const general = findPack('general');
if (!general) throw new Error('the default pack is missing');

const text = (name: string) => ({ 'zh-CN': name, 'zh-TW': name, en: name });

/** The tofu maker's kind of rules (S1f): a threshold, a category of its own, three grades. */
const TOFU = PolicyPack.parse({
  ...general,
  id: 'tofu',
  categories: [
    { id: 'spoilt', label: text('变质'), words: { 发霉: 2, 酸: 1 }, synonyms: [], source: 'S1f-24' },
    { id: 'short', label: text('短少'), words: { 少包: 2, 酸: 1 }, synonyms: [], source: 'S1f-25' },
  ],
  grades: ['c', 'b', 'a'].map((id) => ({ id, label: text(id), synonyms: [], source: 'S1f' })),
  gradeRules: [
    { id: 'few', grade: 'b', when: { anyWord: ['少包'] }, reason: text('few'), source: 'S1f-25' },
    {
      id: 'batch',
      grade: 'a',
      when: { anyWord: ['机器'], quantityOver: { units: ['箱'], over: 20 } },
      reason: text('batch'),
      source: 'S1f-38',
    },
    { id: 'mould', grade: 'a', when: { category: ['spoilt'] }, reason: text('mould'), source: 'S1f-24' },
  ],
  milestones: [],
  examples: [],
});

const assess = (description: string, rest: ComplaintValues = {}, pack = TOFU) =>
  assessComplaint({ description, ...rest }, pack);

describe('the grade', () => {
  it('is the mildest with no rule and no words when nothing fires', () => {
    expect(assess('味道一般').grade).toEqual({ id: 'c', rule: null, source: null, words: [] });
  });

  it('comes from the gravest rule that holds, with its clause and words', () => {
    expect(assess('少包,而且发霉').grade).toEqual({
      id: 'a',
      rule: 'mould',
      source: 'S1f-24',
      words: [],
      facts: [{ kind: 'category', id: 'spoilt' }],
    });
    expect(assess('少包').grade).toEqual({
      id: 'b',
      rule: 'few',
      source: 'S1f-25',
      words: [{ field: 'description', start: 0, end: 2, quote: '少包' }],
    });
  });

  it('needs all parts of a condition; a threshold is strictly more', () => {
    expect(assess('机器夹坏了二十一箱').grade.rule).toBe('batch');
    expect(assess('机器夹坏了20箱').grade.rule).toBeNull();
    expect(assess('夹坏了30箱').grade.rule).toBeNull();
    expect(assess('机器夹坏的', { quantity: '30 箱' }).grade).toMatchObject({
      rule: 'batch',
      words: [
        { field: 'description', quote: '机器' },
        { field: 'quantity', quote: '30 箱' },
      ],
    });
  });

  it('reads the demand as well', () => {
    expect(assess('三袋', { demand: '少包的补上' }).grade.words).toEqual([
      { field: 'demand', start: 0, end: 2, quote: '少包' },
    ]);
  });
});

describe('the category', () => {
  it('is null when no word speaks', () => {
    expect(assess('你好').category).toBeNull();
  });

  it('is the one with the weightiest words; of equals the first listed', () => {
    expect(assess('少包,有点酸').category?.id).toBe('short');
    expect(assess('有点酸').category?.id).toBe('spoilt');
  });

  it('is not swayed by a word said ten times', () => {
    expect(assess('酸'.repeat(10) + '少包').category?.id).toBe('short');
  });

  it('gives a word in what happened more weight than one in what is wanted', () => {
    const given = { description: '货到一看袋子全破了,外包装破损', demand: '退款' };
    expect(assessComplaint(given, general).category?.id).toBe('packaging');
  });

  it('quotes the words as written, in traditional characters and full width too', () => {
    const { category } = assessComplaint({ description: '包裹延遲，外箱破損、受潮' }, general);
    expect(category?.words.map(({ quote }) => quote)).toContain('受潮');
    expect(category?.words.map(({ quote }) => quote)).toContain('破損');
  });
});

describe('the reasons', () => {
  it('stand in reading order, none inside another', () => {
    const { grade } = assessComplaint({ description: '整条生产线停线，全线停产，生产线停线四小时' }, general);
    expect(grade.words.map(({ quote }) => quote)).toEqual(['生产线停', '停线', '全线停', '停产']);
  });
});

describe('laws', () => {
  const words = PACKS.flatMap((pack) => [
    ...pack.categories.flatMap((category) => Object.keys(category.words)),
    ...pack.gradeRules.flatMap((rule) => rule.when.anyWord ?? []),
  ]);
  const said = fc
    .array(
      fc.oneof(
        fc.constantFrom(...words),
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('責(zé)', '，', '没有', '\n'),
      ),
    )
    .map((parts) => parts.join('').trim())
    .filter((joined) => joined !== '');

  it('every quotation stands in its field at its offsets, whatever the text', () => {
    fc.assert(
      fc.property(said, said, fc.constantFrom(...PACKS.keys()), (description, demand, at) => {
        const values = { description, demand };
        const { category, grade, lanes, axes } = Assessment.parse(assessComplaint(values, PACKS[at] ?? general));
        const choices = [category, grade, ...(lanes ?? []), ...(axes ?? [])].filter((choice) => choice !== null);
        for (const { field, start, end, quote } of choices.flatMap(({ words: found }) => found)) {
          expect(quote).not.toBe('');
          expect(values[field as 'demand'].slice(start, end)).toBe(quote);
        }
      }),
    );
  });

  it('names only categories, grades, rules of the pack, and changes nothing it was given', () => {
    fc.assert(
      fc.property(said, fc.constantFrom(...PACKS.keys()), (description, at) => {
        const pack = PACKS[at] ?? general;
        const values = Object.freeze({ description });
        const assessment = assessComplaint(values, pack);
        const { category, grade } = assessment;
        expect([null, ...pack.categories.map(({ id }) => id)]).toContain(category?.id ?? null);
        expect(pack.grades.map(({ id }) => id)).toContain(grade.id);
        expect([null, ...pack.gradeRules.map(({ id }) => id)]).toContain(grade.rule);
        expect(assessComplaint(values, pack)).toEqual(assessment);
      }),
    );
  });
});

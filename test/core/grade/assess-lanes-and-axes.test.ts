import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComplaintValues } from '../../../core/complaint/complaint-values.ts';
import { Assessment } from '../../../core/grade/assessment.ts';
import { assessComplaint } from '../../../core/grade/assess-complaint.ts';
import { fieldsToAsk } from '../../../core/grade/fields-to-ask.ts';
import { OwnChoices } from '../../../core/grade/own-choices.ts';
import { situationOf } from '../../../core/grade/situation.ts';
import type { Condition } from '../../../core/policy/condition.ts';
import { axisOf, packWith, situationIn, text } from '../../support/rules-pack.ts';

const lane = (id: string, when: Condition, source = 'S1f-45') => ({
  ...{ id, label: text(id), when, tell: [], tasks: [], source },
});
const gradeRule = (id: string, grade: string, when: Condition, source = 'S1f-24') => ({
  ...{ id, grade, when, reason: text(id), source },
});
const grades = ['c', 'b', 'a'].map((id) => ({ id, label: text(id), synonyms: [], source: 'S1f-24' }));

/** The tofu maker's assessment in small: three grades, a second axis of two, origin, defect, lanes, validity. */
const TOFU = packWith({
  grades,
  gradeRules: [
    gradeRule('mould', 'a', { axis: { defect: ['mould'] } }),
    gradeRule('batch', 'a', { axis: { defect: ['light'] }, quantityOver: { units: ['箱'], over: 20 } }, 'S1f-37'),
    gradeRule('short', 'b', { anyWord: ['少包'] }, 'S1f-25'),
    gradeRule('press', 'a', { lane: ['media'] }, 'S1f-45'),
  ],
  axes: [
    axisOf('origin', { consumer: ['吃到', '孩子'], channel: ['经销商', '超市'] }),
    axisOf('defect', { mould: ['发霉', '酸'], light: ['重量轻', '短斤'], judged: null }),
    {
      ...{ id: 'weight', label: text('轻重'), source: 'S1f-C4' },
      values: [
        { id: 'major', label: text('重大'), synonyms: [], when: { grade: ['a'] }, source: 'S1f-32' },
        { id: 'ordinary', label: text('一般'), synonyms: [], when: { grade: ['b', 'c'] }, source: 'S1f-40' },
      ],
    },
    {
      ...{ id: 'cause', label: text('原因'), field: 'cause', source: 'S1f-11' },
      values: [
        cause('making', '制造品质不良', ['生产问题', '制造']),
        cause('transport', '运输及储存过程不良', ['运输']),
        { ...cause('keeping', '消费者保存不当', ['保存不当']), when: { anyWord: ['没放冰箱'] } },
      ],
    },
  ],
  lanes: [
    lane('authority', { anyWord: ['市场监督管理局', '食药监'] }),
    lane('media', { anyWord: ['记者', '电视台'] }),
    lane('batchAlarm', { grade: ['a'], quantityOver: { units: ['箱'], over: 20 } }, 'S1f-38'),
  ],
  validity: [
    { id: 'facts', label: text('事实'), needs: { kind: 'anyField', fields: ['description'] }, source: 'S1f-6' },
    {
      ...{ id: 'contact', label: text('联系方式'), source: 'S1f-6' },
      needs: { kind: 'anyField', fields: ['contactPhone', 'contactEmail', 'contactAddress'] },
    },
    { id: 'verified', label: text('属实'), needs: { kind: 'confirmed' }, source: 'S1f-6' },
  ],
  fields: [
    { field: 'description', mandatory: true, question: text('?'), source: 'S1f-9' },
    { field: 'batchNo', mandatory: true, when: { grade: ['a'] }, question: text('批号?'), source: 'S1f-23' },
    { field: 'purchasePlace', mandatory: false, when: { lane: ['media'] }, question: text('哪里?'), source: 'S1f-46' },
  ],
});

function cause(id: string, label: string, synonyms: string[]) {
  return { id, label: { ...text(label), en: id }, synonyms, when: null as Condition | null, source: 'S1f-11' };
}

const assess = (description: string, rest: ComplaintValues = {}, own: OwnChoices = {}) =>
  assessComplaint({ description, ...rest }, TOFU, own);
const valueOn = (axis: string, ...given: Parameters<typeof assess>) =>
  assess(...given).axes.find((choice) => choice.axis === axis) ?? null;

describe('values on axes', () => {
  it.each([
    ['origin', '吃到发霉的豆干', 'consumer'],
    ['origin', '超市来货重量轻', 'channel'],
    ['origin', '重量轻', undefined],
    ['origin', '孩子在超市', 'consumer'],
    ['defect', '吃到发霉的豆干', 'mould'],
    ['defect', '沒有發霉,但短斤少兩', 'light'],
    ['defect', '颜色不好', undefined],
    ['weight', '发霉', 'major'],
    ['weight', '少包', 'ordinary'],
    ['weight', '你好', 'ordinary'],
  ])('%s of 「%s」: %s', (axis, description, expected) => {
    expect(valueOn(axis, description)?.id).toBe(expected);
  });

  it('come with clause and words; settled facts where they were the reason', () => {
    expect(valueOn('defect', '豆干發霉了')).toEqual({
      ...{ axis: 'defect', id: 'mould', rule: 'mould', source: 'test' },
      words: [{ field: 'description', start: 2, end: 4, quote: '發霉' }],
    });
    expect(valueOn('weight', '发霉')).toMatchObject({
      ...{ source: 'S1f-32', words: [], facts: [{ kind: 'grade', id: 'a' }] },
    });
  });

  it('are listed in the order of the pack, only those that were found', () => {
    expect(assess('重量轻').axes.map(({ axis, id }) => `${axis}: ${id}`)).toEqual([
      'defect: light',
      'weight: ordinary',
    ]);
  });

  it('without a condition are never proposed', () => {
    expect(valueOn('defect', 'defect judged')).toBeNull();
    expect(valueOn('defect', '你好', {}, { axes: { defect: 'judged' } })?.id).toBe('judged');
  });
});

describe('a cause that a person wrote down (S0-30, S1f-11)', () => {
  it.each([
    ['制造品质不良', 'making', '制造品质不良'],
    ['属于製造品質不良', 'making', '製造品質不良'],
    ['是生产问题', 'making', '生产问题'],
    ['运输及储存过程不良,不是制造', 'transport', '运输及储存过程不良'],
    ['不是制造,是运输', 'transport', '运输'],
    ['transport', 'transport', 'transport'],
  ])('%s is %s', (written, id, quote) => {
    const choice = valueOn('cause', '发霉', { cause: written });
    expect(choice).toMatchObject({ id, source: 'S1f-11', words: [{ field: 'cause', quote }] });
  });

  it.each([['还在查'], ['不是制造']])('is left open by 「%s」', (written) => {
    expect(valueOn('cause', '发霉', { cause: written })).toBeNull();
  });

  it('goes before what the description lets one suppose', () => {
    expect(valueOn('cause', '没放冰箱就酸了')?.id).toBe('keeping');
    expect(valueOn('cause', '没放冰箱就酸了', { cause: '运输' })?.id).toBe('transport');
  });

  it('is not looked for in the description', () => {
    expect(valueOn('cause', '运输途中坏了')).toBeNull();
  });
});

describe('special lanes (S1f-45)', () => {
  it.each([
    ['发霉', []],
    ['食药监来电', ['authority']],
    ['记者和市场监督管理局都来了', ['authority', 'media']],
    ['没有记者来', []],
    ['如果不处理我就找电视台', []],
  ])('%s: %o', (description, expected) => {
    expect(assess(description).lanes.map(({ id }) => id)).toEqual(expected);
  });

  it('may hang on the grade, and the grade on a lane', () => {
    const found = assess('重量轻', { quantity: '30箱' });
    expect(found.grade).toMatchObject({ id: 'a', rule: 'batch', source: 'S1f-37' });
    expect(found.lanes).toMatchObject([
      { id: 'batchAlarm', source: 'S1f-38', facts: [{ kind: 'grade', id: 'a' }], words: [{ quote: '30箱' }] },
    ]);
    expect(assess('记者来了').grade).toMatchObject({ id: 'a', rule: 'press', facts: [{ kind: 'lane', id: 'media' }] });
  });

  it('are left in pack order whichever is worked out first', () => {
    expect(assess('发霉30箱,食药监').lanes.map(({ id }) => id)).toEqual(['authority', 'batchAlarm']);
  });
});

describe('S1f-C2: light packs are c, a batch of them is a', () => {
  it.each([
    ['重量轻', undefined, 'c'],
    ['重量轻', '20箱', 'c'],
    ['重量轻', '21箱', 'a'],
    ['很好', '21箱', 'c'],
  ])('%s, %s: %s', (description, quantity, grade) => {
    expect(assess(description, quantity === undefined ? {} : { quantity }).grade.id).toBe(grade);
  });
});

describe('validity (S1f-6)', () => {
  const states = (values: ComplaintValues, confirmed: string[] = []) =>
    assessComplaint(values, TOFU, { confirmed }).validity.map(({ test, state }) => `${test} ${state}`);

  it.each([
    [{}, [], ['facts missing', 'contact missing', 'verified toConfirm']],
    [{ description: '发霉' }, [], ['facts met', 'contact missing', 'verified toConfirm']],
    [{ description: ' ', contactEmail: 'a@b.c' }, [], ['facts missing', 'contact met', 'verified toConfirm']],
    [{ description: '发霉', contactPhone: '1' }, ['verified'], ['facts met', 'contact met', 'verified met']],
    [{ description: '发霉' }, ['facts', 'contact'], ['facts met', 'contact missing', 'verified toConfirm']],
  ] as const)('%o, confirmed %o: %o', (values, confirmed, expected) => {
    expect(states(values, [...confirmed])).toEqual(expected);
  });

  it('names the fields that meet a test, or that would', () => {
    const [, contact] = assess('发霉').validity;
    expect(contact).toEqual({
      ...{ test: 'contact', state: 'missing', source: 'S1f-6' },
      fields: ['contactPhone', 'contactEmail', 'contactAddress'],
    });
    expect(assess('发霉', { contactAddress: '保定' }).validity[1]?.fields).toEqual(['contactAddress']);
  });
});

describe('what a person chose', () => {
  it('goes before the proposal; rules that build on it follow', () => {
    const found = assess('颜色发暗', {}, { axes: { defect: 'mould' } });
    expect(found.axes[0]).toMatchObject({ axis: 'defect', id: 'mould', rule: null, source: null, isOwn: true });
    expect(found.grade).toMatchObject({
      id: 'a',
      rule: 'mould',
      facts: [{ kind: 'axis', axis: 'defect', id: 'mould' }],
    });
    expect(found.axes.find(({ axis }) => axis === 'weight')?.id).toBe('major');
  });

  it('keeps the reasons of a proposal that says the same', () => {
    expect(assess('少包', {}, { grade: 'b' }).grade).toEqual({ ...assess('少包').grade, isOwn: true });
    expect(assess('少包', {}, { grade: 'a' }).grade).toEqual({
      ...{ id: 'a', rule: null, source: null, words: [], isOwn: true },
    });
  });

  it('may be the category, also where no word spoke for any', () => {
    expect(assess('你好', {}, { category: 'delivery' }).category).toMatchObject({ id: 'delivery', isOwn: true });
    expect(assess('结块', {}, { category: 'delivery' }).category).toMatchObject({ id: 'delivery', words: [] });
    expect(assess('结块', {}, { category: 'quality' }).category).toMatchObject({
      words: [{ quote: '结块' }],
      isOwn: true,
    });
  });

  it('puts a complaint into a lane or takes it out', () => {
    expect(assess('记者来了', {}, { lanes: { media: false } })).toMatchObject({ lanes: [], grade: { id: 'c' } });
    expect(assess('你好', {}, { lanes: { media: true } })).toMatchObject({
      lanes: [{ id: 'media', rule: null, isOwn: true }],
      grade: { id: 'a', rule: 'press' },
    });
    expect(assess('记者来了', {}, { lanes: { media: true } }).lanes[0]).toMatchObject({ rule: 'media', isOwn: true });
  });

  it.each([
    ['a grade', { grade: 'zzz' }],
    ['a category', { category: 'zzz' }],
    ['a value', { axes: { defect: 'zzz' } }],
    ['an axis', { axes: { zzz: 'mould' } }],
    ['a lane', { lanes: { zzz: true } }],
    ['nothing', {}],
  ])('that the pack does not know is no choice: %s', (_, own) => {
    expect(assess('发霉', {}, own)).toEqual(assess('发霉'));
  });

  it('is read as it was kept, strictly', () => {
    const own = { grade: 'a', lanes: { media: true }, axes: { defect: 'mould' }, confirmed: ['verified'] };
    expect(OwnChoices.parse(own)).toEqual(own);
    expect(OwnChoices.safeParse({ grades: 'a' }).success).toBe(false);
  });
});

describe('rules that wait for each other', () => {
  const pack = packWith({
    grades,
    gradeRules: [gradeRule('byLane', 'a', { lane: ['x'] }), gradeRule('byWord', 'b', { anyWord: ['少包'] })],
    lanes: [lane('x', { grade: ['a'] })],
    axes: [
      { ...axisOf('one', { yes: null }), values: [{ ...axisOf('one', { yes: null }).values[0], when: needs('two') }] },
      { ...axisOf('two', { yes: null }), values: [{ ...axisOf('two', { yes: null }).values[0], when: needs('one') }] },
    ] as never,
  });
  function needs(axis: string): Condition {
    return { axis: { [axis]: ['yes'] } };
  }

  it('in a circle do not hold, and the answer still comes', () => {
    const found = assessComplaint({ description: '少包' }, pack);
    expect([found.grade.id, found.lanes, found.axes]).toEqual(['b', [], []]);
  });

  it('hold once a person cuts the circle', () => {
    expect(assessComplaint({ description: '少包' }, pack, { lanes: { x: true } }).grade.rule).toBe('byLane');
    const cut = assessComplaint({ description: '少包' }, pack, { axes: { one: 'yes' } });
    expect(cut.axes.map(({ axis, isOwn }) => [axis, isOwn])).toEqual([
      ['one', true],
      ['two', undefined],
    ]);
  });
});

describe('what is asked for', () => {
  it.each([
    ['你好', []],
    ['发霉', ['batchNo']],
    ['记者来了', ['batchNo', 'purchasePlace']],
  ])('S1f-23: in 「%s」: %o', (description, expected) => {
    expect(fieldsToAsk(situationIn(TOFU, { description }), TOFU).map(({ field }) => field)).toEqual(expected);
  });

  it('is not what is known', () => {
    const known = situationIn(TOFU, { description: '发霉', batchNo: 'B1' });
    expect(fieldsToAsk(known, TOFU)).toEqual([]);
  });
});

describe('an assessment that was kept', () => {
  it('is read back, in full or in its old short form', () => {
    const full = assess('记者说孩子吃到发霉的');
    expect(Assessment.parse(structuredClone(full))).toEqual(full);
    const short = { category: null, grade: { id: 'c', rule: null, source: null, words: [] } };
    expect(Assessment.parse(short)).toEqual(short);
  });

  it('gives the same situation as the fresh one', () => {
    const values = { description: '记者说孩子吃到发霉的' };
    const here = situationOf(values, Assessment.parse(structuredClone(assessComplaint(values, TOFU))));
    expect([here.grade(), here.axis('defect'), here.axis('weight'), here.axis('cause')]).toEqual([
      ...['a', 'mould', 'major', null],
    ]);
    expect([here.isInLane('media'), here.isInLane('authority')]).toEqual([true, false]);
  });

  it('in its short form settles neither lanes nor axes', () => {
    const here = situationOf({}, { category: null, grade: { id: 'c', rule: null, source: null, words: [] } });
    expect([here.category(), here.grade(), here.axis('defect'), here.isInLane('media')]).toEqual([
      null,
      'c',
      null,
      false,
    ]);
  });
});

describe('laws', () => {
  const words = ['发霉', '少包', '重量轻', '记者', '食药监', '吃到', '超市', '没有', '如果', '，', '30箱', '结块'];
  const said = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 10 }).map((parts) => parts.join(''));
  const own = fc.record(
    {
      category: fc.constantFrom('quality', 'delivery', 'zzz'),
      grade: fc.constantFrom('a', 'b', 'c', 'zzz'),
      lanes: fc.dictionary(fc.constantFrom('media', 'authority', 'zzz'), fc.boolean()),
      axes: fc.dictionary(fc.constantFrom('origin', 'defect', 'zzz'), fc.constantFrom('mould', 'consumer', 'zzz')),
    },
    { requiredKeys: [] },
  );

  it('names only what the pack knows, quotes what stands there, and keeps every known choice of a person', () => {
    fc.assert(
      fc.property(said, own, (description, choices) => {
        const found = Assessment.parse(assess(description, {}, choices));
        const ids = { grade: ['a', 'b', 'c'], lanes: TOFU.lanes.map(({ id }) => id) };
        expect(ids.grade).toContain(found.grade.id);
        if (choices.grade !== undefined && ids.grade.includes(choices.grade))
          expect(found.grade.id).toBe(choices.grade);
        for (const { id } of found.lanes ?? []) expect(ids.lanes).toContain(id);
        for (const [id, isIn] of Object.entries(choices.lanes ?? {})) {
          if (ids.lanes.includes(id)) expect(found.lanes?.some((one) => one.id === id)).toBe(isIn);
        }
        for (const { words: matched } of [found.grade, ...(found.lanes ?? []), ...(found.axes ?? [])]) {
          for (const { start, end, quote } of matched) expect(description.slice(start, end)).toBe(quote);
        }
      }),
    );
  });

  it('assessing again with one’s own proposals changes no id', () => {
    fc.assert(
      fc.property(said, (description) => {
        const first = assess(description);
        const again = assess(
          description,
          {},
          {
            grade: first.grade.id,
            ...(first.category && { category: first.category.id }),
            lanes: Object.fromEntries(first.lanes.map(({ id }) => [id, true])),
            axes: Object.fromEntries(first.axes.map(({ axis, id }) => [axis, id])),
          },
        );
        const ids = (found: typeof first) => [
          found.category?.id,
          found.grade.id,
          found.lanes.map(({ id }) => id),
          found.axes.map(({ axis, id }) => [axis, id]),
        ];
        expect(ids(again)).toEqual(ids(first));
      }),
    );
  });
});

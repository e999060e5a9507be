import { describe, expect, it } from 'vitest';
import type { ComplaintValues } from '../../../core/complaint/complaint-values.ts';
import { extractDraft } from '../../../core/extract/extract-draft.ts';
import { KnownWords, NO_KNOWN_WORDS } from '../../../core/extract/known-words.ts';
import { learnFrom } from '../../../core/extract/learn-known-words.ts';
import { isNearName, stemOfName } from '../../../core/extract/name-likeness.ts';
import { proposedValues } from '../../../core/extract/proposed-values.ts';
import { captureOf } from './capture-of.ts';

const known = (part: Partial<KnownWords>): KnownWords => KnownWords.parse({ ...NO_KNOWN_WORDS, ...part });
const word = (text: string) => ({ text, count: 1 });
const best = (body: string, knowledge: KnownWords, head: Parameters<typeof captureOf>[0]['from'] = null) =>
  Object.fromEntries(
    Object.entries(extractDraft(captureOf({ body, from: head }), knowledge).values).map(([field, [first]]) => [
      field,
      first,
    ]),
  );

describe('names that are the same', () => {
  it.each([
    ['晴川粉体有限公司', '晴川粉體有限公司', true],
    ['晴川粉体有限公司', '晴川粉体', true],
    ['Harbour Bakes Ltd', 'HARBOUR BAKES', true],
    ['Harbour Bakes Ltd', 'Harbor Bakes Ltd', true],
    ['杭州晴川粉体有限公司', '杭州睛川粉体有限公司', true],
    ['晴川粉体', '晴山粉体', false],
    ['许文静', '许文清', false],
    ['SP-80K', 'SP-80L', false],
    ['Pump 3000 series', 'Pump 3001 series', false],
    ['', '', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(isNearName(a, b)).toBe(same);
    expect(isNearName(b, a)).toBe(same);
  });

  it('leaves no stem that could be anybody', () => {
    expect(stemOfName('大华有限公司')).toBeNull();
    expect(stemOfName('杭州晴川粉体有限公司')).toBe('杭州晴川粉体');
  });
});

describe('what a company knows', () => {
  it('names the customer in its own spelling, with the words of the letter as evidence', () => {
    const { customerName } = best(
      '椅子断了，要求退款。\n許文靜\n杭州晴川粉體 品質部',
      known({ customers: [word('杭州晴川粉体有限公司')] }),
    );
    expect(customerName).toMatchObject({
      value: '杭州晴川粉体有限公司',
      doubt: null,
      evidence: { quote: '杭州晴川粉體' },
    });
    expect(customerName?.confidence).toBeGreaterThanOrEqual(0.9);
  });

  it('finds products and models that no rule knows', () => {
    const values = best(
      '上回那批欧若拉又不亮了，ZX 型，请换货',
      known({ products: [word('欧若拉')], models: [word('ZX')] }),
    );
    expect(values.productName?.value).toBe('欧若拉');
    expect(values.productModel?.value).toBe('ZX');
  });

  it('takes no part of a longer word for a known one', () => {
    expect(
      best('The Maxwell unit broke, please refund', known({ models: [word('Max')] })).productModel,
    ).toBeUndefined();
  });

  it('believes a label before a word that only stands in the letter', () => {
    const values = best(
      '客户名称：明川酒店\n问题描述：上次晴川粉体有限公司也说过，杯子漏水',
      known({ customers: [word('晴川粉体有限公司')] }),
    );
    expect(values.customerName?.value).toBe('明川酒店');
  });

  it('knows a caller by the number or the address, and says so', () => {
    const contacts = [
      { name: '许文静', phone: '138 0000 5521', email: 'xu@qc.example', customer: '晴川粉体有限公司', count: 3 },
    ];
    const byPhone = best('杯子漏水，请退款。\n电话：13800005521', known({ contacts }));
    expect(byPhone.customerName).toMatchObject({
      value: '晴川粉体有限公司',
      doubt: 'fromKnown',
      evidence: { quote: '13800005521' },
    });
    expect(byPhone.contactName).toMatchObject({ value: '许文静', doubt: 'fromKnown' });
    const byMail = best('杯子漏水，请退款', known({ contacts }), { name: 'xu88', address: 'XU@qc.example' });
    expect(byMail.customerName?.value).toBe('晴川粉体有限公司');
  });

  it('keeps the name that the letter itself gives', () => {
    const contacts = [{ name: '老王', phone: '13800005521', email: null, customer: '别家公司', count: 1 }];
    const values = best('我叫许文静，杯子漏水，请退款。电话：13800005521', known({ contacts }));
    expect(values.contactName?.value).toBe('许文静');
  });

  it('changes nothing when nothing is known', () => {
    const capture = captureOf({ body: '上个月买的深沟球轴承 6308-ZZ 有异响，请换货。许文静 13800005521' });
    expect(extractDraft(capture, NO_KNOWN_WORDS)).toEqual(extractDraft(capture));
  });
});

describe('learning', () => {
  const capture = captureOf({
    body: '你们的水壶漏水，请退款。\n许文静 13800005521\n杭州晴川粉体有限公司',
    from: { name: '许文静', address: 'xu@qc.example' },
  });
  const confirmed = {
    customerName: '杭州晴川粉体有限公司',
    contactName: '许文静',
    contactPhone: '13800005521',
    contactEmail: 'xu@qc.example',
    productName: '电水壶 K7',
    responsibleDept: '品质部',
  };

  it('counts what was confirmed, once for each complaint', () => {
    const draft = extractDraft(capture);
    const twice = learnFrom(learnFrom(NO_KNOWN_WORDS, confirmed, draft), confirmed, draft);
    expect(KnownWords.parse(twice)).toMatchObject({
      customers: [{ text: '杭州晴川粉体有限公司', count: 2 }],
      products: [{ text: '电水壶 K7', count: 2 }],
      departments: [{ text: '品质部', count: 2 }],
      contacts: [{ name: '许文静', customer: '杭州晴川粉体有限公司', count: 2 }],
    });
  });

  it('does not reject what was only completed or shortened', () => {
    const learnt = learnFrom(NO_KNOWN_WORDS, { ...confirmed, customerName: '晴川粉体有限公司' }, extractDraft(capture));
    expect(learnt.rejected.filter(({ field }) => field === 'customerName')).toEqual([]);
  });

  it('takes a rejection back when the value is confirmed', () => {
    const start = known({ rejected: [{ field: 'productName', words: '电水壶k7', count: 2 }] });
    expect(learnFrom(start, confirmed, null).rejected).toEqual([]);
  });

  it('moves a contact that now writes for another customer', () => {
    const first = learnFrom(NO_KNOWN_WORDS, confirmed, null);
    const moved = learnFrom(first, { ...confirmed, customerName: '新东家有限公司' }, null);
    expect(moved.contacts).toMatchObject([{ customer: '新东家有限公司', count: 2 }]);
  });

  it('leaves what it was given unchanged', () => {
    const frozen = Object.freeze(known({}));
    learnFrom(frozen, confirmed, extractDraft(capture));
    expect(frozen).toEqual(NO_KNOWN_WORDS);
  });
});

describe('corrections', () => {
  const capture = captureOf({
    body: '客户名称：甲公司\n联系人：王建国\n电话：13800005521\n邮箱：wang@jia.example\n产品：粉煤灰\n型号：F-II\n批号：FA-20261112\n订单号：DD-20260417\n问题描述：烧失量超标，要求退货',
  });
  const draft = extractDraft(capture);
  const read = proposedValues(draft);
  const saved = (times: number, change: ComplaintValues, start = NO_KNOWN_WORDS) =>
    Array.from({ length: times }).reduce<KnownWords>(
      (learnt) => learnFrom(learnt, { ...read, ...change }, draft),
      start,
    );
  const values = (learnt: KnownWords) => extractDraft(capture, learnt).values;

  it.each([
    ['orderNo', 'DD-20260418'],
    ['batchNo', 'FA-20261113'],
    ['contactPhone', '13900007777'],
    ['contactEmail', 'li@jia.example'],
  ] as const)('of %s never bear on another letter', (field, value) => {
    expect(read[field]).toBeTruthy();
    expect(saved(3, { [field]: value }).rejected).toEqual([]);
    expect(values(saved(3, { [field]: value }))[field]).toEqual(draft.values[field]);
  });

  it('of numbers that were stored by an older Redress count for nothing, and go with the next save', () => {
    const old = known({ rejected: [{ field: 'batchNo', words: 'fa20261112', count: 5 }] });
    expect(values(old).batchNo).toEqual(draft.values.batchNo);
    expect(saved(1, {}, old).rejected).toEqual([]);
  });

  it.each(['customerName', 'contactName', 'productName', 'productModel'] as const)(
    'do not come from clearing %s',
    (field) => {
      for (const empty of ['', ' ', '-']) expect(saved(3, { [field]: empty }).rejected).toEqual([]);
      expect(values(saved(3, { [field]: '' }))[field]).toMatchObject([{ value: read[field] }]);
    },
  );

  it.each(['customerName', 'contactName', 'productName', 'productModel'] as const)(
    'of %s change nothing the first time, and make it doubtful the second',
    (field) => {
      expect(values(saved(1, { [field]: '另一个' }))[field]?.[0]).toMatchObject({ value: read[field], doubt: null });
      const often = learnFrom(saved(1, { [field]: '另一个' }), { ...read, [field]: '又一个' }, draft);
      const stillRead = values(KnownWords.parse(often))[field] ?? [];
      expect(stillRead).toMatchObject([{ value: read[field], doubt: 'oftenCorrected' }]);
    },
  );

  it('put a reading behind the other ones, and leave it there to be chosen', () => {
    const mail = captureOf({ body: '产品：粉煤灰\n型号：F-II\n货品名称：矿渣粉\n问题描述：结块，要求退货' });
    const readings = (learnt: KnownWords) => extractDraft(mail, learnt).values.productName?.map(({ value }) => value);
    const [first, ...others] = readings(NO_KNOWN_WORDS) ?? [];
    expect(others).not.toEqual([]);
    const rejected = [{ field: 'productName' as const, words: first ?? '', count: 2 }];
    expect(readings(known({ rejected }))).toEqual([...others, first]);
  });

  it('towards one and the same word propose it as doubtful, before what is written', () => {
    expect(values(saved(2, { customerName: '甲建材' })).customerName).toMatchObject([
      { value: '甲建材', doubt: 'fromCorrections', evidence: { quote: '甲公司' } },
      { value: '甲公司', doubt: 'oftenCorrected', evidence: { quote: '甲公司' } },
    ]);
    const towardsTwo = learnFrom(saved(1, { customerName: '甲建材' }), { ...read, customerName: '乙建材' }, draft);
    expect(values(towardsTwo).customerName).toMatchObject([{ value: '甲公司' }]);
  });

  it('are forgotten as soon as the reading is confirmed', () => {
    const again = saved(1, { customerName: '甲建材' }, saved(1, {}, saved(1, { customerName: '甲建材' })));
    expect(values(again).customerName).toMatchObject([{ value: '甲公司', doubt: null }]);
    const taken = saved(1, {}, saved(2, { customerName: '甲建材' }));
    expect(values(taken).customerName).toMatchObject([{ value: '甲公司', doubt: null }]);
  });

  it('count once for a complaint, however often it is saved', () => {
    const one = { ...read, customerName: '甲建材' };
    const first = learnFrom(NO_KNOWN_WORDS, one, draft);
    const later = learnFrom(first, { ...one, responsibleDept: '品质部' }, draft, one);
    expect(later.rejected).toEqual(first.rejected);
    expect(learnFrom(first, { ...one, customerName: '乙建材' }, draft, one).rejected).toEqual(first.rejected);
    expect(learnFrom(saved(1, {}), one, draft, read).rejected).toEqual(first.rejected);
    expect(values(later).customerName).toMatchObject([{ value: '甲公司', doubt: null }]);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageCapture } from '../../../core/capture/page-capture.ts';
import type { ComplaintValues } from '../../../core/complaint/complaint-values.ts';
import { twinKeys, twinReasons, type Comparable } from '../../../core/queue/find-twins.ts';
import { plainSubject } from '../../../core/queue/plain-subject.ts';
import { bandKeys, likeness, shinglesOf } from '../../../core/queue/shingles.ts';
import { aCapture } from '../../extension/support/a-complaint.ts';

const LETTER =
  '你好，11月12日送到工地的粉煤灰卸货时发现严重结块，泵车两次堵管，现场停工四个小时，监理要求退场。请贵公司尽快派人到现场查看，并在三天内书面答复处理方案。';

function of(text: string, values: ComplaintValues = {}, capture: Partial<PageCapture> = {}): Comparable {
  const blocks = [{ role: 'body' as const, label: null, text }];
  return { capture: aCapture({ identity: null, blocks, ...capture }), values };
}
const kinds = (one: Comparable, other: Comparable) => twinReasons(one, other).map(({ kind }) => kind);

describe('two complaints', () => {
  it.each<[string, Comparable, Comparable, string[]]>([
    [
      'from the same message',
      of('甲', {}, { identity: '<1@a>' }),
      of('乙', {}, { identity: '<1@a>' }),
      ['sameMessage'],
    ],
    ['without an identity', of('甲'), of('乙'), []],
    ['with the same words otherwise written', of('批號：Ａ１，結塊！'), of('批号 a1 结块'), ['sameWords']],
    ['without words', of(''), of(''), []],
    [
      'of the same customer and batch',
      of('结块', { customerName: '華科 混凝土', batchNo: 'FA-2026、FA-2027' }),
      of('又来了', { customerName: '华科混凝土', batchNo: 'fa2027' }),
      ['sameGoods'],
    ],
    [
      'of other customers with the same batch',
      of('甲', { customerName: '甲厂', batchNo: 'FA1' }),
      of('乙', { customerName: '乙厂', batchNo: 'FA1' }),
      [],
    ],
    [
      'of the same customer with another batch',
      of('甲', { customerName: '甲厂', batchNo: 'FA1' }),
      of('乙', { customerName: '甲厂', batchNo: 'FA2' }),
      [],
    ],
    ['sent again with a line above', of(LETTER), of(`上次的信还没有答复，再发一次。\n${LETTER}`), ['similarText']],
    [
      'forwarded with small changes',
      of(LETTER),
      of(LETTER.replace('四个小时', '五个小时').replace('三天', '两天')),
      ['similarText'],
    ],
    [
      'about similar things',
      of(LETTER),
      of('你好，我们收到的水泥包装破损受潮，数量也少了两吨，要求赔偿损失，请联系仓库核对发货单。'),
      [],
    ],
    [
      'from one form about other goods',
      of(LETTER, { orderNo: 'SO-1001' }),
      of(LETTER.replace('四', '五'), { orderNo: 'SO-1002' }),
      [],
    ],
    ['too short to compare', of('结块了退货'), of('结块了退钱'), []],
  ])('%s', (_, one, other, expected) => {
    expect(kinds(one, other)).toEqual(expected);
    expect(kinds(other, one)).toEqual(expected);
  });

  it('name the number that they share as it is written', () => {
    const one = of('结块', { customerName: '华科', batchNo: 'FA-2026、ＦＡ－20261102；X1' });
    const other = of('又来了', { customerName: '华科', batchNo: 'fa20261102' });
    expect(twinReasons(one, other)).toEqual([{ kind: 'sameGoods', field: 'batchNo', value: 'ＦＡ－20261102' }]);
    expect(twinReasons(other, one)).toEqual([{ kind: 'sameGoods', field: 'batchNo', value: 'fa20261102' }]);
  });

  it('do not become alike by the mail below, or by a card', () => {
    const blocks = (own: string) => [
      { role: 'body' as const, label: null, text: own },
      { role: 'quoted' as const, label: null, text: LETTER },
      { role: 'signature' as const, label: null, text: '华科混凝土有限公司 王建国 13800001234' },
    ];
    const one = of('', {}, { blocks: blocks('水泥少了两吨，请补发，并说明为什么又少了。') });
    const other = of('', {}, { blocks: blocks('粉煤灰里有木块，已经拍照，请派人来看一看。') });
    expect(kinds(one, other)).toEqual([]);
  });
});

describe('one complaint in a webmail and in a ticket system', () => {
  const SHORT = '冷链没做好，水饺化了，全额退款。';
  const HEAD = 'From: 王建国 <wang@huake.example>\nTo: clerk@example.test\nDate: Fri, 20 Nov 2026 09:05:00 +0800';
  const webmail = (text: string, subject = '粉煤灰结块', values: ComplaintValues = {}): Comparable => ({
    values,
    capture: aCapture({
      url: 'https://mail.example/?_task=mail&_uid=16&_mbox=INBOX&_action=show',
      identity: 'https://mail.example/?_task=mail&_uid=16&_mbox=INBOX&_action=show',
      title: subject,
      blocks: [
        { role: 'subject', label: null, text: subject },
        { role: 'body', label: null, text },
      ],
    }),
  });
  const ticket = (text: string, change: Partial<PageCapture> = {}, values: ComplaintValues = {}): Comparable => ({
    values,
    capture: aCapture({
      readBy: { way: 'recipe', recipe: 'request-tracker' },
      url: 'https://rt.example/Ticket/Display.html?id=12',
      identity: 'https://rt.example/Ticket/Display.html?id=12',
      title: '[example.com #12] Re: 粉煤灰结块',
      blocks: [
        { role: 'subject', label: null, text: '[example.com #12] Re: 粉煤灰结块' },
        { role: 'body', label: null, text },
        { role: 'field', label: '客户名称', text: '华科混凝土有限公司' },
        { role: 'field', label: '处理部门', text: '质量管理部售后服务中心' },
        { role: 'quoted', label: '客服', text: '已转质量部，三个工作日内答复您。' },
      ],
      ...change,
    }),
  });
  const quote = (text: string) => text.replace(/^/gm, '> ');

  it.each<[string, Comparable, Comparable, string[]]>([
    ['with its fields and our answers beside it', webmail(SHORT), ticket(SHORT), ['sameWords']],
    ['with its head in the text', webmail(LETTER), ticket(`${HEAD}\n主题: 粉煤灰结块\n\n${LETTER}`), ['sameWords']],
    [
      'passed on under a line of ours',
      webmail(LETTER),
      ticket(
        `请质量部处理。\n\n-----原始邮件-----\n发件人: 王建国\n发送时间: 2026-11-20 09:05\n主题: 结块\n\n${LETTER}`,
      ),
      ['sameWords'],
    ],
    [
      'quoted with marks',
      webmail(`${LETTER}\n要求退货。`),
      ticket(`请看下面。\n\n在 2026年11月20日 09:05，王建国 <wang@huake.example> 写道：\n\n${quote(LETTER)}`),
      ['similarText'],
    ],
    [
      'where the page shows the older mail apart',
      webmail(LETTER),
      ticket('', {
        blocks: [
          { role: 'body', label: null, text: '见下' },
          { role: 'quoted', label: null, text: quote(LETTER) },
        ],
      }),
      ['sameWords'],
    ],
    [
      'by the Message-ID of its pasted head',
      { ...webmail('甲'), capture: aCapture({ identity: '<lab-03@mail.example.org>', blocks: [] }) },
      ticket('Message-ID: <lab-03@mail.example.org>\n乙'),
      ['sameMessage'],
    ],
    [
      'half told anew under the same subject',
      webmail(`${LETTER}另外我们已经第三次来信了，请认真对待，不要再拖延，否则将更换供应商。`, '回复：粉煤灰结块'),
      ticket(LETTER.slice(0, 60)),
      ['similarText'],
    ],
    [
      'by phone and order, whatever the customer is called',
      webmail('甲', '甲', { customerName: '华科', contactPhone: '138-0000-1234', orderNo: 'SO-2026-18' }),
      ticket('乙', {}, { contactName: '王先生', contactPhone: '13800001234', orderNo: 'so202618' }),
      ['sameGoods'],
    ],
    [
      'not: two people of one name with one order number at two companies',
      webmail('甲', '甲', { customerName: '甲厂', contactName: '王经理', orderNo: 'A-100' }),
      ticket('乙', {}, { customerName: '乙厂', contactName: '王经理', orderNo: 'A-100' }),
      [],
    ],
    [
      'not: other goods under the same subject',
      webmail(LETTER, '粉煤灰结块', { batchNo: 'FA-1001' }),
      ticket(LETTER.replace('四个', '五个'), {}, { batchNo: 'FA-1002' }),
      [],
    ],
    [
      'not: two complaints above one answer of ours',
      webmail(`水泥少了两吨，请补发。\n\n-----原始邮件-----\n发件人: 客服\n主题: 答复\n\n${LETTER}`, '甲'),
      ticket(`粉煤灰里有木块，请看照片。\n\n-----原始邮件-----\n发件人: 客服\n主题: 答复\n\n${LETTER}`),
      [],
    ],
  ])('%s', (_, one, other, expected) => {
    expect(kinds(one, other)).toEqual(expected);
    expect(kinds(other, one)).toEqual(expected);
    const keys = new Set(twinKeys(one));
    if (expected.length > 0) expect(twinKeys(other).filter((key) => keys.has(key))).not.toEqual([]);
  });

  it.each([
    ['Re: [example.com #12] 转发：粉煤灰结块', '粉煤灰结块'],
    ['回覆: RE[2]: Fwd: Invoice twice', 'invoice twice'],
    ['#8: Wrong item', 'wrong item'],
    ['Support #1: 少了两吨', '少了两吨'],
    ['【外部邮件】答复：AW: 結塊', '结块'],
    ['[紧急] 结块', '[紧急] 结块'],
    ['Re:', ''],
    ['重要：回复客户', '重要:回复客户'],
  ])('has the subject %s without what was put before it', (subject, plain) => {
    expect(plainSubject(subject)).toBe(plain);
  });
});

describe('keys', () => {
  const text = fc
    .array(fc.constantFrom('结块', '退货', '水泥', '数量', '少了', 'pump', 'late ', '华科', '赔偿', '。'), {
      minLength: 4,
      maxLength: 60,
    })
    .map((words) => words.join(''));
  const values = fc.record(
    { customerName: fc.constantFrom('甲厂', '乙廠'), batchNo: fc.constantFrom('A-100', 'Ａ100', 'B200') },
    { requiredKeys: [] },
  );
  const complaint = fc
    .record({ text, values, identity: fc.constantFrom(null, '<1@a>', '<2@a>') })
    .map((each) => of(each.text, each.values, { identity: each.identity }));

  it('are shared by all that are twins for another reason than likeness', () => {
    fc.assert(
      fc.property(complaint, complaint, (one, other) => {
        const reasons = twinReasons(one, other).filter(({ kind }) => kind !== 'similarText');
        if (reasons.length === 0) return;
        const keys = new Set(twinKeys(other));
        expect(twinKeys(one).some((key) => keys.has(key))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('are shared by nearly all similar texts and by few that are not', () => {
    const base = shinglesOf(LETTER.repeat(2));
    const words = Array.from(LETTER);
    const changed = (share: number, seed: number) => {
      // Every nth character replaced by one that stands nowhere else.
      const every = Math.round(1 / share);
      return words
        .map((word, at) =>
          (at + seed) % every === 0 ? String.fromCharCode(0x4e00 + ((at * 31 + seed * 17) % 900)) : word,
        )
        .join('');
    };
    const meets = (other: string) =>
      bandKeys(shinglesOf(other)).some((key) => bandKeys(shinglesOf(LETTER)).includes(key));
    const seeds = Array.from({ length: 40 }, (_, seed) => seed);
    expect(base.size).toBeGreaterThan(50);
    const near = seeds.map((seed) => changed(1 / 14, seed));
    expect(near.every((text) => likeness(shinglesOf(text), shinglesOf(LETTER)) > 0.5)).toBe(true);
    expect(near.filter(meets).length).toBeGreaterThanOrEqual(36);
    const far = seeds.map((seed) => changed(1 / 2, seed));
    expect(far.filter(meets).length).toBeLessThanOrEqual(4);
  });
});

describe('likeness', () => {
  it('is 1 with itself, the same both ways, and between 0 and 1', () => {
    const set = fc.uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 20 }).map((each) => new Set(each));
    fc.assert(
      fc.property(set, set, (one, other) => {
        expect(likeness(one, other)).toBe(likeness(other, one));
        expect(likeness(one, other)).toBeGreaterThanOrEqual(0);
        expect(likeness(one, other)).toBeLessThanOrEqual(1);
        expect(likeness(one, one)).toBe(one.size === 0 ? 0 : 1);
      }),
    );
  });

  it('takes characters of Chinese and words of English as words', () => {
    expect([...shinglesOf('结块，严重！')]).toEqual(['结 块 严', '块 严 重']);
    expect([...shinglesOf('The pump WAS blocked')]).toEqual(['the pump was', 'pump was blocked']);
    expect([...shinglesOf('泵车pump堵管')]).toEqual(['泵 车 pump', '车 pump 堵', 'pump 堵 管']);
  });
});

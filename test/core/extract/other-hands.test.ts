import { describe, expect, it } from 'vitest';
import { extractDraft } from '../../../core/extract/extract-draft.ts';
import { proposedValues } from '../../../core/extract/proposed-values.ts';
import type { Field } from '../../../core/complaint/field.ts';
import { captureOf } from './capture-of.ts';

const SENT = '2026-06-18T10:00:00+08:00';

function draftOf(body: string, subject = '') {
  return extractDraft(captureOf({ subject, body, from: { name: 'x', address: 'x@mail.example' }, sentAt: SENT }));
}

function said(field: Field, body: string, subject = ''): string | undefined {
  return proposedValues(draftOf(body, subject))[field];
}

describe('labels of other forms', () => {
  const form = [
    '真实姓名：温如玉',
    '商品：儿童推车 / 轻便款Q3 / 灰',
    '到货：6/12，共4台',
    '买家诉求：换新并道歉',
    '填报：温如玉',
  ].join('\n');

  it.each([
    ['customerName', '温如玉'],
    ['productName', '儿童推车'],
    ['productModel', '轻便款Q3'],
    ['occurredAt', '2026-06-12'],
    ['demand', '换新并道歉'],
  ] as const)('%s', (field, value) => {
    expect(said(field, form)).toBe(value);
  });

  it('parts the make from the code behind it', () => {
    const body = '车型：星驰·远行 XC200D-3\n故障描述：转向失灵';
    expect([said('productName', body), said('productModel', body)]).toEqual(['星驰·远行', '星驰·远行 XC200D-3']);
    const part = 'Part: pressure switch PS-40B\nDefect: leaks at the seam';
    expect([said('productName', part), said('productModel', part)]).toEqual(['pressure switch', 'PS-40B']);
  });
});

describe('what is asked for', () => {
  it.each([
    ['壶底漏水，贵厂请：\n——换新壶；\n——承担运费。\n不然下月不结款。', '换新壶；承担运费'],
    ['快递三天没动，我等着用。速退。', '速退'],
    ['窗户装歪了。误工费照算，玻璃照赔。', '误工费照算，玻璃照赔'],
    [
      'Both cards stopped. Unfreeze the account today and waive the fee.',
      'Unfreeze the account today and waive the fee',
    ],
  ])('%s', (body, demand) => {
    expect(said('demand', body)).toBe(demand);
  });

  it('takes the list below the line that asks before one that tells', () => {
    const body =
      '具体如下：\n一、3月2日少补2箱；\n二、3月9日少补1箱。\n\n现函请贵司：\n（一）补齐3箱；\n（二）书面说明。';
    expect(said('demand', body)).toBe('补齐3箱；书面说明');
  });
});

describe('when it happened', () => {
  it.each([
    ['双十一那天在店里买的锅，用一次就裂了，求退货。', '2025-11-11'],
    ['说好昨天下午3点前送沙发，到现在没见车。', '2026-06-17T15:00:00+08:00'],
    ['上周三在你们店修的水泵今天又漏了，重新修。', '2026-06-18'],
    ['到今天半个月了没人管，6月2日报的修，水管爆了。', '2026-06-02'],
    ['昨天在窗口被骂，那人牌子是6号。', '2026-06-17'],
    ['电饭煲不通电，请在 7 月 10 日前换新。', undefined],
  ])('%s', (body, day) => {
    expect(said('occurredAt', body)).toBe(day);
  });
});

describe('whose number', () => {
  it('leaves out the number behind somebody else’s name', () => {
    const body = '地板起泡，请来看。\n\n温如玉 13800001111 / 隔壁陈太太 13900002222';
    expect(said('contactPhone', body)).toBe('13800001111');
  });

  it('gives the number of the one to call, marked', () => {
    const phones = draftOf('水管漏水，可以打我爱人电话 13912345678，我上夜班。').values.contactPhone ?? [];
    expect(phones.map(({ value, doubt }) => [value, doubt])).toEqual([['13912345678', 'anothersPhone']]);
  });

  it('reads the own number behind the word 我的 beside a hotline', () => {
    expect(said('contactPhone', '你们客服电话4001234567打不通，我的13812345678，速回。')).toBe('13812345678');
  });
});

describe('a sender on the receiver’s own mail server', () => {
  const capture = (body: string) => ({
    ...captureOf({ subject: '电饭煲', body, from: { name: '陈美玲', address: 'chen@town.example' }, sentAt: SENT }),
    to: [{ name: null, address: 'service@town.example' }],
  });

  it('complains in person', () => {
    const values = proposedValues(extractDraft(capture('上周买的电饭煲昨天开始不通电，要求换新。')));
    expect([values.contactName, values.contactEmail]).toEqual(['陈美玲', 'chen@town.example']);
  });

  it('passes on what a customer says', () => {
    const values = proposedValues(extractDraft(capture('客户来电投诉电饭煲昨天开始不通电，要求换新。')));
    expect([values.contactName, values.contactEmail]).toEqual([undefined, undefined]);
  });
});

describe('what the complaint is about', () => {
  it.each([
    ['安装的小伙子走的时候没调好，前天装的卷闸门关不严。', '卷闸门'],
    ['My dog was eating Oakfield Salmon Bites Trays when I saw a wire.', undefined],
    ['包裹被扔在雨里，整箱陶瓷花瓶碎了。', '陶瓷花瓶'],
  ])('%s', (body, name) => {
    if (name === undefined) expect(said('productName', body) ?? '').not.toMatch(/^eating/);
    else expect(said('productName', body)).toContain(name);
  });

  it('takes the number of a ticket for no model', () => {
    const body = 'My ticket DD-40929 is still open, the kettle leaks. Please refund.';
    expect([said('productName', body, 'ticket'), said('productModel', body, 'ticket')]).toEqual(['kettle', undefined]);
  });
});

describe('proof in hand', () => {
  it.each([
    ['漆面起泡。估价单、验收单我都扫描了。', '估价单、验收单'],
    ['整箱碎了。影片有。', '影片'],
    ['Half the tiles were cracked. Pictures on my phone if you want them.', 'Pictures on my phone'],
  ])('%s', (body, proof) => {
    expect(said('evidence', body)).toBe(proof);
  });
});

describe('mails that only look like complaints', () => {
  it.each([
    ['不在办公室 Re: 阀门漏油', '您好，本人今明两天特休，急事请洽代理人。此为自动回复。'],
    ['想加盟', '原来做的牌子售后老扯皮，想代理你们的。加盟费多少，退换货什么政策？'],
    ['地址', '包裹已经找到了，谢谢。麻烦把它改送到公司前台。'],
    ['Invoice', 'Could you send the VAT invoice for May please, with the credit shown as a separate line. Thanks.'],
  ])('%s', (subject, body) => {
    expect(draftOf(body, subject).isComplaint.score).toBeLessThan(0.5);
  });
});

import { describe, expect, it } from 'vitest';
import { extractDraft } from '../../../core/extract/extract-draft.ts';
import { captureOf } from './capture-of.ts';

const judge = (subject: string, body: string) => extractDraft(captureOf({ subject, body })).isComplaint;

describe('assessIsComplaint', () => {
  it.each([
    ['水壶漏水', '上周买的水壶壶底漏水，打客服没人接，请退款。'],
    ['磅差', '送货单写28.60吨，过磅才27.10吨，少了1.5吨，必须给个说法。'],
    ['磅单对不上', '送货单写98.4吨，我们称出来95.7吨，不是一次两次了，请核对，少的部分从结算里扣掉。'],
    ['冷氣修三次都沒好', '修了三次還是不冷，越修越貴，請把費用退給我。'],
    ['Wheel came loose', 'The wheel came loose on the freeway. I want a full refund.'],
    ['Still waiting', 'Nobody has answered for two weeks and the lamp you sent is broken.'],
  ])('%s is a complaint', (subject, body) => {
    expect(judge(subject, body).score).toBeGreaterThan(0.5);
  });

  it.each([
    ['自动回复: 质量投诉', '我于4月5日至4月9日出差，邮件回复可能不及时。'],
    ['Automatic reply: your complaint', 'I am out of the office until 30 April.'],
    ['会员周报：全场五折', '不满意包退！立即选购。退订请点此。'],
    ['询价：粉煤灰 8000吨', '请提供报价单，如不合格须退货。'],
    ['表扬小顾师傅', '不知道发哪里，就发到投诉邮箱了，特别感谢他，大半夜帮我修好了车。'],
    ['应聘投诉专员', '我有四年客诉处理经验，熟悉退款赔付，简历见附件。'],
    ['关于计划检修停电的通知', '尊敬的用户：4月18日计划停电，给您带来不便敬请谅解。投诉电话12398。'],
    ['Undelivered Mail Returned to Sender', 'Your message could not be delivered. Subject: Re: your complaint'],
    ['Invoice 2026-118', 'Please find attached our invoice. Payment is due in 30 days.'],
  ])('%s is none', (subject, body) => {
    expect(judge(subject, body).score).toBeLessThan(0.5);
  });

  it('quotes the words that spoke for and against', () => {
    const { signals } = judge('自动回复: 投诉', '我出差期间不能及时回复。');
    expect(signals).toContainEqual({ quote: '自动回复', speaksFor: false });
    expect(signals).toContainEqual({ quote: '投诉', speaksFor: true });
  });
});

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
    ['5月12日到货', '刘工：5月12日到的两卷钢带，边部有波浪弯，冲床走料不顺。烦请安排更换，谢谢。'],
    ['跟进：4月2日的反馈', '您好，4月2日发过邮件，到今天没有收到任何回音，麻烦给个准信。'],
    ['订单 88213', '收到的床头柜只有三个把手，缺一个，方便的话补寄一下。'],
    ['8D request / SCAR 26-017', 'Please submit containment within 24 h. 14 of 200 housings show sink marks.'],
    ['PO 4471 – pallet 3', 'Kindly arrange replacement of the 6 sacks which arrived wet.'],
    ['Your invoice 20918', 'You have charged the old rate again. Please correct it and confirm.'],
    ['真棒', '你们真会做生意，花三千块买的椅子坐两天就散架了。'],
    ['關於上週的施工', '師傅走了以後牆面整片不平，門也關不起來，什麼時候可以來重做？'],
    ['', '房间空调整晚像拖拉机，前台说没有房可换。'],
    ['Reminder: our claim of 3 March', 'We have heard nothing since. The four rejected drums are still in our yard.'],
    ['宽带', '装了半个月了还没网，报修三回了。'],
    ['取款', '机器没吐钞，卡里少了两千。'],
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
    ['订单确认 PO-7781', '王经理，附件为新订单，请确认交期后回签，包装要求同上次。'],
    ['客服体系介绍', '我司专注投诉管理软件十年，可将客户投诉率降低三成，期待与您合作。'],
    ['关于召开一季度投诉复盘会的通知', '各部门：定于4月8日在三楼会议室召开一季度投诉复盘会，请准时参加。'],
    ['请问怎么投诉', '你好，我在写一篇关于消费者权益的论文，想请教贵司投诉处理的流程。'],
    ['投诉已处理，请评价', '您的投诉已办结，诚邀您花一分钟填写满意度调查。退订请回T。'],
    ['Re: 上次的问题', '小陈，新的泵已经换好，运行正常，这单可以关了，谢谢你。'],
    [
      'Job application: complaints handler',
      'I have five years of experience in refunds and escalations. My CV is attached.',
    ],
    ['Price for spare parts', 'Could I get a price for two seals and a filter for the RB-200? No rush.'],
    [
      'Staff notice: complaints register',
      'Dear colleagues, from May every complaint has to be entered in the register.',
    ],
    ['Your parcel is on its way', 'Good news! Your order has shipped. If anything is damaged, contact our team.'],
    ['补开发票', '您好，麻烦补开一下6月的发票，抬头同上次，谢谢。'],
    ['消費爭議新聞剪報', '各位同仁：本週電子報整理三則客訴新聞，若不想再收到請點此取消訂閱。'],
  ])('%s is none', (subject, body) => {
    expect(judge(subject, body).score).toBeLessThan(0.5);
  });

  it('quotes the words that spoke for and against', () => {
    const { signals } = judge('自动回复: 投诉', '我出差期间不能及时回复。');
    expect(signals).toContainEqual({ quote: '自动回复', speaksFor: false });
    expect(signals).toContainEqual({ quote: '投诉', speaksFor: true });
  });
});

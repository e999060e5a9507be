import { describe, expect, it } from 'vitest';
import { captureOfForm, formChannel, holdsWords } from '../../../core/capture/capture-of-form.ts';
import { PageCapture } from '../../../core/capture/page-capture.ts';
import { readCaller } from '../../../core/capture/read-caller.ts';
import { customerOf, readChat } from '../../../core/capture/read-chat.ts';

const edge = { capturedAt: '2026-11-22T10:00:00Z', zone: 'Asia/Shanghai' };
const capture = (text: string, channel = '电话') =>
  captureOfForm({ channel, channelLabel: '投诉渠道', text, openedText: '2026年11月22日 18:00' }, edge);

describe('a form as a capture', () => {
  it('counts as received when it was opened, by the channel that was chosen', () => {
    const empty = capture('');
    expect(PageCapture.safeParse(empty).error).toBeUndefined();
    expect(empty).toMatchObject({
      readBy: { way: 'form', recipe: null },
      title: '电话',
      sentAt: edge.capturedAt,
      sentAtText: '2026年11月22日 18:00',
      identity: null,
      blocks: [{ role: 'field', label: '投诉渠道', text: '电话' }],
    });
    expect([formChannel(empty), holdsWords(empty)]).toEqual(['电话', false]);
  });

  it('says whether anything was typed, with a channel and without', () => {
    expect(holdsWords(capture('滤网破了'))).toBe(true);
    expect(holdsWords(capture('滤网破了', ''))).toBe(true);
    expect(holdsWords(capture('', ''))).toBe(false);
    expect(holdsWords(capture('张伟 13900001111'))).toBe(true);
  });

  it('cuts what is longer than a capture holds, and says so', () => {
    const long = capture('长'.repeat(400_001));
    expect(PageCapture.safeParse(long).error).toBeUndefined();
    expect(long.notFound).toEqual(['rest']);
  });

  it('takes of a chat the words of the customer, and of others as context', () => {
    const chat = capture(
      '李芳 2026/11/19 14:03\n滤网破了\n客服小何 2026/11/19 14:05\n请问订单号\n李芳 2026/11/19 14:06\nDD1',
      '微信',
    );
    expect(chat).toMatchObject({
      from: { name: '李芳', address: null },
      sentAt: null,
      sentAtText: '2026/11/19 14:03',
      title: '滤网破了',
    });
    expect(chat.blocks.slice(1)).toEqual([
      { role: 'body', label: null, text: '滤网破了\nDD1' },
      { role: 'quoted', label: '客服小何 · 2026/11/19 14:05', text: '请问订单号' },
    ]);
  });
});

describe('who calls', () => {
  it.each([
    ['华科混凝土有限公司张伟，电话 13900001111。灰结块了', '华科混凝土有限公司', '张伟', '13900001111', '灰结块了'],
    ['张女士来电，说滤网破了', null, '张女士', null, '说滤网破了'],
    ['欧阳先生 010-62345678 要求换货', null, '欧阳先生', '010-62345678', '要求换货'],
    ['城南搅拌站的李工（139 0000 1111）：少了两吨', '城南搅拌站', '李工', '139 0000 1111', '少了两吨'],
    ['陳先生 0912-345-678 反映包裝破損', null, '陳先生', '0912-345-678', '反映包裝破損'],
    ['万达超市来函，要求退货', '万达超市', null, null, '要求退货'],
  ])('%s', (note, company, name, phone, rest) => {
    expect(readCaller(note)).toEqual({ company, name, phone, time: null, rest });
  });

  it.each([
    '昨天客户投诉灰结块',
    '我是华科公司的张伟，电话 13900001111',
    '高温天气里滤网坏了，电话 13900001111',
    '',
    '13900001111 一直打不通',
    '方案还没有给，任何人都不回复',
  ])('is left open by: %s', (note) => {
    expect(readCaller(note)).toBeNull();
  });
});

describe('a pasted chat', () => {
  it.each([
    ['name and time', '张伟 2026/11/21 14:03\n一\n客服 14:05\n二', ['张伟', '客服']],
    ['time and name', '2026-11-21 14:03:22 张伟\n一\n2026-11-21 14:05:00 客服\n二', ['张伟', '客服']],
    ['brackets', '[14:03] 张伟:\n一\n[14:05] 客服:\n二', ['张伟', '客服']],
    ['words of time', '张伟 昨天 下午 2:03\n一\n李四 昨天 14:05\n二', ['张伟', '李四']],
    ['English', 'Ann Lee 11/21 2:03 PM\none\nSupport 11/21 2:05 PM\ntwo', ['Ann Lee', 'Support']],
  ])('is told by %s', (_, text, speakers) => {
    expect(readChat(text)?.map(({ speaker }) => speaker)).toEqual(speakers);
  });

  it.each([
    '下午 14:03 到货，发现破损。',
    '张伟 14:03\n只有一条',
    '请于 2026/11/21 14:03 前答复！\n谢谢。\n截止 14:05。',
  ])('is not what is a note: %s', (text) => {
    expect(readChat(text)).toBeNull();
  });

  it('leaves out what has no words, and keeps words above the first head', () => {
    expect(readChat('以下为聊天记录\n甲 14:03\n\n乙 14:05\n好')).toEqual([
      { speaker: '', time: '', text: '以下为聊天记录' },
      { speaker: '乙', time: '14:05', text: '好' },
    ]);
  });

  it('has as its customer the first who is not staff', () => {
    const say = (speaker: string) => ({ speaker, time: '', text: 'x' });
    expect(customerOf([say('官方客服'), say('李芳')])).toBe('李芳');
    expect(customerOf([say('售后小王')])).toBe('售后小王');
    expect(customerOf([say('')])).toBeNull();
  });
});

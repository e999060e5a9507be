import { describe, expect, it } from 'vitest';
import { extractDraft } from '../../../core/extract/extract-draft.ts';
import { captureOfPiece, severalComplaints } from '../../../core/extract/several-complaints.ts';
import { captureOf } from './capture-of.ts';

const DEALER = `唐经理，这个月压了三件客诉，一并报给你：
1. 订单 KX260311-07，电热水壶 A-20，两台不通电，客户要换新。
2. 订单 KX260318-22，空气炸锅 F-5，涂层掉皮，要求退款。
3. 订单 KX260402-03，豆浆机 D-9，漏水烧了主板，
   已经报修两次没人来。

麻烦本周内都给答复。
皖北电器 周立民 13856012233`;

const pieces = (body: string) => {
  const capture = captureOf({ body });
  return severalComplaints(capture).map(({ block, start, end }) => capture.blocks[block]?.text.slice(start, end));
};

describe('severalComplaints', () => {
  it('tells the cases of a list that bear order numbers of their own', () => {
    const told = pieces(DEALER);
    expect(told).toHaveLength(3);
    expect(told[0]).toMatch(/^1\. 订单 KX260311-07.*换新。$/);
    expect(told[2]).toMatch(/^3\. 订单 KX260402-03[^]*没人来。$/);
  });

  it.each([
    ['案例一：订单号 A20260511 少发一箱奶粉\n案例二：订单号 B20260512 奶瓶漏水', 2],
    ['① 訂單 TW-0521 冷氣不冷\n② 訂單 TW-0534 冰箱結霜很嚴重', 2],
    ['Two complaints:\n1) Order BX-1180: the chair wobbles\n2) Order BX-1194: the lamp came broken', 2],
    [
      '一、王女士 13800010001 反映昨天买的酸奶胀包，孩子喝了拉肚子，要求赔偿\n二、李先生 13900020002 反映冷柜里的水饺化了又冻上，要求退款',
      2,
    ],
  ])('%s', (body, count) => {
    expect(pieces(body)).toHaveLength(count);
  });

  it.each([
    ['demands', '订单 KX260311-07 的水壶不通电，要求：\n1. 换新\n2. 赔运费 20 元\n3. 书面道歉'],
    [
      'goods of one order',
      '出货单号 DL0411-0093：\n① 四季春 12箱，3箱凹罐（批 A1150318）\n② 冬瓜茶 20箱，2箱漏液（批 B1150305）',
    ],
    ['one order told twice', '1. 订单 KX1108 少发一台\n2. 订单 KX1108 发票没开'],
    ['people to call', '电梯坏了三天。\n1. 业委会 王芳 13800010001\n2. 物业 李强 13900020002'],
    ['prose', '订单 A20260511 少发一箱，订单 B20260512 漏水。'],
  ])('leaves a list of %s one complaint', (_, body) => {
    expect(pieces(body)).toEqual([]);
  });

  it('reads each piece with who writes and what stands above the list, and nothing of the others', () => {
    const capture = { ...captureOf({ body: DEALER }), identity: '<m1@mail.example>' };
    const found = severalComplaints(capture);
    const [first, second] = [0, 1].map((index) => captureOfPiece(capture, found, index));
    const draft = first === undefined ? null : extractDraft(first);
    expect(draft?.values.orderNo?.map(({ value }) => value)).toEqual(['KX260311-07']);
    expect(draft?.values.contactPhone?.[0]?.value).toBe('13856012233');
    expect(second?.blocks[0]?.text).toContain('空气炸锅');
    expect(second?.blocks[0]?.text).toContain('周立民');
    expect(second?.blocks[0]?.text).not.toMatch(/电热水壶|豆浆机|漏水烧了主板/);
    expect([first?.identity, second?.identity]).toEqual(['<m1@mail.example>#1', '<m1@mail.example>#2']);
  });

  it('finds nothing more to part in a piece', () => {
    const capture = captureOf({ body: DEALER });
    expect(severalComplaints(captureOfPiece(capture, severalComplaints(capture), 1))).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { masker, type Care } from '../../../core/sharing/masker.ts';
import type { PersonalKind } from '../../../core/sharing/personal-kind.ts';
import { pseudonyms } from '../../../core/sharing/pseudonyms.ts';

const KEY = '5e'.repeat(32);

function learned() {
  const given = pseudonyms(KEY, 'zh-CN');
  const mask = masker(given);
  for (const person of ['张伟', '欧阳明月', '江苏宏盛建材有限公司', '王建国 13912345678', 'Mary Smith'])
    mask.learn('person', person);
  mask.learn('phone', '5566778');
  mask.learn('order', 'AB-2026-77');
  mask.keep('FA20260828003');
  return mask;
}

/** Every spelling here must leave nothing of the middle. */
const HIDDEN: [text: string, hidden: string][] = [
  ['请回电13800138000谢谢', '13800138000'],
  ['电话138 0013 8000', '138 0013 8000'],
  ['138-0013-8000', '138-0013-8000'],
  ['１３８００１３８０００', '１３８００１３８０００'],
  ['一三八零零一三八零零零', '一三八零零一三八零零零'],
  ['手机幺三八 0013 8000', '幺三八 0013 8000'],
  ['1 3 8 0 0 1 3 8 0 0 0', '1 3 8 0 0 1 3 8 0 0 0'],
  ['+86 13800138000', '13800138000'],
  ['+1-202-555-0126', '202-555-0126'],
  ['138****8000', '8000'],
  ['138●●●●8000', '8000'],
  ['导出成 1.3800138E+10', '3800138'],
  ['138\u200b0013\u200b8000', '0013'],
  ['座机0512-66228190转12', '66228190'],
  ['(021)5566 7788', '5566 7788'],
  ['门卫5566778', '5566778'],
  ['0912-345-678', '345-678'],
  ['7700900533 → 07700900533', '07700900533'],
  ['张伟来电', '张伟'],
  ['张　伟说要退', '张　伟'],
  ['張偉要退', '張偉'],
  ['欧阳明月反映', '欧阳明月'],
  ['宏盛建材要求', '宏盛建材'],
  ['王建国又来了', '王建国'],
  ['和 mary smith 谈过', 'mary smith'],
  ['Mr Smith called', 'Smith'],
  ['收货人：陈思雨', '陈思雨'],
  ['李女士称', '李女士'],
  ['邮箱 a.b+c@ex-ample.com.cn', 'a.b+c@ex-ample.com.cn'],
  ['ａ＠ｂ．ｃｏｍ', 'ａ＠ｂ'],
  ['a.b (at) example.com', 'a.b'],
  ['身份证11010519491231002X', '19491231'],
  ['110105 19491231 0021', '19491231'],
  ['卡号6222021234567890128', '6222021234567890128'],
  ['6222 0212 3456 7890 128', '7890'],
  ['车牌粤B·12345', '12345'],
  ['粤BD12345', 'BD12345'],
  ['LSVAU2A37N2183294', 'LSVAU2A37N2183294'],
  ['微信号：wx_zhang88', 'wx_zhang88'],
  ['加v: zhang-1990', 'zhang-1990'],
  ['QQ 87654321', '87654321'],
  ['住在浦东新区世纪大道100号5栋1202室', '世纪大道'],
  ['12 Baker Street, London', 'Baker'],
  ['单号SF1234567890123', 'SF1234567890123'],
  ['订单2851035762139186', '2851035762139186'],
  ['订单号AB-2026-77坏了', 'AB-2026-77'],
];

const STAYS: [text: string, care?: Care][] = [
  ['到货后细度超标，复检 45μm 筛余 28%'],
  ['2026-09-03 13:45:20'],
  ['批号FA20260828003'],
  ['登记编号 20260902-001'],
  ['13.5 14.2 15.1 16.0'],
  ['1,380,013.80元'],
  ['不高兴'],
  ['20260102123045'],
  ['质量问题'],
  ['FA-2026-0001 型', 'kept'],
];

describe('a masker', () => {
  it.each(HIDDEN)('leaves nothing in “%s” of “%s”', (text, hidden) => {
    expect(learned().text(text)).not.toContain(hidden);
  });

  it('leaves no phone of a text, whatever parts its digits and stands around it', () => {
    const part = fc.constantFrom('', ' ', '-', '.', '  ', '·', '\u200b', '－', ' - ');
    const words = fc.constantFrom('来电', '。', '请回', '，', '电话：', '3号车', '2026-09-03 ', '（', '共28%', '');
    fc.assert(
      fc.property(
        fc.integer({ min: 3e9, max: 9_999_999_999 }),
        part,
        part,
        words,
        words,
        (rest, one, other, before, after) => {
          const digits = `1${rest}`;
          const written = `${digits.slice(0, 3)}${one}${digits.slice(3, 7)}${other}${digits.slice(7)}`;
          const shown = learned().text(`${before}${written}${/\d/.test(after[0] ?? '') ? ' ' : ''}${after}`);
          expect(shown).not.toContain(written);
          expect(shown.replace(/[^\d]/g, '')).not.toContain(digits);
        },
      ),
    );
  });

  it.each(STAYS)('leaves “%s” as it is', (text, care) => {
    expect(learned().text(text, care)).toBe(text);
  });

  it.each(['NC21 ZQK', '粤B·D12345', 'yk70qjp'])(
    'knows the plate %s again in a column that stays as it is',
    (plate) => {
      const mask = learned();
      mask.learn('plate', plate);
      expect(mask.text(plate, 'kept')).toBe(mask.whole('plate', plate));
      expect(mask.text('Unknown', 'kept')).toBe('Unknown');
    },
  );

  it('says the same of a value in its column, in a text and as a number', () => {
    const mask = learned();
    expect(mask.text('张伟')).toBe(mask.whole('person', '张　伟'));
    expect(mask.text('找张伟')).toBe(`找${mask.whole('person', '张伟')}`);
    expect(mask.number('13800138000')).toBe(mask.whole('phone', '138-0013-8000'));
    expect(mask.text('宏盛建材')).toBe(mask.whole('person', '江苏宏盛建材有限公司'));
  });

  it('leaves nothing of a cell that holds two values', () => {
    const mask = learned();
    expect(mask.whole('person', '王建国 13912345678')).toMatch(/^客户-\S{8} 电话-\S{8}$/);
  });

  it.each<[PersonalKind, string]>([
    ['person', '陈思雨 138****8000'],
    ['phone', '陈思雨 138****8000'],
    ['phone', '13800138000（陈思雨）'],
  ])('learns the name beside a phone in a column of %ss: %s', (kind, cell) => {
    const mask = masker(pseudonyms(KEY, 'zh-CN'));
    mask.learn(kind, cell);
    expect(mask.text('到货后陈思雨反映细度超标')).not.toContain('陈思雨');
    expect(mask.whole(kind, cell)).toMatch(/^客户-\S{8} 电话-\S{8}$/);
  });

  it('takes no other word beside a phone for a name', () => {
    const mask = masker(pseudonyms(KEY, 'zh-CN'));
    for (const cell of ['办公室 0512-66228190', '13800138000 微信同号', '晚上打13800138001']) mask.learn('phone', cell);
    expect(mask.text('办公室反映微信同号，晚上打不通')).toBe('办公室反映微信同号，晚上打不通');
  });

  it('masks numbers only where they can be a phone or a card', () => {
    const mask = learned();
    expect(mask.number('46000')).toBeNull();
    expect(mask.number('13800138')).toBeNull();
    expect(mask.number('6222021234567890')).toMatch(/^卡号-/);
    expect(mask.number('5566778')).toMatch(/^电话-/);
  });

  it('masks a text that it has masked no further', () => {
    const mask = learned();
    for (const [text] of HIDDEN) expect(mask.text(mask.text(text))).toBe(mask.text(text));
  });

  it('takes a short form that many names share for a common word', () => {
    const mask = masker(pseudonyms(KEY, 'en'));
    for (const person of ['Mill Farm', 'Hill Farm', 'Moss Farm']) mask.learn('person', person);
    expect(mask.text('Farm machinery')).toBe('Farm machinery');
    expect(mask.text('at Hill Farm')).not.toContain('Hill');
  });

  it('tells ten examples and counts values, not places', () => {
    const mask = learned();
    for (let at = 0; at < 5; at++) mask.text(`张伟来电${at}`);
    expect(mask.counts().person).toBe(1);
    for (let at = 10; at < 40; at++) mask.text(`138001380${at}`);
    expect(mask.examples().length).toBeLessThanOrEqual(10);
  });
});

describe('half masked and oddly written phones', () => {
  const mask = learned();
  mask.learn('phone', '138****5678');
  for (const phone of ['13812345678', '13800138000', '13899998000']) mask.learn('phone', phone);

  it('are the one phone of the workbook that fits them', () => {
    expect(mask.whole('phone', '138****5678')).toBe(mask.whole('phone', '13812345678'));
    expect(mask.text('回电138****5678')).toBe(`回电${mask.whole('phone', '13812345678')}`);
    expect(mask.whole('phone', '138-****-5678')).toBe(mask.whole('phone', '13812345678'));
  });

  it('have their own pseudonym where two fit, or none', () => {
    const two = mask.whole('phone', '138****8000');
    expect(two).toMatch(/^电话-/);
    expect([mask.whole('phone', '13800138000'), mask.whole('phone', '13899998000')]).not.toContain(two);
    expect(mask.text('138****8000')).toBe(two);
    expect(mask.whole('phone', '139****0000')).not.toBe(mask.whole('phone', '139****0001'));
  });

  it.each(['13800138000.5', '-13800138000', '1.3800138E+10', '13800138000.0', '8613800138000'])(
    'the number %s is the phone',
    (written) => {
      expect(mask.number(written)).toBe(mask.whole('phone', '13800138000'));
    },
  );

  it.each(['12345.5', '1E+300', '15000', '-15000.25'])('the number %s stays', (written) => {
    expect(mask.number(written)).toBeNull();
  });
});

describe('words of the ledger', () => {
  it('are no names, though they stand in a column of people', () => {
    const mask = masker(pseudonyms(KEY, 'zh-CN'));
    for (const word of ['已结案', '（未填写）', 'Closed']) mask.spare(word);
    for (const cell of ['已结案', '（未填写）', '刘海波', 'Closed Smith']) mask.learn('staff', cell);
    for (const cell of ['已结案', '（未填写）', 'Closed', '-', '——']) {
      expect(mask.whole('staff', cell)).toBe(cell);
      expect(mask.text(cell)).toBe(cell);
    }
    expect(mask.text('状态已结案，原因未填写')).toBe('状态已结案，原因未填写');
    expect(mask.text('刘海波')).toMatch(/^员工-/);
  });
});

describe('numbers that are no whole phones', () => {
  it.each([
    ['person', '赵静/1760000088', '1760000088'],
    ['person', '许总176 0000 088', '176 0000 088'],
    ['phone', '13800138000/1760000088', '1760000088'],
    ['phone', '1760000088', '1760000088'],
  ] as const)('are masked where a column of %s holds them and wherever they are quoted: %s', (kind, cell, number) => {
    const mask = masker(pseudonyms(KEY, 'zh-CN'));
    mask.learn(kind, cell);
    expect(mask.text(`“${number}”不像完整的号码`)).toMatch(/^“电话-\S{8}”不像完整的号码$/);
    expect(mask.number('1760000088')).toMatch(/^电话-/);
  });

  it('leave a day beside a name as it is', () => {
    const mask = masker(pseudonyms(KEY, 'zh-CN'));
    mask.learn('person', '赵静 20260105');
    expect(mask.text('生产日期20260105')).toBe('生产日期20260105');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERSONAL_KINDS, plainValue } from '../../../core/sharing/personal-kind.ts';
import { isSharingKey, pseudonyms, whoIs } from '../../../core/sharing/pseudonyms.ts';

const KEY = '5e'.repeat(32);
const OTHER = '5f'.repeat(32);

const phone = fc.integer({ min: 3_000_000_000, max: 9_999_999_999 }).map((rest) => `1${rest}`);
const name = fc
  .array(
    fc.constantFrom(...Array.from('王李张刘陈杨赵黄周吴伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀英华玉萍红建国志海波雨欣')),
    {
      minLength: 2,
      maxLength: 4,
    },
  )
  .map((letters) => letters.join(''));

describe('pseudonyms', () => {
  it('are the same for the same value and key, whatever was given before', () => {
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 30 }),
        fc.array(phone, { maxLength: 30 }),
        (names, phones) => {
          const one = pseudonyms(KEY, 'zh-CN');
          const other = pseudonyms(KEY, 'zh-CN');
          phones.forEach((value) => other.of('phone', value));
          const said = names.map((value) => one.of('person', value));
          expect(names.map((value) => other.of('person', value))).toEqual(said);
        },
      ),
    );
  });

  it('tell different values apart', () => {
    fc.assert(
      fc.property(fc.uniqueArray(phone, { minLength: 2, maxLength: 200 }), (phones) => {
        const given = pseudonyms(KEY, 'zh-CN');
        expect(new Set(phones.map((value) => given.of('phone', value))).size).toBe(phones.length);
      }),
    );
  });

  it('are others with another key, and show nothing of the value', () => {
    fc.assert(
      fc.property(name, phone, (person, number) => {
        const [one, other] = [pseudonyms(KEY, 'zh-CN'), pseudonyms(OTHER, 'zh-CN')];
        expect(one.of('person', person)).not.toBe(other.of('person', person));
        expect(one.of('phone', number)).not.toContain(number.slice(-4));
        expect(one.of('person', person)).toMatch(/^客户-[0-9A-HJKMNP-TV-Z]{8}$/);
      }),
    );
  });

  it.each([
    ['person', '张伟', '张　伟'],
    ['person', '张伟', '張偉'],
    ['person', '王建国', '王建国先生'],
    ['phone', '13800138000', '+86 138-0013-8000'],
    ['phone', '13800138000', '一三八零零一三八零零零'],
    ['phone', '13800138000', '１３８ ００１３ ８０００'],
    ['phone', '13800138000', '013800138000'],
    ['email', 'Wang@Example.com', 'wang@example.com'],
    ['plate', '粤B·12345', '粤b12345'],
    ['idNo', '11010519491231002X', '110105 19491231 002x'],
  ] as const)('%s %s and %s are one', (kind, one, other) => {
    expect(plainValue(kind, one)).toBe(plainValue(kind, other));
  });

  it('are the same for a customer who is also of the staff', () => {
    const given = pseudonyms(KEY, 'zh-CN');
    expect(given.of('staff', '张伟')).toBe(given.of('person', '张伟'));
  });

  it('have a word for each kind in each language', () => {
    for (const locale of ['zh-CN', 'zh-TW', 'en'] as const)
      for (const kind of PERSONAL_KINDS) expect(pseudonyms(KEY, locale).of(kind, 'x1')).toMatch(/^.+-[0-9A-Z]{8}$/);
  });

  it('are found again by their beginning', () => {
    const given = pseudonyms(KEY, 'zh-CN');
    const said = given.of('person', '张伟');
    given.of('phone', '13800138000');
    expect(whoIs(given.given(), said.slice(0, -3)).map(({ value }) => value)).toEqual(['张伟']);
    expect(whoIs(given.given(), said.split('-')[1]?.toLowerCase() ?? '')).toHaveLength(1);
    expect(whoIs(given.given(), '客户-0')).toEqual([]);
  });

  it('take only a whole key for a key', () => {
    expect(isSharingKey(KEY)).toBe(true);
    for (const bad of ['', 'abc', `${KEY}0`, KEY.toUpperCase().replace('5', 'G')])
      expect(isSharingKey(bad)).toBe(false);
  });
});

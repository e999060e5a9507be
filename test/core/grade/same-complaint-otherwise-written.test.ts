import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessComplaint } from '../../../core/grade/assess-complaint.ts';
import { PACKS } from '../../../core/policy/packs.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { SIMPLIFIED } from '../../../core/text/simplified.ts';

const stories = PACKS.flatMap((pack) =>
  pack.examples
    .map(({ given }) => given.description ?? '')
    .filter((description) => description !== '')
    .map((description) => ({ pack, description })),
);
const story = fc.constantFrom(...stories);

/** One traditional character for each simplified one, where there is any. */
const TRADITIONAL = new Map(Array.from(SIMPLIFIED, ([traditional, simplified]) => [simplified, traditional]));
const inTraditional = (written: string) => Array.from(written, (sign) => TRADITIONAL.get(sign) ?? sign).join('');
const inFullWidth = (written: string) =>
  written.replaceAll(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));

const gravity = (pack: PolicyPack, description: string) => {
  const { id } = assessComplaint({ description }, pack).grade;
  return pack.grades.findIndex((grade) => grade.id === id);
};
/** What was settled, with the places of the words, without the words as written. */
const settled = (pack: PolicyPack, description: string) => {
  const { category, grade, lanes, axes } = assessComplaint({ description }, pack);
  return [category, grade, ...lanes, ...axes].map(
    (choice) => choice && [choice.id, choice.rule, choice.words.map(({ start, end }) => [start, end])],
  );
};

describe('a complaint is assessed alike', () => {
  it.each([
    ['in traditional characters', inTraditional],
    ['in full width', inFullWidth],
    ['in capitals', (written: string) => written.toUpperCase()],
  ])('%s, with its words at the same places', (_, write) => {
    for (const { pack, description } of stories) {
      expect(settled(pack, write(description)), `${pack.id}: ${description}`).toEqual(settled(pack, description));
    }
  });

  it('with invisible characters anywhere in it', () => {
    fc.assert(
      fc.property(story, fc.nat(200), fc.constantFrom('\u200B', '\uFEFF', '\u00AD'), (told, at, hidden) => {
        const { pack, description } = told;
        const spoilt = description.slice(0, at) + hidden + description.slice(at);
        const ids = (text: string) => settled(pack, text).map((choice) => choice && choice.slice(0, 2));
        expect(ids(spoilt)).toEqual(ids(description));
      }),
    );
  });

  it('whoever complains: names and numbers of persons are not read', () => {
    fc.assert(
      fc.property(story, fc.constantFrom('停产集团', '12315', '曝光'), ({ pack, description }, name) => {
        const alone = assessComplaint({ description }, pack);
        const named = assessComplaint({ description, customerName: name, contactPhone: name, orderNo: name }, pack);
        expect({ ...named, validity: [] }).toEqual({ ...alone, validity: [] });
      }),
    );
  });
});

describe('one complaint more', () => {
  it('never makes the grade milder, when it follows as a sentence of its own', () => {
    fc.assert(
      fc.property(story, fc.constantFrom(...stories), ({ pack, description }, other) => {
        const both = `${description.replace(/[^。.]$/u, '$&。')}\n${other.description}`;
        expect(gravity(pack, both)).toBeGreaterThanOrEqual(gravity(pack, description));
      }),
    );
  });

  it('raises the grade as far as it would alone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PACKS), fc.nat(999), fc.nat(999), (pack, one, two) => {
        const own = stories.filter((candidate) => candidate.pack === pack).map(({ description }) => description);
        const [first = '', second = ''] = [own[one % own.length], own[two % own.length]];
        const expected = Math.max(gravity(pack, first), gravity(pack, second));
        expect(gravity(pack, `${first}\n${second}`)).toBeGreaterThanOrEqual(expected);
      }),
    );
  });
});

describe('a grade word that is only supposed or denied', () => {
  const words = PACKS.flatMap((pack) =>
    pack.gradeRules.flatMap(({ when }) =>
      (when.anyWord ?? []).filter((word) => /^\p{sc=Han}+$/u.test(word)).map((word) => ({ pack, word })),
    ),
  );

  it.each(['如果', '万一', '一旦'])('after %s leaves the mildest grade', (supposed) => {
    const loud = words.filter(({ pack, word }) => gravity(pack, supposed + word) > 0);
    expect(loud.map(({ pack, word }) => `${pack.id}: ${word}`)).toEqual([]);
  });

  /** 没有全部停机 says that some did; the others cannot be said after a denial. */
  const PARTLY = /^(?:全|整|都|已|不予|延误)/;

  it.each(['没有发生', '并未出现', '避免'])('after %s leaves the mildest grade', (denied) => {
    const loud = words.filter(({ pack, word }) => !PARTLY.test(word) && gravity(pack, denied + word) > 0);
    expect(loud.map(({ pack, word }) => `${pack.id}: ${word}`)).toEqual([]);
  });

  it.each([
    ['general', '没有造成重大损失', 0],
    ['general', '没有特别严重', 0],
    ['general', '没有提起诉讼', 0],
    ['general', '没有全部报废', 1],
    ['general', '没有人处理，造成重大损失', 2],
  ])('%s: %s: %d', (id, description, expected) => {
    const pack = PACKS.find((candidate) => candidate.id === id);
    expect(pack && gravity(pack, description)).toBe(expected);
  });

  it('is heard again in the next sentence', () => {
    const deaf = words.filter(({ pack, word }) => gravity(pack, `如果${word}。${word}`) < gravity(pack, word));
    expect(deaf.map(({ pack, word }) => `${pack.id}: ${word}`)).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LEXICON, type Lexicon } from '../../../core/policy/lexicon.ts';
import { PACKS } from '../../../core/policy/packs.ts';
import { readPack } from '../../../core/policy/read-pack.ts';
import { foldText } from '../../../core/text/fold-text.ts';
import { ROOT } from '../../support/import-graph.ts';
import { SMALL_PACK as file } from '../../support/small-pack.ts';

const lexicon: Lexicon = {
  subjects: { goods: { cracked: 3, rusty: 2 }, repair: { unrepaired: 3, cracked: 1 } },
  events: { injury: ['hurt', 'burnt'], stop: ['line stop'] },
};

function withWords(anyWord: string[]) {
  return { ...file, gradeRules: file.gradeRules.map((rule) => ({ ...rule, when: { anyWord } })) };
}

describe('reading a pack with shared word lists', () => {
  it('puts a category’s list beside its own words, and its own weight first', () => {
    const [category] = file.categories;
    const pack = readPack(
      { ...file, categories: [{ ...category, lexicon: 'goods', words: { rusty: 0.5, dusty: 1 } }] },
      lexicon,
    );
    expect(pack.categories[0]?.words).toEqual({ cracked: 3, rusty: 0.5, dusty: 1 });
  });

  it('puts several lists beside its own words, the weight of the first before that of the second', () => {
    const [category] = file.categories;
    const both = { ...category, lexicon: ['goods', 'repair'], words: { rusty: 0.5 } };
    const [read] = readPack({ ...file, categories: [both] }, lexicon).categories;
    expect(read?.words).toEqual({ cracked: 3, rusty: 0.5, unrepaired: 3 });
  });

  it('puts the words of @name in the place of the name, each once', () => {
    const [rule] = readPack(withWords(['@injury', 'hurt', '@stop', 'fell']), lexicon).gradeRules;
    expect(rule?.when.anyWord).toEqual(['hurt', 'burnt', 'line stop', 'fell']);
  });

  it('knows lists of the pack itself, which may build on shared ones and go before them', () => {
    const wordLists = { harm: ['@injury', 'sick'], stop: ['stopped'] };
    const pack = readPack({ ...withWords(['@harm', '@stop']), wordLists }, lexicon);
    expect(pack.gradeRules[0]?.when.anyWord).toEqual(['hurt', 'burnt', 'sick', 'stopped']);
    expect(readPack(pack, lexicon)).toEqual(pack);
  });

  it('reads again what it has read, and says the same', () => {
    const once = readPack(withWords(['@injury', 'fell']), lexicon);
    expect(readPack(once, lexicon)).toEqual(once);
  });

  it.each(['nothing', 'constructor', '__proto__'])('refuses the name %s, which no list has', (name) => {
    expect(() => readPack(withWords([`@${name}`]), lexicon)).toThrow(name);
    const [category] = file.categories;
    expect(() => readPack({ ...file, categories: [{ ...category, lexicon: 'x' + name }] }, lexicon)).toThrow(name);
  });
});

describe('the word lists of the product', () => {
  const lists = [
    ...Object.entries(LEXICON.subjects).map(([name, words]) => ({ name, words: Object.keys(words) })),
    ...Object.entries(LEXICON.events).map(([name, words]) => ({ name, words })),
  ];

  it.each(lists)('$name holds no word twice, as far as the search can tell', ({ words }) => {
    const folded = words.map((word) => foldText(word).folded);
    expect(folded.filter((word, i) => folded.indexOf(word) < i)).toEqual([]);
  });

  it.each(lists)('$name serves a pack', ({ name }) => {
    const files = PACKS.map(({ id }) => readFileSync(join(ROOT, `core/policy/packs/${id}.json`), 'utf8'));
    expect(files.some((text) => text.includes(`"lexicon": "${name}"`) || text.includes(`"@${name}"`))).toBe(true);
  });

  it('leaves no name of a list in a pack that was read', () => {
    expect(PACKS.filter((pack) => /"@[a-z]/.test(JSON.stringify(pack)))).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { LAW_PACKS } from '../core/policy/law-packs.ts';
import { lintPack } from '../core/policy/lint-pack.ts';
import { PACKS } from '../core/policy/packs.ts';
import { citedByPack, citedByTests, clausesIn, kindOfPlace, type Citations } from './support/citations.ts';
import { deadlinesPage } from './support/deadlines-page.ts';
import { generatedDocs } from './support/generated-docs.ts';
import { ROOT } from './support/import-graph.ts';
import { citations, readRequirements } from './support/requirements.ts';
import { packWith, text } from './support/rules-pack.ts';

const requirements = readRequirements();
let found: Citations;
beforeAll(() => {
  found = citations();
});

describe('the requirements of the source documents', () => {
  it('are 246, and the five contradictions of one of them; each once, none left out in between', () => {
    const ids = requirements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const count = (prefix: string) => ids.filter((id) => new RegExp(`^${prefix}-\\d+$`).test(id));
    const sizes = { S0: 40, S1a: 12, S1b: 16, S1c: 7, S1d: 8, S1e: 7, S1f: 51, S2: 36, S3: 30, S4: 39, 'S1f-C': 5 };
    for (const [document, size] of Object.entries(sizes).slice(0, -1)) {
      expect(count(document)).toEqual(Array.from({ length: size }, (_, i) => `${document}-${i + 1}`));
    }
    expect(ids.filter((id) => id.includes('-C'))).toEqual([1, 2, 3, 4, 5].map((n) => `S1f-C${n}`));
    expect(ids).toHaveLength(251);
  });

  it.each(requirements)('$id works somewhere: $gist', ({ id }) => {
    const places = [...(found.get(id) ?? [])];
    expect(places.filter((place) => kindOfPlace(place) !== 'data')).not.toEqual([]);
  });

  it('are carried by a rule or a text, but for those that only ask for something to be kept', () => {
    const acts = (id: string) => [...(found.get(id) ?? [])].some((place) => /^(rule|text)$/.test(kindOfPlace(place)));
    const kept = requirements.map(({ id }) => id).filter((id) => !id.includes('-C') && !acts(id));
    // The ways in which a complaint may come (channels), and the papers that a plan has attached.
    expect(kept).toEqual(['S0-6', 'S3-29']);
  });

  it.each(PACKS)('are cited by $id clause by clause, from its own documents alone', (pack) => {
    expect(pack.documents).not.toEqual([]);
    expect(lintPack(pack).filter(({ code }) => code === 'unknownClause')).toEqual([]);
  });

  it('are all that is ever cited: no rule and no test names a clause that does not exist', () => {
    const known = new Set(requirements.map(({ id }) => id));
    expect([...found.keys()].filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('finding citations', () => {
  it('reads spans, and does not take a number for a longer one', () => {
    expect(clausesIn('S0-9 to S0-11, S1f-C2; S12 and XS0-1')).toEqual(['S0-9', 'S0-10', 'S0-11', 'S1f-C2']);
  });

  it('does not take a clause that is only mentioned', () => {
    const guidance = [
      { id: 'calm', step: 'talking' as const, when: {}, text: text('x'), source: 'product beside S0-23' },
      { id: 'kind', step: 'talking' as const, when: {}, text: text('x'), source: 'S0-2' },
    ];
    expect([...citedByPack(packWith({ guidance })).keys()]).toEqual(['S0-2']);
  });

  it.each([
    ['fly-ash: roles receiver', 'data'],
    ['emergency-plan: papers flowChart', 'data'],
    ['fly-ash: milestones firstResponse', 'rule'],
    ['food: axes defect leak', 'rule'],
    ['power-supply: checklists recordForm name', 'text'],
    ['test/stories/fly-ash.test.ts', 'test'],
  ])('tells what kind of proof a place is: %s is %s', (place, kind) => {
    expect(kindOfPlace(place)).toBe(kind);
  });

  it('says in which section and at which rule of a pack', () => {
    const guidance = [{ id: 'calm', step: 'talking' as const, when: {}, text: text('x'), source: 'S1a-4, S1d-1' }];
    const places = citedByPack(packWith({ guidance }));
    expect(Object.fromEntries([...places].map(([id, where]) => [id, [...where]]))).toEqual({
      'S1a-4': ['small: guidance calm'],
      'S1d-1': ['small: guidance calm'],
    });
  });
});

describe('finding citations in tests', () => {
  it('takes titles and the rows that fill them, and nothing that a test merely works with', () => {
    const linter = citedByTests('test/core/policy/lint-pack.test.ts');
    expect([...(linter.get('S1f-C3') ?? [])]).toEqual(['test/core/policy/lint-pack.test.ts']);
    expect(citedByTests('test/core/what-if/what-if.test.ts').has('S0-23')).toBe(false);
  });
});

describe('the page of time limits', () => {
  const page = deadlinesPage().split('\n');

  it('leads from “one working hour” to its clock and clause (S0-18)', () => {
    const [line = ''] = page.filter((each) => each.includes('**one working hour**'));
    for (const part of ['firstResponse', 'receivedAt', 'in principle', 'S0-18']) expect(line).toContain(part);
  });

  it.each([...PACKS, ...LAW_PACKS])('has every clock of $id', ({ id, milestones }) => {
    const from = page.findIndex((line) => line.startsWith('### ') && line.endsWith(`\`${id}\`)`));
    const to = page.findIndex((line, at) => at > from && line.startsWith('#'));
    const clocks = page.slice(from, to < 0 ? undefined : to).join('\n');
    expect(milestones.filter((clock) => !clocks.includes(`\`${clock.id}\``))).toEqual([]);
  });
});

describe('the pages made from the product', () => {
  it('are up to date; `npm run docs` makes them anew', async () => {
    for (const [path, page] of await generatedDocs()) {
      expect(page === readFileSync(join(ROOT, path), 'utf8'), `${path} is out of date: npm run docs`).toBe(true);
    }
  });
});

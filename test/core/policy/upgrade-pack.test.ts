import { describe, expect, it } from 'vitest';
import { findPack } from '../../../core/policy/packs.ts';
import { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { readPack } from '../../../core/policy/read-pack.ts';
import { CURRENT_SCHEMA, upgradePack, type UpgradeStep } from '../../../core/policy/upgrade-pack.ts';
import { SMALL_PACK } from '../../support/small-pack.ts';

/** Two steps as they might come: a section gets another name, then a blank gets a place of its own. */
const steps = new Map<number, UpgradeStep>([
  [1, ({ levels, ...rest }) => ({ ...rest, grades: levels })],
  [2, (file) => ({ ...file, retention: { years: null, source: 'product' } })],
]);

describe('a pack written for an earlier schema', () => {
  it('is lifted step by step, and nothing else in it is touched', () => {
    expect(upgradePack({ schemaVersion: 1, id: 'old', levels: ['a'] }, steps, 3)).toEqual({
      ok: true,
      value: { schemaVersion: 3, id: 'old', grades: ['a'], retention: { years: null, source: 'product' } },
    });
    expect(upgradePack({ schemaVersion: 2, id: 'old', grades: ['b'] }, steps, 3)).toMatchObject({
      value: { schemaVersion: 3, grades: ['b'] },
    });
  });

  it('stays as it is when it is of the current schema, and is not changed in place', () => {
    const file = Object.freeze({ schemaVersion: 3, grades: Object.freeze(['c']) });
    expect(upgradePack(file, steps, 3)).toEqual({ ok: true, value: file });
    const old = Object.freeze({ schemaVersion: 1, levels: Object.freeze(['a']) });
    expect(upgradePack(old, steps, 3).ok).toBe(true);
    expect(old).toEqual({ schemaVersion: 1, levels: ['a'] });
  });

  it('needs every step: a gap is a bug of ours', () => {
    expect(() => upgradePack({ schemaVersion: 1 }, new Map([[2, (file) => file]]), 3)).toThrow('version 1');
  });
});

describe('what cannot be lifted', () => {
  it.each([[null], [7], ['{}'], [[]], [{}], [{ schemaVersion: 'one' }], [{ schemaVersion: 0 }]])(
    'is refused: %j is no pack',
    (file) => {
      expect(upgradePack(file)).toMatchObject({ ok: false, code: 'notAPack' });
    },
  );

  it('is refused: a pack of a later program, with both versions', () => {
    expect(upgradePack({ schemaVersion: CURRENT_SCHEMA + 1 })).toEqual({
      ok: false,
      code: 'newerPack',
      detail: { version: CURRENT_SCHEMA + 1, current: CURRENT_SCHEMA },
    });
    const later = { ...SMALL_PACK, schemaVersion: CURRENT_SCHEMA + 1 };
    expect(() => readPack(later, { subjects: {}, events: {} })).toThrow('newerPack');
  });
});

describe('the steps of the product', () => {
  it('lead to the schema that packs are checked against', () => {
    expect(PolicyPack.shape.schemaVersion.value).toBe(CURRENT_SCHEMA);
    expect(upgradePack(findPack('general'))).toEqual({ ok: true, value: findPack('general') });
  });

  it('read a pack of the first days, which had none of the later sections', () => {
    const { schemaVersion, id, version, label, description, fields, categories } = SMALL_PACK;
    const { grades, gradeRules, statuses, milestones, examples } = SMALL_PACK;
    const first = { schemaVersion, id, version, label, description, fields, categories };
    const pack = readPack(
      { ...first, grades, gradeRules, statuses, milestones, examples },
      { subjects: {}, events: {} },
    );
    expect(pack).toEqual(SMALL_PACK);
  });
});

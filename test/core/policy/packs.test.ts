import { describe, expect, it } from 'vitest';
import { lintPack } from '../../../core/policy/lint-pack.ts';
import { LOCALES } from '../../../core/policy/localized.ts';
import { findPack, PACKS } from '../../../core/policy/packs.ts';
import { whatThePackSays } from '../../support/what-the-pack-says.ts';

describe('the packs that come with the product', () => {
  it('are found by id; an unknown id is null', () => {
    const ids = PACKS.map(({ id }) => id);
    expect(ids[0]).toBe('general');
    expect(new Set(ids).size).toBe(ids.length);
    expect(findPack('fly-ash')?.label.en).toBe('Fly-ash supplier');
    expect(findPack('constructor')).toBeNull();
  });

  describe.each(PACKS)('$id', (pack) => {
    it('has no dangling id; contradictions only where its source contradicts itself (S1f-C1 to S1f-C5)', () => {
      const findings = lintPack(pack);
      expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
      if (pack.id !== 'food') expect(findings.filter(({ level }) => level === 'warning')).toEqual([]);
    });

    it('has examples for every grade, and for every category that has words', () => {
      const expected = pack.examples.map((example) => example.expect);
      const grades = new Set(expected.map(({ grade }) => grade));
      const categories = new Set(expected.map(({ category }) => category));
      expect(pack.grades.filter(({ id }) => !grades.has(id))).toEqual([]);
      const unproved = pack.categories.filter(({ id }) => !categories.has(id) && id !== 'other');
      expect(unproved.map(({ id }) => id)).toEqual([]);
    });

    it('has an example that each grade rule decides, and one with a computed deadline of each clock', () => {
      const rules = new Set(pack.examples.map(({ expect: { gradeRule } }) => gradeRule));
      expect(pack.gradeRules.map(({ id }) => id).filter((id) => !rules.has(id))).toEqual([]);
      const clocks = new Set(pack.examples.flatMap(({ expect: { deadlines = {} } }) => Object.keys(deadlines)));
      expect(pack.milestones.map(({ id }) => id).filter((id) => !clocks.has(id))).toEqual([]);
    });

    it('has an example of every route and every department that answers; where it names none, one that says so', () => {
      const expected = pack.examples.map((example) => example.expect);
      const named = new Set(expected.flatMap(({ routes = [], departments = [] }) => [...routes, ...departments]));
      const called = [...pack.routes, ...pack.responsibility].flatMap(({ departments }) => departments);
      expect([...new Set(called)].filter((department) => !named.has(department))).toEqual([]);
      if (pack.responsibility.length === 0)
        expect(expected.some(({ departments }) => departments?.length === 0)).toBe(true);
    });

    it.each(pack.examples)('example: $name', (example) => {
      expect(whatThePackSays(example, pack)).toEqual(example.expect);
    });

    it('names everything differently within each language', () => {
      for (const list of [pack.categories, pack.grades, pack.statuses, pack.milestones]) {
        for (const locale of LOCALES) {
          const labels = list.map(({ label }) => label[locale]);
          expect(new Set(labels).size, `${locale}: ${labels.join(', ')}`).toBe(labels.length);
        }
      }
    });
  });
});

describe('the fly-ash pack follows its source', () => {
  const pack = findPack('fly-ash');

  it('S0-18: first response within one working hour, whatever the grade', () => {
    const first = pack?.milestones.find(({ id }) => id === 'firstResponse');
    expect(first?.targets).toEqual({ default: { unit: 'workMinutes', amount: 60 } });
  });

  it('S0-19: the blank X stays blank', () => {
    const answer = pack?.milestones.find(({ id }) => id === 'preliminaryAnswer');
    expect(answer?.targets).toEqual({
      default: { unit: 'notConfigured', blank: expect.stringContaining('X时间') as string },
    });
  });

  it('S0-9 to S0-16: eight things must be on the record', () => {
    const mandatory = pack?.fields.filter((field) => field.mandatory).map(({ field }) => field);
    expect(mandatory).toEqual([
      'customerName',
      'contactName',
      'contactPhone',
      'receivedAt',
      'batchNo',
      'description',
      'demand',
      'evidence',
    ]);
  });

  it('S0-14: has the four starter categories, and an open end', () => {
    expect(pack?.categories.map(({ id }) => id)).toEqual([
      'product_quality',
      'quantity',
      'packaging',
      'delivery_logistics',
      'other',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { allSteps } from '../../../core/steps.ts';
import { LOCALES } from '../../../core/policy/localized.ts';
import { PACKS } from '../../../core/policy/packs.ts';
import { AGE_BANDS, sortableBand } from '../../../core/statistics/age-band.ts';
import type { ComplaintFacts, Dimension } from '../../../core/statistics/complaint-facts.ts';
import { factsColumns, factsTable, MOST_ACROSS } from '../../../core/statistics/facts-table.ts';
import { crossFormula, crossTable, pivotPlans } from '../../../core/statistics/pivot-plan.ts';
import { translate } from '../../../core/wording/translate.ts';
import { generatedFacts, PACK } from '../../excel-addin/statistics-fixture.ts';

const LOCALE = 'zh-CN';

function withTexts(texts: Partial<Record<Dimension, string>>[]): ComplaintFacts[] {
  return generatedFacts(texts.length).map((one, at) => ({ ...one, dimensions: { ...one.dimensions, ...texts[at] } }));
}

function columnOf(facts: ComplaintFacts[], id: string): unknown[] {
  const { columns, rows } = allSteps(factsTable(facts, { pack: PACK, locale: LOCALE }));
  const at = columns.findIndex((column) => column.id === id);
  return rows.map((row) => row[at]);
}

describe('the helper columns', () => {
  it.each(LOCALES.flatMap((locale) => PACKS.map((pack) => [locale, pack.id, pack] as const)))(
    'have headings that a formula can name and no two the same (%s, %s)',
    (locale, _, pack) => {
      const columns = factsColumns(pack, locale);
      const headers = columns.map(({ header }) => header.toLowerCase());
      expect(new Set(headers).size).toBe(headers.length);
      for (const header of headers) expect(header).not.toMatch(/[[\]#@']|^\s|\s$/);
      // A pivot takes no caption that a field has.
      for (const { values } of pivotPlans(columns, pack, locale))
        for (const { caption } of values) expect(headers).not.toContain(caption.toLowerCase());
    },
  );

  it('take spellings for one value and say what is not known', () => {
    const facts = withTexts([{ cause: 'Broken bag' }, { cause: ' broken  BAG ' }, { cause: '' }, { cause: '=1+1' }]);
    expect(columnOf(facts, 'cause')).toEqual(['Broken bag', 'Broken bag', '（未填写）', "'=1+1"]);
  });

  it.each(LOCALES)('give ages in words that sort by age, by code and by language: %s', (locale) => {
    const bands = AGE_BANDS.map(({ id }) => sortableBand(id, translate(locale, `statistics.age.${id}`)));
    expect(bands.toReversed().sort()).toEqual(bands);
    expect(bands.toReversed().sort(new Intl.Collator(locale).compare)).toEqual(bands);
  });

  it('know no number of reopenings where nobody keeps one', () => {
    const facts = generatedFacts(2).map((each, at) => ({ ...each, timesReopened: at === 0 ? null : 0 }));
    expect(columnOf(facts, 'reopened')).toEqual(['', 0]);
  });

  it('gather the rarest values of what stands across, and keep the unknown by itself', () => {
    const facts = withTexts(
      Array.from({ length: 100 }, (_, at) => ({
        category: at % 20 === 0 ? '' : `类${at % 20}`,
        grade: `等${at % 12}`,
      })),
    );
    const categories = new Set(columnOf(facts, 'category'));
    expect(categories.size).toBe(MOST_ACROSS + 2);
    expect([...categories]).toEqual(expect.arrayContaining(['（其余）', '（未填写）']));
    expect(new Set(columnOf(facts, 'grade')).size).toBe(MOST_ACROSS);
  });

  it('judge a clock only where it is due and can be judged', () => {
    const [first, second, third] = generatedFacts(3);
    if (first === undefined || second === undefined || third === undefined) throw new Error('no facts');
    const clock = { lacksStart: false, dueDay: null, stopDay: null, minutesTaken: null, isProvisional: false };
    const facts = [
      { ...first, clocks: { closing: { ...clock, isDue: true, isOnTime: true } } },
      { ...second, clocks: { closing: { ...clock, isDue: false, isOnTime: null } } },
      { ...third, clocks: { closing: { ...clock, isDue: true, isOnTime: false } } },
    ];
    expect(columnOf(facts, 'judged:closing')).toEqual([1, 0, 1]);
    expect(columnOf(facts, 'met:closing')).toEqual([1, 0, 0]);
    expect(columnOf(facts, 'onTime:closing')).toEqual([1, '', 0]);
  });
});

describe('the standard pivots', () => {
  it.each(PACKS.map((pack) => [pack.id, pack] as const))('stay within their places (%s)', (_, pack) => {
    const facts = generatedFacts(400).map((one, at) => ({
      ...one,
      dimensions: { ...one.dimensions, cause: `原因${at}`, category: `类${at % 50}`, status: `态${at % 40}` },
    }));
    const table = allSteps(factsTable(facts, { pack, locale: LOCALE }));
    for (const plan of pivotPlans(table.columns, pack, LOCALE)) {
      const { columns } = crossTable(plan, table);
      const shown = plan.columns.length === 0 ? plan.values.length : columns.length + 1;
      expect(plan.rows.length + shown, plan.id).toBeLessThanOrEqual(plan.width);
    }
  });

  it('are formulas without any text of a customer where the host makes none', () => {
    const value = { header: '计数', caption: '件数', summary: 'sum' as const, format: '0' };
    expect(crossFormula(value, 'RedressFacts', [{ header: '客户', reference: '$A5' }])).toBe(
      '=SUMPRODUCT(--(RedressFacts[客户]=$A5),RedressFacts[计数])',
    );
    expect(crossFormula({ ...value, summary: 'average' }, 'T', [])).toBe(
      '=IF(SUMPRODUCT(--(T[计数]<>""))=0,"",SUMPRODUCT(T[计数])/SUMPRODUCT(--(T[计数]<>"")))',
    );
  });
});

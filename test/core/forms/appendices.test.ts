import { describe, expect, it } from 'vitest';
import { assessmentStandardSheet } from '../../../core/forms/assessment-standard.ts';
import { flowChartSheet } from '../../../core/forms/flow-chart.ts';
import { timeLimitSheet } from '../../../core/forms/time-limits.ts';
import { LOCALES } from '../../../core/policy/localized.ts';
import { findPack, PACKS } from '../../../core/policy/packs.ts';
import { formFrame } from './form-fixture.ts';

const cases = PACKS.flatMap((pack) => LOCALES.map((locale) => ({ pack, locale, name: `${pack.id} ${locale}` })));

describe('the appendices', () => {
  it.each(cases)('$name: the flow chart has every step of every way, on one page', ({ pack, locale }) => {
    const plan = flowChartSheet(formFrame(pack, locale));
    const texts = plan.cells.map(({ text }) => text);
    const used = pack.grades.flatMap(({ id }) => pack.workflow[id] ?? pack.workflow['default'] ?? []);
    for (const { label } of used) expect(texts.some((text) => text.includes(label[locale]))).toBe(true);
    for (const { label } of pack.grades) expect(texts.some((text) => text.includes(label[locale]))).toBe(true);
    expect(plan.page.fit).toBe('onePage');
  });

  it('sets a step below all that come before it', () => {
    const pack = findPack('farm-machinery');
    if (pack === null) throw new Error('no pack');
    const { cells } = flowChartSheet(formFrame(pack));
    const rowsOf = (text: string) => cells.filter((cell) => cell.text.startsWith(text)).map(({ row }) => row);
    const [emergency] = rowsOf('立即启动紧急响应机制');
    const [expert] = rowsOf('专家论证');
    expect(Math.min(...rowsOf('受理并详细记录'))).toBeLessThan(emergency ?? 0);
    expect(emergency).toBeLessThan(expert ?? 0);
  });

  it.each(cases)(
    '$name: the table of time limits names every milestone and leaves no blank unsaid',
    ({ pack, locale }) => {
      const { cells } = timeLimitSheet(formFrame(pack, locale));
      for (const { label } of pack.milestones) expect(cells.map(({ text }) => text)).toContain(label[locale]);
      for (const { text, row, column } of cells) if (column === 6 && row > 3) expect(text.trim()).not.toBe('');
    },
  );

  it.each(cases)('$name: the assessment standard names grades, remedies, figures and measures', ({ pack, locale }) => {
    const plan = assessmentStandardSheet(formFrame(pack, locale));
    const texts = plan.cells.map(({ text }) => text);
    const named = [
      ...pack.grades,
      ...pack.remedies,
      ...pack.measures,
      ...pack.accountability.measures,
      ...pack.closingGates,
    ];
    for (const { label } of named) expect(texts.some((text) => text.includes(label[locale]))).toBe(true);
    for (const height of plan.rowHeights) expect(height).toBeLessThanOrEqual(409);
    for (const text of texts) expect(text).not.toMatch(/^[=+\-@]/);
  });

  it('leaves sums and times that the document leaves open to be filled in', () => {
    const pack = findPack('farm-machinery');
    if (pack === null) throw new Error('no pack');
    const texts = assessmentStandardSheet(formFrame(pack)).cells.map(({ text }) => text);
    expect(texts).toContain('______ 元');
    expect(texts.some((text) => text.includes('______（公司填写）'))).toBe(true);
  });
});

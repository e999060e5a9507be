import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS, fieldKind, type Field } from '../../../core/complaint/field.ts';
import type { ComplaintValues } from '../../../core/complaint/complaint-values.ts';
import { ANALYSIS_REPORT } from '../../../core/forms/analysis-report.ts';
import { GENERAL_FORM } from '../../../core/forms/general-form.ts';
import { formOf, recordSheet } from '../../../core/forms/record-sheet.ts';
import type { SheetPlan } from '../../../core/forms/sheet-plan.ts';
import { LOCALES } from '../../../core/policy/localized.ts';
import { findPack, PACKS } from '../../../core/policy/packs.ts';
import { RecordForm } from '../../../core/policy/record-form.ts';
import { cleanText } from '../../../core/register/safe-cell.ts';
import { EVENTS, formComplaint, formFrame, shownOf, VALUES } from './form-fixture.ts';

const [GENERAL] = PACKS as readonly [(typeof PACKS)[number]];
const FOOD = findPack('food') ?? GENERAL;
const squeezed = (text: string) => text.replace(/\s+/g, '');

function overlaps({ cells }: SheetPlan): string[] {
  const taken = new Set<string>();
  const twice: string[] = [];
  for (const { row, column, rowCount, columnCount } of cells)
    for (let r = row; r < row + rowCount; r++)
      for (let c = column; c < column + columnCount; c++) {
        const key = `${r} ${c}`;
        if (taken.has(key)) twice.push(key);
        taken.add(key);
      }
  return twice;
}

function expectSound(plan: SheetPlan): void {
  expect(overlaps(plan)).toEqual([]);
  for (const { text, row, rowCount, column, columnCount } of plan.cells) {
    expect(text).not.toMatch(/^[\s\u3000\uFEFF]*[=+\-@＝＋－＠]/u);
    expect(row + rowCount).toBeLessThanOrEqual(plan.rowHeights.length);
    expect(column + columnCount).toBeLessThanOrEqual(plan.columnWidths.length);
  }
  for (const height of plan.rowHeights) {
    expect(height).toBeGreaterThan(0);
    expect(height).toBeLessThanOrEqual(409);
  }
}

describe('the record form', () => {
  const cases = PACKS.flatMap((pack) => LOCALES.map((locale) => ({ pack, locale, name: `${pack.id} ${locale}` })));

  it.each(cases)('$name stands on one page, filled with a usual complaint and empty', ({ pack, locale }) => {
    const frame = formFrame(pack, locale);
    for (const plan of [recordSheet(formComplaint(pack), frame), recordSheet(null, frame)]) {
      expect(plan.pages).toBe(1);
      expect(plan.continued).toEqual([]);
      expect(plan.page.fit).toBe('onePage');
      expectSound(plan);
    }
  });

  it.each(cases)('$name: the analysis report stands on one page', ({ pack, locale }) => {
    const plan = recordSheet(formComplaint(pack), formFrame(pack, locale), ANALYSIS_REPORT);
    expect(plan.pages).toBe(1);
    expectSound(plan);
  });

  it('bears the company, the title of the policy and the number', () => {
    const texts = recordSheet(formComplaint(FOOD), formFrame(FOOD)).cells.map(({ text }) => text);
    expect(texts).toContain('江苏恒泰建材有限公司');
    expect(texts).toContain('客户抱怨、投诉记录单');
    expect(texts).toContain('编号：20261120-003');
  });

  it('serves policies without a form of their own with the general one', () => {
    expect(RecordForm.safeParse(GENERAL_FORM).success).toBe(true);
    expect(RecordForm.safeParse(ANALYSIS_REPORT).success).toBe(true);
    expect(formOf(GENERAL)).toBe(GENERAL_FORM);
    expect(formOf(FOOD).title.en).toBe('Record of customer complaint');
  });

  it('ticks what is known and quotes the words of the row that say it otherwise', () => {
    const plan = recordSheet(formComplaint(GENERAL), formFrame(GENERAL));
    expect(shownOf(plan, 'channel')).toContain('☑\u00A0电话');
    expect(shownOf(plan, 'channel')).toContain('☐\u00A0其他');
    expect(shownOf(plan, 'category')).toContain('☑\u00A0产品质量');
    expect(shownOf(plan, 'category')).toContain('质量问题');
  });

  it('ticks “other” for a channel that the policy does not know', () => {
    const plan = recordSheet(formComplaint(GENERAL, { ...VALUES, channel: '飞鸽' }), formFrame(GENERAL));
    expect(shownOf(plan, 'channel')).toContain('☑\u00A0其他');
    expect(shownOf(plan, 'channel')).toContain('飞鸽');
  });

  it('ticks nothing on an empty form and leaves its number open', () => {
    const plan = recordSheet(null, formFrame(GENERAL));
    expect(plan.cells.filter(({ text }) => text.includes('☑'))).toEqual([]);
    expect(shownOf(plan, 'number')).toBe('编号：');
  });

  it('gives values without a place on the form a section of their own', () => {
    const plan = recordSheet(formComplaint(FOOD), formFrame(FOOD));
    expect(plan.cells.map(({ text }) => text)).toContain('其他信息');
    expect(shownOf(plan, 'region')).toBe('华东');
  });

  it('says where a long text goes on, and goes on with it behind', () => {
    const description = '到货细度超标，已影响浇筑，请尽快处理。'.repeat(300);
    const plan = recordSheet(formComplaint(GENERAL, { ...VALUES, description }), formFrame(GENERAL));
    expect(plan.pages).toBeGreaterThan(1);
    expect(plan.page.breaks).toHaveLength(plan.pages - 1);
    expect(plan.continued).toContain('投诉内容');
    const labels = plan.cells.map(({ text }) => text);
    expect(labels).toContain('投诉内容（转续页）');
    expect(labels).toContain('投诉内容（续）');
    expect(squeezed(shownOf(plan, 'description'))).toBe(description);
    // The signatures stay on the first page.
    const sign = plan.cells.findLast(({ text }) => text.startsWith('日期：'));
    expect(sign?.row).toBeLessThan(plan.page.breaks[0] ?? 0);
    expectSound(plan);
  });

  it('shows every entry of a long log', () => {
    const many = Array.from({ length: 80 }, (_, at) => ({
      ...(EVENTS[1] as (typeof EVENTS)[number]),
      id: `e${at}`,
      note: `第 ${at} 次回复`,
    }));
    const plan = recordSheet(formComplaint(GENERAL, VALUES, many), formFrame(GENERAL));
    for (let at = 0; at < 80; at++) expect(shownOf(plan, `event ${at}`)).toContain(`第 ${at} 次回复`);
    expectSound(plan);
  });

  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom('=1+1', '+A1', '-2', '@SUM(A1)', '＝HYPERLINK("x")', "'quoted", '\t=1'),
    fc.string({ minLength: 1, maxLength: 12 }).map((piece) => piece.repeat(250)),
  );
  const values = fc
    .dictionary(fc.constantFrom(...FIELDS.filter((field) => fieldKind(field) !== 'time')), text, { maxKeys: 14 })
    .map((found) =>
      Object.fromEntries(
        Object.entries(found).flatMap(([field, value]) => (value.trim() === '' ? [] : [[field, value.trim()]])),
      ),
    ) as fc.Arbitrary<ComplaintValues>;

  it('keeps every value of any complaint, whole and as text, and no two areas overlap', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(...PACKS), fc.constantFrom(...LOCALES), (given, pack, locale) => {
        const plan = recordSheet(formComplaint(pack, given, []), formFrame(pack, locale));
        expectSound(plan);
        for (const [field, value] of Object.entries(given) as [Field, string][]) {
          if (field === 'complaintId' && value === '20261120-003') continue;
          const wanted = squeezed(cleanText(value)).replace(/^'/, '');
          if (wanted === '') continue;
          const everywhere = squeezed(shownOf(plan, field)).replaceAll("'", '');
          const row = plan.cells.map((cell) => squeezed(cell.text).replaceAll("'", ''));
          const stands =
            everywhere.includes(wanted.replaceAll("'", '')) ||
            row.some((each) => each.includes(wanted.replaceAll("'", '')));
          if (!stands) throw new Error(`${field} is not shown: ${wanted.slice(0, 80)}`);
        }
      }),
      { numRuns: 50 },
    );
  });
});

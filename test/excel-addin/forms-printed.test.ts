import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ANALYSIS_REPORT } from '../../core/forms/analysis-report.ts';
import { flowChartSheet } from '../../core/forms/flow-chart.ts';
import { recordSheet } from '../../core/forms/record-sheet.ts';
import type { SheetPlan } from '../../core/forms/sheet-plan.ts';
import { LOCALES } from '../../core/policy/localized.ts';
import { findPack, PACKS } from '../../core/policy/packs.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import { writeForms } from '../../excel-addin/workbook/form-sheet.ts';
import { formComplaint, formFrame, VALUES } from '../core/forms/form-fixture.ts';
import { newWorkbook } from '../excel-host/file/new-workbook.ts';
import { saveXlsx } from '../excel-host/file/save-xlsx.ts';
import { converted, libreOffice } from '../excel-host/tests/libreoffice.ts';
import { openWorkbook, valueOf } from './register-on-host.ts';

const FLY_ASH = findPack('fly-ash') as PolicyPack;
const LONG = '到货细度超标，已影响浇筑，请尽快处理。'.repeat(120);
const pdfToText = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'pdftotext'))
  .find((file) => existsSync(file));

if (libreOffice === null) console.warn('LibreOffice is missing: that forms print on one page is NOT tested here.');

/** The PDF of plans, as LibreOffice prints it from a workbook that holds nothing else. */
async function print(plans: readonly SheetPlan[]): Promise<Buffer> {
  const opened = openWorkbook(saveXlsx(newWorkbook(['x'])));
  valueOf(await writeForms(plans, { replace: false }));
  await opened.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('x').delete();
    await context.sync();
  });
  const pdf = (await converted(opened.host.save(), 'pdf')).get('book.pdf');
  if (pdf === undefined) throw new Error('LibreOffice printed nothing');
  return pdf;
}

function pageCount(pdf: Buffer): number {
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
}

async function textOf(pdf: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'forms-'));
  try {
    await writeFile(join(folder, 'form.pdf'), pdf);
    await promisify(execFile)(pdfToText ?? 'pdftotext', [join(folder, 'form.pdf'), join(folder, 'form.txt')]);
    return (await readFile(join(folder, 'form.txt'), 'utf8')).normalize('NFKC').replace(/\s+/g, '');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe.skipIf(libreOffice === null)('printed forms', () => {
  it.each(LOCALES)(
    'filled forms are one page each and show all that is known: %s',
    async (locale) => {
      // English takes most room, so it is tried with all of them; the others with three.
      const packs = locale === 'en' ? PACKS : PACKS.slice(0, 3);
      const plans = packs.map((pack) => recordSheet(formComplaint(pack), formFrame(pack, locale)));
      const pdf = await print(plans);
      expect(pageCount(pdf)).toBe(plans.length);
      if (pdfToText === undefined) return;
      const text = await textOf(pdf);
      for (const field of [
        'customerName',
        'contactName',
        'contactPhone',
        'batchNo',
        'description',
        'demand',
        'cause',
      ] as const) {
        const value = (VALUES[field] ?? '').normalize('NFKC').replace(/\s+/g, '');
        expect(text.split(value).length - 1, field).toBeGreaterThanOrEqual(plans.length);
      }
    },
    120_000,
  );

  it('empty forms, analysis reports and flow charts are one page each', async () => {
    const plans = PACKS.slice(0, 3).flatMap((pack, at) => {
      const frame = formFrame(pack, LOCALES[at % 3]);
      const report = recordSheet(formComplaint(pack), frame, ANALYSIS_REPORT);
      return [recordSheet(null, frame), report, flowChartSheet(frame)];
    });
    expect(pageCount(await print(plans))).toBe(plans.length);
  }, 120_000);

  it('a long text goes on behind, whole', async () => {
    const plan = recordSheet(formComplaint(FLY_ASH, { ...VALUES, description: LONG }), formFrame(FLY_ASH));
    const pdf = await print([plan]);
    expect(pageCount(pdf)).toBe(plan.pages);
    if (pdfToText === undefined) return;
    expect([...(await textOf(pdf)).matchAll(/细度超标/g)].length).toBeGreaterThanOrEqual(115);
  }, 120_000);
});

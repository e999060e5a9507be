import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyRegister } from '../../excel-addin/actions/apply-register.ts';
import { lookForLedgers } from '../../excel-addin/actions/look-around.ts';
import { previewRegister } from '../../excel-addin/actions/preview-register.ts';
import { suggestCompany } from '../../excel-addin/actions/suggest-company.ts';
import { findPack } from '../../core/policy/packs.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import { openAnyWorkbook } from '../excel-host/file/open-any-workbook.ts';
import { ROOT } from '../support/import-graph.ts';
import { brokenUpLedger, cleanLedger } from './ledger-fixture.ts';
import { AS_OF, openWorkbook, valueOf, WORDS, ZONE } from './register-on-host.ts';
import { differences, picture, restore } from './restore-on-host.ts';

/** What became of one workbook. */
interface Became {
  file: string;
  register: 'inPlace' | 'newSheet' | null;
  /** Why not, or why on a new sheet. */
  why: string;
  rows: number;
  /** Where cells of the user differ while the register stands; where anything does after it was taken back, and made again. */
  touched: string[];
  left: string[];
  unlike: string[];
}

/** What a user had, as far as it holds something: a register may give blank cells a look and add sheets, names and columns. */
function ofUser(before: Record<string, unknown>, seen: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(before).map(([name, sheet]): [string, unknown] => {
      if (name === 'names') return [name, namesAmong(sheet as string[], seen[name] as string[])];
      const { cells } = sheet as { cells: Record<string, { v?: unknown }> };
      const { cells: all = {} } = (seen[name] ?? {}) as { cells?: Record<string, unknown> };
      return [name, Object.keys(cells).flatMap((at) => (cells[at]?.v === undefined ? [] : [[at, all[at]]]))];
    }),
  );
}

function namesAmong(before: readonly string[], now: readonly string[]): string[] {
  return now.filter((text) => before.includes(text));
}

async function turn(file: string, bytes: Uint8Array): Promise<Became> {
  const none = { file, rows: 0, touched: [], left: [], unlike: [], register: null };
  const opens = openAnyWorkbook(bytes, file);
  if (!opens.ok) return { ...none, why: opens.code };
  const opened = openWorkbook(bytes, { fileName: file });
  await opened.Excel.run(async (context) => {
    context.workbook.application.calculate('Full');
    await context.sync();
  });
  const { choice } = valueOf(await lookForLedgers(null));
  // Files of some programs hold formulas without results: as in Excel they are calculated by now.
  const before = picture(opened.host.save());
  const [ledger] = choice.ledgers;
  if (ledger === undefined)
    return { ...none, why: choice.refusals.map(({ sheet, code }) => `${sheet}: ${code}`).join(', ') };
  const make = async () => {
    const { sheets } = valueOf(await lookForLedgers(null));
    const pack = findPack('general') as PolicyPack;
    const choices = {
      ...{ ledgerSheet: ledger.sheet, columns: ledger.columns, policyId: 'general', locale: 'zh-CN' as const },
      ...{ company: { ...suggestCompany(pack, ZONE), firstDay: 'nextDay' as const }, zone: ZONE, asOf: AS_OF },
    };
    const shown = { preview: valueOf(previewRegister(sheets, choices)), choices, sheets };
    const applied = valueOf(await applyRegister(shown, { words: WORDS, onProgress: () => undefined }));
    return { plan: shown.preview.plan, applied };
  };
  const { plan, applied } = await make();
  const built = picture(opened.host.save());
  const reopened = openWorkbook(opened.host.save());
  valueOf(await restore());
  const restored = picture(reopened.host.save());
  await make();
  const again = picture(reopened.host.save());
  expect(opened.host.bugs).toEqual([]);
  return {
    file,
    register: plan.placement.kind,
    why:
      plan.placement.kind === 'newSheet'
        ? plan.placement.why.map(({ code, where }) => `${code} ${where}`).join(', ')
        : '',
    rows: applied.rows,
    touched: differences(ofUser(before, before), ofUser(before, built)),
    left: differences(before, restored),
    unlike: differences(built, again),
  };
}

const SAMPLES = join(ROOT, 'test/samples/ledgers');
const landed: [string, () => Uint8Array][] = [
  ['clean.xlsx', () => cleanLedger()],
  ['broken-up.xlsx', () => brokenUpLedger()],
  ...ledgersIn(SAMPLES),
];

function ledgersIn(folder: string): [string, () => Uint8Array][] {
  return readdirSync(folder)
    .filter((name) => /\.(xlsx|xlsm|xls|csv)$/i.test(name))
    .map((name) => [name, () => new Uint8Array(readFileSync(join(folder, name)))]);
}

describe('every ledger of the samples', () => {
  it.each(landed)(
    '%s becomes a register, is taken back exactly, and becomes the same register again',
    async (file, bytes) => {
      expect(await turn(file, bytes())).toMatchObject({ touched: [], left: [], unlike: [] });
    },
  );
});

/** Further folders of ledgers, for a wider look: `LEDGER_FOLDERS=/a:/b`. Their results are printed as a table. */
const FOLDERS = (process.env['LEDGER_FOLDERS'] ?? '')
  .split(':')
  .filter((folder) => folder !== '' && existsSync(folder));
if (FOLDERS.length === 0) console.warn('LEDGER_FOLDERS names no folder: the wider run over every ledger is skipped');

describe.skipIf(FOLDERS.length === 0)('every ledger of the folders named', () => {
  const files = FOLDERS.flatMap(ledgersIn);
  it.each(files)('%s', { timeout: 300_000 }, async (file, bytes) => {
    const became = await turn(file, bytes());
    console.log(JSON.stringify(became));
    expect(became).toMatchObject({ touched: [], left: [], unlike: [] });
  });
});

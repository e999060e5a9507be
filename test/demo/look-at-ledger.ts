import { translate } from '../../core/wording/translate.ts';
import type { Locale } from '../../core/policy/localized.ts';
import { done, refuse, type Outcome } from '../../core/outcome.ts';
import { lookForLedgers, lookForRegister } from '../../excel-addin/actions/look-around.ts';
import type { LedgerChoice } from '../../core/register/choose-ledger.ts';
import { readRegister } from '../../excel-addin/workbook/read-register.ts';
import { openAnyWorkbook, type OpenCode } from '../excel-host/file/open-any-workbook.ts';
import { withGlobals } from '../excel-host/node/global-excel.ts';
import { openHost } from '../excel-host/node/open-host.ts';

/** What a workbook turned out to be, before anything is done with it. */
export type LedgerLook =
  | { kind: 'ledger'; sheet: string; headerRow: number; rows: number }
  | { kind: 'register'; sheet: string; table: string; rows: number; policy: string };

export type LedgerRefusalCode = `ledger.${OpenCode}` | 'ledger.sheetMissing' | 'ledger.noLedger' | 'ledger.hostError';

export interface LedgerQuestion {
  fileName: string;
  /** The path as the user gave it, for messages. */
  shown: string;
  sheet: string | null;
  locale: Locale;
  zone: string;
}

/**
 * Opens a workbook with the Excel host and reads it as the task pane will, through Office.js: is it a register already, does it
 * hold a ledger, and if not, why.
 */
export async function lookAtLedger(
  bytes: Uint8Array,
  question: LedgerQuestion,
): Promise<Outcome<LedgerLook, LedgerRefusalCode>> {
  const { fileName, shown: file, locale } = question;
  const opened = openAnyWorkbook(bytes, fileName);
  if (!opened.ok) return refuse(`ledger.${opened.code}` as const, { file });
  const names = opened.workbook.sheets.map(({ name }) => name);
  const sheet = question.sheet;
  if (sheet !== null && !names.some((name) => fold(name) === fold(sheet)))
    return refuse('ledger.sheetMissing', {
      file,
      sheet,
      sheets: names.join(translate(locale, 'pane.common.listMark')),
    });
  return withGlobals(
    openHost(opened.workbook),
    async () => (await findRegister(question.zone)) ?? (await findLedger(question)),
  );
}

async function findRegister(zone: string): Promise<Outcome<LedgerLook, LedgerRefusalCode> | null> {
  const found = await lookForRegister(zone);
  if (!found.ok || found.value.register === null) return null;
  const { memory } = found.value.register;
  const table = await readRegister(memory.tableName);
  if (!table.ok) return null;
  const { sheet, name, rows } = table.value;
  return done({ kind: 'register', sheet, table: name, rows: rows.length, policy: memory.policy.id });
}

async function findLedger(question: LedgerQuestion): Promise<Outcome<LedgerLook, LedgerRefusalCode>> {
  const { shown: file, locale, sheet } = question;
  const found = await lookForLedgers(null, sheet ?? undefined);
  if (!found.ok) {
    const cause = translate(locale, `pane.trouble.${found.code}`, found.detail);
    return refuse('ledger.hostError', { file, cause });
  }
  const { ledgers, refusals } = found.value.choice;
  const [best] = ledgers;
  if (best !== undefined)
    return done({
      kind: 'ledger',
      sheet: best.sheet,
      headerRow: (best.headerRows[0] ?? 0) + 1,
      rows: best.dataRows.length,
    });
  return refuse('ledger.noLedger', { file, reasons: reasonsOf(refusals, locale) });
}

/** `one form per sheet, not read yet (A, B, C … 45)`: each reason once, with the sheets it holds for. */
function reasonsOf(refusals: LedgerChoice['refusals'], locale: Locale): string {
  const mark = translate(locale, 'pane.common.listMark');
  const codes = [...new Set(refusals.map(({ code }) => code))];
  return codes
    .map((code) => {
      const sheets = refusals.filter((refusal) => refusal.code === code).map(({ sheet }) => sheet);
      const reason = translate(locale, `pane.refusal.${code}`);
      const rest = sheets.length > SHOWN_SHEETS ? ` … ${sheets.length}` : '';
      return translate(locale, 'demo.ledger.reason', {
        reason,
        sheets: sheets.slice(0, SHOWN_SHEETS).join(mark) + rest,
      });
    })
    .join(translate(locale, 'demo.ledger.reasonMark'));
}

const SHOWN_SHEETS = 3;

function fold(name: string): string {
  return name.trim().toLowerCase();
}

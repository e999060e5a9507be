import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ComplaintValues } from '../../../core/complaint/complaint-values.ts';
import { findPack } from '../../../core/policy/packs.ts';
import { chooseLedger } from '../../../core/register/choose-ledger.ts';
import type { Finding } from '../../../core/register/finding.ts';
import type { LedgerReading } from '../../../core/register/ledger-reading.ts';
import { listedWords } from '../../../core/register/listed-words.ts';
import { planRegister } from '../../../core/register/plan-register.ts';
import { readLedger } from '../../../core/register/read-ledger.ts';
import { readRows } from '../../../core/register/read-rows.ts';
import { momentAt } from '../../../core/register/read-time-cell.ts';
import type { SheetReading } from '../../../core/register/sheet-reading.ts';
import { readSheets } from '../../support/read-sheets.ts';
import { BadInput } from './bad-input.ts';
import { cellName, readColumnName } from './cell-name.ts';
import { matchIssues } from './match-issues.ts';
import { isRightField } from './measure-headers.ts';
import { readJsonFile } from './read-json.ts';
import { isSameCellValue } from './same-cell-value.ts';
import { goldDataRows, isForm, WorkbookGold, type GoldSheet } from './workbook-gold.ts';

interface Share {
  right: number;
  of: number;
}

export interface WorkbookTally {
  workbooks: number;
  /** Sheets that are taken for what they are: a ledger, a form, or something else. */
  ledgerSheets: Share;
  /** Forms told as such; part of the sheets above. */
  forms: Share;
  headerRows: Share;
  dataRows: Share;
  columns: Share;
  issues: Map<string, Share>;
  /** False alarms by the product's code. */
  falseAlarms: Map<string, number>;
  rows: number;
  values: Map<string, Share>;
  formValues: Share;
  /** Sheets over which the product failed. */
  failed: string[];
  misses: { place: string; what: string; wanted: string; got: string }[];
}

/** A folder stands for every gold in it, a workbook for the gold beside it. */
export function goldFiles(path: string): string[] {
  if (path.endsWith('.gold.json')) return [path];
  if (!existsSync(path)) throw new BadInput(path, null, 'there is no such file or folder');
  if (!statSync(path).isDirectory()) {
    const gold = path.replace(/\.[^./\\]+$/, '.gold.json');
    if (!existsSync(gold)) throw new BadInput(path, null, 'no gold (NAME.gold.json) stands beside it');
    return [gold];
  }
  const found = readdirSync(path).filter((name) => name.endsWith('.gold.json'));
  if (found.length === 0) throw new BadInput(path, null, 'no NAME.gold.json in this folder');
  return found.sort().map((name) => join(path, name));
}

/** Reads each workbook as the product does and compares every sheet with its gold. */
export function measureWorkbooks(files: readonly string[], tell: (file: string) => void = () => {}): WorkbookTally {
  const share = (): Share => ({ right: 0, of: 0 });
  const tally: WorkbookTally = {
    workbooks: 0,
    ledgerSheets: share(),
    forms: share(),
    headerRows: share(),
    dataRows: share(),
    columns: share(),
    issues: new Map(),
    falseAlarms: new Map(),
    rows: 0,
    values: new Map(),
    formValues: share(),
    failed: [],
    misses: [],
  };
  for (const file of files) {
    const gold = readJsonFile(file, WorkbookGold);
    tell(gold.file);
    const sheets = openWorkbook(join(dirname(file), gold.file));
    tally.workbooks += 1;
    const read = readGathered(tally, gold, sheets);
    for (const goldSheet of gold.sheets) measureSheet(tally, gold, goldSheet, sheets, read);
  }
  return tally;
}

function openWorkbook(path: string): SheetReading[] {
  try {
    return readSheets(path);
  } catch (error) {
    throw new BadInput(path, null, error instanceof Error ? error.message : String(error));
  }
}

/** What the product reads of a workbook whose complaints are gathered from several sheets, by the sheet it stands on. */
interface GatheredRead {
  /** Sheets whose rows were read with others. */
  sheets: ReadonlySet<string>;
  forms: ReadonlySet<string>;
  findings: Finding[];
  rows: { sheet: string; row: number; values: ComplaintValues }[];
}

function readGathered(tally: WorkbookTally, book: WorkbookGold, sheets: readonly SheetReading[]): GatheredRead {
  const none: GatheredRead = { sheets: new Set(), forms: new Set(), findings: [], rows: [] };
  try {
    const choice = chooseLedger(sheets);
    const parts = choice.gathered.map((sheet) => {
      const ledger = choice.ledgers.find((each) => each.sheet === sheet.name);
      const read = ledger === undefined ? { findings: [], rows: [] } : readAll(sheets, sheet, ledger, book);
      const rows = read.rows.flatMap(({ row, values }) => {
        const origin = sheet.gathered?.origins[row]?.find((each) => each !== null) ?? null;
        return origin === null ? [] : [{ sheet: origin.sheet, row: origin.row, values }];
      });
      return { sheet, findings: read.findings, rows };
    });
    const members = (kind?: string) =>
      new Set(
        parts.flatMap(({ sheet }) =>
          kind === undefined || sheet.gathered?.kind === kind ? (sheet.gathered?.sheets ?? []) : [],
        ),
      );
    return {
      sheets: members(),
      forms: members('forms'),
      findings: parts.flatMap(({ findings }) => findings),
      rows: parts.flatMap(({ rows }) => rows),
    };
  } catch (error) {
    tally.failed.push(`${book.file}: ${error instanceof Error ? error.message : String(error)}`);
    return none;
  }
}

function measureSheet(
  tally: WorkbookTally,
  book: WorkbookGold,
  gold: GoldSheet,
  sheets: readonly SheetReading[],
  gathered: GatheredRead,
): void {
  const place = `${book.file} › ${gold.name}`;
  const miss = (what: string, wanted: string, got: string) => tally.misses.push({ place, what, wanted, got });
  const sheet = sheets.find(({ name }) => name === gold.name) ?? onlySheet(book, sheets);
  const attempt = <T>(read: () => T): T | null => {
    try {
      return read();
    } catch (error) {
      tally.failed.push(`${place}: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  };
  const reading = sheet === undefined ? null : attempt(() => readLedger(sheet));
  const isRead = (name: string) => gathered.forms.has(name);
  const got = reading === null ? 'not read' : reading.ok ? 'ledger' : isRead(sheet?.name ?? '') ? 'form' : reading.code;
  const isTold = isForm(gold) ? got === 'form' : (got === 'ledger' || got === 'form') === gold.isLedger;
  count(tally.ledgerSheets, isTold);
  if (isForm(gold)) count(tally.forms, isTold);
  if (!isTold) miss('sheet', gold.isLedger ? (isForm(gold) ? 'form' : 'ledger') : 'no ledger', got);
  if (!gold.isLedger) return;
  const ledger = reading?.ok === true ? reading.ledger : null;
  if (!isForm(gold)) measureTable(tally, gold, ledger, miss);
  const name = sheet?.name ?? '';
  const read = gathered.sheets.has(name)
    ? {
        findings: gathered.findings.filter((finding) => finding.sheet === name),
        rows: gathered.rows.filter((row) => row.sheet === name).map((row) => (isForm(gold) ? { ...row, row: 0 } : row)),
      }
    : sheet === undefined || ledger === null
      ? null
      : attempt(() => readAll(sheets, sheet, ledger, book));
  measureIssues(tally, gold, read?.findings ?? [], place);
  measureValues(tally, gold, read?.rows ?? [], miss);
}

/** A .csv has one sheet, whatever its name. */
function onlySheet({ sheets: gold }: WorkbookGold, sheets: readonly SheetReading[]): SheetReading | undefined {
  return gold.length === 1 && sheets.length === 1 ? sheets[0] : undefined;
}

type TellMiss = (what: string, wanted: string, got: string) => void;

function measureTable(tally: WorkbookTally, gold: GoldSheet, ledger: LedgerReading | null, miss: TellMiss): void {
  const headers = ledger?.headerRows.map((row) => row + 1).join() ?? '';
  const rows = ledger?.dataRows.map((row) => row + 1) ?? [];
  const wanted = goldDataRows(gold);
  tally.rows += wanted.length;
  if (!count(tally.headerRows, headers === gold.headerRows.join()))
    miss('header rows', gold.headerRows.join(), headers);
  if (!count(tally.dataRows, rows.join() === wanted.join())) {
    const [lost, added] = [wanted.filter((row) => !rows.includes(row)), rows.filter((row) => !wanted.includes(row))];
    miss('data rows', `not read: ${lost.slice(0, 20).join(' ')}`, `read in excess: ${added.slice(0, 20).join(' ')}`);
  }
  for (const [name, { field }] of Object.entries(gold.columns)) {
    if (field === undefined) continue;
    const column = ledger?.columns.find(({ column }) => column === readColumnName(name));
    const got = ledger === null ? 'not read' : (column?.fields[0] ?? null);
    if (!count(tally.columns, isRightField(got, field)))
      miss(`column ${name}`, [field].flat().join(' | '), `${got ?? '(unmapped)'} (${column?.header ?? ''})`);
  }
}

const END_OF_DAY = { hour: 23, minute: 59, second: 59 };
const ZONES: Record<string, string> = { 'zh-CN': 'Asia/Shanghai', 'zh-TW': 'Asia/Taipei', en: 'Europe/London' };

/** What the register's preview finds under the general policy, and the values it reads. */
function readAll(
  sheets: readonly SheetReading[],
  sheet: SheetReading,
  ledger: LedgerReading,
  { lang, asOf }: WorkbookGold,
) {
  const pack = findPack('general');
  if (pack === null) throw new Error('No general policy');
  const zone = ZONES[lang ?? ''] ?? 'Asia/Shanghai';
  const lists = listedWords(sheets, sheet, ledger);
  const context = { zone, asOf: momentAt(asOf, END_OF_DAY, zone), lists };
  const names = { sheetNames: [sheet.name], tableNames: sheet.tables.map(({ name }) => name) };
  const plan = planRegister({ sheet, ledger, pack, company: null, locale: 'zh-CN', ...context, ...names });
  return { findings: plan.findings, rows: readRows(sheet, ledger, context).rows };
}

function measureIssues(tally: WorkbookTally, gold: GoldSheet, findings: readonly Finding[], place: string): void {
  const { found, missed, falseAlarms } = matchIssues(gold.issues, findings);
  for (const { kind } of found) count(shareOf(tally.issues, kind), true);
  for (const { kind, cell, note } of missed) {
    count(shareOf(tally.issues, kind), false);
    tally.misses.push({ place, what: `issue ${cell}`, wanted: `${kind}: ${note ?? ''}`, got: '' });
  }
  for (const { code, row, column, params } of falseAlarms) {
    tally.falseAlarms.set(code, (tally.falseAlarms.get(code) ?? 0) + 1);
    const said = `${code} ${Object.values(params).join(' ')}`;
    tally.misses.push({ place, what: `false alarm ${cellName(row, column)}`, wanted: '', got: said });
  }
}

function measureValues(
  tally: WorkbookTally,
  gold: GoldSheet,
  rows: ReturnType<typeof readRows>['rows'],
  miss: TellMiss,
): void {
  for (const { row, values } of gold.sampleRows) {
    const read = rows.find((each) => each.row === row - 1)?.values as Record<string, string> | undefined;
    for (const [field, wanted] of Object.entries(values)) {
      const isRight = read !== undefined && isSameCellValue(field, read[field], wanted);
      count(shareOf(tally.values, field), isRight);
      if (isForm(gold)) count(tally.formValues, isRight);
      if (!isRight) miss(`value ${field}, row ${row}`, JSON.stringify(wanted), read?.[field] ?? '');
    }
  }
}

function shareOf(shares: Map<string, Share>, name: string): Share {
  const share = shares.get(name) ?? { right: 0, of: 0 };
  shares.set(name, share);
  return share;
}

function count(share: Share, isRight: boolean): boolean {
  share.of += 1;
  if (isRight) share.right += 1;
  return isRight;
}

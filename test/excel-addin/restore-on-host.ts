import * as XLSX from 'xlsx';
import type { RestoreChoices } from '../../core/register/journal/plan-restore.ts';
import {
  applyRestore,
  previewRestore,
  type RestoreContext,
  type RestorePreview,
} from '../../excel-addin/actions/restore-register.ts';
import type { Outcome } from '../../core/outcome.ts';
import type { Restored } from '../../excel-addin/workbook/restore-register.ts';
import { AS_OF, valueOf } from './register-on-host.ts';

export const REMOVE_ALL: RestoreChoices = {
  removeBackup: true,
  removeRegister: true,
  removeLog: true,
  removeJournal: true,
  removePapers: true,
  removeSettings: true,
};
export const CONTEXT: RestoreContext = { remembered: null, locale: 'zh-CN', asOf: AS_OF };

export async function shown(choices = REMOVE_ALL): Promise<RestorePreview> {
  return valueOf(await previewRestore(choices, CONTEXT));
}

export async function restore(choices = REMOVE_ALL): Promise<Outcome<Restored>> {
  const preview = await previewRestore(choices, CONTEXT);
  if (!preview.ok) return preview;
  return applyRestore(preview.value, choices, CONTEXT, () => undefined);
}

/** Restores, going on after each break as a user would. */
export async function restoreToTheEnd(choices = REMOVE_ALL): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    const done = await restore(choices);
    if (done.ok || done.code === 'nothingToRestore') return;
  }
  throw new Error('the restore does not come to its end');
}

/** A workbook as readers of the file see it that know nothing of the host: all that a user has made, cell by cell. */
export function picture(bytes: Uint8Array): Record<string, unknown> {
  const book = XLSX.read(bytes, { cellFormula: true, cellNF: true, cellText: false, sheetStubs: true });
  const parts = partsOf(bytes);
  const rels = new Map(
    [...(parts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  );
  const workbook = parts.get('xl/workbook.xml') ?? '';
  const seen: Record<string, unknown> = {
    names: [...workbook.matchAll(/<definedName\b.*?<\/definedName>/gs)].map(([text]) => plain(text)),
  };
  for (const [tag] of workbook.matchAll(/<sheet\b[^>]*>/g)) {
    const name = unescaped(attribute(tag, 'name'));
    const xml = parts.get(rels.get(attribute(tag, 'r:id')) ?? '') ?? '';
    seen[name] = {
      state: attribute(tag, 'state').replace('visible', ''),
      ...sheetPicture(xml, book.Sheets[name] ?? {}),
    };
  }
  return seen;
}

/** Whole elements of a sheet that must be there again as they were, whatever is in them. */
const ELEMENTS = ['mergeCells', 'conditionalFormatting', 'dataValidations', 'autoFilter', 'sheetProtection', 'pane'];
const MORE = ['tableParts', 'pageSetup', 'printOptions', 'hyperlinks', 'drawing', 'legacyDrawing'];

function sheetPicture(xml: string, sheet: XLSX.WorkSheet): Record<string, unknown> {
  const element = (name: string) =>
    [...xml.matchAll(new RegExp(`<${name}\\b(?:[^>]*/>|.*?</${name}>)`, 'gs'))].map(([text]) => plain(text));
  const widths: Record<number, string> = {};
  const columnStyles = new Map<number, string>();
  for (const [tag] of xml.matchAll(/<col\b[^>]*>/g)) {
    const [first, last] = [Number(attribute(tag, 'min')), Number(attribute(tag, 'max'))];
    const width = attribute(tag, 'width');
    const seen = `${width === '' ? '' : String(Math.round(Number(width) * 20) / 20)} ${attribute(tag, 'hidden')} ${attribute(tag, 'style')}`;
    for (let column = first; column <= Math.min(last, 200); column++) {
      widths[column] = seen;
      columnStyles.set(column - 1, attribute(tag, 'style'));
    }
  }
  const rowStyles = new Map(
    [...xml.matchAll(/<row\b[^>]*>/g)].map(([tag]) => [attribute(tag, 'r'), attribute(tag, 's')]),
  );
  const cells: Record<string, unknown> = {};
  for (const [, attributes = ''] of xml.matchAll(/<c\b([^>]*?)\/?>/g)) {
    const address = attribute(attributes, 'r');
    const { t, v, f, z } = (sheet[address] ?? {}) as XLSX.CellObject;
    const style = attribute(attributes, 's') || '0';
    const { c: column } = XLSX.utils.decode_cell(address);
    const isEmpty = v === undefined && f === undefined;
    // A blank cell with the style of its row or column looks as if it were not there.
    if (isEmpty && style === (rowStyles.get(address.replace(/\D+/, '')) || columnStyles.get(column) || '0')) continue;
    // What the clock makes of a formula is nobody's.
    cells[address] = isEmpty ? { style } : f?.includes('NOW()') === true ? { f, z, style } : { t, v, f, z, style };
  }
  const elements = Object.fromEntries([...ELEMENTS, ...MORE].map((name) => [name, element(name)]));
  const pageSetup = (elements['pageSetup'] ?? []).map(asUnsaid).filter((setup) => setup !== '<pageSetup/>');
  const fitsPages = /fitToPage="(1|true)"/.test(xml);
  const conditionalFormatting = ranked(elements['conditionalFormatting'] ?? []);
  return { cells, widths, ...elements, pageSetup, fitsPages, conditionalFormatting };
}

/** A page that says it is upright and of full size is one that says nothing (ECMA-376 part 1, 18.3.1.63: the defaults). */
function asUnsaid(setup: string): string {
  return setup.replace(/ (?:orientation="(?:portrait|default)"|scale="100"|fitTo(?:Width|Height)="1")/g, '');
}

/** Rules by their order; the numbers behind it have gaps when a rule between them is gone. */
function ranked(rules: string[]): string[] {
  const numbers = rules.flatMap((rule) => [...rule.matchAll(/priority="(\d+)"/g)].map(([, number]) => Number(number)));
  const order = [...new Set(numbers)].sort((a, b) => a - b);
  return rules.map((rule) =>
    rule.replace(/priority="(\d+)"/g, (_, number) => `priority="${String(order.indexOf(Number(number)))}"`),
  );
}

/** The reader of packages that comes with SheetJS; its own types leave it open. */
interface Packages {
  read: (
    bytes: Uint8Array,
    options: { type: 'array' },
  ) => { FullPaths: string[]; FileIndex: { content?: Uint8Array }[] };
}

function partsOf(bytes: Uint8Array): Map<string, string> {
  const { FullPaths, FileIndex } = (XLSX.CFB as Packages).read(bytes, { type: 'array' });
  return new Map(
    FullPaths.map((path, at) => [
      path.replace(/^Root Entry\//, ''),
      new TextDecoder().decode(new Uint8Array(FileIndex[at]?.content ?? [])),
    ]),
  );
}

function attribute(tag: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

/** One way of writing XML: attributes by name, no closing tags of what is empty, characters as they are. */
function plain(xml: string): string {
  return unescaped(
    xml
      .replace(/<([\w:]+)([^>]*)><\/\1>/g, '<$1$2/>')
      .replace(/<([\w:]+)((?:\s+[\w:]+="[^"]*")+)\s*(\/?)>/g, (_, name: string, all: string, end: string) => {
        const sorted = [...all.matchAll(/[\w:]+="[^"]*"/g)].map(String).sort();
        return `<${name} ${sorted.join(' ').replaceAll('="true"', '="1"')}${end}>`;
      }),
  );
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** Where two pictures differ, as paths with both values; the first few say enough. */
export function differences(a: unknown, b: unknown, path = '', found: string[] = []): string[] {
  if (found.length >= 6 || a === b) return found;
  if (typeof a === 'object' && a !== null && typeof b === 'object' && b !== null) {
    const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
    for (const key of new Set([...Object.keys(left), ...Object.keys(right)]))
      differences(left[key], right[key], `${path}/${key}`, found);
    return found;
  }
  found.push(`${path}: ${told(a)} → ${told(b)}`);
  return found;
}

function told(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 300);
}

/** Names of a pictured workbook without the marks of sheets that stay. */
export function unmarked(names: unknown): string[] {
  return (names as string[]).filter((name) => !/"Redress_(?:sheet|content)"/.test(name));
}

import { cellName } from '../../excel-host/model/address.ts';
import { openHostDoor } from '../../excel-host/browser/host-page.ts';
import type { HostDoorWindow } from '../../excel-host/browser/host-door.ts';
import { newWorkbook } from '../../excel-host/file/new-workbook.ts';
import { openAnyWorkbook } from '../../excel-host/file/open-any-workbook.ts';
import type { Sheet, Workbook } from '../../excel-host/model/workbook.ts';
import { ExcelHost } from '../../excel-host/protocol/excel-host.ts';
import { element, required } from '../../samples/pages/shared/build-element.ts';
import { editableText, installCellEditor } from './cell-editor.ts';
import { conditionalLook } from './conditional-look.ts';
import { formulaHolds } from './formula-holds.ts';
import { GridView, type CellPlace } from './grid.ts';
import { fillWords, pageLocale, pageWord } from './page-words.ts';
import { drawSheetTabs } from './sheet-tabs.ts';
import { typeIntoCell } from './type-into-cell.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PANE = '/addin/taskpane.html';

/** The host of the workbook that is open; another file makes another host and another pane. */
let host: ExcelHost | null = null;

document.documentElement.lang = pageLocale;
fillWords(document);
required('.book-note').textContent = pageWord('excel.note');
required('#save-file').addEventListener('click', saveFile);
required('#open-file').addEventListener(
  'change',
  (event) => void openChosenFile(event.currentTarget as HTMLInputElement),
);
await openAtStart();

/** The book that the address names, else an empty one. */
async function openAtStart(): Promise<void> {
  const name = new URLSearchParams(location.search).get('book');
  if (name === null) {
    showBook(newWorkbook(), 'Book1.xlsx');
    return;
  }
  const response = await fetch(`/book/${encodeURIComponent(name)}`);
  if (response.ok) openBytes(new Uint8Array(await response.arrayBuffer()), name);
  else tellTrouble(pageWord('ledger.missing', { file: name }));
}

async function openChosenFile(input: HTMLInputElement): Promise<void> {
  const file = input.files?.[0];
  if (file !== undefined) openBytes(new Uint8Array(await file.arrayBuffer()), file.name);
  // The same file may be chosen again.
  input.value = '';
}

function openBytes(bytes: Uint8Array, name: string): void {
  const opened = openAnyWorkbook(bytes, name);
  if (opened.ok) showBook(opened.workbook, name);
  else tellTrouble(pageWord(`ledger.${opened.code}`, { file: name }));
}

function showBook(workbook: Workbook, name: string): void {
  tellTrouble(null);
  const opened = new ExcelHost(workbook, { locale: pageLocale === 'en' ? 'en-US' : pageLocale });
  host = opened;
  workbook.name = name;
  required('.book-name').textContent = name;
  document.title = `${name} - Redress`;
  showGrid(opened);
  const displayLanguage = (): string => (pageLocale === 'en' ? 'en-US' : pageLocale);
  openHostDoor(window as HostDoorWindow, { host: () => opened, displayLanguage });
  const frame = element('iframe', { src: PANE, title: pageWord('excel.pane') });
  required('.pane-frame').replaceChildren(frame);
}

function showGrid(opened: ExcelHost): void {
  const { workbook } = opened;
  const first = workbook.activeSheet ?? workbook.sheets[0];
  if (first === undefined) throw new Error('A workbook without a sheet was opened');
  const grid = new GridView(required('.grid'), first, {
    overlayAt: (sheet, row, column) => conditionalLook(sheet, row, column, formulaHolds),
    selected: (sheet, place) => showSelection(opened, sheet, place),
  });
  const tabs = (): void => drawSheetTabs(required('.sheet-tabs'), workbook, grid.sheet, choose);
  const choose = (sheet: Sheet): void => {
    workbook.activeSheet = sheet;
    grid.showSheet(sheet);
    tabs();
  };
  tabs();
  grid.select({ row: 0, column: 0 });
  installCellEditor(grid, (sheet, row, column, text) => typeIntoCell(opened, sheet, row, column, text), tellTrouble);
  let isDrawn = true;
  opened.onAnyChange((change) => {
    if (change.kind === 'selection') return;
    if (!isDrawn) return;
    isDrawn = false;
    // A request changes many cells; one drawing after it is enough.
    requestAnimationFrame(() => {
      isDrawn = true;
      const active = workbook.activeSheet;
      if (active !== null && active !== grid.sheet && workbook.sheets.includes(active)) grid.showSheet(active);
      else if (!workbook.sheets.includes(grid.sheet) && active !== null) grid.showSheet(active);
      else grid.changed();
      tabs();
    });
  });
  opened.onAnyChange((change) => {
    if (change.kind !== 'selection' && change.kind !== 'sheetActivated') return;
    if (change.sheet !== grid.sheet) choose(change.sheet);
    const { row, column } = workbook.selection;
    if (row !== grid.place.row || column !== grid.place.column) grid.select({ row, column });
  });
}

function showSelection(opened: ExcelHost, sheet: Sheet, place: CellPlace): void {
  const { row, column } = place;
  required('.cell-address').textContent = cellName(row, column);
  required('.cell-content').textContent = editableText({ sheet, place });
  const { selection } = opened.workbook;
  if (selection.row !== row || selection.column !== column) opened.userSelects(sheet.name, cellName(row, column));
}

function saveFile(): void {
  if (host === null) return;
  const link = element('a', {
    href: URL.createObjectURL(new Blob([host.save().slice()], { type: XLSX })),
    download: host.workbook.name.replace(/\.[^.]+$/, '') + '.xlsx',
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function tellTrouble(words: string | null): void {
  const place = required('.book-trouble');
  place.hidden = words === null;
  place.textContent = words ?? '';
}

import { areaName, MAX_COLUMNS, MAX_ROWS, parseArea, quoteSheet, splitSheet, type Area } from '../model/address.ts';
import { refuse } from '../model/host-error.ts';
import { readSections, writeSections, type HeaderName, type PageSetup, type Section } from '../model/page-setup.ts';
import { without } from '../model/without.ts';
import type { Sheet } from '../model/workbook.ts';
import { defineClass, isHostObject, type HostObject, type Scalar } from '../protocol/host-object.ts';
import type { HostSession } from '../protocol/session.ts';
import { areasArgument, flag, integer, number, oneOf, rangeOrAddress, record, text } from './arguments.ts';
import { AreasTarget } from './range-target.ts';
import type { OnHeader, OnPageBreak, OnPageBreaks, OnSheet } from './targets.ts';

const POINTS = 72;

function edit(sheet: Sheet, change: (page: PageSetup) => void): void {
  if (sheet.workbook.readOnly) refuse('AccessDenied');
  change(sheet.page);
  sheet.changed.add('page');
  sheet.workbook.notify({ kind: 'structure', sheet, area: null });
}

/** Margins are points for the API, inches in the file. */
function margin(name: string): Scalar<OnSheet> {
  return {
    get: ({ sheet }) => Math.round(Number(sheet.page.margins[name] ?? '0') * POINTS * 1e6) / 1e6,
    set: ({ sheet }, value) => setMargin(sheet, name, number(value)),
  };
}

function setMargin(sheet: Sheet, name: string, points: number): void {
  if (points < 0) refuse('InvalidArgument');
  edit(sheet, (page) => {
    page.margins[name] = String(Math.round((points / POINTS) * 1e6) / 1e6);
  });
}

/** A yes-or-no attribute that the file leaves out when it says no. */
function option(part: 'options' | 'setup', name: string): Scalar<OnSheet> {
  return {
    get: ({ sheet }) => ['1', 'true'].includes(sheet.page[part][name] ?? '0'),
    set: ({ sheet }, value) =>
      edit(sheet, (page) => {
        const others = without(page[part], name);
        page[part] = flag(value) ? { ...others, [name]: '1' } : others;
      }),
  };
}

function word(attribute: string, words: Record<string, string>, fallback: string): Scalar<OnSheet> {
  return {
    get: ({ sheet }) => {
      const kept = sheet.page.setup[attribute];
      return Object.keys(words).find((api) => words[api] === kept) ?? fallback;
    },
    set: ({ sheet }, value) =>
      edit(sheet, (page) => {
        page.setup[attribute] = words[oneOf(value, Object.keys(words))] ?? '';
      }),
  };
}

/** In the order of their numbers in the file, from 1 (ECMA-376 part 1, 18.3.1.63 paperSize; [T Excel.PaperType]). */
const PAPERS =
  'Letter LetterSmall Tabloid Ledger Legal Statement Executive A3 A4 A4Small A5 B4 B5 Folio Quatro Paper10x14 Paper11x17 Note Envelope9 Envelope10 Envelope11 Envelope12 Envelope14 Csheet Dsheet Esheet EnvelopeDL EnvelopeC5 EnvelopeC3 EnvelopeC4 EnvelopeC6 EnvelopeC65 EnvelopeB4 EnvelopeB5 EnvelopeB6 EnvelopeItaly EnvelopeMonarch EnvelopePersonal FanfoldUS FanfoldStdGerman FanfoldLegalGerman'.split(
    ' ',
  );
const ORIENTATIONS = { Portrait: 'portrait', Landscape: 'landscape' };
const ORDERS = { DownThenOver: 'downThenOver', OverThenDown: 'overThenDown' };
const COMMENTS = { NoComments: 'none', EndSheet: 'atEnd', InPlace: 'asDisplayed' };
const ERRORS = { AsDisplayed: 'displayed', Blank: 'blank', Dash: 'dash', NotAvailable: 'NA' };

export const pageLayout = defineClass<OnSheet>({
  name: 'PageLayout',
  scalars: {
    blackAndWhite: option('setup', 'blackAndWhite'),
    draftMode: option('setup', 'draft'),
    centerHorizontally: option('options', 'horizontalCentered'),
    centerVertically: option('options', 'verticalCentered'),
    printGridlines: option('options', 'gridLines'),
    printHeadings: option('options', 'headings'),
    topMargin: margin('top'),
    bottomMargin: margin('bottom'),
    leftMargin: margin('left'),
    rightMargin: margin('right'),
    headerMargin: margin('header'),
    footerMargin: margin('footer'),
    orientation: word('orientation', ORIENTATIONS, 'Portrait'),
    printOrder: word('pageOrder', ORDERS, 'DownThenOver'),
    printComments: word('cellComments', COMMENTS, 'NoComments'),
    printErrors: word('errors', ERRORS, 'AsDisplayed'),
    paperSize: {
      get: ({ sheet }) => PAPERS[Number(sheet.page.setup['paperSize'] ?? '1') - 1] ?? null,
      set: ({ sheet }, value) =>
        edit(sheet, (page) => {
          page.setup['paperSize'] = String(PAPERS.indexOf(oneOf(value, PAPERS)) + 1);
        }),
    },
    firstPageNumber: {
      get: ({ sheet }) =>
        sheet.page.setup['useFirstPageNumber'] === '1' ? Number(sheet.page.setup['firstPageNumber'] ?? '1') : '',
      set: ({ sheet }, value) =>
        edit(sheet, (page) => {
          const others = without(page.setup, 'firstPageNumber', 'useFirstPageNumber');
          const given = value === '' ? {} : { firstPageNumber: String(integer(value)), useFirstPageNumber: '1' };
          page.setup = { ...others, ...given };
        }),
    },
    zoom: { get: readZoom, set: ({ sheet }, value) => setZoom(sheet, record(value)) },
  },
  navigation: { headersFooters: (target, session) => session.objects.headerFooterGroup(session, target) },
  methods: {
    getPrintArea: ({ sheet }, _args, session) => printArea(sheet, session) ?? refuse('ItemNotFound'),
    getPrintAreaOrNullObject: ({ sheet }, _args, session) => printArea(sheet, session),
    setPrintArea({ sheet }, [area]) {
      const areas = isHostObject(area)
        ? areasArgument(area).areas
        : text(area)
            .split(',')
            .map((part) => rangeOrAddress(part.trim(), sheet.workbook, sheet).area);
      setPrintName(sheet, 'Print_Area', areas.map((part) => absolute(sheet, part)).join(','));
      return null;
    },
    setPrintMargins({ sheet }, [unit, margins]) {
      const factor = { Points: 1, Inches: POINTS, Centimeters: POINTS / 2.54 }[
        oneOf(unit, ['Points', 'Inches', 'Centimeters'])
      ];
      for (const [name, value] of Object.entries(record(margins))) {
        if (value === null || value === undefined) continue;
        setMargin(sheet, oneOf(name, ['top', 'bottom', 'left', 'right', 'header', 'footer']), number(value) * factor);
      }
      return null;
    },
    getPrintTitleRows: ({ sheet }, _args, session) => titles(sheet, 'rows', session) ?? refuse('ItemNotFound'),
    getPrintTitleRowsOrNullObject: ({ sheet }, _args, session) => titles(sheet, 'rows', session),
    getPrintTitleColumns: ({ sheet }, _args, session) => titles(sheet, 'columns', session) ?? refuse('ItemNotFound'),
    getPrintTitleColumnsOrNullObject: ({ sheet }, _args, session) => titles(sheet, 'columns', session),
    setPrintTitleRows: ({ sheet }, [rows]) => setTitles(sheet, 'rows', rows),
    setPrintTitleColumns: ({ sheet }, [columns]) => setTitles(sheet, 'columns', columns),
  },
});

/** A scale, or numbers of pages (0 in the file: as many as needed), never both ([T PageLayoutZoomOptions]). */
function readZoom({ sheet: { page } }: OnSheet): unknown {
  if (!page.fitToPage) return { scale: Number(page.setup['scale'] ?? '100') };
  const pages = (name: string): number | null => Number(page.setup[name] ?? '1') || null;
  return { horizontalFitToPages: pages('fitToWidth'), verticalFitToPages: pages('fitToHeight') };
}

function setZoom(sheet: Sheet, given: Record<string, unknown>): void {
  const value = (name: string): number | null =>
    given[name] === null || given[name] === undefined ? null : integer(given[name]);
  const [scale, wide, tall] = [value('scale'), value('horizontalFitToPages'), value('verticalFitToPages')];
  if (scale !== null && (wide !== null || tall !== null)) refuse('InvalidArgument');
  if (scale === null && wide === null && tall === null) refuse('InvalidArgument');
  if (scale !== null && (scale < 10 || scale > 400)) refuse('InvalidArgument');
  if ([wide, tall].some((pages) => pages !== null && (pages < 1 || pages > 32_767))) refuse('InvalidArgument');
  edit(sheet, (page) => {
    const others = without(page.setup, 'scale', 'fitToWidth', 'fitToHeight');
    page.fitToPage = scale === null;
    page.setup =
      scale === null
        ? { ...others, fitToWidth: String(wide ?? 0), fitToHeight: String(tall ?? 0) }
        : { ...others, scale: String(scale) };
  });
}

/** Print area and titles are names of the sheet (ECMA-376 part 1, 18.2.5). */
function printName(sheet: Sheet, kind: 'Print_Area' | 'Print_Titles'): string | null {
  const wanted = `_xlnm.${kind}`.toLowerCase();
  return (
    sheet.workbook.names.find((name) => name.sheet === sheet && name.name.toLowerCase() === wanted)?.formula ?? null
  );
}

function setPrintName(sheet: Sheet, kind: 'Print_Area' | 'Print_Titles', formula: string | null): void {
  const { workbook } = sheet;
  const wanted = `_xlnm.${kind}`;
  workbook.names = workbook.names.filter(
    (name) => name.sheet !== sheet || name.name.toLowerCase() !== wanted.toLowerCase(),
  );
  if (formula !== null && formula !== '')
    workbook.names.push({ name: wanted, formula, sheet, visible: true, comment: '', attributes: {} });
  workbook.changed.names = true;
}

function absolute(sheet: Sheet, area: Area): string {
  return `${quoteSheet(sheet.name)}!${areaName(area).replace(/[A-Z]+|\d+/g, (part) => `$${part}`)}`;
}

function areasIn(formula: string | null): Area[] {
  const parts = formula?.match(/(?:'(?:[^']|'')*'|[^',])+/g) ?? [];
  return parts.map((part) => parseArea(splitSheet(part).rest)).filter((area) => area !== null);
}

function printArea(sheet: Sheet, session: HostSession): HostObject | null {
  const areas = areasIn(printName(sheet, 'Print_Area'));
  return areas.length === 0 ? null : session.objects.rangeAreas(session, new AreasTarget(sheet, areas));
}

function titleArea(sheet: Sheet, kind: 'rows' | 'columns'): Area | undefined {
  return areasIn(printName(sheet, 'Print_Titles')).find((area) =>
    kind === 'rows' ? area.columns === MAX_COLUMNS : area.rows === MAX_ROWS,
  );
}

function titles(sheet: Sheet, kind: 'rows' | 'columns', session: HostSession): HostObject | null {
  const area = titleArea(sheet, kind);
  return area ? session.range(sheet, area) : null;
}

function setTitles(sheet: Sheet, kind: 'rows' | 'columns', value: unknown): null {
  const { area } = rangeOrAddress(value, sheet.workbook, sheet);
  const whole = kind === 'rows' ? { ...area, column: 0, columns: MAX_COLUMNS } : { ...area, row: 0, rows: MAX_ROWS };
  const columns = kind === 'columns' ? whole : titleArea(sheet, 'columns');
  const rows = kind === 'rows' ? whole : titleArea(sheet, 'rows');
  const parts = [columns, rows].filter((part) => part !== undefined);
  setPrintName(sheet, 'Print_Titles', parts.map((part) => absolute(sheet, part)).join(','));
  return null;
}

const STATES = {
  Default: [false, false],
  FirstAndDefault: [true, false],
  OddAndEven: [false, true],
  FirstOddAndEven: [true, true],
} as const;

function attribute(name: string, fallback: boolean): Scalar<OnSheet> {
  return {
    get: ({ sheet }) => ['1', 'true'].includes(sheet.page.headers.attributes[name] ?? (fallback ? '1' : '0')),
    set: ({ sheet }, value) =>
      edit(sheet, (page) => {
        page.headers.attributes[name] = flag(value) ? '1' : '0';
      }),
  };
}

export const headerFooterGroup = defineClass<OnSheet>({
  name: 'HeaderFooterGroup',
  scalars: {
    state: {
      get: ({ sheet }) => {
        const on = (name: string): boolean => sheet.page.headers.attributes[name] === '1';
        const [first, even] = [on('differentFirst'), on('differentOddEven')];
        return Object.entries(STATES).find(([, state]) => state[0] === first && state[1] === even)?.[0];
      },
      set: ({ sheet }, value) =>
        edit(sheet, (page) => {
          const [first, even] = STATES[oneOf(value, Object.keys(STATES) as (keyof typeof STATES)[])];
          const others = without(page.headers.attributes, 'differentFirst', 'differentOddEven');
          page.headers.attributes = {
            ...(even ? { differentOddEven: '1' } : {}),
            ...(first ? { differentFirst: '1' } : {}),
            ...others,
          };
        }),
    },
    useSheetMargins: attribute('alignWithMargins', true),
    useSheetScale: attribute('scaleWithDoc', true),
  },
  navigation: {
    defaultForAllPages: ({ sheet }, session) => session.objects.headerFooter(session, { sheet, pages: 'odd' }),
    oddPages: ({ sheet }, session) => session.objects.headerFooter(session, { sheet, pages: 'odd' }),
    evenPages: ({ sheet }, session) => session.objects.headerFooter(session, { sheet, pages: 'even' }),
    firstPage: ({ sheet }, session) => session.objects.headerFooter(session, { sheet, pages: 'first' }),
  },
});

function section(key: Section, part: 'Header' | 'Footer'): Scalar<OnHeader> {
  const name = (target: OnHeader): HeaderName => `${target.pages}${part}`;
  return {
    get: (target) => readSections(target.sheet.page.headers.texts[name(target)] ?? '')[key],
    set: (target, value) =>
      edit(target.sheet, (page) => {
        const sections = readSections(page.headers.texts[name(target)] ?? '');
        const whole = writeSections({ ...sections, [key]: text(value) });
        // The three parts together take at most 255 characters ([K], Excel's own limit).
        if (whole.length > 255) refuse('InvalidArgument');
        page.headers.texts[name(target)] = whole;
      }),
  };
}

export const headerFooter = defineClass<OnHeader>({
  name: 'HeaderFooter',
  scalars: {
    leftHeader: section('L', 'Header'),
    centerHeader: section('C', 'Header'),
    rightHeader: section('R', 'Header'),
    leftFooter: section('L', 'Footer'),
    centerFooter: section('C', 'Footer'),
    rightFooter: section('R', 'Footer'),
  },
});

function placesOf({ sheet, direction }: OnPageBreaks): number[] {
  return direction === 'horizontal' ? sheet.page.rowBreaks : sheet.page.columnBreaks;
}

function setPlaces({ sheet, direction }: OnPageBreaks, places: number[]): void {
  const sorted = [...new Set(places)].sort((a, b) => a - b);
  edit(sheet, (page) =>
    Object.assign(page, direction === 'horizontal' ? { rowBreaks: sorted } : { columnBreaks: sorted }),
  );
}

/** A break lies before the range's first cell ([T PageBreakCollection.add]). */
export const pageBreaks = defineClass<OnPageBreaks>({
  name: 'PageBreakCollection',
  items: (target, session) => placesOf(target).map((place) => session.objects.pageBreak(session, { ...target, place })),
  itemByKey(target, key, session) {
    const place = placesOf(target)[integer(key)];
    return place === undefined ? null : session.objects.pageBreak(session, { ...target, place });
  },
  methods: {
    add(target, [range], session) {
      const { area } = rangeOrAddress(range, target.sheet.workbook, target.sheet);
      const place = target.direction === 'horizontal' ? area.row : area.column;
      if (place === 0) refuse('InvalidArgument');
      setPlaces(target, [...placesOf(target), place]);
      return session.objects.pageBreak(session, { ...target, place });
    },
    getCount: (target) => placesOf(target).length,
    removePageBreaks(target) {
      setPlaces(target, []);
      return null;
    },
  },
});

export const pageBreak = defineClass<OnPageBreak>({
  name: 'PageBreak',
  identity: (target) => ({ _Id: placesOf(target).indexOf(target.place) }),
  scalars: {
    rowIndex: { get: ({ direction, place }) => (direction === 'horizontal' ? place : 0) },
    columnIndex: { get: ({ direction, place }) => (direction === 'horizontal' ? 0 : place) },
  },
  methods: {
    delete(target) {
      setPlaces(
        target,
        placesOf(target).filter((place) => place !== target.place),
      );
      return null;
    },
    getCellAfterBreak({ sheet, direction, place }, _args, session) {
      const cell = direction === 'horizontal' ? { row: place, column: 0 } : { row: 0, column: place };
      return session.range(sheet, { ...cell, rows: 1, columns: 1 });
    },
  },
});

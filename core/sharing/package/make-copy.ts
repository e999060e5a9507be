import { done, refuse, type Outcome } from '../../outcome.ts';
import type { Steps } from '../../steps.ts';
import type { MaskedExample, Masker } from '../masker.ts';
import type { PersonalKind } from '../personal-kind.ts';
import { attributesText, NotXml } from '../xml/rewrite-xml.ts';
import { cleanXml } from './clean-xml.ts';
import { leaveOut, type CopyContext, type ToldCopy } from './copy-context.ts';
import { commentBoxes, copiedChart, copiedComments, copiedDrawing } from './copy-drawing.ts';
import { copiedPivot, copiedPivotCache, pivotSource } from './copy-pivots.ts';
import { copiedSheet } from './copy-sheet.ts';
import { copiedWorkbook } from './copy-workbook.ts';
import { plainPart, relationsName, relationsOf, type Relation, type SourcePackage } from './package-parts.ts';
import { readBook, type BookSheet } from './read-book.ts';
import { stringsOut } from './shared-strings.ts';
import { openHeadings, surveyBook } from './survey-book.ts';
import type { SurveyOptions } from './survey.ts';
import { taintedColumns } from './tainted-columns.ts';

export interface CopyOptions extends SurveyOptions {
  keepPictures: boolean;
  /** The sheet that was copied before the register was made. */
  keepOriginals: boolean;
  /** Sheets that the user leaves out. */
  leaveOut: readonly string[];
  /** Sheet-scoped names: sheets that carry one are left out. Unlike ids they go along when a sheet is copied. */
  leaveOutMarked: readonly string[];
  /** The only sheets that the copy holds; null: all that are not left out. */
  only: readonly string[] | null;
}

/** A part of the copy: written anew, or taken as it is (`from`). */
export type CopiedPart = { name: string; text: string } | { name: string; from: string };

export interface MadeCopy {
  parts: CopiedPart[];
  told: ToldCopy & {
    masked: Record<PersonalKind, number>;
    examples: MaskedExample[];
    sheets: string[];
    sheetsLeftOut: string[];
    /** Columns that stay as they are, but for what is found in their texts: headings by sheet, in the copy's words. */
    openColumns: { sheet: string; headings: string[] }[];
  };
}

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
/** The kinds of parts that a copy may hold. What is not here is left out, whatever it is. */
const CONTENT: Record<string, string> = {
  officeDocument: `${SHEET}sheet.main+xml`,
  worksheet: `${SHEET}worksheet+xml`,
  chartsheet: `${SHEET}chartsheet+xml`,
  sharedStrings: `${SHEET}sharedStrings+xml`,
  styles: `${SHEET}styles+xml`,
  table: `${SHEET}table+xml`,
  pivotTable: `${SHEET}pivotTable+xml`,
  pivotCacheDefinition: `${SHEET}pivotCacheDefinition+xml`,
  comments: `${SHEET}comments+xml`,
  sheetMetadata: `${SHEET}sheetMetadata+xml`,
  theme: 'application/vnd.openxmlformats-officedocument.theme+xml',
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  chartStyle: 'application/vnd.ms-office.chartstyle+xml',
  chartColorStyle: 'application/vnd.ms-office.chartcolorstyle+xml',
  vmlDrawing: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
};
const IMAGES: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif' };
/** Which of them a part may lead to. */
const MAY_HOLD: Record<string, readonly string[]> = {
  officeDocument: ['worksheet', 'chartsheet', 'styles', 'theme', 'pivotCacheDefinition', 'sheetMetadata'],
  worksheet: ['drawing', 'table', 'pivotTable', 'comments', 'vmlDrawing'],
  chartsheet: ['drawing'],
  drawing: ['chart', 'image'],
  chart: ['chartStyle', 'chartColorStyle'],
  pivotTable: ['pivotCacheDefinition'],
};
/** What is left out without a word: it is made anew, or nobody sees it. */
const QUIET = new Set([
  'sharedStrings',
  'calcChain',
  'pivotCacheRecords',
  'hyperlink',
  'printerSettings',
  'officeDocument',
  'pivotCacheDefinition',
]);
/** How the report calls what is left out. */
const CALLED: Record<string, string> = {
  image: 'pictures',
  'core-properties': 'properties',
  'extended-properties': 'properties',
  'custom-properties': 'properties',
  thumbnail: 'properties',
  threadedComment: 'threads',
  person: 'threads',
  package: 'files',
  oleObject: 'files',
  control: 'files',
  ctrlProp: 'files',
  vbaProject: 'macros',
  externalLink: 'otherBooks',
  connections: 'queries',
  queryTable: 'queries',
  slicer: 'slicers',
  slicerCache: 'slicers',
  timeline: 'slicers',
  timelineCache: 'slicers',
  webextensiontaskpanes: 'addinSettings',
  webextension: 'addinSettings',
  customXml: 'addinSettings',
};

/**
 * A workbook for others. The copy is built from what is known: the workbook's relations are followed from their root, and
 * only parts of a kind that is listed here are written, each of them anew, its words masked. The workbook itself is not
 * changed. `notWorkbook`: the package holds none; `unreadable`: one of its parts is broken; `noSheets`: nothing would be left.
 */
export function* makeCopy(
  source: SourcePackage,
  masker: Masker,
  options: CopyOptions,
): Steps<Outcome<MadeCopy, 'notWorkbook' | 'unreadable' | 'noSheets'>> {
  try {
    const book = yield* readBook(source);
    if (book === null) return refuse('notWorkbook');
    const survey = yield* surveyBook(book, masker, options);
    const marked = book.names.filter(({ name }) => options.leaveOutMarked.includes(name)).map(({ sheet }) => sheet);
    const isOut = ({ name, index }: BookSheet) =>
      options.leaveOut.includes(name) ||
      marked.includes(index) ||
      survey.journals.includes(name) ||
      (!options.keepOriginals && survey.backups.includes(name)) ||
      (options.only !== null && !options.only.includes(name));
    const sheets = book.sheets.filter(
      (sheet) => !isOut(sheet) && (sheet.relation.kind === 'worksheet' || sheet.relation.kind === 'chartsheet'),
    );
    if (sheets.length === 0) return refuse('noSheets');
    const told: ToldCopy = {
      formulasToValues: 0,
      formulasWithNames: 0,
      resultsLeftOut: 0,
      linksRemoved: 0,
      leftOut: {},
    };
    const sheetNames = namesOfSheets(
      sheets.map(({ name }) => name),
      masker,
    );
    const context: CopyContext = {
      ...{ book, survey, masker, sheetNames, told, strings: stringsOut() },
      tainted: taintedColumns(book, survey),
    };
    const parts = yield* copiedParts(context, options);
    return done({
      parts,
      told: {
        ...told,
        masked: masker.counts(),
        examples: masker.examples(),
        sheets: [...sheetNames.values()],
        sheetsLeftOut: book.sheets.filter((sheet) => !sheets.includes(sheet)).map(({ name }) => name),
        openColumns: survey.sheets.flatMap((surveyed) => {
          const sheet = sheetNames.get(surveyed.sheet.name);
          const headings = openHeadings(surveyed).map((heading) => masker.text(heading));
          return sheet === undefined || surveyed.isOwn || headings.length === 0 ? [] : [{ sheet, headings }];
        }),
      },
    });
  } catch (error) {
    if (error instanceof NotXml) return refuse('unreadable');
    throw error;
  }
}

const NAME_LENGTH = 31;

function namesOfSheets(names: readonly string[], masker: Masker): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    names.map((name) => {
      const masked = masker.text(name);
      let wanted = masked.slice(0, NAME_LENGTH);
      for (let twin = 2; taken.has(wanted.toLowerCase()); twin++)
        wanted = `${masked.slice(0, NAME_LENGTH - 5)} (${twin})`;
      taken.add(wanted.toLowerCase());
      return [name, wanted];
    }),
  );
}

function* copiedParts(
  context: CopyContext,
  options: CopyOptions,
): Generator<{ done: number; of: number }, CopiedPart[]> {
  const { book, told } = context;
  const { source } = book;
  const parts = new Map<string, CopiedPart>();
  const types = new Map<string, string>();
  let pictures = 0;

  const put = (name: string, text: string, kind: string) => {
    parts.set(name, { name, text });
    types.set(name, CONTENT[kind] ?? '');
  };

  const caches = new Set(
    book.sheets
      .filter(({ name }) => context.sheetNames.has(name))
      .flatMap(({ part }) => relationsOf(source, part).filter(({ kind }) => kind === 'pivotTable'))
      .flatMap(({ target }) => relationsOf(source, target).map((relation) => relation.target)),
  );

  /** The name of a relation's part in the copy, which is written if it is not there yet; null: it is left out. */
  function* follow(relation: Relation, holder: string): Generator<{ done: number; of: number }, string | null> {
    const { kind, target, isExternal } = relation;
    if (kind === 'image') {
      if (!options.keepPictures || isExternal) return null;
      const ending = /\.(\w+)$/.exec(target)?.[1]?.toLowerCase() ?? '';
      const type = IMAGES[ending];
      if (type === undefined || !source.names.includes(target)) return null;
      const known = [...parts.values()].find((part) => 'from' in part && part.from === target);
      if (known !== undefined) return known.name;
      const name = `xl/media/image${++pictures}.${ending}`;
      parts.set(name, { name, from: target });
      types.set(name, type);
      return name;
    }
    if (isExternal || !(MAY_HOLD[holder]?.includes(kind) ?? false) || !source.names.includes(target)) return null;
    if (parts.has(target)) return target;
    const raw = source.text(target);
    if (raw === null) return null;
    const xml = plainPart(raw);
    if (kind === 'pivotCacheDefinition' && (!caches.has(target) || pivotSource(xml, context) === null)) return null;
    const relations = relationsOf(source, target);
    parts.set(target, { name: target, text: '' });
    const kept = yield* followAll(relations, kind, target);
    if (kind === 'pivotTable' && kept.length === 0) {
      parts.delete(target);
      leaveOut(told, 'pivots');
      return null;
    }
    put(target, yield* written(kind, target, xml, new Set(kept.map(({ id }) => id))), kind);
    if (kept.length > 0) put(relationsName(target), relationsXml(kept), 'relations');
    return target;
  }

  function* followAll(relations: Relation[], holder: string, part: string) {
    const kept: Relation[] = [];
    const sheetsOut = new Set(
      book.sheets.filter(({ name }) => !context.sheetNames.has(name)).map((sheet) => sheet.relation.id),
    );
    for (const relation of relations) {
      if (part === book.part && sheetsOut.has(relation.id)) continue;
      const name = yield* follow(relation, holder);
      if (name !== null) kept.push({ ...relation, target: name });
      else if (!QUIET.has(relation.kind)) leaveOut(told, CALLED[relation.kind] ?? 'parts');
    }
    return kept;
  }

  function* written(kind: string, part: string, xml: string, kept: ReadonlySet<string>) {
    switch (kind) {
      case 'worksheet': {
        const surveyed = context.survey.sheets.find(({ sheet }) => sheet.part === part);
        return surveyed === undefined ? '' : yield* copiedSheet(context, surveyed, kept);
      }
      case 'pivotCacheDefinition':
        return copiedPivotCache(xml, context);
      case 'pivotTable':
        return copiedPivot(xml, context);
      case 'drawing':
        return copiedDrawing(xml, context, kept);
      case 'chart':
        return copiedChart(xml, context);
      case 'comments':
        return copiedComments(xml, context, options.keepStaff);
      case 'vmlDrawing':
        return commentBoxes(commentsBeside(part));
      case 'sheetMetadata':
        return cleanXml(xml, context, metadataRules);
      default:
        return cleanXml(xml, context, tableRules);
    }
  }

  const commentsBeside = (boxes: string): string => {
    for (const { part } of book.sheets) {
      const relations = relationsOf(source, part);
      if (!relations.some(({ kind, target }) => kind === 'vmlDrawing' && target === boxes)) continue;
      const comments = relations.find(({ kind }) => kind === 'comments')?.target;
      return (comments === undefined ? null : source.text(comments)) ?? '';
    }
    return '';
  };

  const kept = yield* followAll(book.relations, 'officeDocument', book.part);
  put(book.part, copiedWorkbook(context, new Set(kept.map(({ id }) => id))), 'officeDocument');
  const strings = `${book.part.slice(0, book.part.lastIndexOf('/') + 1)}sharedStrings.xml`;
  put(strings, context.strings.xml(), 'sharedStrings');
  const type = book.sheets[0]?.relation.type.replace(/\w+$/, 'sharedStrings') ?? '';
  kept.push({ id: 'rIdStrings', kind: 'sharedStrings', type, target: strings, isExternal: false });
  put(relationsName(book.part), relationsXml(kept), 'relations');
  const main = relationsOf(source, '');
  for (const { kind } of main) if (!QUIET.has(kind)) leaveOut(told, CALLED[kind] ?? 'parts');
  put(relationsName(''), relationsXml(main.filter(({ target }) => target === book.part)), 'relations');
  const all = [...parts.values()];
  return [{ name: '[Content_Types].xml', text: contentTypes(types) }, ...all];
}

/** That a formula fills cells beside its own is an extension of the metadata, and all that is kept of them. */
const SPILLS = '{BDBB8CDC-FA1E-496E-A857-3C3F30C029C3}';
const metadataRules = {
  open: ({ local, attributes }: { local: string; attributes: Map<string, string> }) => {
    if (local === 'extLst') return 'keep' as const;
    return local === 'ext' && attributes.get('uri')?.toUpperCase() === SPILLS ? ('keep' as const) : null;
  },
};

/** What tables and styles have of other programs' data. */
const tableRules = {
  open: ({ local, attributes }: { local: string; attributes: Map<string, string> }) => {
    for (const name of ['connectionId', 'queryTableFieldId', 'tableType', 'xr:uid', 'xr3:uid', 'comment'])
      attributes.delete(name);
    return local === 'xmlColumnPr' ? ('drop' as const) : null;
  },
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function relationsXml(relations: readonly Relation[]): string {
  const lines = relations.map(
    ({ id, type, target }) =>
      `<Relationship${attributesText(
        new Map([
          ['Id', id],
          ['Type', type],
          ['Target', `/${target}`],
        ]),
      )}/>`,
  );
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`;
}

function contentTypes(types: ReadonlyMap<string, string>): string {
  const lines = [...types]
    .filter(([name]) => !name.endsWith('.rels'))
    .map(
      ([name, type]) =>
        `<Override${attributesText(
          new Map([
            ['PartName', `/${name}`],
            ['ContentType', type],
          ]),
        )}/>`,
    );
  return (
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${lines.join('')}</Types>`
  );
}

import type { StepsDone } from '../../steps.ts';
import { cleanXml } from './clean-xml.ts';
import { copiedCells } from './copy-cells.ts';
import { copiedFormula, leaveOut, type CopyContext } from './copy-context.ts';
import { plainPart, relationsOf } from './package-parts.ts';
import { cellArea } from './read-book.ts';
import { careAt } from './survey-book.ts';
import type { SurveyedSheet } from './survey.ts';

/** What a worksheet may hold in the copy; all else is left out (ECMA-376 part 1, 18.3.1.99 has the whole list). */
const KEPT = new Set(
  (
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetProtection autoFilter sortState mergeCells ' +
    'conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks ' +
    'ignoredErrors drawing legacyDrawing tableParts extLst'
  ).split(' '),
);
const QUIET = new Set(['sheetCalcPr', 'phoneticPr', 'AlternateContent', 'customSheetViews', 'customProperties']);
/** Conditional formats and drop-downs that point to other sheets; their words are masked like all others. */
const KEPT_EXTENSIONS = new Set([
  '{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}',
  '{78C0D931-6437-407D-A8EE-F0AAD7539E65}',
  '{05C60535-1F16-4FD2-B633-F4F36F0B64E0}',
]);

/** A worksheet of the copy. `kept` are the ids of relations that lead to parts of the copy. */
export function* copiedSheet(
  context: CopyContext,
  surveyed: SurveyedSheet,
  kept: ReadonlySet<string>,
): Generator<StepsDone, string> {
  const { book, told } = context;
  const xml = plainPart(book.source.text(surveyed.sheet.part) ?? '');
  const from = xml.indexOf('<sheetData');
  const close = xml.lastIndexOf('</sheetData>');
  const to = close < 0 ? xml.indexOf('>', from) + 1 : close + '</sheetData>'.length;
  const cells = yield* copiedCells(context, surveyed);
  const frame = from < 0 ? xml : `${xml.slice(0, from)}<sheetData/>${xml.slice(to)}`;
  let filterColumn: number | null = null;
  const links = relationsOf(book.source, surveyed.sheet.part).filter(({ kind }) => kind === 'hyperlink');
  const addresses = new Map(links.map(({ id, target }) => [id, target]));
  const cleaned = cleanXml(frame, context, {
    open: (element, path) => {
      const { local, attributes } = element;
      if (path.length === 1 && !KEPT.has(local)) {
        if (!QUIET.has(local)) leaveOut(told, 'parts');
        return 'drop';
      }
      if (local === 'ext') return KEPT_EXTENSIONS.has((attributes.get('uri') ?? '').toUpperCase()) ? 'keep' : 'drop';
      if (local === 'extLst') return path.length === 1 ? 'keep' : 'drop';
      if (local === 'sheetPr') attributes.delete('codeName');
      const id = [...attributes].find(([name]) => name.endsWith(':id'));
      if (local === 'hyperlink') {
        // Some programs write a place of the workbook as an address: #Sheet1!A1.
        const place = id === undefined ? attributes.get('location') : addresses.get(id[1])?.match(/^#(.+)/)?.[1];
        if (place !== undefined && leadsInside(place, context)) {
          if (id !== undefined) attributes.delete(id[0]);
          attributes.set('location', place);
          return null;
        }
        told.linksRemoved++;
        return 'drop';
      }
      if (local === 'pageSetup' && id !== undefined) attributes.delete(id[0]);
      else if (id !== undefined && !kept.has(id[1])) return 'drop';
      if (local === 'filterColumn') filterColumn = filterPlace(xml, Number(attributes.get('colId') ?? 0));
      if (local === 'filter') maskFilter(attributes, filterColumn, context, surveyed);
      return local === 'protectedRange' ? 'drop' : null;
    },
    close: (local, written, path) => {
      if (local === 'hyperlinks' && !written.includes('<hyperlink ')) return '';
      if ((local === 'tableParts' || local === 'extLst') && path.length === 1)
        return /<(?:tablePart|(?:\w+:)?ext)\s/.test(written) ? counted(written) : '';
      if ((local === 'cfRule' || local === 'dataValidation') && written.includes('#REF!')) return '';
      if (local === 'conditionalFormatting') return /<(?:\w+:)?cfRule\s/.test(written) ? written : '';
      if (local === 'dataValidations') return /<(?:\w+:)?dataValidation\s/.test(written) ? counted(written) : '';
      return written;
    },
  });
  return cleaned.replace(/<sheetData\s*\/>/, () => cells);
}

/** Lists say how many they hold; LibreOffice and Excel differ in what they make of a wrong count. */
function counted(written: string): string {
  const items = written.match(/<(?:\w+:)?(?:tablePart|dataValidation)\s/g)?.length ?? 0;
  return written.replace(/^(<[^>]*?\scount=")\d+"/, `$1${items}"`);
}

function leadsInside(location: string, context: CopyContext): boolean {
  return !location.includes('!') || copiedFormula(location, context) !== null;
}

function filterPlace(xml: string, columnId: number): number {
  const ref = /<autoFilter\b[^>]*?\bref="([^"]*)"/.exec(xml)?.[1] ?? '';
  return (cellArea(ref)?.firstColumn ?? 0) + columnId;
}

/** What is filtered for is a cell's text, and becomes what the cell becomes. */
function maskFilter(
  attributes: Map<string, string>,
  column: number | null,
  { masker }: CopyContext,
  surveyed: SurveyedSheet,
): void {
  const value = attributes.get('val');
  const region = surveyed.regions[0];
  if (value === undefined || column === null || region === undefined) return;
  const care = careAt(surveyed, region.area.firstRow + 1, column);
  if (typeof care === 'object') attributes.set('val', masker.whole(care.whole, value));
}

import { cleanXml } from './clean-xml.ts';
import { fromXml } from '../xml/entities.ts';
import { copiedFormula, leaveOut, type CopyContext } from './copy-context.ts';

const KEPT = new Set(
  'fileVersion workbookPr workbookProtection bookViews sheets definedNames calcPr pivotCaches'.split(' '),
);
const QUIET = new Set(['AlternateContent', 'revisionPtr', 'extLst', 'fileRecoveryPr', 'oleSize', 'functionGroups']);

/** The workbook's own part: its sheets, names and caches, as far as the copy holds them. */
export function copiedWorkbook(context: CopyContext, kept: ReadonlySet<string>): string {
  const { book, sheetNames, told } = context;
  const places = new Map(
    book.sheets.filter(({ name }) => sheetNames.has(name)).map(({ index }, at) => [String(index), String(at)] as const),
  );
  const xml = cleanXml(withNames(context, places), context, {
    open: (element, path) => {
      const { local, attributes } = element;
      if (path.length === 1 && !KEPT.has(local)) {
        if (!QUIET.has(local)) leaveOut(told, 'parts');
        return 'drop';
      }
      if (local === 'workbookPr')
        for (const name of ['codeName', 'filterPrivacy', 'publishItems']) attributes.delete(name);
      if (local === 'workbookView') for (const name of ['activeTab', 'firstSheet']) attributes.delete(name);
      if (local === 'calcPr') attributes.set('fullCalcOnLoad', '1');
      if (local === 'sheet') {
        const name = sheetNames.get(attributes.get('name') ?? '');
        if (name === undefined) return 'drop';
        attributes.set('name', name);
        return 'keep';
      }
      const id = [...attributes].find(([name]) => name.endsWith(':id'))?.[1];
      return local === 'pivotCache' && id !== undefined && !kept.has(id) ? 'drop' : null;
    },
    close: (local, written) =>
      (local === 'pivotCaches' && !written.includes('<pivotCache ')) ||
      (local === 'definedNames' && !written.includes('<definedName '))
        ? ''
        : written,
  });
  return shown(
    xml.includes('<calcPr')
      ? xml
      : xml.replace(/<\/workbook>|(?=<pivotCaches)/, (mark) => `<calcPr calcId="0" fullCalcOnLoad="1"/>${mark}`),
  );
}

/** Names that lead out of the copy are left out; those of a sheet follow it to its new place. */
function withNames(context: CopyContext, places: ReadonlyMap<string, string>): string {
  return context.book.xml.replace(
    /<definedName\s([^>]*)>([^<]*)<\/definedName>/g,
    (whole, written: string, formula: string) => {
      const place = /\blocalSheetId="(\d+)"/.exec(written)?.[1];
      const at = place === undefined ? '' : places.get(place);
      if (
        at === undefined ||
        copiedFormula(fromXml(formula), context) === null ||
        /\b(?:function|xlm)="1"/.test(written)
      ) {
        context.told.formulasToValues++;
        return '';
      }
      return place === undefined ? whole : whole.replace(/\blocalSheetId="\d+"/, `localSheetId="${at}"`);
    },
  );
}

/** At least one sheet of a workbook must be seen. */
function shown(xml: string): string {
  const sheets = xml.match(/<sheet\s[^>]*>/g) ?? [];
  if (sheets.some((sheet) => !/\bstate="(?:hidden|veryHidden)"/.test(sheet))) return xml;
  return xml.replace(/(<sheet\s[^>]*?)\sstate="(?:hidden|veryHidden)"/, '$1');
}

import { cleanXml } from './clean-xml.ts';
import type { CopyContext } from './copy-context.ts';
import type { ColumnCare } from '../personal-columns.ts';
import { isMobileNumber } from '../personal-kind.ts';
import { attributesOf, rewriteXml } from '../xml/rewrite-xml.ts';
import { plainNumber } from './cells.ts';
import { cellArea } from './read-book.ts';
import { careAt } from './survey-book.ts';

interface PivotSource {
  sheet: string;
  firstRow: number;
  firstColumn: number;
}

/** Where a pivot takes its rows from, as long as the copy holds it; null: it would have nothing to be refreshed from. */
export function pivotSource(xml: string, { book, sheetNames }: CopyContext): PivotSource | null {
  const attributes = attributesOf(/<worksheetSource\s([^>]*?)\/?>/.exec(xml)?.[1] ?? '');
  if (attributes.size === 0 || [...attributes.keys()].some((name) => name.endsWith(':id'))) return null;
  const name = attributes.get('name')?.toLowerCase();
  const table = book.tables.find((candidate) => candidate.name.toLowerCase() === name);
  if (table !== undefined) {
    const { firstRow, firstColumn } = table.area;
    return sheetNames.has(table.sheet.name) ? { sheet: table.sheet.name, firstRow, firstColumn } : null;
  }
  const named = book.names.find((candidate) => candidate.name.toLowerCase() === name)?.formula;
  const [, quoted, plain, range] = /^(?:'(.*)'|([^!']*))!(.+)$/.exec(named ?? '') ?? [];
  const sheet = attributes.get('sheet') ?? quoted?.replaceAll("''", "'") ?? plain ?? '';
  const area = cellArea(attributes.get('ref') ?? range ?? '');
  return area !== null && sheetNames.has(sheet) ? { sheet, ...area } : null;
}

/**
 * A pivot's cache for the copy. Its records are not copied: whoever opens the copy reads them anew from the masked rows
 * (`refreshOnLoad`). Its items stay in number and order, since the pivots on the sheets count them, each masked as the cells
 * of its column are; two that became equal are told apart until then.
 */
export function copiedPivotCache(xml: string, context: CopyContext): string {
  const { survey, masker } = context;
  const source = pivotSource(xml, context);
  const surveyed = survey.sheets.find(({ sheet }) => sheet.name === source?.sheet);
  let field = -1;
  let care: ColumnCare = 'free';
  let seen = new Set<string>();
  const masked = rewriteXml(xml, {
    open: ({ local, attributes }, path) => {
      if (local === 'cacheField') {
        field++;
        seen = new Set();
        care =
          source === null || surveyed === undefined
            ? 'free'
            : careAt(surveyed, source.firstRow + 1, source.firstColumn + field);
      }
      if (local === 'sharedItems') plainSummary(attributes, care, masker);
      if (path.at(-1) !== 'sharedItems' && path.at(-1) !== 'groupItems') return 'keep';
      const value = attributes.get('v');
      if (value === undefined || (local !== 's' && local !== 'n')) return 'keep';
      const after = maskedItem(local, value, care, masker);
      if (after === null) return 'keep';
      let only = after;
      for (let twin = 2; seen.has(only); twin++) only = `${after} (${twin})`;
      seen.add(only);
      attributes.set('v', only);
      return 'keep';
    },
  });
  // An item that was a number and is masked is a text from now on.
  const typed = masked.replace(/<n(\s[^>]*?\bv="(?![-+]?[\d.]+(?:[eE][-+]?\d+)?")[^"]*"[^>]*?\/?>)/g, '<s$1');
  return cleanXml(typed, context, {
    open: (element, path) => {
      if (element.local === 'pivotCacheDefinition') {
        for (const [name] of element.attributes)
          if (/:id$|^(?:refreshedBy|recordCount|refreshedDate(?:Iso)?|saveData|invalid|uid)$|:uid$/.test(name))
            element.attributes.delete(name);
        element.attributes.set('saveData', '0');
        element.attributes.set('refreshOnLoad', '1');
      }
      return path.at(-1) === 'sharedItems' ? 'keep' : null;
    },
  });
}

/** What the items are mixed of, and the smallest and largest of them, hold no longer where they were masked. */
function plainSummary(attributes: Map<string, string>, care: ColumnCare, masker: CopyContext['masker']): void {
  const isWhole = typeof care === 'object' || care === 'empty';
  const ends = ['minValue', 'maxValue'].map((name) => attributes.get(name) ?? '');
  const isMixed = ends.some((end) => masker.number(plainNumber(end)) !== null);
  if (!isWhole && !isMixed) return;
  for (const name of attributes.keys())
    if (name !== 'count' && name !== 'containsBlank' && name !== 'longText') attributes.delete(name);
  if (isWhole) return;
  attributes.set('containsMixedTypes', '1');
  attributes.set('containsNumber', '1');
}

function maskedItem(local: string, value: string, care: ColumnCare, masker: CopyContext['masker']): string | null {
  if (care === 'empty') return '';
  const text = local === 'n' ? plainNumber(value) : value;
  if (care === 'number') return isMobileNumber(text) ? masker.whole('phone', text) : null;
  if (typeof care === 'object') return masker.whole(care.whole, text);
  if (local === 'n') return masker.number(text);
  return masker.text(text, care === 'kept' ? 'kept' : 'free');
}

/** A pivot on a sheet of the copy. */
export function copiedPivot(xml: string, context: CopyContext): string {
  return cleanXml(xml, context, {
    open: (element) => {
      for (const [name] of element.attributes) if (name.endsWith(':uid')) element.attributes.delete(name);
      return null;
    },
  });
}

import { MAX_COLUMNS, MAX_ROWS } from '../model/address.ts';
import { HEADER_NAMES } from '../model/page-setup.ts';
import type { Sheet } from '../model/workbook.ts';
import { putChild, removeChild } from '../xml/ordered-child.ts';
import { childOf, element, type XmlElement } from '../xml/xml-tree.ts';

const PROPERTIES_ORDER = ['tabColor', 'outlinePr', 'pageSetUpPr'];

/** The page's elements from the model; `order` is the sequence of the sheet's children. */
export function writePageSetup({ page }: Sheet, root: XmlElement, order: readonly string[]): void {
  const put = (name: string, attributes: Record<string, string>, children: XmlElement[] = []): void => {
    removeChild(root, name);
    if (Object.keys(attributes).length > 0 || children.length > 0)
      putChild(root, element(name, attributes, children), order);
  };
  put('printOptions', page.options);
  put('pageMargins', page.margins);
  put('pageSetup', page.setup);
  const texts = HEADER_NAMES.flatMap((name) => {
    const text = page.headers.texts[name];
    return text === undefined || text === '' ? [] : [element(name, {}, [text])];
  });
  put('headerFooter', page.headers.attributes, texts);
  putBreaks(root, 'rowBreaks', page.rowBreaks, MAX_COLUMNS - 1, order);
  putBreaks(root, 'colBreaks', page.columnBreaks, MAX_ROWS - 1, order);
  const properties = childOf(root, 'sheetPr') ?? element('sheetPr');
  const fit = childOf(properties, 'pageSetUpPr') ?? element('pageSetUpPr');
  if (page.fitToPage) fit.attributes['fitToPage'] = '1';
  else delete fit.attributes['fitToPage'];
  removeChild(properties, 'pageSetUpPr');
  if (Object.keys(fit.attributes).length > 0) putChild(properties, fit, PROPERTIES_ORDER);
  if (properties.children.length > 0 || Object.keys(properties.attributes).length > 0)
    putChild(root, properties, order);
}

function putBreaks(
  root: XmlElement,
  name: string,
  places: readonly number[],
  max: number,
  order: readonly string[],
): void {
  removeChild(root, name);
  if (places.length === 0) return;
  const nodes = [...places].sort((a, b) => a - b).map((id) => element('brk', { id, max, man: 1 }));
  putChild(root, element(name, { count: nodes.length, manualBreakCount: nodes.length }, nodes), order);
}

import { childOf, elementsOf, textOf, type XmlElement } from '../xml/xml-tree.ts';

/** How a sheet is printed: the attributes of the file's elements (ECMA-376 part 1, 18.3.1.62, .63, .70, .46, .14, .73), so that unknown ones stay. */
export interface PageSetup {
  options: Record<string, string>;
  /** In inches, as the file has them. */
  margins: Record<string, string>;
  setup: Record<string, string>;
  fitToPage: boolean;
  headers: { attributes: Record<string, string>; texts: Partial<Record<HeaderName, string>> };
  /** The first row (column) after each break. */
  rowBreaks: number[];
  columnBreaks: number[];
}

export const HEADER_NAMES = [
  'oddHeader',
  'oddFooter',
  'evenHeader',
  'evenFooter',
  'firstHeader',
  'firstFooter',
] as const;
export type HeaderName = (typeof HEADER_NAMES)[number];

/** The margins of a new sheet, in inches. */
export const DEFAULT_MARGINS = { left: '0.7', right: '0.7', top: '0.75', bottom: '0.75', header: '0.3', footer: '0.3' };

export function defaultPageSetup(): PageSetup {
  return {
    options: {},
    margins: { ...DEFAULT_MARGINS },
    setup: {},
    fitToPage: false,
    headers: { attributes: {}, texts: {} },
    rowBreaks: [],
    columnBreaks: [],
  };
}

export function copyPageSetup(page: PageSetup): PageSetup {
  const { headers } = page;
  return {
    options: { ...page.options },
    margins: { ...page.margins },
    setup: { ...page.setup },
    fitToPage: page.fitToPage,
    headers: { attributes: { ...headers.attributes }, texts: { ...headers.texts } },
    rowBreaks: [...page.rowBreaks],
    columnBreaks: [...page.columnBreaks],
  };
}

export function readPageSetup(root: XmlElement): PageSetup {
  const attributes = (name: string): Record<string, string> => ({ ...childOf(root, name)?.attributes });
  const breaks = (name: string): number[] => {
    const node = childOf(root, name);
    return node ? elementsOf(node, 'brk').map((brk) => Number(brk.attributes['id'])) : [];
  };
  const headers = childOf(root, 'headerFooter');
  const texts: PageSetup['headers']['texts'] = {};
  for (const name of HEADER_NAMES) {
    const node = childOf(headers, name);
    if (node) texts[name] = textOf(node);
  }
  const fit = childOf(childOf(root, 'sheetPr'), 'pageSetUpPr')?.attributes['fitToPage'];
  return {
    options: attributes('printOptions'),
    margins: { ...DEFAULT_MARGINS, ...attributes('pageMargins') },
    setup: attributes('pageSetup'),
    fitToPage: fit === '1' || fit === 'true',
    headers: { attributes: { ...headers?.attributes }, texts },
    rowBreaks: breaks('rowBreaks'),
    columnBreaks: breaks('colBreaks'),
  };
}

/** `&Lleft&Ccentre&Rright` ↔ its three sections. */
export type Section = 'L' | 'C' | 'R';

export function readSections(text: string): Record<Section, string> {
  const sections: Record<Section, string> = { L: '', C: '', R: '' };
  let current: Section = 'C';
  for (const [piece] of text.matchAll(/&&|&"[^"]*"|&[\s\S]|[^&]+/g)) {
    const letter = /^&([LCR])$/.exec(piece)?.[1];
    if (letter === 'L' || letter === 'C' || letter === 'R') current = letter;
    else sections[current] += piece;
  }
  return sections;
}

export function writeSections(sections: Record<Section, string>): string {
  return (['L', 'C', 'R'] as const).map((key) => (sections[key] === '' ? '' : `&${key}${sections[key]}`)).join('');
}

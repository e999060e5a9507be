import { cloneElement, childOf, element, elementsOf, serializeXml, type XmlElement } from '../xml/xml-tree.ts';
import { putChild, removeChild } from '../xml/ordered-child.ts';
import { BUILT_IN_FORMATS, builtInId } from './built-in-formats.ts';
import { colorOf, DEFAULT_THEME } from './colors.ts';

export interface FontChange {
  bold?: boolean;
  italic?: boolean;
  strikethrough?: boolean;
  underline?: string;
  color?: string;
  size?: number;
  name?: string;
}

export interface BorderChange {
  side: 'left' | 'right' | 'top' | 'bottom' | 'diagonal';
  /** A line style of the file format (thin, medium, dashed …); null removes the line. */
  line: string | null;
  color?: string | undefined;
}

export interface StyleChange {
  numberFormat?: string;
  font?: FontChange;
  /** Six hex digits; null clears the fill. */
  fill?: string | null;
  alignment?: Record<string, string | null>;
  borders?: BorderChange[];
  locked?: boolean;
  quotePrefix?: boolean;
}

const STYLE_ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];
const FONT_ORDER = ['b', 'i', 'strike', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];
const BORDER_ORDER = ['start', 'left', 'end', 'right', 'top', 'bottom', 'diagonal', 'vertical', 'horizontal'];

/** styles.xml as a book of cell formats: formats are only ever added, so that every index in the file keeps its meaning. */
export class StyleBook {
  changed = false;
  private readonly cache = new Map<string, number>();
  private readonly customFormats = new Map<number, string>();
  private readonly keys = new Map<XmlElement, Map<string, number>>();
  private readonly entries = new Map<string, XmlElement[]>();
  private readonly formats = new Map<number, string>();

  constructor(
    readonly root: XmlElement,
    readonly theme: readonly string[] = DEFAULT_THEME,
  ) {
    for (const format of elementsOf(this.section('numFmts', false) ?? root, 'numFmt')) {
      this.customFormats.set(Number(format.attributes['numFmtId']), format.attributes['formatCode'] ?? 'General');
    }
  }

  numberFormat(style: number): string {
    let code = this.formats.get(style);
    if (code === undefined) {
      const id = Number(this.xf(style).attributes['numFmtId'] ?? '0');
      code = this.customFormats.get(id) ?? BUILT_IN_FORMATS[id] ?? 'General';
      this.formats.set(style, code);
    }
    return code;
  }

  font(style: number): Required<FontChange> {
    const font = this.part('fonts', this.xf(style).attributes['fontId']);
    const flag = (name: string): boolean => {
      const found = childOf(font, name);
      return found !== undefined && !['0', 'false'].includes(found.attributes['val'] ?? '1');
    };
    const underline = childOf(font, 'u');
    return {
      bold: flag('b'),
      italic: flag('i'),
      strikethrough: flag('strike'),
      underline: underline ? (underline.attributes['val'] ?? 'single') : 'none',
      color: colorOf(childOf(font, 'color'), this.theme) || '#000000',
      size: Number(childOf(font, 'sz')?.attributes['val'] ?? '11'),
      name: childOf(font, 'name')?.attributes['val'] ?? 'Calibri',
    };
  }

  /** `#RRGGBB`, or '' without a fill. */
  fill(style: number): string {
    const pattern = childOf(this.part('fills', this.xf(style).attributes['fillId']), 'patternFill');
    const kind = pattern?.attributes['patternType'] ?? 'none';
    if (kind === 'none') return '';
    return colorOf(childOf(pattern, kind === 'solid' ? 'fgColor' : 'bgColor'), this.theme);
  }

  alignment(style: number): Record<string, string> {
    return childOf(this.xf(style), 'alignment')?.attributes ?? {};
  }

  border(style: number, side: string): { line: string; color: string } {
    const edge = childOf(this.part('borders', this.xf(style).attributes['borderId']), side);
    return { line: edge?.attributes['style'] ?? 'none', color: colorOf(childOf(edge, 'color'), this.theme) };
  }

  /** Nothing in it differs from the first format but its number. */
  isPlain(style: number): boolean {
    const own = this.xf(style).attributes;
    const first = this.xf(0).attributes;
    const same = ['numFmtId', 'fontId', 'fillId', 'borderId'].every((name) => own[name] === first[name]);
    return same && this.xf(style).children.length === 0 && own['quotePrefix'] !== '1';
  }

  isLocked(style: number): boolean {
    return !['0', 'false'].includes(childOf(this.xf(style), 'protection')?.attributes['locked'] ?? '1');
  }

  hasQuotePrefix(style: number): boolean {
    return ['1', 'true'].includes(this.xf(style).attributes['quotePrefix'] ?? '0');
  }

  get count(): number {
    return this.list('cellXfs').length;
  }

  /** The index of the format that is `style` with the change made. */
  patch(style: number, change: StyleChange): number {
    const key = `${style} ${JSON.stringify(change)}`;
    const known = this.cache.get(key);
    if (known !== undefined) return known;
    const xf = cloneElement(this.xf(style));
    if (change.numberFormat !== undefined) {
      xf.attributes['numFmtId'] = String(this.formatId(change.numberFormat));
      xf.attributes['applyNumberFormat'] = '1';
    }
    if (change.font) {
      xf.attributes['fontId'] = String(this.patchedFont(xf.attributes['fontId'], change.font));
      xf.attributes['applyFont'] = '1';
    }
    if (change.fill !== undefined) {
      xf.attributes['fillId'] = String(change.fill === null ? 0 : this.add('fills', solidFill(change.fill)));
      xf.attributes['applyFill'] = '1';
    }
    if (change.borders) {
      xf.attributes['borderId'] = String(this.patchedBorder(xf.attributes['borderId'], change.borders));
      xf.attributes['applyBorder'] = '1';
    }
    if (change.alignment) patchAlignment(xf, change.alignment);
    if (change.locked !== undefined) {
      putChild(xf, element('protection', { locked: change.locked ? '1' : '0' }), ['alignment', 'protection', 'extLst']);
      xf.attributes['applyProtection'] = '1';
    }
    if (change.quotePrefix === true) xf.attributes['quotePrefix'] = '1';
    if (change.quotePrefix === false) delete xf.attributes['quotePrefix'];
    const index = this.add('cellXfs', xf);
    this.cache.set(key, index);
    return index;
  }

  /** A differential format for a conditional format; answers its index. */
  addDifferential(dxf: XmlElement): number {
    return this.add('dxfs', dxf);
  }

  differential(index: number): XmlElement | undefined {
    return this.list('dxfs')[index];
  }

  private xf(style: number): XmlElement {
    const formats = this.list('cellXfs');
    return formats[style] ?? formats[0] ?? element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 });
  }

  private part(section: string, index: string | undefined): XmlElement | undefined {
    return this.list(section)[Number(index ?? '0')];
  }

  private list(section: string): XmlElement[] {
    let list = this.entries.get(section);
    if (!list) {
      list = elementsOf(this.section(section));
      this.entries.set(section, list);
    }
    return list;
  }

  private section(name: string): XmlElement;
  private section(name: string, create: false): XmlElement | undefined;
  private section(name: string, create = true): XmlElement | undefined {
    const found = childOf(this.root, name);
    if (found || !create) return found;
    const made = element(name, { count: 0 });
    putChild(this.root, made, STYLE_ORDER);
    return made;
  }

  /** Adds an entry unless the section already holds the same one. */
  private add(sectionName: string, entry: XmlElement): number {
    const section = this.section(sectionName);
    let keys = this.keys.get(section);
    if (!keys) {
      keys = new Map();
      for (const [index, known] of this.list(sectionName).entries()) {
        const key = serializeXml(known);
        if (!keys.has(key)) keys.set(key, index);
      }
      this.keys.set(section, keys);
    }
    const key = serializeXml(entry);
    const known = keys.get(key);
    if (known !== undefined) return known;
    const list = this.list(sectionName);
    const index = list.length;
    list.push(entry);
    section.children.push(entry);
    section.attributes['count'] = String(index + 1);
    keys.set(key, index);
    this.changed = true;
    return index;
  }

  formatOfId(id: number): string {
    return this.customFormats.get(id) ?? BUILT_IN_FORMATS[id] ?? 'General';
  }

  /** The number of a format that is not built in. */
  customFormatId(code: string): number {
    return this.formatId(code);
  }

  private formatId(code: string): number {
    const built = builtInId(code);
    if (built !== undefined) return built;
    for (const [id, known] of this.customFormats) if (known === code) return id;
    const id = Math.max(163, ...this.customFormats.keys()) + 1;
    this.customFormats.set(id, code);
    this.add('numFmts', element('numFmt', { numFmtId: id, formatCode: code }));
    return id;
  }

  private patchedFont(fontId: string | undefined, change: FontChange): number {
    const font = cloneElement(this.part('fonts', fontId) ?? element('font'));
    applyFont(font, change);
    return this.add('fonts', font);
  }

  private patchedBorder(borderId: string | undefined, changes: BorderChange[]): number {
    const border = cloneElement(this.part('borders', borderId) ?? element('border'));
    for (const change of changes) {
      const edge = change.line
        ? element(change.side, { style: change.line }, [
            change.color ? element('color', { rgb: `FF${change.color}` }) : element('color', { auto: 1 }),
          ])
        : element(change.side);
      putChild(border, edge, BORDER_ORDER);
    }
    return this.add('borders', border);
  }
}

export function applyFont(font: XmlElement, change: FontChange): void {
  const flag = (name: string, on: boolean | undefined): void => {
    if (on === undefined) return;
    removeChild(font, name);
    if (on) putChild(font, element(name), FONT_ORDER);
  };
  flag('b', change.bold);
  flag('i', change.italic);
  flag('strike', change.strikethrough);
  if (change.underline === 'none') removeChild(font, 'u');
  else if (change.underline !== undefined) putChild(font, element('u', { val: change.underline }), FONT_ORDER);
  if (change.size !== undefined) putChild(font, element('sz', { val: change.size }), FONT_ORDER);
  if (change.color !== undefined) putChild(font, element('color', { rgb: `FF${change.color}` }), FONT_ORDER);
  if (change.name !== undefined) {
    putChild(font, element('name', { val: change.name }), FONT_ORDER);
    removeChild(font, 'scheme');
  }
}

function solidFill(color: string): XmlElement {
  return element('fill', {}, [
    element('patternFill', { patternType: 'solid' }, [
      element('fgColor', { rgb: `FF${color}` }),
      element('bgColor', { indexed: 64 }),
    ]),
  ]);
}

function patchAlignment(xf: XmlElement, change: Record<string, string | null>): void {
  const alignment = childOf(xf, 'alignment') ?? element('alignment');
  for (const [name, value] of Object.entries(change)) {
    if (value === null) removeAttribute(alignment, name);
    else alignment.attributes[name] = value;
  }
  putChild(xf, alignment, ['alignment', 'protection', 'extLst']);
  xf.attributes['applyAlignment'] = '1';
}

function removeAttribute(node: XmlElement, name: string): void {
  node.attributes = Object.fromEntries(Object.entries(node.attributes).filter(([key]) => key !== name));
}

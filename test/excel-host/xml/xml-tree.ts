/** A small XML tree for the parts of an .xlsx package that are edited: order and unknown content survive. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
}
export type XmlNode = XmlElement | string;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(parseInt(String(hex), 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return ENTITIES[String(name)] ?? whole;
  });
}

export function encodeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

export function encodeAttribute(text: string): string {
  return encodeXml(text).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\r/g, '&#13;').replace(/\t/g, '&#9;');
}

export function parseAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single] of source.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name) attributes[name] = decodeXml(double ?? single ?? '');
  }
  return attributes;
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>]+)((?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;

/** Parses a document or a run of elements; answers the top-level elements in order. DOCTYPEs are refused. */
export function parseXml(source: string): XmlElement[] {
  if (source.includes('<!DOCTYPE')) throw new Error('DOCTYPE is not allowed in a workbook part');
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  for (const [, cdata, closing, name, attributes, selfClosing, text] of source.matchAll(TOKEN)) {
    const parent = open[open.length - 1] ?? root;
    if (cdata !== undefined) parent.children.push(cdata);
    else if (text !== undefined) parent.children.push(decodeXml(text));
    else if (name === undefined) continue;
    else if (closing) {
      if (open.length > 1) open.pop();
    } else {
      const element: XmlElement = { name, attributes: parseAttributes(attributes ?? ''), children: [] };
      parent.children.push(element);
      if (!selfClosing) open.push(element);
    }
  }
  if (open.length > 1) throw new Error(`unclosed element ${open[open.length - 1]?.name ?? ''}`);
  return elementsOf(root);
}

export function parseDocument(source: string): XmlElement {
  const root = parseXml(source)[0];
  if (!root) throw new Error('empty XML part');
  return root;
}

export function serializeXml(node: XmlNode): string {
  if (typeof node === 'string') return encodeXml(node);
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${encodeAttribute(value)}"`)
    .join('');
  if (node.children.length === 0) return `<${node.name}${attributes}/>`;
  return `<${node.name}${attributes}>${node.children.map(serializeXml).join('')}</${node.name}>`;
}

export const XML_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export function serializeDocument(root: XmlElement): string {
  return XML_HEADER + serializeXml(root);
}

export function element(
  name: string,
  attributes: Record<string, string | number | undefined> = {},
  children: XmlNode[] = [],
): XmlElement {
  const kept: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) kept[key] = String(value);
  return { name, attributes: kept, children };
}

export function elementsOf(parent: XmlElement, name?: string): XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || localName(child.name) === name),
  );
}

export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent ? elementsOf(parent, name)[0] : undefined;
}

export function textOf(node: XmlElement | undefined): string {
  if (!node) return '';
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The attribute with this local name, whatever its prefix (r:id, d3p1:id …). */
export function localAttribute(node: XmlElement, name: string): string | undefined {
  for (const [key, value] of Object.entries(node.attributes)) if (localName(key) === name) return value;
  return undefined;
}

export function cloneElement(node: XmlElement): XmlElement {
  return {
    name: node.name,
    attributes: { ...node.attributes },
    children: node.children.map((child) => (typeof child === 'string' ? child : cloneElement(child))),
  };
}

/**
 * Some producers bind the main namespace to a prefix (`<x:worksheet>`). The prefix of the root is folded away so that the
 * rest of the host sees plain names.
 */
export function withoutRootPrefix(source: string): string {
  const prefix = /<([A-Za-z_][\w.-]*):(?:worksheet|workbook|styleSheet|sst|table|comments)[\s>]/.exec(source)?.[1];
  if (!prefix) return source;
  return source
    .replaceAll(`<${prefix}:`, '<')
    .replaceAll(`</${prefix}:`, '</')
    .replaceAll(`xmlns:${prefix}=`, 'xmlns=');
}

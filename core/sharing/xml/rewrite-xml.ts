import { fromXml, toXml } from './entities.ts';

/** An element as it opens. Attributes are plain text; changing them changes the element. */
export interface Opening {
  /** With its prefix. */
  name: string;
  /** Without. */
  local: string;
  attributes: Map<string, string>;
}

export interface Rewriting {
  /** What to do with an element: go on, leave it out with all that is in it, or leave out its tags alone. */
  open?: (element: Opening, path: readonly string[]) => 'keep' | 'drop' | 'unwrap';
  /** The text that stands for a text; `path` holds local names, the innermost last. Texts of blanks alone are not asked about. */
  text?: (text: string, path: readonly string[]) => string;
  /** Called after an element has closed, with what was written of it; answers what is to stand there. */
  close?: (local: string, written: string, path: readonly string[]) => string;
}

/** Thrown at what is no well-formed XML, or has a document type, which no part of a workbook may have. */
export class NotXml extends Error {}

const TAG = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

interface Level {
  name: string;
  local: string;
  /** Name to close with; null: its tags are left out. */
  closeAs: string | null;
  at: number;
}

/**
 * Writes an XML document anew, element by element. What is not changed stays letter by letter; comments and processing
 * instructions, which no workbook needs, are left out.
 */
export function rewriteXml(xml: string, { open, text, close }: Rewriting): string {
  const out: string[] = [];
  const path: string[] = [];
  const levels: Level[] = [];
  /** The level below which everything is left out. */
  let dropped: number | null = null;
  let at = 0;
  const write = (part: string) => {
    if (dropped === null) out.push(part);
  };
  const end = (level: Level) => {
    if (dropped !== null) {
      if (levels.length <= dropped) dropped = null;
      return;
    }
    if (close === undefined) return;
    const written = out.slice(level.at).join('');
    const wanted = close(level.local, written, path);
    if (wanted !== written) out.splice(level.at, out.length - level.at, wanted);
  };

  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const until = next < 0 ? xml.length : next;
    if (until > at) {
      const raw = xml.slice(at, until);
      const isText = text !== undefined && dropped === null && /\S/.test(raw);
      if (isText) {
        const before = fromXml(raw);
        const after = text(before, path);
        write(after === before ? raw : toXml(after));
      } else write(raw);
      at = until;
      continue;
    }
    if (xml.startsWith('<!--', at)) {
      at = after(xml, '-->', at);
      continue;
    }
    if (xml.startsWith('<![CDATA[', at)) {
      const to = after(xml, ']]>', at);
      const before = xml.slice(at + 9, to - 3);
      write(toXml(text === undefined ? before : text(before, path)));
      at = to;
      continue;
    }
    if (xml.startsWith('<?', at)) {
      const to = after(xml, '?>', at);
      if (/^<\?xml\s/.test(xml.slice(at, at + 6))) write(xml.slice(at, to));
      at = to;
      continue;
    }
    TAG.lastIndex = at;
    const match = TAG.exec(xml);
    if (match === null) throw new NotXml(`at ${at}`);
    const [raw, slash = '', name = '', written = '', isEmpty = ''] = match;
    at += raw.length;
    if (slash !== '') {
      const level = levels.pop();
      if (level?.name !== name) throw new NotXml(`</${name}> at ${at}`);
      path.pop();
      if (level.closeAs !== null) write(`</${level.closeAs}>`);
      end(level);
      continue;
    }
    const local = name.slice(name.indexOf(':') + 1);
    const level: Level = { name, local, closeAs: name, at: out.length };
    let mine = raw;
    if (open !== undefined && dropped === null) {
      const element: Opening = { name, local, attributes: attributesOf(written) };
      const before = [...element.attributes].join('\n');
      const verdict = open(element, path);
      if (verdict === 'drop') dropped = levels.length;
      if (verdict === 'unwrap') level.closeAs = null;
      else if (element.name !== name || [...element.attributes].join('\n') !== before) {
        mine = `<${element.name}${attributesText(element.attributes)}${isEmpty}>`;
        level.closeAs = element.name;
      }
    }
    if (level.closeAs !== null) write(mine);
    if (isEmpty === '') {
      levels.push(level);
      path.push(local);
    } else end(level);
  }
  if (levels.length > 0) throw new NotXml('not closed');
  return out.join('');
}

/** Attributes of a tag as plain text. */
export function attributesOf(written: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of written.matchAll(ATTRIBUTE))
    found.set(name, fromXml(double ?? single ?? ''));
  return found;
}

export function attributesText(attributes: ReadonlyMap<string, string>): string {
  return [...attributes]
    .map(([name, value]) => ` ${name}="${toXml(value).replace(/[\n\t\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)}"`)
    .join('');
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new NotXml(`no ${mark}`);
  return at + mark.length;
}

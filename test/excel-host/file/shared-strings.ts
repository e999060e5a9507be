import { decodeXml, encodeXml, withoutRootPrefix, XML_HEADER } from '../xml/xml-tree.ts';
import {
  addRelationship,
  partText,
  readRelationships,
  setContentType,
  setPartText,
  type Parts,
} from './package-parts.ts';

/** `_x000D_` and the like stand for control characters in the file (ECMA-376 part 1, 22.9.2.19). */
export function decodeEscapes(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

export function encodeEscapes(text: string): string {
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, '_x005F_x$1_')
    .replace(/[\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\uFFFE\uFFFF]/g, (character) => {
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
    });
}

/** The visible text of an <si> or <is>: plain or rich runs, without the phonetic guide. */
export function stringItemText(inner: string): string {
  const visible = inner.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '').replace(/<phoneticPr\b[^>]*\/>/g, '');
  let text = '';
  for (const [, content] of visible.matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)) text += decodeXml(content ?? '');
  return decodeEscapes(text);
}

export class SharedStrings {
  readonly items: string[];
  private readonly added = new Map<string, number>();

  constructor(
    private readonly path: string | null,
    text: string | undefined,
  ) {
    this.items = [];
    if (!text) return;
    for (const [, inner] of withoutRootPrefix(text).matchAll(/<si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/si>)/g)) {
      this.items.push(stringItemText(inner ?? ''));
    }
  }

  static of(parts: Parts, workbookPart: string): SharedStrings {
    const path = readRelationships(parts, workbookPart).find((relation) => relation.kind === 'sharedStrings');
    return new SharedStrings(path?.target ?? null, path ? partText(parts, path.target) : undefined);
  }

  /** The index of a plain text, added when it was not added before. Existing items may carry formats and are not reused. */
  indexOf(text: string): number {
    let index = this.added.get(text);
    if (index === undefined) {
      index = this.items.length + this.added.size;
      this.added.set(text, index);
    }
    return index;
  }

  save(parts: Parts, workbookPart: string): void {
    if (this.added.size === 0) return;
    const added = [...this.added.keys()].map(stringItem).join('');
    const path = this.path ?? 'xl/sharedStrings.xml';
    const text = this.path ? partText(parts, path) : undefined;
    if (text === undefined) {
      const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
      setPartText(parts, path, `${XML_HEADER}<sst xmlns="${main}">${added}</sst>`);
      setContentType(parts, path, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml');
      addRelationship(parts, workbookPart, 'sharedStrings', path);
      return;
    }
    const plain = withoutRootPrefix(text).replace(/(<sst\b[^>]*?)\s(?:count|uniqueCount)="\d*"/g, '$1');
    const counted = plain
      .replace(/(<sst\b[^>]*?)\suniqueCount="\d*"/, '$1')
      .replace(/(<sst\b[^>]*?)\scount="\d*"/, '$1');
    const open = counted.replace(/(<sst\b[^>]*?)\s*\/>\s*$/, '$1></sst>');
    setPartText(parts, path, open.replace(/<\/sst>\s*$/, `${added}</sst>`));
  }
}

function stringItem(text: string): string {
  return `<si><t xml:space="preserve">${encodeXml(encodeEscapes(text))}</t></si>`;
}

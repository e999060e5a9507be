import type { Person } from '../../core/capture/page-capture.ts';
import type { PartSource, PersonSource, TextSource } from '../../core/capture/site-recipe.ts';
import { besideLabel, placesBeside } from './beside-label.ts';
import { valueOf } from './control-value.ts';
import { deepAll } from './deep-query.ts';
import { isShown } from './is-shown.ts';
import { reachableDocuments } from './reachable-documents.ts';
import { visibleText } from './visible-text.ts';
import { attributeOf, documentOf, isText, matches, nodesIn, textIn } from './safe-dom.ts';

export { isShown };

/** The words of the first source that gives any, on one line; null when none does. */
export function findPart(scope: Element, sources: PartSource[] | undefined): string | null {
  for (const source of sources ?? []) {
    for (const element of sourceElements(scope, source)) {
      const words = oneLine(readSource(element, source));
      if (words !== '') return words;
    }
  }
  return null;
}

/** The words of every element of the first source that gives any. */
export function findParts(scope: Element, sources: PartSource[] | undefined): string[] {
  for (const source of sources ?? []) {
    const words = sourceElements(scope, source)
      .map((element) => oneLine(readSource(element, source)))
      .filter((text) => text !== '');
    if (words.length > 0) return words;
  }
  return [];
}

export function findPeople(scope: Element, source: PersonSource | undefined): Person[] {
  if (source === undefined) return [];
  return sourceElements(scope, { selector: source.each, outside: source.outside })
    .map((element) => tellNameFromAddress(findPart(element, source.name), findPart(element, source.address)))
    .filter(({ name, address }) => name !== null || address !== null);
}

/** A bare selector means the text as a reader sees it. */
export function asSource(source: TextSource): PartSource {
  return typeof source === 'string' ? { selector: source, read: 'text' } : source;
}

type Place = Pick<PartSource, 'selector' | 'outside' | 'inFrames' | 'first'>;

export function sourceElements(scope: Element, place: Place): Element[] {
  const elements = elementsAt(scope, place);
  return place.first ? elements.slice(0, 1) : elements;
}

function elementsAt(scope: Element, { selector, outside, inFrames }: Place): Element[] {
  if (inFrames === true)
    return reachableDocuments(documentOf(scope))
      .flatMap((document) => deepAll(document, selector))
      .filter(isShown);
  if (outside !== true) return elementsOf(scope, selector);
  // What a page keeps of other messages outside of this one is hidden.
  return deepAll(documentOf(scope), selector).filter((element) => matches(element, 'head *') || isShown(element));
}

/** `:scope` names the element itself. */
export function elementsOf(scope: Element, selector: string): Element[] {
  return selector === ':scope' ? [scope] : deepAll(scope, selector);
}

/** Whether any of the sources has its place on the page, filled or empty. */
export function hasPlace(scope: Element, sources: PartSource[]): boolean {
  return sources.some((source) => {
    const { read } = source;
    const elements = sourceElements(scope, source);
    if (typeof read !== 'object' || !('beside' in read)) return elements.length > 0;
    return elements.some((element) => placesBeside(element, read.beside).length > 0);
  });
}

/** What a source says of one element, with its lines. */
export function readSource(element: Element, { read }: Pick<PartSource, 'read'>): string {
  if (read === 'text') return visibleText(element);
  if (read === 'value') return valueOf(element);
  if (read === 'ownText') {
    const own = nodesIn(element).filter(isText).map(textIn);
    return own.join(' ');
  }
  if ('attribute' in read) return (attributeOf(element, read.attribute) ?? '').trim();
  if ('beside' in read) return besideLabel(element, read.beside);
  return afterLabel(visibleText(element), read.afterLabel);
}

/** Labels are set with spaces inside (`时　间：`); their value may stand on the next line. */
function afterLabel(text: string, labels: string[]): string {
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const match = /^([^:：\t]{1,60})[:：]\s*(.*)$/.exec(line.trim());
    if (match === null || !labels.includes((match[1] ?? '').replace(/\s+/g, ''))) continue;
    return (match[2] === '' ? (lines[index + 1] ?? '') : (match[2] ?? '')).trim();
  }
  return '';
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

const ADDRESS = /[^\s<>"'()（）【】:：,;]+@[^\s<>"'()（）【】,;]+/;
/** What stands in angle brackets at the end is the address; a name in front of it may try to look like another. */
const IN_BRACKETS = /<\s*([^\s<>]+@[^\s<>]+)\s*>\s*$/;

const addressIn = (text: string) => IN_BRACKETS.exec(text)?.[1] ?? ADDRESS.exec(text)?.[0] ?? null;

/**
 * `Name <address>`, `<address>` or a bare address where the recipe looks for the address; never in a name, which its bearer
 * chose. A name that only repeats the address is no name.
 */
function tellNameFromAddress(name: string | null, address: string | null): Person {
  const found = addressIn(address ?? '');
  const rest = (name ?? '')
    .replace(IN_BRACKETS, '')
    .replace(found ?? '', '')
    .replace(/[<>]/g, '')
    .trim()
    // Quoted as mail heads quote names; a dash stands for a family name that a system misses.
    .replace(/^(["'])(.*)\1$/, '$2')
    .replace(/\\(["\\])/g, '$1')
    .replace(/\s+-$/, '')
    .trim();
  return { name: rest === '' ? null : rest, address: found };
}

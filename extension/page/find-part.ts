import type { Person } from '../../core/capture/page-capture.ts';
import type { PartSource, PersonSource } from '../../core/capture/site-recipe.ts';
import { isHiddenElement, styleOf } from './is-hidden.ts';
import { visibleText } from './visible-text.ts';

/** The words of the first source that gives any, on one line; null when none does. */
export function findPart(scope: Element, sources: PartSource[] | undefined): string | null {
  for (const source of sources ?? []) {
    for (const element of sourceElements(scope, source)) {
      const words = readSource(element, source);
      if (words !== '') return words;
    }
  }
  return null;
}

/** The words of every element of the first source that gives any. */
export function findParts(scope: Element, sources: PartSource[] | undefined): string[] {
  for (const source of sources ?? []) {
    const words = sourceElements(scope, source)
      .map((element) => readSource(element, source))
      .filter((text) => text !== '');
    if (words.length > 0) return words;
  }
  return [];
}

export function findPeople(scope: Element, source: PersonSource | undefined): Person[] {
  if (source === undefined) return [];
  return elementsOf(scope, source.each)
    .map((element) => tellNameFromAddress(findPart(element, source.name), findPart(element, source.address)))
    .filter(({ name, address }) => name !== null || address !== null);
}

const sourceElements = (scope: Element, { selector, outside }: PartSource) =>
  outside === true ? [...scope.ownerDocument.querySelectorAll(selector)] : elementsOf(scope, selector);

/** `:scope` names the element itself. */
export function elementsOf(scope: Element, selector: string): Element[] {
  return selector === ':scope' ? [scope] : [...scope.querySelectorAll(selector)];
}

export function isShown(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (isHiddenElement(at, styleOf(at))) return false;
  }
  return true;
}

function readSource(element: Element, source: PartSource): string {
  if (source.read === 'text') return oneLine(visibleText(element));
  if (source.read === 'ownText') {
    const own = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent ?? '');
    return oneLine(own.join(' '));
  }
  return (element.getAttribute(source.read.attribute) ?? '').trim();
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

const ADDRESS = /[^\s<>"'()（）【】:：,;]+@[^\s<>"'()（）【】,;]+/;

/** `Name <address>`, `<address>` or a bare address in either place. A name that only repeats the address is no name. */
function tellNameFromAddress(name: string | null, address: string | null): Person {
  const found = ADDRESS.exec(address ?? '')?.[0] ?? ADDRESS.exec(name ?? '')?.[0] ?? null;
  const rest = (name ?? '')
    .replace(found ?? '', '')
    .replace(/[<>]|^["']|["']$/g, '')
    .trim();
  return { name: rest === '' ? null : rest, address: found };
}

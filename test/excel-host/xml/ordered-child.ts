import { elementsOf, localName, type XmlElement } from './xml-tree.ts';

/** Puts a child where the schema's sequence wants it, in place of the one with its name. */
export function putChild(parent: XmlElement, child: XmlElement, order: readonly string[]): void {
  removeChild(parent, localName(child.name));
  insertInOrder(parent, child, order);
}

export function insertInOrder(parent: XmlElement, child: XmlElement, order: readonly string[]): void {
  const rank = order.indexOf(localName(child.name));
  const before = parent.children.findIndex(
    (other) => typeof other !== 'string' && order.indexOf(localName(other.name)) > rank,
  );
  if (before < 0) parent.children.push(child);
  else parent.children.splice(before, 0, child);
}

export function removeChild(parent: XmlElement, name: string): void {
  const gone = new Set(elementsOf(parent, name));
  if (gone.size > 0) {
    parent.children = parent.children.filter((child) => typeof child === 'string' || !gone.has(child));
  }
}

/*
 * A form's controls and a page's named pictures stand in front of the DOM's own properties: in a hostile mail
 * `<form><input name="parentElement">` makes a walk upwards endless, `<img name="body">` takes the page's place. So what may
 * belong to a mail is asked by the DOM's own getters and methods, which nothing in a page can stand in front of.
 */

type Owner = 'Node' | 'Element' | 'HTMLElement' | 'Document' | 'DocumentFragment';

const known = new Map<string, PropertyDescriptor | null>();

/** Null where there is no such interface: in tests without a browser, whose elements cannot be clobbered. */
function descriptor(owner: Owner, key: string): PropertyDescriptor | null {
  const name = `${owner}.${key}`;
  let found = known.get(name);
  if (found === undefined) {
    const prototype = (globalThis as unknown as Record<Owner, { prototype: object } | undefined>)[owner]?.prototype;
    found = prototype === undefined ? null : (Object.getOwnPropertyDescriptor(prototype, key) ?? null);
    known.set(name, found);
  }
  return found;
}

function read(owner: Owner, key: string, target: object): unknown {
  const own = descriptor(owner, key);
  return own?.get ? own.get.call(target) : (target as Record<string, unknown>)[key];
}

function ask(owner: Owner, key: string, target: object, ...values: unknown[]): unknown {
  const own = descriptor(owner, key)?.value as ((...values: unknown[]) => unknown) | undefined;
  const method = own ?? (target as Record<string, (...values: unknown[]) => unknown>)[key];
  if (method === undefined) throw new Error(`${owner} has no ${key}`);
  return method.apply(target, values);
}

export const typeOf = (node: Node) => read('Node', 'nodeType', node) as number;
export const isElement = (node: Node): node is Element => typeOf(node) === 1;
export const isText = (node: Node): node is Text => typeOf(node) === 3;
export const nameOf = (element: Element) => read('Element', 'localName', element) as string;
export const parentOf = (node: Node) => read('Node', 'parentElement', node) as Element | null;
export const nodesIn = (node: Node) => [...(read('Node', 'childNodes', node) as NodeListOf<ChildNode>)] as Node[];
export const elementsIn = (element: Element) => [...(read('Element', 'children', element) as HTMLCollection)];
export const textIn = (node: Node) => (read('Node', 'textContent', node) as string | null) ?? '';
export const documentOf = (node: Node) => read('Node', 'ownerDocument', node) as Document;
export const rootOf = (node: Node) => ask('Node', 'getRootNode', node) as Node;
export const holdsNode = (outer: Node, inner: Node) => ask('Node', 'contains', outer, inner) as boolean;
export const openShadow = (element: Element) => read('Element', 'shadowRoot', element) as ShadowRoot | null;
export const slotOf = (element: Element) => read('Element', 'assignedSlot', element) as Element | null;
export const attributeOf = (element: Element, name: string) =>
  ask('Element', 'getAttribute', element, name) as string | null;
export const matches = (element: Element, selector: string) => ask('Element', 'matches', element, selector) as boolean;
export const boxOf = (element: Element) => ask('Element', 'getBoundingClientRect', element) as DOMRect;
export const innerHeightOf = (element: Element) => read('Element', 'clientHeight', element) as number;
export const innerWidthOf = (element: Element) => read('Element', 'clientWidth', element) as number;
export const nextOf = (element: Element) => read('Element', 'nextElementSibling', element) as Element | null;
export const previousOf = (element: Element) => read('Element', 'previousElementSibling', element) as Element | null;
export const bodyOf = (document: Document) => read('Document', 'body', document) as HTMLElement;
export const titleOf = (document: Document) => read('Document', 'title', document) as string;
export const viewOf = (document: Document) =>
  read('Document', 'defaultView', document) as (Window & typeof globalThis) | null;

export function findAll(scope: Element | Document | ShadowRoot, selector: string): Element[] {
  const type = typeOf(scope);
  const owner = type === 9 ? 'Document' : type === 11 ? 'DocumentFragment' : 'Element';
  return [...(ask(owner, 'querySelectorAll', scope, selector) as NodeListOf<Element>)];
}

/** The host of the shadow root that a node stands in. */
export function hostOf(node: Node): Element | null {
  const root = rootOf(node);
  return typeOf(root) === 11 && 'host' in root ? (root as ShadowRoot).host : null;
}

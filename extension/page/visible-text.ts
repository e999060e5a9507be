import { shadowOf } from './deep-query.ts';
import { isHiddenElement, isHiddenText, styleOf } from './is-hidden.ts';
import { mailRoleOf, type RoleOf } from './mail-role.ts';
import { createPageText, type MailRole, type PageText, type TextSegment } from './page-text.ts';
import { documentInside } from './reachable-documents.ts';

const SKIPPED = new Set(
  'script style noscript template head title meta link svg canvas audio video object embed button select textarea input datalist'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const SPACED = new Set('p h1 h2 h3 h4 h5 h6'.split(' '));

interface Walk {
  text: PageText;
  /** False where roles mean nothing, as in a ticket's field. */
  tellsRoles: boolean;
  role: MailRole;
  skips: (element: Element) => boolean;
  roleOf: RoleOf;
}

const skipsNothing = () => false;

/** The text of an element as a reader sees it: lines, cells apart by tabs, nothing hidden, open shadow roots and own frames entered. */
export function visibleText(root: Element, skips: (element: Element) => boolean = skipsNothing): string {
  const walk: Walk = { text: createPageText(), tellsRoles: false, role: 'body', skips, roleOf: mailRoleOf };
  visitElement(root, walk);
  return walk.text
    .segments()
    .map(({ text }) => text)
    .join('\n');
}

interface SegmentOptions {
  skips?: (element: Element) => boolean;
  roleOf?: RoleOf;
}

/** The same, with older mail and signatures told apart by the marks that mail programs leave. */
export function visibleSegments(roots: Element[], options: SegmentOptions = {}): TextSegment[] {
  const { skips = skipsNothing, roleOf = mailRoleOf } = options;
  const walk: Walk = { text: createPageText(), tellsRoles: true, role: 'body', skips, roleOf };
  for (const root of roots) {
    visitElement(root, walk);
    walk.text.endLine();
  }
  return walk.text.segments();
}

function visitNode(node: Node, walk: Walk): void {
  if (node.nodeType === 1) visitElement(node as Element, walk);
  else if (node.nodeType === 3) visitText(node as Text, walk);
}

function visitText(node: Text, walk: Walk): void {
  const parent = node.parentElement ?? hostOf(node);
  if (parent === null) return;
  const style = styleOf(parent);
  if (node.data.trim() !== '' && isHiddenText(parent, style)) return;
  const keepsSpaces = style === null ? parent.closest('pre') !== null : /pre|break-spaces/.test(style.whiteSpace);
  walk.text.write(node.data, keepsSpaces);
}

function visitElement(element: Element, walk: Walk): void {
  const name = element.localName;
  if (SKIPPED.has(name) || walk.skips(element)) return;
  if (name === 'br') {
    walk.text.breakLine();
    return;
  }
  const style = styleOf(element);
  if (isHiddenElement(element, style)) return;
  if (name === 'img') {
    if (element.hasAttribute('data-emoji')) walk.text.write(element.getAttribute('alt') ?? '', false);
    return;
  }
  const outer = walk.role;
  const told = walk.tellsRoles && outer === 'body' ? walk.roleOf(element) : null;
  if (told !== null) enter(told.role, walk);
  visitInside(element, style, walk);
  if (told?.reach === 'inside') enter(outer, walk);
}

function enter(role: MailRole, walk: Walk): void {
  walk.role = role;
  walk.text.enter(role);
}

function visitInside(element: Element, style: CSSStyleDeclaration | null, walk: Walk): void {
  const name = element.localName;
  const own = name === 'iframe' || name === 'frame' ? documentInside(element) : null;
  if (own?.body) {
    walk.text.endLine();
    visitElement(own.body, walk);
    walk.text.endLine();
    return;
  }
  if (isRow(name, style)) {
    visitRow(element, walk);
    return;
  }
  const isBlock = startsLine(name, style);
  const edge = isBlock ? (isSpaced(name, style) ? 'gap' : 'endLine') : null;
  if (edge !== null) walk.text[edge]();
  if (name === 'dl') visitPairs(element, walk);
  else for (const child of childrenOf(element)) visitNode(child, walk);
  if (edge !== null) walk.text[edge]();
}

/** Mail programs show quotations as `inline-block`: for the reader they are blocks all the same. */
function startsLine(name: string, style: CSSStyleDeclaration | null): boolean {
  if (style === null) return BLOCKS.has(name);
  if (/^inline-/.test(style.display)) return BLOCKS.has(name);
  return !/^(inline|contents|none|ruby|table-cell)/.test(style.display);
}

/** A paragraph stands apart only if its margin shows it. */
function isSpaced(name: string, style: CSSStyleDeclaration | null): boolean {
  if (!SPACED.has(name)) return false;
  if (style === null) return true;
  return Number.parseFloat(style.marginTop) + Number.parseFloat(style.marginBottom) > 6;
}

const isRow = (name: string, style: CSSStyleDeclaration | null) => name === 'tr' || style?.display === 'table-row';

/** Cells are parted by tabs. A row with one filled cell, or with older mail in a cell, is layout and read as blocks. */
function visitRow(row: Element, walk: Walk): void {
  walk.text.endLine();
  const cells = [...row.children].filter((cell) => !isHiddenElement(cell, styleOf(cell)));
  const isLayout =
    cells.filter((cell) => cell.textContent.trim() !== '').length < 2 ||
    (walk.tellsRoles && holdsOlderMail(row, walk.roleOf));
  if (isLayout) {
    for (const cell of cells) {
      for (const child of childrenOf(cell)) visitNode(child, walk);
      walk.text.endLine();
    }
    return;
  }
  const texts = cells.map((cell) => visibleText(cell, walk.skips));
  walk.text.write(texts.join('\t').replace(/\t+$/, ''), true);
  walk.text.endLine();
}

const holdsOlderMail = (row: Element, roleOf: RoleOf) =>
  [...row.querySelectorAll('blockquote, [class], [id], [style]')].some((element) => roleOf(element) !== null);

/** A description list shows label and value: one line a pair. */
function visitPairs(list: Element, walk: Walk): void {
  for (const child of childrenOf(list)) {
    const isLabel = child.nodeType === 1 && (child as Element).localName === 'dt';
    const value = isLabel ? (child as Element).nextElementSibling : null;
    if (value?.localName === 'dd' && !isHiddenElement(child as Element, styleOf(child as Element))) {
      walk.text.endLine();
      const [label, text] = [visibleText(child as Element, walk.skips), visibleText(value, walk.skips)];
      if (label !== '' || text !== '') walk.text.write(`${label}\t${text}`, true);
      walk.text.endLine();
    } else if (!isSecondOfPair(child)) visitNode(child, walk);
  }
}

function isSecondOfPair(node: Node): boolean {
  const element = node.nodeType === 1 ? (node as Element) : null;
  return element?.localName === 'dd' && element.previousElementSibling?.localName === 'dt';
}

/** Children as they are shown: those of an open shadow root, and what a slot was given. */
function childrenOf(element: Element): Node[] {
  const shadow = shadowOf(element);
  if (shadow !== null) return [...shadow.childNodes];
  if (element.localName === 'slot' && 'assignedNodes' in element) {
    const given = (element as HTMLSlotElement).assignedNodes({ flatten: true });
    if (given.length > 0) return given;
  }
  return [...element.childNodes];
}

function hostOf(node: Node): Element | null {
  const root = node.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null;
}

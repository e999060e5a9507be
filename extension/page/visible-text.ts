import { shadowOf } from './deep-query.ts';
import { isHiddenElement, isHiddenText, styleOf } from './is-hidden.ts';
import { mailRoleOf, type RoleOf } from './mail-role.ts';
import { createPageText, type MailRole, type PageText, type TextSegment } from './page-text.ts';
import { documentInside } from './reachable-documents.ts';
import {
  attributeOf,
  elementsIn,
  findAll,
  hostOf,
  isElement,
  isText,
  nameOf,
  nextOf,
  nodesIn,
  parentOf,
  previousOf,
  textIn,
} from './safe-dom.ts';

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
  if (isElement(node)) visitElement(node, walk);
  else if (isText(node)) visitText(node, walk);
}

function visitText(node: Text, walk: Walk): void {
  const parent = parentOf(node) ?? hostOf(node);
  if (parent === null) return;
  const style = styleOf(parent);
  if (node.data.trim() !== '' && isHiddenText(parent, style)) return;
  const keepsSpaces = style === null ? parent.closest('pre') !== null : /pre|break-spaces/.test(style.whiteSpace);
  walk.text.write(node.data, keepsSpaces);
}

function visitElement(element: Element, walk: Walk): void {
  const name = nameOf(element);
  if (SKIPPED.has(name) || walk.skips(element)) return;
  if (name === 'br') {
    walk.text.breakLine();
    return;
  }
  const style = styleOf(element);
  if (isHiddenElement(element, style)) return;
  if (name === 'img') {
    if (attributeOf(element, 'data-emoji') !== null) walk.text.write(attributeOf(element, 'alt') ?? '', false);
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
  const name = nameOf(element);
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
  const cells = elementsIn(row).filter((cell) => !isHiddenElement(cell, styleOf(cell)));
  const isLayout =
    cells.filter((cell) => textIn(cell).trim() !== '').length < 2 ||
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
  findAll(row, 'blockquote, [class], [id], [style]').some((element) => roleOf(element) !== null);

/** A description list shows label and value: one line a pair. */
function visitPairs(list: Element, walk: Walk): void {
  for (const child of childrenOf(list)) {
    const label = isElement(child) && nameOf(child) === 'dt' ? child : null;
    const value = label === null ? null : nextOf(label);
    if (label !== null && value !== null && nameOf(value) === 'dd' && !isHiddenElement(label, styleOf(label))) {
      walk.text.endLine();
      const [name, text] = [visibleText(label, walk.skips), visibleText(value, walk.skips)];
      if (name !== '' || text !== '') walk.text.write(`${name}\t${text}`, true);
      walk.text.endLine();
    } else if (!isSecondOfPair(child)) visitNode(child, walk);
  }
}

function isSecondOfPair(node: Node): boolean {
  if (!isElement(node) || nameOf(node) !== 'dd') return false;
  const before = previousOf(node);
  return before !== null && nameOf(before) === 'dt';
}

/** Children as they are shown: those of an open shadow root, and what a slot was given. */
function childrenOf(element: Element): Node[] {
  const shadow = shadowOf(element);
  if (shadow !== null) return nodesIn(shadow);
  if (nameOf(element) === 'slot' && 'assignedNodes' in element) {
    const given = (element as HTMLSlotElement).assignedNodes({ flatten: true });
    if (given.length > 0) return given;
  }
  return nodesIn(element);
}

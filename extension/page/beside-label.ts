import { isControl, valueOf } from './control-value.ts';
import { deepAll, shownParent } from './deep-query.ts';
import { isShown } from './is-shown.ts';
import {
  attributeOf,
  elementsIn,
  findAll,
  isElement,
  isText,
  nameOf,
  nextOf,
  nodesIn,
  parentOf,
  rootOf,
  textIn,
} from './safe-dom.ts';
import { visibleText } from './visible-text.ts';

/** Where a label stands, and what it labels. */
export interface LabelledPlace {
  label: Element;
  /** The element that holds the value; the one around both where the value is bare text. */
  value: Element;
  words: string;
}

/** How far out of its own boxes a label may stand from its value. */
const MOST_LEVELS = 4;
/** A label has no more elements in it than this: an asterisk, an icon, a hint. */
const MOST_INSIDE = 4;

/** What holds several things is the label of none of them, and the page's own title labels nothing. */
const NO_LABEL = new Set('nav ul ol table tbody tr form header footer main h1 option'.split(' '));

/** A label without what is drawn around it: colon, asterisk of what is required, spaces that spread it (`姓　　名：`). */
export function plainLabel(text: string): string {
  return text
    .replace(/[\s\u200b]+/g, '')
    .replace(/^[*＊•·]+|[*＊:：?？]+$/g, '')
    .toLowerCase();
}

/** The words beside the first of these labels that has any. */
export function besideLabel(scope: Element, labels: string[]): string {
  return placesBeside(scope, labels).find(({ words }) => words !== '')?.words ?? '';
}

/** Every shown place below a scope where one of the labels stands with a place for its value, shadow roots entered. */
export function placesBeside(scope: Element, labels: string[]): LabelledPlace[] {
  const wanted = new Set(labels.map(plainLabel));
  const longest = Math.max(...labels.map((label) => label.length)) * 2 + 12;
  return deepAll(scope, '*').flatMap((element) => {
    const place = placeAt(element, wanted, longest);
    return place !== null && isShown(place.value) ? [place] : [];
  });
}

function placeAt(element: Element, wanted: ReadonlySet<string>, longest: number): LabelledPlace | null {
  const inside = elementsIn(element);
  if (inside.length > MOST_INSIDE || isControl(element) || NO_LABEL.has(nameOf(element))) return null;
  const before = labelBeforeColon(element);
  if (before !== null && wanted.has(plainLabel(before.label)))
    return { label: element, value: element, words: before.value };
  const text = labelText(element);
  if (text.length > longest || !wanted.has(plainLabel(text))) return null;
  // The innermost element that says it: what is around it says the same.
  if (inside.some((each) => plainLabel(labelText(each)) === plainLabel(text))) return null;
  return valueBeside(element);
}

/** What an element says as a label: without the words of controls that it wraps. */
function labelText(element: Element): string {
  const own = nodesIn(element).map((node) => (isElement(node) && isControlBox(node) ? '' : textIn(node)));
  return own.join('');
}

const isControlBox = (element: Element) =>
  isControl(element) || findAll(element, 'input, textarea, select').some(isControl);

/** `客户名称：张三` in one element of its own. */
export function labelBeforeColon(element: Element): { label: string; value: string } | null {
  if (elementsIn(element).length > 0) return null;
  const match = /^\s*([^:：\n]{1,40}?)\s*[:：]\s*(\S[^]*)$/.exec(textIn(element));
  return match === null ? null : { label: match[1] ?? '', value: (match[2] ?? '').trim() };
}

/** What a label labels: by the page's own word, by its row or list, else what stands next to it. */
export function valueBeside(label: Element): LabelledPlace | null {
  const named = namedControl(label);
  if (named !== null) return placeOf(label, named);
  const bare = textAfter(label);
  if (bare !== null) return bare;
  return ofList(label) ?? ofRow(label) ?? nextTo(label);
}

function placeOf(label: Element, value: Element): LabelledPlace {
  return { label, value, words: wordsIn(value) };
}

/** What a place shows or holds. */
export function wordsIn(value: Element): string {
  if (isControl(value)) return valueOf(value);
  const text = visibleText(value).trim();
  const controls = deepAll(value, 'input, textarea, select').filter(isControl).filter(isShown);
  return text === '' && controls[0] !== undefined ? valueOf(controls[0]) : text;
}

function namedControl(label: Element): Element | null {
  const around = nameOf(label) === 'label' ? label : closestLabel(label);
  const wanted = around === null ? null : attributeOf(around, 'for');
  const root = rootOf(label) as Document | ShadowRoot;
  if (wanted !== null && wanted !== '') {
    const named = findAll(root, '[id]').find((each) => attributeOf(each, 'id') === wanted);
    if (named !== undefined) return named;
  }
  const inside = around === null ? undefined : findAll(around, 'input, textarea, select').find(isControl);
  if (inside !== undefined) return inside;
  const id = attributeOf(label, 'id');
  if (id === null || id === '') return null;
  return (
    findAll(root, '[aria-labelledby]').find(
      (each) => (attributeOf(each, 'aria-labelledby') ?? '').split(/\s+/)[0] === id,
    ) ?? null
  );
}

function closestLabel(element: Element): Element | null {
  for (let at = parentOf(element), level = 0; at !== null && level < 3; at = parentOf(at), level += 1)
    if (nameOf(at) === 'label') return at;
  return null;
}

/** `<b>客户：</b>张三<br>`: bare text behind the label, up to the next element. */
function textAfter(label: Element): LabelledPlace | null {
  const around = parentOf(label);
  if (around === null) return null;
  const nodes = nodesIn(around);
  const words: string[] = [];
  for (const node of nodes.slice(nodes.indexOf(label) + 1)) {
    if (!isText(node)) break;
    words.push(textIn(node));
  }
  const text = words
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[:：]\s*/, '');
  return text === '' || /^[*＊|/·•-]+$/.test(text) ? null : { label, value: around, words: text };
}

function ofList(label: Element): LabelledPlace | null {
  const term = upTo(label, (each) => nameOf(each) === 'dt');
  if (term === null) return null;
  for (let at = nextOf(term); at !== null && nameOf(at) !== 'dt'; at = nextOf(at))
    if (nameOf(at) === 'dd') return placeOf(label, at);
  return null;
}

/** The next cell of the row; below a row of nothing but headings, the cell of the same column. */
function ofRow(label: Element): LabelledPlace | null {
  const cell = upTo(label, (each) => nameOf(each) === 'td' || nameOf(each) === 'th');
  const row = cell === null ? null : parentOf(cell);
  if (cell === null || row === null || nameOf(row) !== 'tr') return null;
  const cells = elementsIn(row);
  const isHead = cells.length > 1 && cells.every((each) => nameOf(each) === 'th');
  const next = cells[cells.indexOf(cell) + 1];
  if (!isHead) return next === undefined ? null : placeOf(label, next);
  const below = nextOf(row) ?? firstRowAfter(parentOf(row));
  const value = below === null ? undefined : elementsIn(below)[cells.indexOf(cell)];
  return value === undefined ? null : placeOf(label, value);
}

function firstRowAfter(section: Element | null): Element | null {
  const next = section === null ? null : nextOf(section);
  return next === null ? null : (elementsIn(next)[0] ?? null);
}

/** Out of the label's own boxes to the first neighbour that shows or holds something. */
function nextTo(label: Element): LabelledPlace | null {
  for (
    let at: Element | null = label, level = 0;
    at !== null && level < MOST_LEVELS;
    at = shownParent(at), level += 1
  ) {
    for (let next = nextOf(at); next !== null; next = nextOf(next)) {
      if (nameOf(next) === 'br' || !isShown(next)) continue;
      if (isControlBox(next) || wordsIn(next) !== '') return placeOf(label, next);
      // An empty box beside a label is the value's, empty today; icons and hints stand without a box of their own.
      if (/^(div|dd|td|p|output|span)$/.test(nameOf(next)) && nextOf(next) === null) return placeOf(label, next);
    }
    if (parentOf(at) === null) break;
  }
  return null;
}

function upTo(element: Element, fits: (element: Element) => boolean): Element | null {
  for (let at: Element | null = element, level = 0; at !== null && level < MOST_LEVELS; at = parentOf(at), level += 1)
    if (fits(at)) return at;
  return null;
}

import { labelMeaning } from '../../core/extract/label-words.ts';
import { foldText } from '../../core/text/fold-text.ts';
import { labelBeforeColon, plainLabel, placesBeside, type LabelledPlace } from '../page/beside-label.ts';
import { isControl } from '../page/control-value.ts';
import { holds, shownParent } from '../page/deep-query.ts';
import {
  attributeOf,
  bodyOf,
  documentOf,
  elementsIn,
  findAll,
  isText,
  nameOf,
  nodesIn,
  parentOf,
  previousOf,
  rootOf,
  textIn,
} from '../page/safe-dom.ts';

const LONGEST = 40;
const MOST_LEVELS = 5;

/** The place whose value an element is, by the label that stands beside it; proven by reading forth from the label again. */
export function labelOf(value: Element): LabelledPlace | null {
  for (const text of labelsAround(value)) {
    const place = placesBeside(bodyOf(documentOf(value)), [text]).find((each) => isSame(each.value, value));
    if (place !== undefined) return place;
  }
  return null;
}

/** The place that an element labels; null where it is no label, or stands beside nothing. */
export function labelledBy(label: Element): LabelledPlace | null {
  const text = labelWords(label);
  if (text === null) return null;
  const places = placesBeside(bodyOf(documentOf(label)), [text]);
  return places.find((each) => each.label === label || holds(each.label, label) || holds(label, each.label)) ?? null;
}

/** Whether an element looks like a label by its kind, its colon or the name it was given. */
export function looksLikeLabel(element: Element): boolean {
  if (/^(label|dt|th|legend)$/.test(nameOf(element)) || isInLabel(element) || isNamedElsewhere(element)) return true;
  if (/[:：]\s*[*＊]?\s*$/.test(textIn(element))) return true;
  if (/(^|[-_])(label|caption)/i.test(attributeOf(element, 'class') ?? '')) return true;
  return labelMeaning(plainLabel(foldText(textIn(element).slice(0, 60)).folded)) !== null;
}

function isInLabel(element: Element): boolean {
  const around = parentOf(element);
  return around !== null && nameOf(around) === 'label';
}

/** Some other element says that this one names it. */
function isNamedElsewhere(element: Element): boolean {
  const id = attributeOf(element, 'id');
  if (id === null || id === '') return false;
  const root = rootOf(element) as Document | ShadowRoot;
  return findAll(root, '[aria-labelledby]').some((each) =>
    attributeOf(each, 'aria-labelledby')?.split(/\s+/).includes(id),
  );
}

/** The words of a label: short, on one line, and not a bare number. */
export function labelWords(element: Element): string | null {
  const text = labelBeforeColon(element)?.label ?? textIn(element);
  return asLabel(text);
}

function asLabel(text: string): string | null {
  const words = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[:：*＊\s]+$/, '')
    .replace(/^[*＊\s]+/, '');
  // Numbers belong to one record, and one sign alone says nothing.
  const isLabel =
    words.length <= LONGEST && /\p{L}/u.test(words) && !/\d{3}/.test(words) && plainLabel(words).length > 1;
  return isLabel ? words : null;
}

/** What may be the label of a value, nearest first: named by the page, in its row or list, before it, above it. */
function labelsAround(value: Element): string[] {
  const found: (string | null)[] = [labelBeforeColon(value)?.label ?? null, ...namedBy(value)];
  const cell = columnOf(value);
  if (cell !== null) found.push(...cell);
  for (
    let at: Element | null = value, level = 0;
    at !== null && level < MOST_LEVELS;
    at = shownParent(at), level += 1
  ) {
    found.push(...before(at));
  }
  return [...new Set(found.map((text) => (text === null ? null : asLabel(text))).filter((text) => text !== null))];
}

function namedBy(value: Element): string[] {
  const control = isControl(value) ? value : (findAll(value, 'input, textarea, select').find(isControl) ?? null);
  const root = rootOf(value) as Document | ShadowRoot;
  const id = control === null ? null : attributeOf(control, 'id');
  const labels = id === null ? [] : findAll(root, 'label').filter((label) => attributeOf(label, 'for') === id);
  const by = attributeOf(control ?? value, 'aria-labelledby')?.split(/\s+/)[0];
  const named = by === undefined ? [] : findAll(root, '[id]').filter((each) => attributeOf(each, 'id') === by);
  return [...labels, ...named].map(textIn);
}

function columnOf(value: Element): string[] | null {
  const cell = nameOf(value) === 'td' ? value : parentOf(value);
  const row = cell === null || nameOf(cell) !== 'td' ? null : parentOf(cell);
  const table = row?.closest('table');
  if (!row || !table || cell === null) return null;
  const head = findAll(table, 'tr').find((each) => elementsIn(each).every((one) => nameOf(one) === 'th'));
  const heading = head === undefined ? undefined : elementsIn(head)[elementsIn(row).indexOf(cell)];
  return heading === undefined ? null : [textIn(heading)];
}

function before(element: Element): string[] {
  const found: string[] = [];
  for (let at = previousOf(element), count = 0; at !== null && count < 3; at = previousOf(at), count += 1)
    found.push(textIn(at));
  const nodes = nodesIn(element);
  const first = nodes.find((node) => textIn(node).trim() !== '');
  if (first !== undefined && !isText(first)) found.push(textIn(first));
  return found;
}

const isSame = (one: Element, other: Element) => one === other || onlyChild(one, other) || onlyChild(other, one);

/** The same words in a box more or less. */
function onlyChild(outer: Element, inner: Element): boolean {
  return holds(outer, inner) && textIn(outer).trim() === textIn(inner).trim() && !isControl(inner) && !isControl(outer)
    ? true
    : holds(outer, inner) &&
        isControl(inner) &&
        findAll(outer, 'input, textarea, select').filter(isControl).length === 1;
}

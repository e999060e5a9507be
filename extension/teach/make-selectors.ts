import { documentOf, elementsIn, findAll, hostOf, nameOf, parentOf, rootOf } from '../page/safe-dom.ts';
import { isStableName, mayName } from './stable-name.ts';

/** Ways to name an element among all others below its root, best first. They hold no class names: build tools hash those. */
export function namesOf(element: Element, words: string): string[] {
  const tag = nameOf(element);
  const id = element.getAttribute('id') ?? '';
  const byId = isStableName(id) ? [`#${escaped(id)}`] : [];
  const byAttribute = [...element.attributes]
    .filter(({ name, value }) => mayName(name) && isStableName(value) && !says(words, value))
    .sort((one, other) => rankOf(one.name) - rankOf(other.name))
    .map(({ name, value }) => `${tag}[${name}="${value}"]`);
  return [...byId, ...byAttribute];
}

/** An attribute that repeats what stands in the element is another one for each record. */
const says = (words: string, value: string) => {
  const [one, other] = [words.replace(/\s+/g, ''), value.replace(/\s+/g, '')];
  return one !== '' && (other.includes(one) || (other.length > 1 && one.includes(other)));
};

const RANKS = ['name', 'itemprop', 'data-', 'aria-label', 'aria-', 'placeholder', 'title', 'role'];
const rankOf = (attribute: string) => RANKS.findIndex((each) => attribute.startsWith(each));

/** CSS that names the element, first where it has a name of its own, then through named elements around it; alone in its root. */
export function selectorsIn(element: Element, words: string): string[] {
  const root = rootOf(element) as Document | ShadowRoot;
  const isAlone = (selector: string) => {
    const found = findAll(root, selector);
    return found.length === 1 && found[0] === element;
  };
  const own = namesOf(element, words);
  const around = namedAround(element, words).flatMap(({ name, way }) => [
    ...own.map((each) => `${name} ${each}`),
    `${name} ${nameOf(element)}`,
    `${name} > ${way}`,
  ]);
  return [...new Set([...own, ...around])].filter(isAlone);
}

interface Named {
  name: string;
  /** From the named element down to the one that is meant, child by child. */
  way: string;
}

/** The elements around that have a name, the nearest first. */
export function namedAround(element: Element, words: string): Named[] {
  const found: Named[] = [];
  let way = '';
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    if (at !== element) found.push(...namesOf(at, words).map((name) => ({ name, way })));
    way = way === '' ? stepTo(at) : `${stepTo(at)} > ${way}`;
  }
  return found;
}

/** The last resort: the place of the element among its like, from the body or the shadow root down. */
export function wayTo(element: Element): string {
  const steps: string[] = [];
  const body = documentOf(element).body as Element | null;
  for (let at: Element | null = element; at !== null && at !== body; at = parentOf(at)) steps.unshift(stepTo(at));
  if (hostOf(element) !== null) return steps.join(' > ');
  return ['body', ...steps].join(' > ');
}

function stepTo(element: Element): string {
  const tag = nameOf(element);
  const parent = parentOf(element);
  const like = parent === null ? [] : elementsIn(parent).filter((each) => nameOf(each) === tag);
  return like.length <= 1 ? tag : `${tag}:nth-of-type(${like.indexOf(element) + 1})`;
}

/** An id as CSS writes it; only what `isStableName` lets through comes here. */
const escaped = (id: string) =>
  id.replace(/[^\w\u0080-\uffff-]/g, (sign) => `\\${sign}`).replace(/^-?\d/, (start) => `\\3${start} `);

import { cleanAddress } from './clean-address.ts';
import { deepAll } from './deep-query.ts';
import { isShown } from './find-part.ts';
import type { PageReading } from './page-reading.ts';
import { readMoment } from './read-moment.ts';
import { visibleSegments, visibleText } from './visible-text.ts';
import { attributeOf, bodyOf, matches, textIn, titleOf } from './safe-dom.ts';

/** Finds what of a page is its article: tells of each element whether it belongs to what stands around it. Null: there is none. */
export type FindArticle = (document: Document) => ((element: Element) => boolean) | null;

const CONTENT = 'main, [role="main"], article, [role="article"]';
/**
 * A shorter article is not believed: measured on mails and tickets, the library then took a head or a list for the text. The
 * whole page holds too much, but it holds the words.
 */
const ENOUGH = 200;
/** What stands around the content on most pages. */
const AROUND = 'nav, aside, footer, [role="navigation"], [role="banner"], [role="contentinfo"], [role="toolbar"]';

/** General reading of a page that no recipe knows: its main content, its first heading, its only date. */
export function readAnyPage(document: Document, findArticle?: FindArticle): PageReading | null {
  const marked = mainContent(document);
  const root = marked ?? bodyOf(document);
  const isAside = marked === null ? (findArticle?.(document) ?? null) : null;
  const heading = [...deepAll(root, 'h1'), ...deepAll(document, 'h1')].find(isShown);
  const subject = heading === undefined ? '' : visibleText(heading);
  const read = (isAround: (element: Element) => boolean) =>
    visibleSegments([root], {
      skips: (element) => element === heading || isAroundContent(element) || isAround(element),
    });
  const article = isAside === null ? [] : read(isAside);
  const isArticle = article.reduce((sum, { text }) => sum + weightOf(text), 0) >= ENOUGH;
  const segments = isArticle ? article : read(() => false);
  if (segments.length === 0) return null;
  const times = deepAll(root, 'time[datetime]').filter(isShown);
  const only = times.length === 1 ? times[0] : undefined;
  return {
    readBy: { way: 'page', recipe: null },
    url: cleanAddress(document.location.href),
    title: titleOf(document) || subject,
    identity: null,
    from: null,
    to: [],
    sentAt: readMoment(only === undefined ? null : attributeOf(only, 'datetime')),
    sentAtText: only === undefined ? null : visibleText(only),
    blocks: [
      ...(subject === '' ? [] : [{ role: 'subject' as const, label: null, text: subject }]),
      ...segments.map(({ role, text }) => ({ role, label: null, text })),
    ],
    attachments: [],
    notFound: ['from', ...(only === undefined ? ['sentAt'] : [])],
    partsFrom: {
      body: isArticle ? 'article' : 'page',
      ...(subject === '' ? {} : { subject: 'page' }),
      ...(only === undefined ? {} : { sentAt: 'page' }),
    },
  };
}

/** Letters, with Chinese ones twice: they say as much as two. */
const weightOf = (text: string) => text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);

/** The shown element with the most words of those that say themselves that they are the content. */
function mainContent(document: Document): Element | null {
  const length = (element: Element) => textIn(element).length;
  const best = deepAll(document, CONTENT)
    .filter(isShown)
    .sort((a, b) => length(b) - length(a))[0];
  return best !== undefined && visibleText(best) !== '' ? best : null;
}

const isAroundContent = (element: Element) => matches(element, AROUND);

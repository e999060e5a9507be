import { cleanAddress } from './clean-address.ts';
import { isShown } from './find-part.ts';
import type { PageReading } from './page-reading.ts';
import { readMoment } from './read-moment.ts';
import { visibleSegments, visibleText } from './visible-text.ts';

const CONTENT = 'main, [role="main"], article, [role="article"]';
/** What stands around the content on most pages. */
const AROUND = 'nav, aside, footer, [role="navigation"], [role="banner"], [role="contentinfo"], [role="toolbar"]';

/** General reading of a page that no recipe knows: its main content, its first heading, its only date. */
export function readAnyPage(document: Document): PageReading | null {
  const root = mainContent(document);
  const heading = [...root.querySelectorAll('h1')].find(isShown) ?? [...document.querySelectorAll('h1')].find(isShown);
  const subject = heading === undefined ? '' : visibleText(heading);
  const segments = visibleSegments([root], (element) => element === heading || isAroundContent(element));
  if (segments.length === 0) return null;
  const times = [...root.querySelectorAll('time[datetime]')].filter(isShown);
  const only = times.length === 1 ? times[0] : undefined;
  return {
    readBy: { way: 'page', recipe: null },
    url: cleanAddress(document.location.href),
    title: document.title || subject,
    identity: null,
    from: null,
    to: [],
    sentAt: readMoment(only?.getAttribute('datetime') ?? null),
    sentAtText: only === undefined ? null : visibleText(only),
    blocks: [
      ...(subject === '' ? [] : [{ role: 'subject' as const, label: null, text: subject }]),
      ...segments.map(({ role, text }) => ({ role, label: null, text })),
    ],
    attachments: [],
    notFound: ['from', ...(only === undefined ? ['sentAt'] : [])],
  };
}

/** The shown content element with the most words; the whole body when none holds half of the page's words. */
function mainContent(document: Document): Element {
  const length = (element: Element) => element.textContent.length;
  const best = [...document.querySelectorAll(CONTENT)].filter(isShown).sort((a, b) => length(b) - length(a))[0];
  if (best !== undefined && visibleText(best) !== '') return best;
  return document.body;
}

const isAroundContent = (element: Element) => element.matches(AROUND);

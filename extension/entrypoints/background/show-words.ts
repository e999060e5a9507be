import { browser } from 'wxt/browser';
import type { Reply, Request } from '../../messages/protocol.ts';
import type { WordsWanted } from '../../page/find-words.ts';
import { HIGHLIGHT } from '../../page/show-in-page.ts';
import { helpIn, type HelpedPage } from './page-helper-calls.ts';

const LIGHT = `::highlight(${HIGHLIGHT}) { background-color: #ffd84d; color: #1b1b1b; }`;

/** Looks for the words in every frame, and lights them up in the one where they stand best. */
export async function showWordsIn({ tabId, wanted }: Request<'showWords'>): Promise<Reply<'showWords'>> {
  const answers = await helpIn(
    { tabId },
    (words: WordsWanted) => (globalThis as HelpedPage).redressHelper?.find(words) ?? null,
    [wanted],
  );
  if (!Array.isArray(answers)) return { outcome: answers };
  const heard = answers.flatMap(({ frameId, result }) => (result === null ? [] : [{ frameId, ...result }]));
  const showsMessage = heard.some((each) => each.showsMessage);
  const [best] = heard
    .flatMap(({ frameId, likeness }) => (likeness === null ? [] : [{ frameId, likeness }]))
    .toSorted((a, b) => b.likeness - a.likeness);
  await hideWordsIn(tabId);
  if (best === undefined) return { outcome: showsMessage ? 'notThere' : 'otherMessage' };
  await browser.tabs.update(tabId, { active: true });
  await browser.scripting.insertCSS({ target: { tabId, allFrames: true }, css: LIGHT });
  await helpIn({ tabId, frameIds: [best.frameId] }, () => (globalThis as HelpedPage).redressHelper?.show(), []);
  return { outcome: showsMessage ? 'shown' : 'shownElsewhere' };
}

/** Puts the light out; a page that is gone has none. */
export async function hideWordsIn(tabId: number): Promise<void> {
  await helpIn({ tabId }, () => (globalThis as HelpedPage).redressHelper?.hide(), []);
}

import { browser } from 'wxt/browser';
import type { ComplaintValues } from '../../../core/complaint/complaint-values.ts';
import type { ComplaintDraft } from '../../../core/extract/complaint-draft.ts';
import { KnownWords, NO_KNOWN_WORDS } from '../../../core/extract/known-words.ts';
import { learnFrom } from '../../../core/extract/learn-known-words.ts';

const KEY = 'knowledge';

/** What was learnt from saved complaints; nothing where what is stored does not fit. It never leaves this browser but by an export. */
export async function readKnowledge(): Promise<KnownWords> {
  const stored = await browser.storage.local.get(KEY);
  return KnownWords.safeParse(stored[KEY]).data ?? NO_KNOWN_WORDS;
}

export async function writeKnowledge(known: KnownWords): Promise<void> {
  await browser.storage.local.set({ [KEY]: known });
}

/** One after the other: two complaints saved at once both teach. */
let turn: Promise<void> = Promise.resolve();

/** Learns from a saved complaint, or from one corrected, `before` its values until then. That it could not be learnt keeps nobody from saving. */
export function learn(
  confirmed: ComplaintValues,
  draft: ComplaintDraft,
  before: ComplaintValues | null = null,
): Promise<void> {
  turn = turn.then(async () => {
    try {
      await writeKnowledge(learnFrom(await readKnowledge(), confirmed, draft, before));
    } catch (error) {
      // eslint-disable-next-line no-console -- nobody waits for this; the browser's own log is where it can be told
      console.warn('Nothing was learnt from this complaint:', error);
    }
  });
  return turn;
}

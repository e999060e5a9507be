import { cleanAddress } from './clean-address.ts';
import type { PageReading } from './page-reading.ts';
import { titleOf, viewOf } from './safe-dom.ts';

/** What the user marked, in this document. */
export function readSelection(document: Document): PageReading | null {
  const text = viewOf(document)?.getSelection()?.toString().trim() ?? '';
  if (text === '') return null;
  return {
    readBy: { way: 'selection', recipe: null },
    url: cleanAddress(document.location.href),
    title: titleOf(document),
    identity: null,
    from: null,
    to: [],
    sentAt: null,
    sentAtText: null,
    blocks: [{ role: 'selection', label: null, text }],
    attachments: [],
    notFound: [],
  };
}

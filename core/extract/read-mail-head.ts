import type { Evidence } from './complaint-draft.ts';
import { evidenceIn, linesOf } from './passage.ts';
import type { Passage } from './passage.ts';

/** What the head lines of an older mail say; each as a quotation of the page. */
export interface MailHead {
  name: Evidence | null;
  address: Evidence | null;
  sent: { evidence: Evidence; folded: string } | null;
}

const FROM = /^[\s*>]*(?:发件人|发信人|寄件者|寄件人|from)\s*\*?\s*:\s*\*?/;
const SENT = /^[\s*>]*(?:发送时间|发件时间|寄件日期|传送时间|sent|日期|date|时间)\s*\*?\s*:\s*\*?/;
const ADDRESS = /[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,200}[a-z0-9]/;

/** Reads `From: name <address>` and the time of sending from the head lines of a quoted or forwarded mail. */
export function readMailHead(head: Passage): MailHead {
  const found: MailHead = { name: null, address: null, sent: null };
  for (const line of linesOf(head)) {
    const text = line.folded.slice(0, 500);
    const from = FROM.exec(text);
    if (from !== null && found.name === null && found.address === null) {
      const address = ADDRESS.exec(text);
      if (address !== null) {
        const at = line.start + address.index;
        found.address = evidenceIn(head, at, at + address[0].length);
      }
      const nameEnd = address === null ? text.length : address.index;
      const name = text.slice(from[0].length, nameEnd).replace(/(?:mailto:|[<["'\s])+$/, '');
      const nameStart = line.start + from[0].length;
      if (name.trim() !== '') found.name = evidenceIn(head, nameStart, nameStart + name.length);
    }
    const sent = SENT.exec(text);
    if (sent !== null && found.sent === null) {
      const at = line.start + sent[0].length;
      found.sent = { evidence: evidenceIn(head, at, line.start + text.length), folded: text.slice(sent[0].length) };
    }
  }
  return found;
}

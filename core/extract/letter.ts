import type { Evidence } from './complaint-draft.ts';
import type { Passage } from './passage.ts';

/** Something read together with the words it came from. */
export interface Quoted {
  text: string;
  evidence: Evidence;
}

/**
 * A capture made ready for the finders: which words are the complainant's own, which are the signature, which are older
 * history, and who wrote when.
 */
export interface Letter {
  language: 'zh-CN' | 'zh-TW' | 'en';
  subject: Passage | null;
  /** What the complainant wrote. In a forwarded mail: the mail inside. */
  body: Passage[];
  signature: Passage[];
  /** Older mails, and the note of a colleague who forwarded: context, never a source of whose phone it is. */
  quoted: Passage[];
  /** Label and value pairs that the page itself shows as such. */
  fields: { label: string; value: Passage }[];
  sender: { name: Quoted | null; address: Quoted | null };
  /** True when the sender is a machine or a colleague, so that the mail head names nobody who complains. */
  isSentForAnother: boolean;
  /** The sender's address is a machine's (no-reply, newsletter …). */
  isFromMachine: boolean;
  isForwarded: boolean;
  /** The time of sending that the head lines of the text give, as a quotation and as a moment. */
  sentWords: { evidence: Evidence; moment: string } | null;
  /** The moment against which 昨天 and "last Friday" are read, and the zone they are read in. */
  writtenAt: string;
  zone: string;
}

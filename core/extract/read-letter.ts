import type { PageCapture, Person } from '../capture/page-capture.ts';
import { foldText } from '../text/fold-text.ts';
import { readDateWords } from './read-date-words.ts';
import type { Letter, Quoted } from './letter.ts';
import { evidenceInHead, keepable, linesOf, passageOf } from './passage.ts';
import type { Passage } from './passage.ts';
import { readMailHead } from './read-mail-head.ts';
import { splitMailText } from './split-mail-text.ts';

const FORWARDED_SUBJECT = /^\s*[【[(]?\s*(?:fwd?|fw|转发|转寄|转送|转)\s*[】\])]?\s*[:：】\])]/;
const MACHINE =
  /^(?:no-?reply|do-?not-?reply|notice|notify|notification|system|mailer-daemon|postmaster|newsletter|edm|news|alert|crm|form|webform)s?(?:[._+-]|@|$)/;

/** Sorts a capture's blocks by whose words they are. The order of the page is kept. */
export function readLetter(capture: PageCapture): Letter {
  const parts = sortBlocks(capture);
  const subject = parts.subject ?? titleOf(parts.body[0]);
  const inner = forwardedMail(parts, subject, capture);
  const language = languageOf(capture);
  const sentAt = capture.sentAt ?? capture.capturedAt;
  const letter: Letter = {
    language,
    subject,
    body: parts.body,
    signature: parts.signature,
    quoted: parts.quoted.map((mail) => mail.text),
    fields: parts.fields,
    sender: senderOf(capture.from),
    isSentForAnother: false,
    isFromMachine: isMachine(capture.from),
    isForwarded: false,
    sentWords: null,
    writtenAt: sentAt,
    zone: capture.zone,
  };
  letter.isSentForAnother = isMachine(capture.from) || isColleague(capture);
  const ownHead = parts.ownHead;
  if (ownHead !== null && capture.from === null) return { ...letter, ...fromHead(ownHead, letter) };
  if (inner === null) return letter;
  return {
    ...letter,
    body: inner.body,
    signature: inner.signature,
    quoted: [...parts.body, ...parts.signature, ...inner.rest],
    ...fromHead(inner.head, letter),
    isSentForAnother: false,
    isForwarded: true,
  };
}

const TITLE_LABEL = /^\s*(?:留言主题|主题|标题|主旨|subject|title|issue|re)\s?:\s?(?=\S)/;

/** A letter without a subject line may bear a title: a labelled one, or a short first line above a blank one. */
function titleOf(passage: Passage | undefined): Passage | null {
  if (passage === undefined) return null;
  const lines = linesOf(passage).slice(0, 6);
  for (const [index, line] of lines.entries()) {
    const label = TITLE_LABEL.exec(line.folded.slice(0, 40));
    const isHeading =
      index === 0 &&
      line.folded.length <= 60 &&
      lines[1]?.folded.trim() === '' &&
      lines.length > 2 &&
      !/[:,]\s*$|[:|]/.test(line.folded);
    if (label === null && !isHeading) continue;
    const start = passage.toOriginal(line.start + (label?.[0].length ?? 0));
    const text = passage.text.slice(start, passage.toOriginal(line.end));
    return { ...passageOf(passage.block, text), start: passage.start + start };
  }
  return null;
}

interface OlderMail {
  head: Passage | null;
  text: Passage;
  isForward: boolean;
}

interface SortedBlocks {
  subject: Passage | null;
  ownHead: Passage | null;
  body: Passage[];
  signature: Passage[];
  quoted: OlderMail[];
  fields: { label: string; value: Passage }[];
}

function sortBlocks(capture: PageCapture): SortedBlocks {
  const sorted: SortedBlocks = { subject: null, ownHead: null, body: [], signature: [], quoted: [], fields: [] };
  capture.blocks.forEach((block, index) => {
    if (block.text.trim() === '') return;
    if (block.role === 'subject') sorted.subject ??= passageOf(index, block.text);
    else if (block.role === 'field')
      sorted.fields.push({ label: block.label ?? '', value: passageOf(index, block.text) });
    else if (block.role === 'signature') sorted.signature.push(passageOf(index, block.text));
    else sortText(sorted, index, block.text, block.role === 'quoted');
  });
  return sorted;
}

function sortText(sorted: SortedBlocks, index: number, text: string, isOlder: boolean): void {
  let head: Passage | null = null;
  let isForward = false;
  for (const part of splitMailText(text)) {
    const passage = passageOf(index, text, part.start, part.end);
    const isEmpty = passage.text.trim() === '';
    if (part.kind === 'marker') isForward = part.isForward;
    else if (part.kind === 'head') {
      head = passage;
      if (!isOlder && sorted.body.length === 0 && sorted.ownHead === null) sorted.ownHead = passage;
    } else if (isEmpty) continue;
    else if (part.kind === 'quoted' || isOlder) {
      sorted.quoted.push({ head, text: passage, isForward });
      head = null;
    } else if (part.kind === 'signature') sorted.signature.push(passage);
    else sorted.body.push(passage);
  }
}

/**
 * The mail inside a forwarded one, told by the subject, by the line above it, or by a colleague's sending it. Of a chain of
 * colleagues who passed it on, the first that came from outside is meant.
 */
function forwardedMail(
  parts: SortedBlocks,
  subject: Passage | null,
  capture: PageCapture,
): { head: Passage | null; body: Passage[]; signature: Passage[]; rest: Passage[] } | null {
  const first = parts.quoted[0];
  if (first === undefined) return null;
  const lengthOf = (passages: Passage[]) => passages.reduce((sum, { folded }) => sum + folded.trim().length, 0);
  // Who writes more than what is forwarded complains in person and forwards as proof.
  const isProof =
    lengthOf(parts.body) > 300 && lengthOf(parts.body) > 2 * lengthOf(parts.quoted.map(({ text }) => text));
  const isForwarded = FORWARDED_SUBJECT.test(subject?.folded.slice(0, 40) ?? '') || (first.isForward && !isProof);
  const isOnlyQuoted = parts.body.length === 0;
  if (!isForwarded && !isOnlyQuoted && !(isColleague(capture) && first.head !== null)) return null;
  const isFromUs = ({ head }: OlderMail) => head !== null && isOurs(head, capture);
  const from = Math.max(
    0,
    parts.quoted.findIndex((mail) => mail.head !== null && !isFromUs(mail)),
  );
  // A note of a line or two above a further forwarded mail only passes it on.
  const passedOn = parts.quoted.findIndex(
    ({ text }, index) =>
      index >= from && (text.folded.trim().length > 60 || parts.quoted[index + 1]?.isForward !== true),
  );
  const inner = parts.quoted[Math.max(from, passedOn)] ?? first;
  const rest = parts.quoted.filter((mail) => mail !== inner).map((mail) => mail.text);
  return { head: inner.head, body: [inner.text], signature: [], rest };
}

/** Whether a mail head names a sender of the company that received the capture. */
function isOurs(head: Passage, capture: PageCapture): boolean {
  const sender = companyDomain(readMailHead(head).address?.quote ?? null);
  return sender !== null && capture.to.some((to) => companyDomain(to.address) === sender);
}

function fromHead(head: Passage | null, letter: Letter): Pick<Letter, 'sender' | 'writtenAt' | 'sentWords'> {
  if (head === null) return { sender: { name: null, address: null }, writtenAt: letter.writtenAt, sentWords: null };
  const read = readMailHead(head);
  const sent = read.sent === null ? null : readDateWords(read.sent.folded, letter.writtenAt, letter.zone);
  return {
    sender: {
      name: read.name === null ? null : { text: keepable(read.name.quote), evidence: read.name },
      address: read.address === null ? null : { text: read.address.quote, evidence: read.address },
    },
    writtenAt: sent ?? letter.writtenAt,
    sentWords: sent === null || read.sent === null ? null : { evidence: read.sent.evidence, moment: sent },
  };
}

function senderOf(from: Person | null): Letter['sender'] {
  const quoted = (text: string | null): Quoted | null =>
    text === null || keepable(text) === '' ? null : { text: keepable(text), evidence: evidenceInHead(text) };
  return { name: quoted(from?.name ?? null), address: quoted(from?.address ?? null) };
}

function isMachine(from: Person | null): boolean {
  return MACHINE.test((from?.address ?? '').toLowerCase());
}

/** A sender of the same company as a receiver passes on what somebody else complains of. */
function isColleague(capture: PageCapture): boolean {
  const own = companyDomain(capture.from?.address ?? null);
  return own !== null && capture.to.some((to) => companyDomain(to.address) === own);
}

function companyDomain(address: string | null): string | null {
  const domain = /@([a-z0-9.-]+)$/i.exec(address ?? '')?.[1]?.toLowerCase();
  if (domain === undefined || FREE_MAIL.test(domain)) return null;
  const labels = domain.split('.');
  const keep = SECOND_LEVEL.test(domain) ? 3 : 2;
  return labels.slice(-keep).join('.');
}

const FREE_MAIL =
  /^(?:mail\.|.*\b(?:qq|163|126|sina|sohu|139|189|aliyun|foxmail|gmail|outlook|hotmail|live|yahoo|icloud|proton|protonmail|gmx|msn|hinet|yeah)\.)/;
const SECOND_LEVEL = /\.(?:com|net|org|co|gov|edu|ac|idv)\.[a-z]{2}$/;

/** Chinese when a tenth of the letters are; Taiwan's or Hong Kong's when folding changes a part of those. */
function languageOf(capture: PageCapture): Letter['language'] {
  const text = capture.blocks
    .map((block) => block.text.slice(0, 4000))
    .join('\n')
    .slice(0, 20_000);
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  const latin = text.match(/[A-Za-z]+/g) ?? [];
  if (han.length < 4 || han.length < latin.length / 3) return 'en';
  const changed = han.filter((char) => foldText(char).folded !== char).length;
  return changed / han.length > 0.06 ? 'zh-TW' : 'zh-CN';
}

import type { MailRole } from './page-text.ts';
import { attributeOf, nameOf, textIn } from './safe-dom.ts';

/** Marks that mail programs leave around older mail and signatures, as class or id. */
const QUOTED = new Set([
  'gmail_quote',
  'gmail_attr',
  'yahoo_quoted',
  'protonmail_quote',
  'moz-cite-prefix',
  'isReplyContent',
  'cm_quote_msg',
  'message-stanza-folder',
]);
const SIGNATURE = new Set(['gmail_signature', 'moz-signature', 'sig', 'Signature', 'ms-outlook-mobile-signature']);
/** Heads of the mail below, as Outlook writes them: all that follows is older. */
const REST_IS_QUOTED = new Set(['divRplyFwdMsg', 'OutlookMessageHeader', 'appendonsend']);
const HEAD_OF_OLDER_MAIL = /^\s*(发件人|寄件者|寄件人|From|De|Von)\s*[:：]/;

/** Web mails put words of their own before a mail's ids and classes: Roundcube `v1`, Outlook `x_`, Yahoo `yiv123`. */
const PREFIX = /^(?:v\d+(?=\w)|(?:x_)+|yiv\d+)/;

/** What an element says of the words in it, or after it; null when it says nothing. */
export type RoleOf = (element: Element) => { role: MailRole; reach: 'inside' | 'rest' } | null;

/** The role of everything inside an element, or of all that follows it; null when it says nothing. */
export function mailRoleOf(element: Element): { role: MailRole; reach: 'inside' | 'rest' } | null {
  const named = `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`;
  const marks = named.split(/\s+/).map((mark) => mark.replace(PREFIX, ''));
  if (marks.some((mark) => REST_IS_QUOTED.has(mark)) || isBorderedHead(element))
    return { role: 'quoted', reach: 'rest' };
  if (marks.some((mark) => SIGNATURE.has(mark))) return { role: 'signature', reach: 'inside' };
  if (marks.some((mark) => QUOTED.has(mark)) || isQuotation(element)) return { role: 'quoted', reach: 'inside' };
  return null;
}

/** A block quote is older mail, unless it is a mail program's way to indent. */
function isQuotation(element: Element): boolean {
  if (nameOf(element) !== 'blockquote') return false;
  return !/border(-left)?\s*:\s*(none|0)/.test(attributeOf(element, 'style') ?? '');
}

/** Desktop Outlook: a div with a line above, in which 发件人: or From: begins. */
function isBorderedHead(element: Element): boolean {
  if (nameOf(element) !== 'div' || !/border-top\s*:\s*solid/i.test(attributeOf(element, 'style') ?? '')) return false;
  return HEAD_OF_OLDER_MAIL.test(textIn(element).slice(0, 200));
}

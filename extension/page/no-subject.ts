/** What web mails and ticket systems show in the place of a subject that was never written. */
const WORDS = new Set([
  'no subject',
  'untitled',
  '无主题',
  '没有主题',
  '无标题',
  '無主旨',
  '沒有主旨',
  '無主題',
  '沒有主題',
  '無標題',
]);

const LONGEST = 40;

/** A ticket's number alone: `#12:`. */
const NUMBER = /^#\d+:?$/;

/** Whether a page says that the message has no subject, in brackets or not; the language is the page's own. */
export function saysNoSubject(words: string): boolean {
  if (words.length > LONGEST) return false;
  if (NUMBER.test(words.trim())) return true;
  return WORDS.has(words.replace(/^[\s([（［【<＜]+|[\s)\]）］】>＞]+$/g, '').toLowerCase());
}

import type { DraftValue } from './complaint-draft.ts';
import type { Letter } from './letter.ts';
import { mayComplainInPerson } from './in-person.ts';
import { draftValue, evidenceIn } from './passage.ts';

const ADDRESS = /(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}(?![a-z0-9-])/g;

/**
 * The complainant's mail addresses: the sender's own, unless a machine or a colleague sent the mail; then those that
 * the text itself gives. An address in the text that belongs to the sender's receiver is the company's, not theirs.
 */
export function findContactEmails(letter: Letter): DraftValue[] {
  const found: DraftValue[] = [];
  const head = letter.sender.address;
  if (head !== null && !letter.isSentForAnother) {
    const value = draftValue(head.evidence, 0.9);
    if (value !== null) found.push(value);
  }
  for (const passage of [...letter.body, ...letter.signature]) {
    for (const match of passage.folded.slice(0, 50_000).matchAll(ADDRESS)) {
      const before = passage.folded.slice(Math.max(0, match.index - 24), match.index);
      if (!/(?:邮箱|邮件|e-?mail|mail|contact me|reach me|me at|me on)[\s:：是at]*$/.test(before)) continue;
      const value = draftValue(evidenceIn(passage, match.index, match.index + match[0].length), 0.7);
      if (value !== null && !found.some((other) => other.value.toLowerCase() === value.value.toLowerCase()))
        found.push(value);
    }
  }
  if (found.length === 0 && head !== null && mayComplainInPerson(letter)) {
    const value = draftValue(head.evidence, 0.4, { doubt: 'fromMailHead' });
    if (value !== null) found.push(value);
  }
  return found;
}

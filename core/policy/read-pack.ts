import * as z from 'zod';
import type { Lexicon } from './lexicon.ts';
import { PolicyPack } from './policy-pack.ts';
import { upgradePack } from './upgrade-pack.ts';

/** In a list of words, `@injury` stands for all words of the list `injury`. */
const LIST_MARK = '@';

/** The part of a pack's file that is read before the rest. */
const OwnLists = z.object({ wordLists: z.record(z.string(), z.array(z.string())).default({}) });

/**
 * A pack as its file writes it, brought up to the current schema and with all words in place: a category that names a `lexicon` (or several) has those words
 * beside its own, whose weight goes first, then the first list's; and `@name` in a list of words gives way to the words of
 * that list, each once; the pack's own `wordLists` go before the shared ones. Throws where the file does not meet the schema
 * or names a list that does not exist.
 */
export function readPack(written: unknown, lexicon: Lexicon): PolicyPack {
  const upgraded = upgradePack(written);
  if (!upgraded.ok) throw new Error(`Cannot read this pack: ${upgraded.code}`);
  const file = upgraded.value;
  const { wordLists } = OwnLists.parse(withListedWords(OwnLists.parse(file), lexicon.events));
  const pack = PolicyPack.parse(withListedWords(file, { ...lexicon.events, ...wordLists }));
  return {
    ...pack,
    categories: pack.categories.map((category) => ({
      ...category,
      words: { ...subjectWords(category.lexicon ?? [], lexicon), ...category.words },
    })),
  };
}

function subjectWords(names: string | readonly string[], { subjects }: Lexicon): Record<string, number> {
  const lists = [names].flat().map((name) => listed(subjects, name));
  return lists.reduceRight<Record<string, number>>((words, list) => ({ ...words, ...list }), {});
}

function withListedWords(part: unknown, lists: Lexicon['events']): unknown {
  if (Array.isArray(part)) {
    const members: unknown[] = part;
    const words = members.flatMap((member) => (isListName(member) ? listed(lists, member.slice(1)) : [member]));
    return members.some(isListName) ? [...new Set(words)] : members.map((member) => withListedWords(member, lists));
  }
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, withListedWords(value, lists)]));
}

function isListName(member: unknown): member is string {
  return typeof member === 'string' && member.startsWith(LIST_MARK);
}

function listed<T>(lists: Record<string, T>, name: string): T {
  const list = Object.hasOwn(lists, name) ? lists[name] : undefined;
  if (list === undefined) throw new Error(`No word list is called ${name}`);
  return list;
}

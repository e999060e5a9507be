import type { Word } from './match-words.ts';

/** Things that a word stands for, by the word's head, so that a text asks for none but those whose head it has. */
export type WordIndex<Item> = ReadonlyMap<string, readonly Item[]>;

/** The items by the head of their word, in their order. */
export function byHead<Item>(items: readonly Item[], wordOf: (item: Item) => Word): WordIndex<Item> {
  const index = new Map<string, Item[]>();
  for (const item of items) {
    const { head } = wordOf(item);
    const others = index.get(head);
    if (others) others.push(item);
    else index.set(head, [item]);
  }
  return index;
}

/** The items whose word may stand in one of the texts with these heads, each once. Plain loops: asked for every list of a pack. */
export function mayStandIn<Item>(index: WordIndex<Item>, heads: ReadonlySet<string>): Item[] {
  const found: Item[] = [];
  if (index.size > heads.size) {
    for (const head of heads) {
      const items = index.get(head);
      if (items) found.push(...items);
    }
  } else {
    for (const [head, items] of index) if (heads.has(head)) found.push(...items);
  }
  return found;
}

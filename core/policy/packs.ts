import { LEXICON } from './lexicon.ts';
import flyAsh from './packs/fly-ash.json' with { type: 'json' };
import general from './packs/general.json' with { type: 'json' };
import type { PolicyPack } from './policy-pack.ts';
import { readPack } from './read-pack.ts';

/** The packs that come with the product, the default first. A pack that does not meet the schema stops the start: it is ours. */
export const PACKS: readonly PolicyPack[] = [
  general, // the default
  flyAsh,
].map((file) => readPack(file, LEXICON));

/** The pack with this id, or null. `findPack('general')` is the default and always there. */
export function findPack(id: string): PolicyPack | null {
  return PACKS.find((pack) => pack.id === id) ?? null;
}

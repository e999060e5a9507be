import { LEXICON } from './lexicon.ts';
import autoRepair from './packs/auto-repair.json' with { type: 'json' };
import emergencyPlan from './packs/emergency-plan.json' with { type: 'json' };
import evSales from './packs/ev-sales.json' with { type: 'json' };
import farmMachinery from './packs/farm-machinery.json' with { type: 'json' };
import flyAsh from './packs/fly-ash.json' with { type: 'json' };
import food from './packs/food.json' with { type: 'json' };
import general from './packs/general.json' with { type: 'json' };
import powerSupply from './packs/power-supply.json' with { type: 'json' };
import type { Localized } from './localized.ts';
import type { PolicyPack } from './policy-pack.ts';
import { readPack } from './read-pack.ts';

const READ = new Map<string, PolicyPack>();

/** The files of the packs that come with the product, the default first. */
const FILES = [
  general, // the default
  flyAsh,
  food,
  autoRepair,
  powerSupply,
  evSales,
  emergencyPlan,
  farmMachinery,
];

/** What a list of policies shows of each. */
export interface PackHead {
  id: string;
  label: Localized;
  description: Localized;
}

/** The packs by name alone, so that a list of them costs no reading of their rules. */
export const PACK_HEADS: readonly PackHead[] = FILES.map(({ id, label, description }) => ({ id, label, description }));

/**
 * The packs that come with the product, the default first. A pack that does not meet the schema stops the start: it is ours.
 * Whoever needs one of them asks `findPack`, which reads no more than that one.
 */
export const PACKS: readonly PolicyPack[] = /* @__PURE__ */ FILES.map((file) => packOf(file));

/** The pack with this id, or null. `findPack('general')` is the default and always there. Read when first asked for. */
export function findPack(id: string): PolicyPack | null {
  const file = FILES.find((each) => each.id === id);
  return file ? packOf(file) : null;
}

function packOf(file: (typeof FILES)[number]): PolicyPack {
  const known = READ.get(file.id) ?? readPack(file, LEXICON);
  READ.set(file.id, known);
  return known;
}

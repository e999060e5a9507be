import { LEXICON } from './lexicon.ts';
import autoRepair from './packs/auto-repair.json' with { type: 'json' };
import emergencyPlan from './packs/emergency-plan.json' with { type: 'json' };
import evSales from './packs/ev-sales.json' with { type: 'json' };
import farmMachinery from './packs/farm-machinery.json' with { type: 'json' };
import flyAsh from './packs/fly-ash.json' with { type: 'json' };
import food from './packs/food.json' with { type: 'json' };
import general from './packs/general.json' with { type: 'json' };
import powerSupply from './packs/power-supply.json' with { type: 'json' };
import type { PolicyPack } from './policy-pack.ts';
import { readPack } from './read-pack.ts';

/** The packs that come with the product, the default first. A pack that does not meet the schema stops the start: it is ours. */
export const PACKS: readonly PolicyPack[] = [
  general, // the default
  flyAsh,
  food,
  autoRepair,
  powerSupply,
  evSales,
  emergencyPlan,
  farmMachinery,
].map((file) => readPack(file, LEXICON));

/** The pack with this id, or null. `findPack('general')` is the default and always there. */
export function findPack(id: string): PolicyPack | null {
  return PACKS.find((pack) => pack.id === id) ?? null;
}

import { LawPack } from './law-pack.ts';
import cnBanking from './law-packs/cn-banking.json' with { type: 'json' };
import cnConsumer from './law-packs/cn-consumer.json' with { type: 'json' };
import cnMarketRegulation from './law-packs/cn-market-regulation.json' with { type: 'json' };
import ukFca from './law-packs/uk-fca.json' with { type: 'json' };
import usCfpb from './law-packs/us-cfpb.json' with { type: 'json' };

/** The clocks of law that come with the product. None is in force until a company lays it over its policy. */
export const LAW_PACKS: readonly LawPack[] = [cnConsumer, cnBanking, cnMarketRegulation, ukFca, usCfpb].map((file) =>
  LawPack.parse(file),
);

/** The law pack with this id, or null. */
export function findLawPack(id: string): LawPack | null {
  return LAW_PACKS.find((law) => law.id === id) ?? null;
}

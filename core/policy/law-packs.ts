import { LawPack } from './law-pack.ts';
import cnBanking from './packs/law-cn-banking.json' with { type: 'json' };
import cnConsumer from './packs/law-cn-consumer.json' with { type: 'json' };
import cnMarketRegulation from './packs/law-cn-market-regulation.json' with { type: 'json' };
import ukFca from './packs/law-uk-fca.json' with { type: 'json' };
import usCfpb from './packs/law-us-cfpb.json' with { type: 'json' };

/** The clocks of law that come with the product. None is in force until a company lays it over its policy. */
export const LAW_PACKS: readonly LawPack[] = [cnConsumer, cnBanking, cnMarketRegulation, ukFca, usCfpb].map((file) =>
  LawPack.parse(file),
);

/** The law pack with this id, or null. */
export function findLawPack(id: string): LawPack | null {
  return LAW_PACKS.find((law) => law.id === id) ?? null;
}

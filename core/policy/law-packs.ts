import { LawPack } from './law-pack.ts';
import cnBanking from './law-packs/cn-banking.json' with { type: 'json' };
import cnConsumer from './law-packs/cn-consumer.json' with { type: 'json' };
import cnMarketRegulation from './law-packs/cn-market-regulation.json' with { type: 'json' };
import ukFca from './law-packs/uk-fca.json' with { type: 'json' };
import usCfpb from './law-packs/us-cfpb.json' with { type: 'json' };

const FILES = [cnConsumer, cnBanking, cnMarketRegulation, ukFca, usCfpb];
const READ = new Map<string, LawPack>();

/** The clocks of law that come with the product. None is in force until a company lays it over its policy. */
export const LAW_PACKS: readonly LawPack[] = /* @__PURE__ */ FILES.map((file) => lawOf(file));

/** The same, read when they are asked for. */
export function allLaws(): readonly LawPack[] {
  return FILES.map((file) => lawOf(file));
}

/** The law pack with this id, or null. */
export function findLawPack(id: string): LawPack | null {
  const file = FILES.find((each) => each.id === id);
  return file ? lawOf(file) : null;
}

function lawOf(file: (typeof FILES)[number]): LawPack {
  const known = READ.get(file.id) ?? LawPack.parse(file);
  READ.set(file.id, known);
  return known;
}

import { foldText } from '../../text/fold-text.ts';
import type { Localized } from '../localized.ts';
import type { PolicyPack } from '../policy-pack.ts';
import { finding, type PackFinding } from './pack-finding.ts';

interface Named {
  id: string;
  label: Localized;
  synonyms: readonly string[];
}

/** A name in a ledger must lead to one category, one grade, one status, one channel, one value of an axis. */
export function ambiguousSynonyms({ categories, grades, statuses, channels, axes }: PolicyPack): PackFinding[] {
  const lists: Record<string, readonly Named[]> = {
    ...{ categories, grades, statuses, channels },
    ...Object.fromEntries(axes.map(({ id, values }) => [`axes.${id}`, values])),
  };
  return Object.entries(lists).flatMap(([list, entries]) => {
    const owners = new Map<string, Named>();
    return entries.flatMap((entry) =>
      [...Object.values(entry.label), ...entry.synonyms].flatMap((name): PackFinding[] => {
        const { folded } = foldText(name);
        const owner = owners.get(folded) ?? entry;
        owners.set(folded, owner);
        if (owner.id === entry.id) return [];
        const labels = { first: owner.label, second: entry.label };
        return [finding('error', 'ambiguousSynonym', `${list}.${entry.id}.${name}`, { params: { name }, labels })];
      }),
    );
  });
}

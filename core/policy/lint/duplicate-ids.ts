import type { PolicyPack } from '../policy-pack.ts';
import { finding, type PackFinding } from './pack-finding.ts';

/** Ids that two entries of one list share: the second would never be found. */
export function duplicateIds(pack: PolicyPack): PackFinding[] {
  return [...listsOf(pack)].flatMap(([list, ids]) =>
    ids.filter((id, i) => ids.indexOf(id) < i).map((id) => finding('error', 'duplicateId', `${list}.${id}`)),
  );
}

function listsOf(pack: PolicyPack): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  const gather = (part: unknown, place: string): void => {
    if (Array.isArray(part)) {
      const ids = part.flatMap((entry: unknown) => idOf(entry) ?? []);
      if (ids.length > 0) lists.set(place, ids);
      part.forEach((entry: unknown) => gather(entry, `${place}.${idOf(entry) ?? ''}`));
    } else if (typeof part === 'object' && part !== null) {
      for (const [key, child] of Object.entries(part)) gather(child, `${place}.${key}`);
    }
  };
  for (const [section, content] of Object.entries({ ...pack, fields: askedAlike(pack) })) gather(content, section);
  return lists;
}

/** A field may be asked for in other words where only some complaints need it; two rules for all complaints clash. */
function askedAlike({ fields }: PolicyPack): PolicyPack['fields'] {
  return fields.filter(({ when }) => when === undefined);
}

function idOf(entry: unknown): string | null {
  if (typeof entry !== 'object' || entry === null) return null;
  const { id, field } = entry as { id?: unknown; field?: unknown };
  return typeof id === 'string' ? id : typeof field === 'string' ? field : null;
}

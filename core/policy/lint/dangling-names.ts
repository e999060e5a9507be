import type { PolicyPack } from '../policy-pack.ts';
import { thingsNamed, type NameUse } from './named-things.ts';
import { namesUsed } from './names-used.ts';
import { finding, type PackFinding } from './pack-finding.ts';

/** Ids that a rule or an example calls and that the pack does not have. */
export function danglingNames(pack: PolicyPack): PackFinding[] {
  const known = thingsNamed(pack);
  const used = namesUsed(pack).filter(({ kind, id }) => kind !== 'step' && !known[kind].has(id));
  const seen = new Set<string>();
  return [...used, ...stepsCalled(pack)].flatMap(({ where, kind, id }) => {
    const place = `${where}.${id}`;
    if (seen.has(`${kind} ${place}`)) return [];
    seen.add(`${kind} ${place}`);
    return [finding('error', 'unknownName', place, { params: { kind, id } })];
  });
}

/** A step waits for steps of its own way only. */
function stepsCalled({ workflow }: PolicyPack): NameUse[] {
  return Object.entries(workflow).flatMap(([grade, way]) => {
    const steps = new Set(way.map(({ id }) => id));
    return way.flatMap((step) =>
      step.after
        .filter((id) => !steps.has(id))
        .map((id): NameUse => ({ where: `workflow.${grade}.${step.id}`, kind: 'step', id })),
    );
  });
}

import type { Locale, Localized } from '../../policy/localized.ts';
import type { PolicyPack } from '../../policy/policy-pack.ts';

type Name = (id: string) => string;

/** The words of a policy for what a log names by id. An id that the policy does not know is said as it is. */
export interface PolicyNames {
  grade: Name;
  category: Name;
  milestone: Name;
  pauseReason: Name;
  verdict: Name;
  remedy: Name;
  role: Name;
  step: Name;
  /** Approvals, steps that need one, and consents to remedies. */
  approval: Name;
  /** Gates, tests of validity, tasks of lanes, items of checklists and of 四不放过: all that a person confirms. */
  confirmed: Name;
}

/** The names of a policy in one language. */
export function policyNames(pack: PolicyPack, locale: Locale): PolicyNames {
  const among = (...lists: (readonly { id: string; label: Localized }[])[]): Name => {
    return (id) => {
      for (const list of lists) {
        const found = list.find((item) => item.id === id);
        if (found !== undefined) return found.label[locale];
      }
      return id;
    };
  };
  const steps = Object.values(pack.workflow).flat();
  const tasks = pack.lanes.flatMap(({ id, tasks: of }) =>
    of.map(({ text }, at) => ({ id: `${id}.${at + 1}`, label: text })),
  );
  const items = pack.checklists.flatMap((list) =>
    list.items.flatMap(({ id, label }) => [
      { id: `${list.id}.${id}`, label },
      { id, label },
    ]),
  );
  return {
    grade: among(pack.grades),
    category: among(pack.categories),
    milestone: among(pack.milestones),
    pauseReason: among(pack.pauseReasons),
    verdict: among(pack.verdicts),
    remedy: among(pack.remedies),
    role: among(pack.roles),
    step: among(steps),
    approval: among(pack.approvals, steps, pack.remedies),
    confirmed: among(pack.closingGates, pack.validity, tasks, pack.accountability.noLetOffs, items),
  };
}

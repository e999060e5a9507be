import type { ComplaintEvent } from './complaint-event.ts';
import type { ReplayFindingCode } from './complaint-state.ts';

interface Named {
  readonly id: string;
}

/** What a log may call by its id. A policy pack fits; names of a section that is left out are not looked up. */
export interface NamingRules {
  verdicts?: readonly Named[];
  remedies?: readonly Named[];
  approvals?: readonly Named[];
  /** Steps that need an approval are approved by their own id. */
  workflow?: Readonly<Record<string, readonly Named[]>>;
  /** `when` without any condition: the gate holds for every complaint. */
  closingGates?: readonly (Named & { when: object; needs: { kind: string; time?: string | undefined } })[];
  validity?: readonly Named[];
  lanes?: readonly (Named & { tasks: readonly unknown[] })[];
  accountability?: { noLetOffs: readonly Named[] };
  checklists?: readonly (Named & { items: readonly Named[] })[];
}

type Finding = { level: 'error' | 'warning'; code: ReplayFindingCode; params: Record<string, string> };
type Check = (event: ComplaintEvent) => Finding | null;

/**
 * Looks up what entries call by its id, apart from grades, pause reasons and the clocks of a pause. A verdict that the policy
 * does not have is not taken; an approval, confirmation, remedy or promise is taken as it stands and told.
 */
export function nameChecker(rules: NamingRules & { milestones: readonly Named[] }): Check {
  const verdicts = idsOf(rules.verdicts);
  const remedies = idsOf(rules.remedies);
  const milestones = idsOf(rules.milestones);
  const approvals = rules.approvals && idsOf([...rules.approvals, ...stepsOf(rules), ...(rules.remedies ?? [])]);
  const gates = rules.closingGates && idsOf([...rules.closingGates, ...otherThingsToConfirm(rules)]);
  return (event) => {
    switch (event.kind) {
      case 'verdictGiven':
        return missing(verdicts, event.verdict, 'error', 'unknownVerdict', 'verdict');
      case 'remedyIntended':
      case 'remedyPromised':
        return missing(remedies, event.remedy, 'warning', 'unknownRemedy', 'remedy');
      case 'approved':
        return missing(approvals, event.approval, 'warning', 'unknownApproval', 'approval');
      case 'confirmed':
        return missing(gates, event.gate, 'warning', 'unknownGate', 'gate');
      case 'promised':
        return missing(milestones, event.milestone, 'warning', 'unknownMilestone', 'milestone');
      default:
        return null;
    }
  };
}

function idsOf(list: readonly Named[] | undefined): ReadonlySet<string> | undefined {
  return list && new Set(list.map(({ id }) => id));
}

function missing(
  known: ReadonlySet<string> | undefined,
  id: string,
  level: Finding['level'],
  code: ReplayFindingCode,
  param: string,
): Finding | null {
  return known === undefined || known.has(id) ? null : { level, code, params: { [param]: id } };
}

function stepsOf({ workflow = {} }: NamingRules): Named[] {
  return Object.values(workflow).flat();
}

/** Validity tests, tasks of lanes (`authority.2`), conditions of 四不放过, lists and their items. */
function otherThingsToConfirm({ validity, lanes, accountability, checklists }: NamingRules): Named[] {
  return [
    ...(validity ?? []),
    ...(lanes ?? []).flatMap(({ id, tasks }) => tasks.map((_, at) => ({ id: `${id}.${at + 1}` }))),
    ...(accountability?.noLetOffs ?? []),
    ...(checklists ?? []).flatMap(({ id, items }) => [
      { id },
      ...items.flatMap((item) => [{ id: item.id }, { id: `${id}.${item.id}` }]),
    ]),
  ];
}

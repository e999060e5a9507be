import { FIELDS } from '../complaint/field.ts';
import { chooseTarget } from '../policy/choose-target.ts';
import type { CompanySettings } from '../policy/company-settings.ts';
import type { Milestone, PolicyPack } from '../policy/policy-pack.ts';

/**
 * The milestones that get a deadline and a state column in a register, by id in the pack's order. First response and closing
 * always do; what runs again and again never does. Any other does when it must happen immediately, whatever grade it is for,
 * or when a time is set for it (by the pack or the company; hours of an unknown kind are set) in a grade that the ledger has.
 * `grades` are those of the ledger's rows; none: a ledger that is still empty may get any. A pack without a milestone that
 * ends in closing closes with the last step it measures.
 * Example: fly-ash, nothing answered → firstResponse, report, closing; its preliminary answer (X时间) has no time yet.
 */
export function deadlineColumns(
  pack: PolicyPack,
  company: CompanySettings | null,
  grades: ReadonlySet<string>,
): string[] {
  const ends = endsOf(pack);
  const targetOf = (milestone: Milestone, grade: string) => chooseTarget(milestone, grade, pack, company);
  const isWanted = (milestone: Milestone) => {
    if (milestone.recurs === true) return false;
    if (ends.has(milestone.stopsAt)) return true;
    const possible = pack.grades.map(({ id }) => id).filter((id) => milestone.when?.grade?.includes(id) ?? true);
    const present = grades.size === 0 ? possible : possible.filter((id) => grades.has(id));
    return (
      possible.some((grade) => targetOf(milestone, grade).target.unit === 'immediately') ||
      present.some((grade) => {
        const { target, hours } = targetOf(milestone, grade);
        return target.unit !== 'notConfigured' || hours !== undefined;
      })
    );
  };
  return pack.milestones.filter(isWanted).map(({ id }) => id);
}

/** The fields whose milestones every register shows: the first response, and the closing or what comes last instead. */
function endsOf({ milestones }: PolicyPack): Set<string> {
  const stops = milestones.filter(({ recurs }) => recurs !== true).map(({ stopsAt }) => stopsAt);
  const last = stops.includes('closedAt')
    ? 'closedAt'
    : stops.toSorted((a, b) => FIELDS.indexOf(b) - FIELDS.indexOf(a))[0];
  return new Set(['firstResponseAt', ...(last === undefined ? [] : [last])]);
}

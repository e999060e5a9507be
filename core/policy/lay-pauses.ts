import type { OverlayFinding } from './overlay-finding.ts';
import type { CompanyPause, PolicyAnswers } from './policy-answers.ts';
import type { Milestone, PolicyPack } from './policy-pack.ts';
import type { PauseReason } from './workflow.ts';

/** The source of a pause reason that the company added. */
const COMPANY = 'company';

/**
 * A company's own pause reasons beside the pack's, and the milestones with what pauses them now. What does not count is told:
 * an id that the pack itself has (`alreadyInPolicy`: the document's reason stands) or that is listed before (`listedTwice`),
 * a clock that the pack does not have (`unknownRule`), the first response, which nothing pauses (`firstResponseNeverPaused`),
 * and a reason that is left with no clock to stop (`stopsNothing`: not added, so that a pause for it is refused). Those that
 * the company has given up go on for complaints that were paused for them, and nothing is told of them.
 */
export function layPauses(
  { pauseReasons, milestones }: Pick<PolicyPack, 'pauseReasons' | 'milestones'>,
  { pauseReasons: own = [], retiredPauses = [] }: Pick<PolicyAnswers, 'pauseReasons' | 'retiredPauses'>,
): Pick<PolicyPack, 'pauseReasons' | 'milestones'> & { findings: OverlayFinding[] } {
  const findings: OverlayFinding[] = [];
  const added: PauseReason[] = [];
  const stopped = new Map<string, string[]>();
  const lay = ({ stops, ...reason }: CompanyPause, isRetired: boolean) => {
    const tell = (finding: OverlayFinding) => {
      if (!isRetired) findings.push(finding);
    };
    const where = `pauseReasons.${reason.id}`;
    const known = pauseReasons.find(({ id }) => id === reason.id);
    // Laid over before: nothing to add, nothing to tell.
    if (known?.source === COMPANY) return;
    const twice = added.some(({ id }) => id === reason.id);
    if (known || twice) {
      tell({ code: known ? 'alreadyInPolicy' : 'listedTwice', params: { where } });
      return;
    }
    const labels = { reason: reason.label };
    const clocks = stops.filter((id) => {
      const clock = milestones.find((milestone) => milestone.id === id);
      if (!clock) tell({ code: 'unknownRule', params: { where: `${where}.${id}` } });
      else if (isFirstResponse(clock)) tell({ code: 'firstResponseNeverPaused', params: { where: id }, labels });
      return clock !== undefined && !isFirstResponse(clock);
    });
    if (clocks.length === 0) {
      tell({ code: 'stopsNothing', params: { where }, labels });
      return;
    }
    added.push({ ...reason, ...(isRetired && { isRetired }), source: COMPANY });
    for (const id of clocks) stopped.set(id, [...(stopped.get(id) ?? []), reason.id]);
  };
  for (const reason of own) lay(reason, false);
  for (const reason of retiredPauses) lay(reason, true);
  return {
    pauseReasons: [...pauseReasons, ...added],
    milestones: milestones.map((milestone) => {
      const reasons = stopped.get(milestone.id);
      return reasons
        ? { ...milestone, pausedBy: [...new Set([...(milestone.pausedBy ?? []), ...reasons])] }
        : milestone;
    }),
    findings,
  };
}

function isFirstResponse({ stopsAt }: Pick<Milestone, 'stopsAt'>): boolean {
  return stopsAt === 'firstResponseAt';
}

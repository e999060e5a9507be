import type { Choice, InitialAssessment } from '../../../core/grade/assessment.ts';
import type { Situation } from '../../../core/grade/situation.ts';
import type { Localized } from '../../../core/policy/localized.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { firstDepartments, type FirstRoute } from '../../../core/responsibility/first-departments.ts';
import { laneTasks } from '../../../core/workflow/lane-tasks.ts';
import { NO_PROGRESS } from '../../../core/workflow/progress.ts';
import { teamsCalled, whoToTell, type CalledTeam, type Notice } from '../../../core/workflow/who-to-tell.ts';

interface Named {
  id: string;
  label: Localized;
}

/** What a complaint calls for beside its grade: special lanes, where it goes first, who is told, which team meets. */
export interface CallsView {
  lanes: (Named & { choice: Choice })[];
  /** Lanes that the clerk ruled out. */
  dropped: Named[];
  /** Lanes that may still be added by hand. */
  further: Named[];
  routes: FirstRoute[];
  notices: Notice[];
  teams: CalledTeam[];
  /** Tasks of the lanes; they come before the ordinary steps. */
  tasks: { id: string; text: Localized; source: string }[];
}

export function viewCalls(
  pack: PolicyPack,
  assessment: InitialAssessment,
  situation: Situation,
  own: Record<string, boolean>,
): CallsView {
  const chosen = new Map(assessment.lanes.map((choice) => [choice.id, choice]));
  const named = pack.lanes.map(({ id, label }) => ({ id, label }));
  return {
    lanes: named.flatMap((lane) => {
      const choice = chosen.get(lane.id);
      return choice === undefined ? [] : [{ ...lane, choice }];
    }),
    dropped: named.filter(({ id }) => own[id] === false),
    further: named.filter(({ id }) => !chosen.has(id) && own[id] !== false),
    routes: firstDepartments(situation, pack),
    notices: whoToTell(situation, pack),
    teams: teamsCalled(situation, pack),
    tasks: laneTasks(situation, pack, NO_PROGRESS).map(({ id, text, source }) => ({ id, text, source })),
  };
}

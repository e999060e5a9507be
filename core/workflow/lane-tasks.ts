import type { Situation } from '../grade/situation.ts';
import type { Localized } from '../policy/localized.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import type { Progress } from './progress.ts';

/** A task of a special lane. */
export interface LaneTask {
  /** To be confirmed by: the lane's id and the task's place, from 1: `authority.2`. */
  id: string;
  lane: string;
  text: Localized;
  isDone: boolean;
  source: string;
}

/** The tasks of the special lanes a complaint is in, in the pack's order. */
export function laneTasks(situation: Situation, pack: PolicyPack, { confirmed }: Progress): LaneTask[] {
  return pack.lanes
    .filter(({ id }) => situation.isInLane(id))
    .flatMap((lane) =>
      lane.tasks.map(({ text, source }, at): LaneTask => {
        const id = `${lane.id}.${at + 1}`;
        return { id, lane: lane.id, text, isDone: confirmed.includes(id), source };
      }),
    );
}

import { matchCondition } from '../grade/match-condition.ts';
import type { Situation } from '../grade/situation.ts';
import type { Checklist, Guidance, HandlingStep, Phrase, ReplyTemplate } from '../policy/guidance.ts';
import type { Localized } from '../policy/localized.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';

/** A list to tick off, with what is ticked. */
export interface OpenChecklist {
  checklist: string;
  label: Localized;
  items: { item: string; label: Localized; isDone: boolean; source: string }[];
  source: string;
}

/** What a policy has to say to somebody at a step. */
export interface StepGuidance {
  guidance: Guidance[];
  checklists: OpenChecklist[];
  /** Phrases to use. */
  say: Phrase[];
  /** Phrases to avoid. */
  avoid: Phrase[];
  /** Templates; of those that promise a time only the ones whose clock runs for this complaint. */
  replies: ReplyTemplate[];
}

/**
 * All that a pack shows at a step of handling: conduct, checklists, phrases to use and to avoid, reply templates; only what
 * holds for this complaint, in the pack's order. Items whose id stands in `confirmed`, by itself or after the checklist's
 * (`records.deliveryNote`), are ticked.
 */
export function guidanceAtStep(
  step: HandlingStep,
  situation: Situation,
  pack: PolicyPack,
  confirmed: readonly string[] = [],
): StepGuidance {
  const isHere = (entry: { step: string }) => entry.step === step;
  const holds = ({ when }: Pick<Guidance, 'when'>) => matchCondition(when, situation) !== null;
  const phrases = pack.phrases.filter(isHere);
  return {
    guidance: pack.guidance.filter(isHere).filter(holds),
    checklists: pack.checklists
      .filter(isHere)
      .filter(holds)
      .map((list) => tick(list, confirmed)),
    say: phrases.filter(({ use }) => use),
    avoid: phrases.filter(({ use }) => !use),
    replies: pack.replies.filter(isHere).filter((reply) => clockRuns(reply, situation, pack)),
  };
}

function clockRuns({ milestone }: ReplyTemplate, situation: Situation, { milestones }: PolicyPack): boolean {
  const when = milestones.find(({ id }) => id === milestone)?.when;
  return when === undefined || matchCondition(when, situation) !== null;
}

function tick({ id, label, items, source }: Checklist, confirmed: readonly string[]): OpenChecklist {
  const isDone = (item: string) => confirmed.includes(item) || confirmed.includes(`${id}.${item}`);
  return {
    ...{ checklist: id, label, source },
    items: items.map((item) => ({
      ...{ item: item.id, label: item.label, isDone: isDone(item.id), source: item.source },
    })),
  };
}

import type { Field, TimeField } from '../complaint/field.ts';
import { checkNoLetOffs } from '../accountability/check-no-let-offs.ts';
import { matchCondition } from '../grade/match-condition.ts';
import type { Situation } from '../grade/situation.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { situationNow } from './as-it-stands.ts';
import { timesThatCount, type Progress } from './progress.ts';

/** What must be there before a complaint may be closed, and whether it is. */
export interface GateState {
  /** The gate's id in the pack; `replyDuty` for the answer owed even where a complaint is unfounded. */
  gate: string;
  kind: 'field' | 'time' | 'satisfied' | 'confirmed' | 'noLetOff' | 'replyDuty';
  isMet: boolean;
  /** The field or time that it waits for; null for what a person says. */
  awaits: Field | TimeField | null;
  source: string;
}

/**
 * The gates before closing that apply to this complaint, in the pack's order: cause, corrective action, follow-up,
 * satisfaction, archive …, then the conditions of 四不放过. Those fall away for a complaint that turned out unfounded, where
 * nobody is liable; it is answered all the same if its verdict says so (S1e-3).
 */
export function closingGates(assessed: Situation, pack: PolicyPack, progress: Progress): GateState[] {
  const situation = situationNow(assessed, progress);
  const times = timesThatCount(progress);
  const gates = pack.closingGates
    .filter(({ when }) => matchCondition(when, situation) !== null)
    .map(({ id, needs, source }): GateState => {
      const state = { gate: id, kind: needs.kind, source };
      switch (needs.kind) {
        case 'field': {
          const isKnown = (situation.values[needs.field] ?? '').trim() !== '';
          return { ...state, isMet: isKnown, awaits: needs.field };
        }
        case 'time':
          return { ...state, isMet: times[needs.time] !== undefined, awaits: needs.time };
        case 'satisfied':
          return { ...state, isMet: progress.satisfied === true, awaits: null };
        case 'confirmed':
          return { ...state, isMet: progress.confirmed.includes(id), awaits: null };
      }
    });
  const verdict = pack.verdicts.find(({ id }) => id === progress.verdict) ?? null;
  if (verdict && !verdict.founded) return [...gates, ...replyDuty(verdict, times)];
  const noLetOffs = checkNoLetOffs(pack, progress.confirmed).map(({ item, isMet, source }): GateState => ({
    gate: item,
    kind: 'noLetOff',
    isMet,
    awaits: null,
    source,
  }));
  return [...gates, ...noLetOffs];
}

function replyDuty(verdict: PolicyPack['verdicts'][number], times: Progress['times']): GateState[] {
  if (!verdict.replyDuty) return [];
  const isMet = times.resultToldAt !== undefined;
  return [{ gate: 'replyDuty', kind: 'replyDuty', isMet, awaits: 'resultToldAt', source: verdict.source }];
}

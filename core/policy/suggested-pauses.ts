import { allLaws } from './law-packs.ts';
import type { Localized } from './localized.ts';
import type { CompanyPause } from './policy-answers.ts';
import type { PolicyPack } from './policy-pack.ts';
import type { TimeField } from '../complaint/field.ts';

/** Reasons to wait that many companies know and no pack lists. Each is asked, with its longest time; none holds unasked. */
const SUGGESTED: readonly { id: string; label: Localized }[] = [
  {
    id: 'waitingForPapers',
    label: {
      'zh-CN': '等待客户补充资料',
      'zh-TW': '等待客戶補充資料',
      en: 'Waiting for papers from the customer',
    },
  },
  {
    id: 'waitingForConsent',
    label: { 'zh-CN': '等待客户确认', 'zh-TW': '等待客戶確認', en: 'Waiting for the customer to agree' },
  },
  {
    id: 'waitingForTest',
    label: { 'zh-CN': '等待检测结果', 'zh-TW': '等待檢測結果', en: 'Waiting for test results' },
  },
];

/** What waiting may hold up: the work itself, neither a first answer nor a report, a transfer or an emergency measure. */
const WORK: readonly TimeField[] = [
  ...(['investigatedAt', 'planProposedAt', 'planSubmittedAt', 'planFixedAt', 'executedAt', 'resultToldAt'] as const),
  ...(['followedUpAt', 'closedAt'] as const),
];

/**
 * The reasons to pause that a company may confirm, each with the clocks of the pack that it would stop; a law's clocks never.
 * None where the pack lists reasons of its own or has no clock that may be stopped.
 */
export function suggestedPauses(pack: PolicyPack): Omit<CompanyPause, 'capDays'>[] {
  const stops = clocksToPause(pack)
    .filter(({ stopsAt }) => WORK.includes(stopsAt))
    .map(({ id }) => id);
  if (stops.length === 0 || pack.pauseReasons.some(({ source }) => source !== 'company')) return [];
  return SUGGESTED.map((reason) => ({ ...reason, noteNeeded: false, stops }));
}

/** The clocks that a company may stop for a reason of its own: never the first response, and never those of a law. */
export function clocksToPause({ milestones }: Pick<PolicyPack, 'milestones'>): PolicyPack['milestones'] {
  const ofLaw = new Set(allLaws().flatMap((law) => law.milestones.map(({ id }) => id)));
  return milestones.filter(({ id, stopsAt }) => stopsAt !== 'firstResponseAt' && !ofLaw.has(id));
}

import type { ReplyCheck } from '../../../core/reply/check-reply.ts';
import type { Speech } from '../speech.ts';

export type ReplyOutcome = 'copied' | 'copyFailed' | 'inserted' | 'noBox' | 'refused' | 'noAccess' | 'gone';

/** What became of a reply; one that was taken along with gaps in it is not called done without naming them. */
export function sayOutcome(outcome: ReplyOutcome, { gaps }: Pick<ReplyCheck, 'gaps'>, say: Speech['say']): string {
  const isCopy = outcome === 'copied' || outcome === 'copyFailed';
  const words = say(isCopy ? `reply.${outcome}` : `reply.outcome.${outcome}`);
  if (gaps.length === 0 || (outcome !== 'copied' && outcome !== 'inserted')) return words;
  const open = [...new Set(gaps.map(({ quote }) => quote))].slice(0, 6).join(' ');
  return `${words} ${say('reply.stillOpen', { gaps: open })}`;
}

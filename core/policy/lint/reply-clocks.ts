import { LOCALES } from '../localized.ts';
import type { PolicyPack } from '../policy-pack.ts';
import { finding, type PackFinding } from './pack-finding.ts';

/**
 * Replies that state a time without saying which clock it is, that name a clock and state no time, or that promise the very
 * time by which they have to be sent themselves: an acknowledgement is the first response.
 */
export function replyClocks({ replies, milestones }: PolicyPack): PackFinding[] {
  return replies.flatMap(({ id, step, body, milestone, source }): PackFinding[] => {
    const where = `replies.${id}`;
    const silent = LOCALES.filter((locale) => !body[locale].includes('{dueAt}'));
    if (milestone === undefined) {
      return silent.length < LOCALES.length
        ? [finding('error', 'replyWithoutClock', where, { sources: [source] })]
        : [];
    }
    const clock = milestones.find((each) => each.id === milestone);
    const own = clock?.startsAt === 'receivedAt' && clock.stopsAt === 'firstResponseAt';
    return [
      ...(silent.length > 0 ? [finding('error', 'clockNotStated', where, { sources: [source] })] : []),
      ...(own && step === 'acknowledgement'
        ? [
            finding('warning', 'promisesItself', where, {
              sources: [source, clock.source],
              labels: { milestone: clock.label },
            }),
          ]
        : []),
    ];
  });
}

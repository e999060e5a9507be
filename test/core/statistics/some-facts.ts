import type { ClockFacts, ComplaintFacts, Dimension } from '../../../core/statistics/complaint-facts.ts';
import { DIMENSIONS } from '../../../core/statistics/complaint-facts.ts';

/** A clock of which nothing is known. */
export const CLOCK: ClockFacts = {
  ...{ isOnTime: null, isDue: false, lacksStart: false, dueDay: null, stopDay: null, minutesTaken: null },
  isProvisional: false,
};

type Given = Partial<Omit<ComplaintFacts, 'dimensions' | 'ids'>> & {
  dimensions?: Partial<Record<Dimension, string>>;
  ids?: Partial<ComplaintFacts['ids']>;
};

/** An open complaint of which only this is known. */
export function someFacts(number: string, { dimensions, ids, ...given }: Given = {}): ComplaintFacts {
  return {
    ...{ number, row: 0, receivedDay: null, closedDay: null, closedBefore: [], followedUpDay: null },
    dimensions: {
      ...Object.fromEntries(DIMENSIONS.map((name) => [name, ''])),
      ...dimensions,
    } as ComplaintFacts['dimensions'],
    ids: { category: null, grade: null, status: null, verdict: null, ...ids },
    ...{ isOpen: true, isWithdrawn: false, isFounded: null, isSatisfied: null, unclearAnswer: '' },
    ...{ timesReopened: 0, timesUnsatisfied: 0 },
    ...{ remedyCost: null, isCostUnclear: false, clocks: {}, ageDays: null },
    ...given,
  };
}

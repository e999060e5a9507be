import type { DayPlan } from '../working-time/day-plan.ts';
import type { Doubt } from '../working-time/official-days.ts';
import type { WorkingWalk } from '../working-time/working-walk.ts';
import type { TraceLine } from './deadline.ts';

/** Why a due time is provisional: each doubt once, with the first date that it befalls. */
export function doubtLines({ days, extension }: WorkingWalk): TraceLine[] {
  const plans = [...days, ...(extension?.days ?? [])].map(({ plan }) => plan);
  const doubts = new Set(plans.map(({ doubt }) => doubt));
  return [...doubts].flatMap((doubt) => {
    const first = plans.find((plan) => plan.doubt === doubt);
    return doubt === null || !first ? [] : [doubtLine(doubt, first)];
  });
}

function doubtLine(doubt: Doubt, { date, holiday }: DayPlan): TraceLine {
  switch (doubt) {
    case 'notPublished':
      return { code: 'unpublishedYear', params: { date } };
    case 'incomplete':
      return { code: 'incompleteYear', params: { year: date.slice(0, 4) } };
    case 'noRegion':
    case 'partOfRegion':
      return { code: doubt, params: { date, name: typeof holiday === 'object' ? (holiday?.name ?? '') : holiday } };
  }
}

import { useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import type { Words } from './pane-state.ts';
import type { StatisticsCallbacks } from './statistics-state.ts';

const SHOWN = 40;

export type NumberActions = Pick<StatisticsCallbacks, 'showCounted' | 'openCounted'>;

/** Numbers of complaints: each selects its row in the register; the one that was pressed last can be opened. */
export function StatisticsNumbers({
  numbers,
  t,
  actions,
}: {
  numbers: readonly string[];
  t: Words;
  actions: NumberActions;
}) {
  const [picked, setPicked] = useState<string | null>(null);
  return (
    <>
      <p class="number-list">
        {numbers.slice(0, SHOWN).map((number) => (
          <button
            key={number}
            type="button"
            class="number-link"
            aria-pressed={number === picked}
            onClick={() => {
              setPicked(number);
              actions.showCounted(number);
            }}
          >
            {number}
          </button>
        ))}
        {numbers.length > SHOWN && (
          <span class="soft">{t('overview.pane.more', { count: numbers.length - SHOWN })}</span>
        )}
      </p>
      {picked !== null && numbers.includes(picked) && (
        <div class="actions">
          <button
            type="button"
            class="button small"
            onClick={() => {
              actions.openCounted(picked);
            }}
          >
            <Icon name="jump" size={14} />
            {t('overview.pane.open', { number: picked })}
          </button>
        </div>
      )}
    </>
  );
}

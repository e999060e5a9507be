import type { Words } from './pane-state.ts';

const SHOWN = 40;

/** Numbers of complaints, each of which opens its complaint. */
export function StatisticsNumbers({
  numbers,
  t,
  onOpen,
}: {
  numbers: readonly string[];
  t: Words;
  onOpen: (number: string) => void;
}) {
  return (
    <p class="number-list">
      {numbers.slice(0, SHOWN).map((number) => (
        <button
          key={number}
          type="button"
          class="number-link"
          onClick={() => {
            onOpen(number);
          }}
        >
          {number}
        </button>
      ))}
      {numbers.length > SHOWN && <span class="soft">{t('overview.pane.more', { count: numbers.length - SHOWN })}</span>}
    </p>
  );
}

import { Icon } from './Icon.tsx';
import type { Words } from './pane-state.ts';
import type { RefreshCallbacks, RefreshModel } from './refresh-state.ts';

interface RefreshProps {
  model: RefreshModel;
  t: Words;
  onRefresh: RefreshCallbacks['refreshRegister'];
}

/** Brings the whole register in line, and tells what the last time did. */
export function RefreshCard({ model: { last }, t, onRefresh }: RefreshProps) {
  return (
    <section class="card">
      <h2 class="sheet-name">
        <Icon name="refresh" size={18} />
        <span>{t('refresh.title')}</span>
      </h2>
      <p class="soft small-text">{t('refresh.text')}</p>
      {last !== null && (
        <p role="status">
          {last.changed === 0
            ? t('refresh.none', { looked: last.looked })
            : t('refresh.done', { looked: last.looked, count: last.changed })}
        </p>
      )}
      <div class="actions">
        <button type="button" class="button" onClick={onRefresh}>
          {t('refresh.button')}
        </button>
      </div>
    </section>
  );
}

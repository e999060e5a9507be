import { Icon } from './Icon.tsx';
import type { Words } from './pane-state.ts';
import type { RefreshCallbacks, RefreshModel } from './refresh-state.ts';

interface RefreshProps {
  model: RefreshModel;
  t: Words;
  callbacks: RefreshCallbacks;
}

/** Brings the whole register in line, tells what the last time did, and offers the columns that it lacks. */
export function RefreshCard({ model: { last, lacking }, t, callbacks }: RefreshProps) {
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
        <button type="button" class="button" onClick={callbacks.refreshRegister}>
          {t('refresh.button')}
        </button>
      </div>
      {lacking.length > 0 && (
        <div class="lacking">
          <h3>{t('refresh.lacking.title', { count: lacking.length })}</h3>
          <ul class="chips">
            {lacking.map((header) => (
              <li key={header} class="chip">
                {header}
              </li>
            ))}
          </ul>
          <p class="soft small-text">{t('refresh.lacking.text')}</p>
          <button type="button" class="button" onClick={callbacks.addColumns}>
            {t('refresh.lacking.button', { count: lacking.length })}
          </button>
        </div>
      )}
    </section>
  );
}

import { Icon } from './Icon.tsx';
import type { DoneModel, PaneCallbacks, Words } from './pane-state.ts';

export function DoneView({ done, t, callbacks }: { done: DoneModel; t: Words; callbacks: PaneCallbacks }) {
  return (
    <section class="done">
      <span class="done-sign">
        <Icon name="success" size={40} />
      </span>
      <h2>{t('pane.done.title')}</h2>
      <p>{t('pane.done.text', { sheet: done.sheet, rows: done.rows, columns: done.columnsAdded })}</p>
      {done.backup !== null && <p class="soft">{t('pane.done.backup', { name: done.backup })}</p>}
      <div class="actions stacked">
        <button type="button" class="button primary" onClick={() => callbacks.goTo('today')}>
          {t('pane.done.today')}
        </button>
        <button type="button" class="button" onClick={() => callbacks.goTo('import')}>
          {t('pane.done.import')}
        </button>
      </div>
    </section>
  );
}

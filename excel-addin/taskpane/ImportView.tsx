import { Icon } from './Icon.tsx';
import { ImportPreviewView, ImportResultView } from './ImportOutcome.tsx';
import { ImportSources } from './ImportSources.tsx';
import type { ImportModel, PaneCallbacks, Words } from './pane-state.ts';

interface ImportProps {
  model: ImportModel;
  t: Words;
  callbacks: PaneCallbacks;
}

/** Clipped complaints into the register: where from, what of it is new, what became of it. */
export function ImportView({ model, t, callbacks }: ImportProps) {
  if (!model.hasRegister)
    return (
      <section class="empty">
        <Icon name="register" size={32} />
        <h2>{t('pane.import.noRegister.title')}</h2>
        <p>{t('pane.import.noRegister.text')}</p>
        <button type="button" class="button primary" onClick={() => callbacks.goTo('register')}>
          {t('pane.import.noRegister.go')}
        </button>
      </section>
    );
  if (model.preview !== null) return <ImportPreviewView preview={model.preview} t={t} callbacks={callbacks} />;
  return (
    <>
      {model.isOver === true && (
        <p class="drop over" role="status">
          <Icon name="import" size={20} />
          <span>{t('pane.import.file.letGo')}</span>
        </p>
      )}
      {model.result !== null && <ImportResultView result={model.result} t={t} callbacks={callbacks} />}
      <ImportSources bridge={model.bridge} t={t} callbacks={callbacks} />
    </>
  );
}

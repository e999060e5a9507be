import { useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import type { ImportModel, PaneCallbacks, Words } from './pane-state.ts';

interface SourcesProps {
  bridge: ImportModel['bridge'];
  t: Words;
  callbacks: PaneCallbacks;
}

/** The three ways into the register. The bridge exists only in a browser that has the extension. */
export function ImportSources({ bridge, t, callbacks }: SourcesProps) {
  return (
    <>
      <Bridge bridge={bridge} t={t} onFind={callbacks.findExtension} onRead={callbacks.readQueue} />
      <FileSource t={t} onFiles={callbacks.readFiles} />
      <PasteSource t={t} onPaste={callbacks.readPaste} />
    </>
  );
}

interface BridgeProps {
  bridge: ImportModel['bridge'];
  t: Words;
  onFind: () => void;
  onRead: () => void;
}

function Bridge({ bridge, t, onFind, onRead }: BridgeProps) {
  const waiting = bridge.kind === 'connected' ? bridge.waiting : 0;
  return (
    <section class={`card source ${bridge.kind}`}>
      <h2>{t('pane.import.bridge.title')}</h2>
      <p class="connection" role="status">
        <span class="lamp" aria-hidden="true" />
        <strong>{t(`pane.import.bridge.${bridge.kind}`)}</strong>
        {bridge.kind === 'connected' && <span class="soft number">{bridge.version}</span>}
      </p>
      {bridge.kind === 'connected' && (
        <>
          <p>{t('pane.import.bridge.waiting', { count: waiting })}</p>
          <div class="actions">
            <button
              type="button"
              class={waiting > 0 ? 'button primary wide' : 'button'}
              onClick={waiting > 0 ? onRead : onFind}
            >
              {waiting > 0 ? t('pane.import.bridge.read', { count: waiting }) : t('pane.import.bridge.again')}
            </button>
          </div>
        </>
      )}
      {bridge.kind === 'absent' && (
        <>
          <p class="soft small-text">{t('pane.import.bridge.absentText')}</p>
          <button type="button" class="button small" onClick={onFind}>
            {t('pane.import.bridge.again')}
          </button>
        </>
      )}
    </section>
  );
}

function FileSource({ t, onFiles }: { t: Words; onFiles: (files: readonly File[]) => void }) {
  return (
    <section>
      <h2 id="file-title">{t('pane.import.file.title')}</h2>
      <label class="drop">
        <input
          type="file"
          multiple
          class="visually-hidden"
          accept=".json,application/json"
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            // The same file may be chosen again.
            event.currentTarget.value = '';
            if (files.length > 0) onFiles(files);
          }}
        />
        <Icon name="import" size={20} />
        <span>
          <span class="link">{t('pane.import.file.choose')}</span>
          <span class="soft"> {t('pane.import.file.drop')}</span>
        </span>
      </label>
    </section>
  );
}

function PasteSource({ t, onPaste }: { t: Words; onPaste: (text: string) => void }) {
  const [text, setText] = useState('');
  return (
    <details class="paste">
      <summary>{t('pane.import.paste.title')}</summary>
      <label class="field">
        <span class="soft small-text">{t('pane.import.paste.hint')}</span>
        <textarea rows={4} spellcheck={false} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <button type="button" class="button" disabled={text.trim() === ''} onClick={() => onPaste(text)}>
        {t('pane.import.paste.read')}
      </button>
    </details>
  );
}

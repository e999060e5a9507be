import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import type { Words } from './pane-state.ts';
import type { SharedCopy, SharingCallbacks, SharingChoice, SharingModel } from './sharing-state.ts';

interface SharingProps {
  model: SharingModel;
  t: Words;
  callbacks: SharingCallbacks;
}

const KEEP = ['staff', 'pictures', 'performance', 'originals'] as const;
const KEPT = {
  staff: 'keepStaff',
  pictures: 'keepPictures',
  performance: 'keepPerformance',
  originals: 'keepOriginals',
} as const satisfies Record<(typeof KEEP)[number], keyof SharingChoice>;

/** A workbook for others: what is kept is chosen, the copy is made and looked at here, and only then taken. */
export function SharingCard({ model, t, callbacks }: SharingProps) {
  const { choice, copy, needsFile } = model;
  const isBook = choice.what === 'book';
  return (
    <section class="card">
      <h2 class="sheet-name">
        <Icon name="jump" size={18} />
        <span>{t('sharing.title')}</span>
      </h2>
      <p class="soft small-text">{t('sharing.text')}</p>
      <fieldset class="choice">
        <legend>{t('sharing.what.label')}</legend>
        {(['book', 'report'] as const).map((what) => (
          <label key={what}>
            <input
              type="radio"
              name="sharing-what"
              checked={choice.what === what}
              onChange={() => {
                callbacks.chooseSharing({ what, isMasked: true });
              }}
            />
            <span>{t(`sharing.what.${what}`)}</span>
          </label>
        ))}
      </fieldset>
      {isBook ? (
        <fieldset class="choice">
          <legend>{t('sharing.option.title')}</legend>
          {KEEP.map((what) => (
            <Check
              key={what}
              label={t(`sharing.option.${what}`)}
              isOn={choice[KEPT[what]]}
              onChange={(isOn) => {
                callbacks.chooseSharing({ [KEPT[what]]: isOn });
              }}
            />
          ))}
        </fieldset>
      ) : (
        <Check
          label={t('sharing.what.maskReport')}
          isOn={choice.isMasked}
          onChange={(isMasked) => {
            callbacks.chooseSharing({ isMasked });
          }}
        />
      )}
      <div class="actions">
        <button type="button" class={copy === null ? 'button primary' : 'button'} onClick={callbacks.makeSharing}>
          {t(copy === null ? 'sharing.make' : 'sharing.again')}
        </button>
        {needsFile && <FileButton label={t('sharing.choose')} accept=".xlsx,.xlsm" onFile={callbacks.makeSharingOf} />}
      </div>
      {copy !== null && <Made copy={copy} isMasked={choice.isMasked} t={t} callbacks={callbacks} />}
      <LookUp model={model} t={t} onAsk={callbacks.lookUpPseudonym} />
      <Key model={model} t={t} callbacks={callbacks} />
    </section>
  );
}

interface MadeProps {
  copy: SharedCopy;
  isMasked: boolean;
  t: Words;
  callbacks: SharingCallbacks;
}

function Made({ copy, isMasked, t, callbacks }: MadeProps) {
  const { name, kilobytes, masked, examples, sheets, sheetsLeftOut, openColumns, told } = copy;
  const count = masked.reduce((sum, each) => sum + each.count, 0);
  return (
    <section aria-live="polite">
      <h3>{t('sharing.done.title')}</h3>
      <p class="small-text">{t('sharing.done.size', { name, size: kilobytes })}</p>
      {isMasked && openColumns.length > 0 && (
        <details class="fold" open>
          <summary>{t('sharing.openColumns.title')}</summary>
          <p class="soft small-text">{t('sharing.openColumns.text')}</p>
          {openColumns.map(({ sheet, headings }) => (
            <details key={sheet} class="fold small-text">
              <summary>{t('sharing.openColumns.sheet', { sheet, count: headings.length })}</summary>
              <ul class="plain-list">
                {headings.map((heading) => (
                  <li key={heading}>{heading}</li>
                ))}
              </ul>
            </details>
          ))}
        </details>
      )}
      <div class="actions">
        <button type="button" class="button primary" onClick={callbacks.downloadSharing}>
          {t('sharing.download')}
        </button>
        <button type="button" class="button" onClick={callbacks.openSharing}>
          {t('sharing.open')}
        </button>
      </div>
      {isMasked && <p>{count === 0 ? t('sharing.done.none') : t('sharing.done.masked', { count })}</p>}
      {count > 0 && (
        <dl class="facts">
          {masked.map((each) => (
            <Fragment key={each.kind}>
              <dt>{t(`sharing.kind.${each.kind}`)}</dt>
              <dd>{each.count}</dd>
            </Fragment>
          ))}
        </dl>
      )}
      {examples.length > 0 && (
        <details class="fold">
          <summary>{t('sharing.done.examples')}</summary>
          <ul class="rows">
            {examples.map(({ before, after }) => (
              <li key={before}>
                <span class="grow">
                  <span class="soft">{before}</span>
                  <span class="name">{`→ ${after}`}</span>
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <ul class="plain-list small-text">
        <li>{t('sharing.done.sheets', { count: sheets })}</li>
        {sheetsLeftOut.length > 0 && (
          <li>{t('sharing.done.sheetsLeftOut', { list: sheetsLeftOut.join(t('pane.common.listMark')) })}</li>
        )}
      </ul>
      {told.length > 0 && (
        <details class="fold">
          <summary>{t('sharing.told.title')}</summary>
          <ul class="plain-list small-text">
            {told.map((line) => (
              <li key={line.code}>{t(line.code, { count: line.count })}</li>
            ))}
          </ul>
        </details>
      )}
      {isMasked && (
        <>
          <p class="warn-line small-text">{t('sharing.promise.title')}</p>
          <p class="soft small-text">{t('sharing.promise.text')}</p>
        </>
      )}
    </section>
  );
}

function LookUp({ model, t, onAsk }: { model: SharingModel; t: Words; onAsk: (pseudonym: string) => void }) {
  const [asked, setAsked] = useState('');
  const { found } = model;
  return (
    <details class="fold">
      <summary>{t('sharing.lookUp.title')}</summary>
      <p class="soft small-text">{t('sharing.lookUp.text')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (asked.trim() !== '') onAsk(asked);
        }}
      >
        <label class="field">
          <span>{t('sharing.lookUp.label')}</span>
          <input
            name="pseudonym"
            maxLength={40}
            placeholder={t('sharing.lookUp.placeholder')}
            value={asked}
            onInput={(event) => {
              setAsked(event.currentTarget.value);
            }}
          />
        </label>
        <button type="submit" class="button">
          {t('sharing.lookUp.button')}
        </button>
      </form>
      <div aria-live="polite">
        {found !== null && found.length === 0 && <p class="small-text">{t('sharing.lookUp.none')}</p>}
        {found !== null && found.length > 0 && (
          <ul class="rows">
            {found.map(({ kind, value, pseudonym }) => (
              <li key={pseudonym}>
                <span class="grow">
                  <span class="name">{value}</span>
                  <span class="soft">{`${pseudonym} · ${t(`sharing.kind.${kind}`)}`}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}

function Key({ model, t, callbacks }: SharingProps) {
  return (
    <details class="fold" open={model.isReplacing || undefined}>
      <summary>{t('sharing.key.title')}</summary>
      <p class="soft small-text">{t('sharing.key.text')}</p>
      {!model.isKeyStored && <p class="small-text warn-line">{t('sharing.key.unstored')}</p>}
      <p class="small-text warn-line">{t('sharing.key.warn')}</p>
      {model.isReplacing ? (
        <>
          <p class="small-text">{t('sharing.key.replace')}</p>
          <div class="actions">
            <button
              type="button"
              class="button primary"
              onClick={() => {
                callbacks.replaceSharingKey(true);
              }}
            >
              {t('sharing.key.load')}
            </button>
            <button
              type="button"
              class="button"
              onClick={() => {
                callbacks.replaceSharingKey(false);
              }}
            >
              {t('pane.common.cancel')}
            </button>
          </div>
        </>
      ) : (
        <div class="actions">
          <button type="button" class="button" onClick={callbacks.saveSharingKey}>
            {t('sharing.key.save')}
          </button>
          <FileButton label={t('sharing.key.load')} accept=".json,application/json" onFile={callbacks.loadSharingKey} />
        </div>
      )}
    </details>
  );
}

interface FileButtonProps {
  label: string;
  accept: string;
  onFile: (file: File) => void;
}

function FileButton({ label, accept, onFile }: FileButtonProps) {
  return (
    <label class="button">
      <input
        type="file"
        class="visually-hidden"
        accept={accept}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) onFile(file);
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
      {label}
    </label>
  );
}

function Check({ label, isOn, onChange }: { label: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => {
          onChange(event.currentTarget.checked);
        }}
      />
      <span>{label}</span>
    </label>
  );
}

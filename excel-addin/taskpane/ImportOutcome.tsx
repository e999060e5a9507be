import { Icon } from './Icon.tsx';
import type { ImportPreview, ImportResult, PaneCallbacks, Words } from './pane-state.ts';

const SHOWN = 20;

/** What an import would do, before it does. */
export function ImportPreviewView({
  preview,
  t,
  callbacks,
}: {
  preview: ImportPreview;
  t: Words;
  callbacks: PaneCallbacks;
}) {
  return (
    <>
      <section>
        <h2>{t('pane.import.preview.title')}</h2>
        <p class="soft">{t(`pane.import.way.${preview.way}`, { name: preview.fileName ?? '' })}</p>
        <ul class="tally">
          <li>
            <strong>{preview.added}</strong> {t('pane.import.preview.new')}
          </li>
          <li>
            <strong>{preview.alreadyThere}</strong> {t('pane.import.preview.there')}
          </li>
          {preview.rejected > 0 && (
            <li class="wrong">
              <strong>{preview.rejected}</strong> {t('pane.import.preview.rejected')}
            </li>
          )}
        </ul>
        <ul class="rows complaints">
          {preview.complaints.slice(0, SHOWN).map(({ id, customer, about, isNew }) => (
            <li key={id} class={isNew ? '' : 'known'}>
              <span class="grow">
                <span class="name">{customer === '' ? t('pane.today.noName') : customer}</span>
                <span class="about">{about}</span>
              </span>
              <span class={isNew ? 'chip new' : 'chip'}>
                {t(isNew ? 'pane.import.preview.isNew' : 'pane.import.preview.isThere')}
              </span>
            </li>
          ))}
        </ul>
        {preview.complaints.length > SHOWN && (
          <p class="soft small-text">{t('pane.import.preview.more', { count: preview.complaints.length - SHOWN })}</p>
        )}
      </section>
      <div class="actions footer">
        <button type="button" class="button" onClick={callbacks.cancelImport}>
          {t('pane.common.cancel')}
        </button>
        <button type="button" class="button primary" onClick={callbacks.confirmImport}>
          {preview.added > 0
            ? t('pane.import.preview.confirm', { count: preview.added })
            : t('pane.import.preview.confirmNone')}
        </button>
      </div>
    </>
  );
}

/** What an import did. */
export function ImportResultView({
  result,
  t,
  callbacks,
}: {
  result: ImportResult;
  t: Words;
  callbacks: PaneCallbacks;
}) {
  const { place } = result;
  return (
    <section class="card result" role="status">
      <h2>
        <Icon name="success" size={18} />
        <span>{t('pane.import.result.title')}</span>
      </h2>
      <p>{t('pane.import.result.text', { added: result.added, there: result.alreadyThere })}</p>
      {result.rejected > 0 && <p class="wrong">{t('pane.import.result.rejected', { count: result.rejected })}</p>}
      {result.acknowledged === true && <p class="soft small-text">{t('pane.import.result.acknowledged')}</p>}
      {result.acknowledged === false && <p class="wrong small-text">{t('pane.import.result.notAcknowledged')}</p>}
      {place !== null && (
        <button
          type="button"
          class="button small"
          onClick={() => callbacks.showCell(place.sheet, place.row, place.column)}
        >
          {place.row === place.lastRow
            ? t('pane.import.result.showRow', { row: place.row + 1 })
            : t('pane.import.result.showRows', { first: place.row + 1, last: place.lastRow + 1 })}
          <Icon name="jump" size={12} />
        </button>
      )}
    </section>
  );
}

import { Icon } from './Icon.tsx';
import { importTally } from './import-tally.ts';
import { ImportTwinChoice } from './ImportTwinChoice.tsx';
import type { ImportPreview, ImportResult, PaneCallbacks, Words } from './pane-state.ts';

const SHOWN = 20;
/** Each that looks like a row is to be decided, so more of them are shown. */
const TWINS_SHOWN = 200;

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
  const twins = preview.complaints.filter(({ twin }) => twin !== null);
  const others = preview.complaints.filter(({ twin }) => twin === null);
  const { toAdd, linked, skipped, isNone } = importTally(preview);
  return (
    <>
      <section>
        <h2>{t('pane.import.preview.title')}</h2>
        <p class="soft">{wayLine(preview, t)}</p>
        <ul class="tally">
          <li>
            <strong>{toAdd}</strong> {t('pane.import.preview.new')}
          </li>
          <li>
            <strong>{preview.alreadyThere}</strong> {t('pane.import.preview.there')}
          </li>
          {(
            [
              ['linked', linked],
              ['skipped', skipped],
              ['repeated', preview.repeated],
            ] as const
          ).map(
            ([code, count]) =>
              count > 0 && (
                <li key={code}>
                  <strong>{count}</strong> {t(`pane.import.preview.${code}`)}
                </li>
              ),
          )}
          {preview.rejected > 0 && (
            <li class="wrong">
              <strong>{preview.rejected}</strong> {t('pane.import.preview.rejected')}
            </li>
          )}
        </ul>
        {preview.aside.length > 0 && (
          <ul class="aside-files">
            {preview.aside.map(({ name, code, params }) => (
              <li key={name}>
                <strong>{name}</strong> {t(code, params)}
              </li>
            ))}
          </ul>
        )}
        {twins.length > 0 && (
          <>
            <h3>{t('pane.import.twin.title', { count: twins.length })}</h3>
            <p class="soft small-text">{t('pane.import.twin.text')}</p>
            {twins.some(({ twin }) => twin?.canLink) && <p class="soft small-text">{t('pane.import.twin.textLink')}</p>}
            <ul class="rows complaints twins">
              {twins.slice(0, TWINS_SHOWN).map((complaint) => (
                <ImportTwinChoice key={complaint.id} complaint={complaint} t={t} onChoose={callbacks.chooseTwin} />
              ))}
            </ul>
          </>
        )}
        <ul class="rows complaints">
          {others.slice(0, SHOWN).map(({ id, customer, about, isNew }) => (
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
        {others.length > SHOWN && (
          <p class="soft small-text">{t('pane.import.preview.more', { count: others.length - SHOWN })}</p>
        )}
      </section>
      <div class="actions footer">
        <button type="button" class="button" onClick={callbacks.cancelImport}>
          {t('pane.common.cancel')}
        </button>
        <button type="button" class="button primary" onClick={callbacks.confirmImport}>
          {toAdd > 0
            ? t('pane.import.preview.confirm', { count: toAdd })
            : t(`pane.import.preview.${isNone ? 'confirmSkip' : 'confirmNone'}`)}
        </button>
      </div>
    </>
  );
}

function wayLine({ way, files }: ImportPreview, t: Words): string {
  const names = files.join(t('pane.common.listMark'));
  return files.length > 1
    ? t('pane.import.way.files', { count: files.length, names })
    : t(`pane.import.way.${way}`, { name: names });
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
  const isNone = result.added + result.alreadyThere === 0;
  return (
    <section class="card result" role="status">
      <h2>
        <Icon name="success" size={18} />
        <span>{t(`pane.import.result.${isNone ? 'titleNone' : 'title'}`)}</span>
      </h2>
      <p>{t('pane.import.result.text', { added: result.added, there: result.alreadyThere })}</p>
      {result.linked > 0 && <p>{t('pane.import.result.linked', { count: result.linked })}</p>}
      {result.skipped > 0 && <p>{t('pane.import.result.skipped', { count: result.skipped })}</p>}
      {result.rejected > 0 && <p class="wrong">{t('pane.import.result.rejected', { count: result.rejected })}</p>}
      {result.isStopped && <p class="wrong">{t('pane.import.result.stopped')}</p>}
      {result.left > 0 && <p class="wrong">{t('pane.import.result.left', { count: result.left })}</p>}
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

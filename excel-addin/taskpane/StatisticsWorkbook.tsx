import { Icon } from './Icon.tsx';
import type { PaneCallbacks, Words } from './pane-state.ts';
import type { ShownFigures, WorkbookStatistics } from './statistics-state.ts';

interface WorkbookProps {
  workbook: WorkbookStatistics;
  volumes: ShownFigures['volumes'];
  t: Words;
  callbacks: PaneCallbacks;
}

/** What the workbook has of the statistics: pivots and charts to make or refresh, and the table of volumes. */
export function StatisticsWorkbook({ workbook, volumes, t, callbacks }: WorkbookProps) {
  const { stands, asOf, isOld, made } = workbook;
  const state = !stands ? 'none' : asOf === null ? 'broken' : isOld ? 'old' : 'asOf';
  return (
    <section class="card">
      <h2 class="sheet-name">
        <Icon name="statistics" size={18} />
        <span>{t('overview.pane.book.title')}</span>
      </h2>
      <p class={state === 'old' || state === 'broken' ? 'warn-line' : 'soft small-text'}>
        {t(`overview.pane.book.${state}`, { time: asOf ?? '' })}
      </p>
      <div class="actions">
        <button
          type="button"
          class={stands && state === 'asOf' ? 'button' : 'button primary'}
          onClick={() => {
            callbacks.makeStatistics(false);
          }}
        >
          {t(stands ? 'overview.pane.book.refresh' : 'overview.pane.book.make')}
        </button>
        <button type="button" class="button" onClick={callbacks.showVolumes}>
          {t('overview.pane.book.volumes')}
        </button>
      </div>
      {made !== null && <Made made={made} t={t} />}
      {stands && (
        <p class="soft small-text">
          {t('overview.pane.book.restoreText')}{' '}
          <button
            type="button"
            class="number-link"
            onClick={() => {
              callbacks.makeStatistics(true);
            }}
          >
            {t('overview.pane.book.restore')}
          </button>
        </p>
      )}
      {volumes?.isEmpty === true && (
        <p class="soft small-text">{t('overview.pane.book.volumesEmpty', { sheet: volumes.sheet })}</p>
      )}
      {volumes !== null && volumes.findings.length > 0 && (
        <details>
          <summary>{t('overview.pane.book.volumeFindings', { count: volumes.findings.length })}</summary>
          <ul class="plain-list">
            {volumes.findings.map(({ level, text, row }) => (
              <li key={`${String(row)} ${text}`} class={`sign ${level}`}>
                <Icon name={level} size={14} />
                {row === null ? (
                  <span>{text}</span>
                ) : (
                  <button
                    type="button"
                    class="number-link"
                    onClick={() => {
                      callbacks.showCell(volumes.sheet, row, 0);
                    }}
                  >
                    {text}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Made({ made, t }: { made: NonNullable<WorkbookStatistics['made']>; t: Words }) {
  const list = (titles: readonly string[]) => titles.join(t('overview.pane.book.comma'));
  return (
    <div role="status" class="small-text">
      <p>{t('overview.pane.book.done', { sheet: made.sheet, count: made.complaints })}</p>
      {made.formulas.length > 0 && <p>{t('overview.pane.book.formulas', { list: list(made.formulas) })}</p>}
      {made.refused.length > 0 && (
        <p class="warn-line">{t('overview.pane.book.refused', { list: list(made.refused) })}</p>
      )}
      {made.gone.length > 0 && <p class="soft">{t('overview.pane.book.gone', { list: list(made.gone) })}</p>}
      {made.slicersRefused && <p class="soft">{t('overview.pane.book.slicers')}</p>}
    </div>
  );
}

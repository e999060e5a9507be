import type { PeriodKind } from '../../core/statistics/period.ts';
import { Icon } from './Icon.tsx';
import type { PaneCallbacks, Words } from './pane-state.ts';
import { StatisticsFigure } from './StatisticsFigure.tsx';
import { StatisticsNumbers, type NumberActions } from './StatisticsNumbers.tsx';
import { StatisticsWorkbook } from './StatisticsWorkbook.tsx';
import type { PaperKind, ShownFigures, StatisticsModel } from './statistics-state.ts';

interface StatisticsProps {
  model: StatisticsModel;
  t: Words;
  callbacks: PaneCallbacks;
}

const KINDS: PeriodKind[] = ['week', 'month', 'quarter', 'year'];

/** Figures of a period with what they rest on; above them alarms, and what the workbook has of them. */
export function StatisticsView({ model, t, callbacks }: StatisticsProps) {
  const { kind, shown, workbook } = model;
  if (shown === null)
    return (
      <section class="empty">
        <p>{t('overview.pane.unread')}</p>
        <button type="button" class="button primary" onClick={callbacks.readFigures}>
          {t('overview.pane.read')}
        </button>
      </section>
    );
  return (
    <>
      <div class="segments" role="group" aria-label={t('overview.pane.kind')}>
        {KINDS.map((item) => (
          <button
            key={item}
            type="button"
            aria-pressed={item === kind}
            onClick={() => {
              callbacks.choosePeriodKind(item);
            }}
          >
            {t(`overview.pane.kinds.${item}`)}
          </button>
        ))}
      </div>
      <div class="period-turn">
        <button
          type="button"
          class="button subtle small"
          disabled={!shown.hasEarlier}
          aria-label={t('overview.pane.earlier')}
          onClick={() => {
            callbacks.turnPeriod(-1);
          }}
        >
          ‹
        </button>
        <h2 aria-live="polite">{shown.period}</h2>
        <button
          type="button"
          class="button subtle small"
          disabled={!shown.hasLater}
          aria-label={t('overview.pane.later')}
          onClick={() => {
            callbacks.turnPeriod(1);
          }}
        >
          ›
        </button>
      </div>
      <Alarms shown={shown} t={t} actions={callbacks} />
      <StatisticsWorkbook workbook={workbook} volumes={shown.volumes} t={t} callbacks={callbacks} />
      <Papers period={shown.period} paper={model.paper} t={t} callbacks={callbacks} />
      {shown.groups.map(({ id, figures }) => (
        <section key={id}>
          <h3>{t(`overview.pane.groups.${id}`)}</h3>
          <ul class="figures">
            {figures.map((figure) => (
              <li key={figure.id}>
                <StatisticsFigure figure={figure} before={shown.before} t={t} actions={callbacks} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {shown.undated.length > 0 && (
        <details class="figure-detail">
          <summary>{t('overview.pane.undated', { count: shown.undated.length })}</summary>
          <StatisticsNumbers numbers={shown.undated} t={t} actions={callbacks} />
        </details>
      )}
    </>
  );
}

function Alarms({ shown, t, actions }: { shown: ShownFigures; t: Words; actions: NumberActions }) {
  const { alarms, alarmsUnset } = shown;
  if (alarms.length + alarmsUnset.length === 0) return null;
  return (
    <section>
      <h3>{t('overview.pane.alarms')}</h3>
      {alarms.length === 0 && <p class="soft small-text">{t('overview.pane.noAlarm')}</p>}
      <ul class="alarms">
        {alarms.map(({ label, text, numbers, isCurrent }) => (
          <li key={label + text} class={isCurrent ? 'alarm current' : 'alarm'}>
            <p class="alarm-head">
              <Icon name={isCurrent ? 'warning' : 'info'} size={14} />
              {label}
            </p>
            <p>{text}</p>
            <StatisticsNumbers numbers={numbers} t={t} actions={actions} />
          </li>
        ))}
      </ul>
      {alarmsUnset.map((text) => (
        <p key={text} class="soft small-text">
          {text}
        </p>
      ))}
    </section>
  );
}

const PAPERS: PaperKind[] = ['report', 'performance'];

interface PapersProps {
  period: string;
  paper: StatisticsModel['paper'];
  t: Words;
  callbacks: PaneCallbacks;
}

/** The papers of the period: to print, discuss and sign. */
function Papers({ period, paper, t, callbacks }: PapersProps) {
  return (
    <section class="card">
      <h2 class="sheet-name">
        <Icon name="sheet" size={18} />
        <span>{t('overview.pane.paper.title', { period })}</span>
      </h2>
      <p class="soft small-text">{t('overview.pane.paper.text')}</p>
      <div class="actions">
        {PAPERS.map((kind) => (
          <button
            key={kind}
            type="button"
            class="button"
            onClick={() => {
              callbacks.writePaper(kind);
            }}
          >
            {t(`overview.pane.paper.${kind}`)}
          </button>
        ))}
      </div>
      {paper !== null && (
        <p role="status" class="small-text">
          {t(paper.isBesides ? 'overview.pane.paper.besides' : 'overview.pane.paper.done', { sheet: paper.sheet })}
        </p>
      )}
    </section>
  );
}

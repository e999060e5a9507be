import type { Words } from './pane-state.ts';
import { StatisticsNumbers, type NumberActions } from './StatisticsNumbers.tsx';
import type { FigureLine } from './statistics-state.ts';

interface FigureProps {
  figure: FigureLine;
  /** The period before, in words. */
  before: string;
  t: Words;
  actions: NumberActions;
}

/** One figure: value and change, and on demand how it is made and which complaints it counts. */
export function StatisticsFigure({ figure, before, t, actions }: FigureProps) {
  const { label, value, change, parts, missing, isSmall, isRanked, unclear, formula, counted, leftOut, source, rows } =
    figure;
  return (
    <details class="figure-detail">
      <summary>
        <span class="figure-label">{label}</span>
        <span class="figure-value">
          <strong class="number">{value}</strong>
          {change !== '' && (
            <span class="soft small-text" title={before}>
              {change}
            </span>
          )}
        </span>
        {(missing !== null || isSmall) && (
          <span class="figure-mark">
            {missing ?? t('overview.pane.small')}
            {missing === null && parts !== null && t(isRanked ? 'overview.pane.of' : 'overview.pane.ratio', parts)}
          </span>
        )}
        {unclear !== null && <span class="figure-mark">{unclear}</span>}
      </summary>
      <div class="figure-body">
        <p>{formula}</p>
        {parts !== null && missing === null && (
          <p class="number">{t(isRanked ? 'overview.pane.rank' : 'overview.pane.parts', { ...parts, value })}</p>
        )}
        <p class="soft small-text">{counted}</p>
        <p class="soft small-text">{leftOut}</p>
        {source !== null && <p class="soft small-text">{t('overview.pane.source', { source })}</p>}
        {rows.counted.length > 0 && (
          <>
            <h4>{t('overview.pane.countedRows')}</h4>
            <StatisticsNumbers numbers={rows.counted} t={t} actions={actions} />
          </>
        )}
        {rows.undecided.length > 0 && (
          <>
            <h4>{t('overview.pane.undecidedRows')}</h4>
            <StatisticsNumbers numbers={rows.undecided} t={t} actions={actions} />
          </>
        )}
      </div>
    </details>
  );
}

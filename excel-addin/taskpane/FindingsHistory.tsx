import type { FindingsCallbacks, ShownFindings } from './findings-state.ts';
import type { Words } from './pane-state.ts';

interface HistoryProps {
  shown: ShownFindings;
  t: Words;
  callbacks: Pick<FindingsCallbacks, 'undoFix' | 'recallFinding'>;
}

/** What was accepted and what was said to be right so, each to be taken back. */
export function FindingsHistory({ shown: { accepted, dismissed }, t, callbacks }: HistoryProps) {
  return (
    <>
      {accepted.length > 0 && (
        <details class="history" open={accepted.length <= 3}>
          <summary>{t('findings.accepted.title', { count: accepted.length })}</summary>
          <ul class="finding-rows">
            {accepted.map(({ id, number, address, header, before, after }) => (
              <li key={id}>
                <p class="soft small-text">
                  {number} {header} {address}
                </p>
                <p>{t('findings.sheet.change', { before: before === '' ? t('findings.blank') : before, after })}</p>
                <div class="actions">
                  <button
                    type="button"
                    class="button small"
                    aria-label={t('findings.accepted.undoOf', { address })}
                    onClick={() => callbacks.undoFix(id)}
                  >
                    {t('findings.accepted.undo')}
                  </button>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
      {dismissed.length > 0 && (
        <details class="history">
          <summary>{t('findings.dismissed.title', { count: dismissed.length })}</summary>
          <ul class="finding-rows">
            {dismissed.map(({ key, number, text }) => (
              <li key={key}>
                <p class="soft small-text">{number}</p>
                <p>{text}</p>
                <div class="actions">
                  <button type="button" class="button subtle small" onClick={() => callbacks.recallFinding(key)}>
                    {t('findings.dismissed.recall')}
                  </button>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

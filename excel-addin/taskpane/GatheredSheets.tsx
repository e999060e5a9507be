import type { GatheredFrom } from '../../core/register/gathered-from.ts';
import type { Words } from './pane-state.ts';

interface GatheredProps {
  from: GatheredFrom;
  t: Words;
  /** Takes one of joined sheets alone; null: not at this step. A form alone is no ledger. */
  onOnly: ((sheet: string) => void) | null;
}

/** Which sheets were put together, and how many complaints each gave. */
export function GatheredSheets({ from: { kind, sheets }, t, onOnly }: GatheredProps) {
  return (
    <>
      <dt>{t('pane.gathered.from')}</dt>
      <dd>
        <details>
          <summary>{t(`pane.gathered.${kind}`, { count: sheets.length })}</summary>
          <ul class="plain-list">
            {sheets.map(({ sheet, rows }) => (
              <li key={sheet}>
                {t('pane.gathered.sheet', { sheet, count: rows })}
                {onOnly !== null && kind === 'joined' && (
                  <button
                    type="button"
                    class="button subtle small"
                    aria-label={t('pane.gathered.onlyThis', { sheet })}
                    onClick={() => onOnly(sheet)}
                  >
                    {t('pane.gathered.only')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </details>
      </dd>
    </>
  );
}

import type { GatheredFrom } from '../../core/register/gathered-from.ts';
import type { Words } from './pane-state.ts';

/** Which sheets were put together, and how many complaints each gave. */
export function GatheredSheets({ from: { kind, sheets }, t }: { from: GatheredFrom; t: Words }) {
  return (
    <>
      <dt>{t('pane.gathered.from')}</dt>
      <dd>
        <details>
          <summary>{t(`pane.gathered.${kind}`, { count: sheets.length })}</summary>
          <ul class="plain">
            {sheets.map(({ sheet, rows }) => (
              <li key={sheet}>{t('pane.gathered.sheet', { sheet, count: rows })}</li>
            ))}
          </ul>
        </details>
      </dd>
    </>
  );
}

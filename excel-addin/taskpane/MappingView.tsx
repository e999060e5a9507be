import { useState } from 'preact/hooks';
import type { Locale } from '../../core/policy/localized.ts';
import { ColumnRow } from './ColumnRow.tsx';
import type { MappingModel, PaneCallbacks, Words } from './pane-state.ts';
import { PolicyCard } from './PolicyCard.tsx';
import { wantsALook } from './sureness.ts';

interface MappingProps {
  mapping: MappingModel;
  locale: Locale;
  t: Words;
  callbacks: PaneCallbacks;
}

/** Step 2: what each column means, by which policy, and when the company works. */
export function MappingView({ mapping, locale, t, callbacks }: MappingProps) {
  const doubtful = mapping.columns.filter(wantsALook);
  const [onlyDoubtful, setOnlyDoubtful] = useState(false);
  const shown = onlyDoubtful ? doubtful : mapping.columns;
  const taken = new Set(mapping.columns.flatMap(({ fields }) => fields));
  return (
    <>
      <section>
        <h2>{t('pane.mapping.title')}</h2>
        <p class="soft">
          {doubtful.length === 0
            ? t('pane.mapping.allClear', { count: mapping.columns.length })
            : t('pane.mapping.look', { count: doubtful.length })}
        </p>
        {doubtful.length > 0 && doubtful.length < mapping.columns.length && (
          <div class="segments" role="group" aria-label={t('pane.mapping.show')}>
            <button type="button" aria-pressed={!onlyDoubtful} onClick={() => setOnlyDoubtful(false)}>
              {t('pane.mapping.showAll', { count: mapping.columns.length })}
            </button>
            <button type="button" aria-pressed={onlyDoubtful} onClick={() => setOnlyDoubtful(true)}>
              {t('pane.mapping.showDoubtful', { count: doubtful.length })}
            </button>
          </div>
        )}
        <ul class="columns">
          {shown.map((column) => (
            <ColumnRow
              key={column.column}
              column={column}
              taken={taken}
              locale={locale}
              t={t}
              onFields={callbacks.chooseFields}
            />
          ))}
        </ul>
      </section>
      <PolicyCard mapping={mapping} locale={locale} t={t} callbacks={callbacks} />
      <div class="actions footer">
        <button type="button" class="button" onClick={() => callbacks.goToStep('found')}>
          {t('pane.common.back')}
        </button>
        <button type="button" class="button primary" onClick={() => callbacks.goToStep('preview')}>
          {t('pane.mapping.next')}
        </button>
      </div>
    </>
  );
}

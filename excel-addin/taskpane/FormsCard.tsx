import { LOCALES, Locale } from '../../core/policy/localized.ts';
import { Icon } from './Icon.tsx';
import { FORM_KINDS, isOfComplaint, type FormChoice, type FormsCallbacks, type FormsModel } from './forms-state.ts';
import type { Words } from './pane-state.ts';

const LANGUAGE_NAMES: Record<Locale, string> = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' };
const ROWS: FormChoice['rows'][] = ['selected', 'month', 'empty'];
const SHEETS_NAMED = 4;

interface FormsProps {
  model: FormsModel;
  t: Words;
  callbacks: FormsCallbacks;
}

/** Papers to print and sign: which one, for which complaints, in which language. */
export function FormsCard({ model, t, callbacks }: FormsProps) {
  const { choice, standing, made } = model;
  const needsMonth = isOfComplaint(choice.kind) && choice.rows === 'month';
  return (
    <section class="card">
      <h2 class="sheet-name">
        <Icon name="sheet" size={18} />
        <span>{t('forms.pane.title')}</span>
      </h2>
      <p class="soft small-text">{t('forms.pane.text')}</p>
      <label class="field">
        <span>{t('forms.pane.kind')}</span>
        <select
          name="form"
          value={choice.kind}
          onChange={(event) => {
            const kind = FORM_KINDS.find((each) => each === event.currentTarget.value);
            if (kind !== undefined) callbacks.chooseForm({ kind });
          }}
        >
          {FORM_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`forms.pane.kinds.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      {isOfComplaint(choice.kind) && (
        <fieldset class="choice">
          <legend>{t('forms.pane.for')}</legend>
          {ROWS.map((rows) => (
            <label key={rows}>
              <input
                type="radio"
                name="form-rows"
                checked={choice.rows === rows}
                onChange={() => callbacks.chooseForm({ rows })}
              />
              <span>{t(`forms.pane.rows.${rows}`)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {needsMonth && (
        <label class="field">
          <span>{t('forms.pane.month')}</span>
          <input
            name="form-month"
            inputMode="numeric"
            maxLength={7}
            placeholder="2026-11"
            value={choice.month}
            onInput={(event) => callbacks.chooseForm({ month: event.currentTarget.value })}
          />
        </label>
      )}
      <label class="field">
        <span>{t('forms.pane.language')}</span>
        <select
          name="form-language"
          value={choice.locale ?? ''}
          onChange={(event) =>
            callbacks.chooseForm({ locale: Locale.safeParse(event.currentTarget.value).data ?? null })
          }
        >
          <option value="">{t('forms.pane.asRegister')}</option>
          {LOCALES.map((locale) => (
            <option key={locale} value={locale} lang={locale}>
              {LANGUAGE_NAMES[locale]}
            </option>
          ))}
        </select>
      </label>
      {standing.length === 0 ? (
        <div class="actions">
          <button type="button" class="button primary" onClick={() => callbacks.makeForms('ask')}>
            {t('forms.pane.make')}
          </button>
        </div>
      ) : (
        <div role="alert">
          <p class="warn-line">{t('forms.pane.standing', { list: named(standing, t), count: standing.length })}</p>
          <div class="actions">
            <button type="button" class="button primary" onClick={() => callbacks.makeForms('replace')}>
              {t('forms.pane.replace')}
            </button>
            <button type="button" class="button" onClick={() => callbacks.makeForms('keep')}>
              {t('forms.pane.keep')}
            </button>
            <button type="button" class="button" onClick={callbacks.leaveForms}>
              {t('forms.pane.leave')}
            </button>
          </div>
        </div>
      )}
      {made !== null && (
        <div role="status">
          <p>{t('forms.pane.made', { list: named(made.sheets, t), count: made.sheets.length })}</p>
          {made.continued > 0 && <p class="soft small-text">{t('forms.pane.continued', { count: made.continued })}</p>}
          {made.left > 0 && <p class="warn-line">{t('forms.pane.left', { count: made.left })}</p>}
          <p class="soft small-text">{t('forms.pane.print')}</p>
        </div>
      )}
    </section>
  );
}

function named(sheets: readonly string[], t: Words): string {
  const more = sheets.length > SHEETS_NAMED ? '…' : '';
  return sheets.slice(0, SHEETS_NAMED).join(t('pane.common.listMark')) + more;
}

import type { Locale } from '../../core/policy/localized.ts';
import type { CompanySettings } from '../../core/policy/company-settings.ts';
import type { MappingModel, PaneCallbacks, Words } from './pane-state.ts';
import { nothingYet } from './nothing-yet.ts';
import { PolicyWizard } from './PolicyWizard.tsx';
import { TimeLimits } from './TimeLimits.tsx';
import { WorkingHours } from './WorkingHours.tsx';

interface PolicyProps {
  mapping: MappingModel;
  locale: Locale;
  t: Words;
  callbacks: PaneCallbacks;
}

/** By which rules complaints are graded and timed. Working hours are suggested and count only when confirmed. */
export function PolicyCard({ mapping, locale, t, callbacks }: PolicyProps) {
  const pack = mapping.packs.find(({ id }) => id === mapping.policyId);
  return (
    <section class="policy">
      <h2>{t('pane.policy.title')}</h2>
      <label class="field">
        <span>{t('pane.policy.pack')}</span>
        <select value={mapping.policyId} onChange={(event) => callbacks.choosePolicy(event.currentTarget.value)}>
          {mapping.packs.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {pack !== undefined && <p class="soft small-text">{pack.description}</p>}
      <WorkingHours
        company={mapping.company}
        suggestion={mapping.suggestion}
        t={t}
        onCompany={callbacks.chooseCompany}
      />
      {mapping.limits.length > 0 && (
        <TimeLimits
          limits={mapping.limits}
          company={mapping.company}
          suggestion={mapping.suggestion}
          t={t}
          onCompany={callbacks.chooseCompany}
        />
      )}
      {mapping.countsDays && (
        <FirstDay
          company={mapping.company ?? nothingYet(mapping.suggestion)}
          t={t}
          onCompany={callbacks.chooseCompany}
        />
      )}
      {mapping.questions.length > 0 && (
        <details class="policy-blanks">
          <summary>{t('pane.policy.blanks')}</summary>
          <p class="soft small-text">{t('pane.policy.blanksWhy')}</p>
          <PolicyWizard
            key={mapping.policyId}
            shown={{ policy: pack?.label ?? '', pack: mapping.pack, questions: mapping.questions }}
            {...{ locale, t }}
            onAnswer={callbacks.answerBeforehand}
          />
        </details>
      )}
    </section>
  );
}

interface FirstDayProps {
  company: CompanySettings;
  t: Words;
  onCompany: (company: CompanySettings) => void;
}

function FirstDay({ company, t, onCompany }: FirstDayProps) {
  return (
    <fieldset class="choice">
      <legend>{t('pane.policy.firstDay')}</legend>
      {(['nextDay', 'sameDay'] as const).map((firstDay) => (
        <label key={firstDay}>
          <input
            type="radio"
            name="first-day"
            checked={company.firstDay === firstDay}
            onChange={() => onCompany({ ...company, firstDay })}
          />
          {t(`pane.policy.${firstDay}`)}
        </label>
      ))}
    </fieldset>
  );
}

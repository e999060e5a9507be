import type { CompanySettings } from '../../core/policy/company-settings.ts';
import type { MappingModel, PaneCallbacks, Words } from './pane-state.ts';
import { nothingYet } from './nothing-yet.ts';
import { TimeLimits } from './TimeLimits.tsx';
import { WorkingHours } from './WorkingHours.tsx';

interface PolicyProps {
  mapping: MappingModel;
  t: Words;
  callbacks: PaneCallbacks;
}

/** By which rules complaints are graded and timed. Working hours are suggested and count only when confirmed. */
export function PolicyCard({ mapping, t, callbacks }: PolicyProps) {
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

import type { CompanySettings } from '../../core/policy/company-settings.ts';
import type { Target } from '../../core/policy/policy-pack.ts';
import { Icon } from './Icon.tsx';
import { withSuggestedTargets } from './nothing-yet.ts';
import type { LimitModel, Words } from './pane-state.ts';

interface TimeLimitsProps {
  limits: LimitModel[];
  company: CompanySettings | null;
  suggestion: CompanySettings;
  t: Words;
  onCompany: (company: CompanySettings) => void;
}

/** The time limits that a policy leaves to the company: proposed, and counting only when confirmed. */
export function TimeLimits({ limits, company, suggestion, t, onCompany }: TimeLimitsProps) {
  const full = withSuggestedTargets(company, suggestion);
  const isSet = Object.entries(full.targets).every(([milestone, targets]) =>
    Object.keys(targets).every((grade) => company?.targets[milestone]?.[grade] !== undefined),
  );
  const take = () => onCompany(full);
  return (
    <div class={isSet ? 'hours limits' : 'hours limits unset'}>
      <p class="hours-title">
        <Icon name={isSet ? 'closed' : 'unset'} />
        <strong>{t('pane.limits.title')}</strong>
        <span>{isSet ? t('pane.hours.confirmed') : t('pane.hours.unset')}</span>
      </p>
      {limits.map(({ milestone, targets }) => (
        <p key={milestone}>
          <strong>{milestone}</strong>
          {targets.map(({ grade, target }) => (
            <span key={grade} class="limit">
              {t('pane.limits.line', { grade, time: timeOf(target, t) })}
            </span>
          ))}
        </p>
      ))}
      {!isSet && (
        <>
          <p class="soft small-text">{t('pane.limits.why')}</p>
          <div class="actions">
            <button type="button" class="button" onClick={take}>
              {t('pane.limits.take')}
            </button>
          </div>
        </>
      )}
    </div>
  );
}

const MINUTES_AN_HOUR = 60;

function timeOf(target: Target, t: Words): string {
  switch (target.unit) {
    case 'immediately':
    case 'notConfigured':
      return t(`pane.limits.${target.unit}`);
    case 'workMinutes':
    case 'clockMinutes': {
      const isHours = target.amount % MINUTES_AN_HOUR === 0;
      const kind = target.unit === 'workMinutes' ? 'work' : 'clock';
      return t(`pane.limits.${kind}${isHours ? 'Hours' : 'Minutes'}`, {
        count: isHours ? target.amount / MINUTES_AN_HOUR : target.amount,
      });
    }
    default:
      return t(`pane.limits.${target.unit}`, { count: target.amount });
  }
}

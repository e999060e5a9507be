import { useState } from 'preact/hooks';
import type { CompanySettings } from '../../core/policy/company-settings.ts';
import { WorkingCalendar } from '../../core/working-time/working-calendar.ts';
import { OfficialDays } from './OfficialDays.tsx';
import { Icon } from './Icon.tsx';
import type { Words } from './pane-state.ts';
import { nothingYet } from './nothing-yet.ts';
import { describeCalendar, fromHours, hoursOf, WEEKDAYS, type Hours } from './working-hours.ts';

interface WorkingHoursProps {
  company: CompanySettings | null;
  suggestion: CompanySettings;
  t: Words;
  onCompany: (company: CompanySettings | null) => void;
}

/** The company's working hours: not set until confirmed, and then shown in a line. */
export function WorkingHours({ company, suggestion, t, onCompany }: WorkingHoursProps) {
  const calendar = company?.calendar ?? null;
  const offered = suggestion.calendar;
  const [draft, setDraft] = useState<Hours | null>(null);
  if (draft !== null)
    return (
      <HoursForm
        hours={draft}
        t={t}
        onChange={setDraft}
        onCancel={() => setDraft(null)}
        onConfirm={(next) => {
          onCompany({ ...(company ?? nothingYet(suggestion)), calendar: next });
          setDraft(null);
        }}
      />
    );
  const edit = () => setDraft(hoursOf(calendar ?? offered));
  return (
    <div class={calendar === null ? 'hours unset' : 'hours'}>
      <p class="hours-title">
        <Icon name={calendar === null ? 'unset' : 'closed'} />
        <strong>{t('pane.hours.title')}</strong>
        <span>{calendar === null ? t('pane.hours.unset') : t('pane.hours.confirmed')}</span>
      </p>
      <p>
        {calendar === null
          ? t('pane.hours.suggestion', { hours: describeCalendar(offered, t) })
          : describeCalendar(calendar, t)}
      </p>
      {calendar === null && <p class="soft small-text">{t('pane.hours.why')}</p>}
      <div class="actions">
        {calendar === null && (
          <button
            type="button"
            class="button"
            onClick={() => onCompany({ ...(company ?? nothingYet(suggestion)), calendar: offered })}
          >
            {t('pane.hours.take')}
          </button>
        )}
        <button type="button" class="button subtle" onClick={edit}>
          {t('pane.hours.edit')}
        </button>
      </div>
    </div>
  );
}

interface HoursFormProps {
  hours: Hours;
  t: Words;
  onChange: (hours: Hours) => void;
  onCancel: () => void;
  onConfirm: (calendar: WorkingCalendar) => void;
}

function HoursForm({ hours, t, onChange, onCancel, onConfirm }: HoursFormProps) {
  const calendar = WorkingCalendar.safeParse(fromHours(hours));
  const time = (key: 'from' | 'pauseFrom' | 'pauseTo' | 'to') => (
    <input
      type="time"
      aria-label={t(`pane.hours.${key}`)}
      value={hours[key]}
      onInput={(event) => onChange({ ...hours, [key]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset class="hours">
      <legend>{t('pane.hours.title')}</legend>
      <div class="weekdays" role="group" aria-label={t('pane.hours.days')}>
        {WEEKDAYS.map((day) => (
          <label key={day}>
            <input
              type="checkbox"
              checked={hours.days.includes(day)}
              onChange={(event) =>
                onChange({
                  ...hours,
                  days: event.currentTarget.checked
                    ? [...hours.days, day]
                    : hours.days.filter((other) => other !== day),
                })
              }
            />
            <span>{t(`pane.weekday.${day}`)}</span>
          </label>
        ))}
      </div>
      <div class="spans">
        {time('from')}
        <span aria-hidden="true">–</span>
        {time('pauseFrom')}
        {time('pauseTo')}
        <span aria-hidden="true">–</span>
        {time('to')}
      </div>
      <OfficialDays hours={hours} t={t} onChange={onChange} />
      {!calendar.success && (
        <p class="wrong" role="alert">
          {t('pane.hours.wrong')}
        </p>
      )}
      <div class="actions">
        <button
          type="button"
          class="button"
          disabled={!calendar.success}
          onClick={() => calendar.success && onConfirm(calendar.data)}
        >
          {t('pane.hours.confirm')}
        </button>
        <button type="button" class="button subtle" onClick={onCancel}>
          {t('pane.common.cancel')}
        </button>
      </div>
    </fieldset>
  );
}

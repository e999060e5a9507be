import { useState } from 'preact/hooks';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { withoutKey } from '../../../core/policy/without-key.ts';
import { noAnswers } from '../../../core/policy/answer-blank.ts';
import { countryOfZone } from '../../../core/working-time/official-zones.ts';
import { HoursHolidays } from '../settings/hours-holidays.tsx';
import { useSpeech } from '../speech.ts';
import { windowsFor } from '../../../core/working-time/own-days.ts';
import { badDays, weekFormOf, withCalendar } from './calendar-form.ts';
import { OwnDays } from './own-days.tsx';
import { SpansInput, WeekEditor } from './week-editor.tsx';

interface CalendarSectionProps {
  pack: PolicyPack;
  company: CompanySettings | null;
  zone: string;
  onCompany: (company: CompanySettings) => void;
}

/** When the company works: the week, official days, days of its own, and those of its departments. */
export function CalendarSection({ pack, company, zone, onCompany }: CalendarSectionProps) {
  const { say, label } = useSpeech();
  const calendar = company?.calendar ?? null;
  const isSet = calendar !== null;
  const [week, setWeek] = useState(() => weekFormOf(calendar));
  const [place, setPlace] = useState(() => ({
    country: isSet ? calendar.country : countryOfZone(zone),
    region: calendar?.region ?? null,
  }));
  const [makeUp, setMakeUp] = useState(() => calendar?.makeUpWindows ?? windowsFor('open', week));
  const [department, setDepartment] = useState('');
  const [isTried, setTried] = useState(false);
  const bad = badDays(week);
  const isEmpty = Object.values(week).every((windows) => windows.length === 0);
  const base = company ?? noAnswers(pack);
  const departmentDays = company?.departmentDays ?? {};
  const shownDepartments = pack.roles.filter(({ id }) => id === department || (departmentDays[id]?.length ?? 0) > 0);

  const confirm = () => {
    setTried(true);
    if (bad.length > 0 || isEmpty) return;
    onCompany(withCalendar(base, { week, ...place, makeUpWindows: makeUp }, zone));
  };
  return (
    <section class="card" id="calendar" aria-labelledby="calendar-title" data-section="calendar" data-set={isSet}>
      <h2 id="calendar-title">{say('options.calendar.title')}</h2>
      <p class={isSet ? 'notice notice-good' : 'notice notice-warn'}>
        {say(isSet ? 'panel.settings.hoursSet' : 'options.calendar.unset')}
      </p>
      <h3>{say('options.calendar.week')}</h3>
      <WeekEditor week={week} bad={isTried ? bad : []} onChange={setWeek} />
      <div class="place">
        <HoursHolidays country={place.country} region={place.region} onChange={setPlace} />
      </div>
      {place.country === 'CN' && (
        <>
          <h3>{say('options.calendar.makeUp')}</h3>
          <SpansInput name={say('options.calendar.makeUp')} windows={makeUp} onChange={setMakeUp} />
        </>
      )}
      {isTried && (bad.length > 0 || isEmpty) && (
        <p class="notice notice-bad" role="alert">
          {say('options.calendar.bad')}
        </p>
      )}
      <p class="row">
        <button type="button" class="button button-main" data-action="confirm-calendar" onClick={confirm}>
          {say(isSet ? 'panel.settings.update' : 'panel.settings.confirm')}
        </button>
        {company !== null && isSet && (
          <button type="button" class="button" onClick={() => onCompany({ ...company, calendar: null })}>
            {say('panel.settings.remove')}
          </button>
        )}
      </p>
      {company !== null && isSet && (
        <>
          <h3>{say('options.calendar.ownDays')}</h3>
          <p class="note">{say('options.calendar.ownDaysWhy')}</p>
          <OwnDays
            name="company"
            days={calendar.overrides}
            week={week}
            onChange={(overrides) => onCompany(withCalendar(company, { overrides }, zone))}
          />
          {pack.roles.length > 0 && (
            <>
              <h3>{say('options.calendar.departments')}</h3>
              <p class="note">{say('options.calendar.departmentsWhy')}</p>
              {shownDepartments.map((role) => (
                <div key={role.id} class="department">
                  <h4>{label(role.label)}</h4>
                  <OwnDays
                    name={role.id}
                    days={departmentDays[role.id] ?? []}
                    week={week}
                    onChange={(days) => {
                      const others = withoutKey(departmentDays, role.id);
                      const all = days.length === 0 ? others : { ...others, [role.id]: days };
                      onCompany({ ...company, departmentDays: all });
                    }}
                  />
                </div>
              ))}
              <select
                aria-label={say('options.calendar.addDepartment')}
                value=""
                onChange={(event) => setDepartment(event.currentTarget.value)}
              >
                <option value="">{say('options.calendar.addDepartment')}</option>
                {pack.roles
                  .filter((role) => !shownDepartments.includes(role))
                  .map((role) => (
                    <option key={role.id} value={role.id}>
                      {label(role.label)}
                    </option>
                  ))}
              </select>
            </>
          )}
        </>
      )}
    </section>
  );
}

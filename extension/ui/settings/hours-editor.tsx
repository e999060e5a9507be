import { useEffect, useState } from 'preact/hooks';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { suggestedTargets } from '../../../core/policy/suggested-targets.ts';
import { useSpeech } from '../speech.ts';
import { TargetList } from './target-list.tsx';
import { hoursFormOf, SUGGESTED_HOURS, suggestedHours, WEEKDAYS, type HoursForm, type Weekday } from './hours-form.ts';
import { HoursHolidays } from './hours-holidays.tsx';

export interface HoursEditorProps {
  pack: PolicyPack;
  company: CompanySettings | null;
  /** Where the staff works, for the suggestion. */
  zone: string;
  onHours: (form: HoursForm | null) => boolean;
}

/** Working hours: a suggestion until they are confirmed, the company's own afterwards. */
export function HoursEditor({ pack, company, zone, onHours }: HoursEditorProps) {
  const { say } = useSpeech();
  const stored = company === null ? null : hoursFormOf(company, pack);
  const [form, setForm] = useState<HoursForm>(stored ?? suggestedHours(zone));
  const [isBad, setBad] = useState(false);
  // What another page stores is shown at once.
  useEffect(() => {
    if (stored !== null) setForm(stored);
  }, [JSON.stringify(stored)]);
  const change = (part: Partial<HoursForm>) => {
    setForm({ ...form, ...part });
    setBad(false);
  };
  const toggle = (day: Weekday) =>
    change({
      days: form.days.includes(day) ? form.days.filter((each) => each !== day) : [...form.days, day].sort(),
    });
  const firstDays = { '': 'firstDayUnset', nextDay: 'firstDayNext', sameDay: 'firstDaySame' };
  return (
    <section class="card hours" aria-labelledby="hours-title" data-set={stored !== null}>
      <h2 id="hours-title">{say('panel.settings.hours')}</h2>
      <p class={stored === null ? 'notice notice-warn' : 'notice notice-good'}>
        {say(stored === null ? 'panel.settings.hoursUnset' : 'panel.settings.hoursSet')}
      </p>
      <fieldset class="days">
        <legend>{say('panel.settings.weekdays')}</legend>
        {WEEKDAYS.map((day) => (
          <label key={day} class="day">
            <input
              type="checkbox"
              checked={form.days.includes(day)}
              aria-label={say(`panel.settings.dayName.${day}`)}
              onChange={() => toggle(day)}
            />
            <span>{say(`panel.settings.day.${day}`)}</span>
          </label>
        ))}
      </fieldset>
      <SpanInputs part={say('panel.settings.first')} span={form.first} onChange={(first) => change({ first })} />
      {form.second !== null && (
        <SpanInputs part={say('panel.settings.second')} span={form.second} onChange={(second) => change({ second })} />
      )}
      <Check
        isOn={form.second === null}
        text={say('panel.settings.noSecond')}
        onChange={(isOn) => change({ second: isOn ? null : SUGGESTED_HOURS.second })}
      />
      <HoursHolidays country={form.country} region={form.region} onChange={change} />
      <label class="stacked" for="first-day">
        {say('panel.settings.firstDay')}
      </label>
      <select
        id="first-day"
        value={form.firstDay ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          change({ firstDay: chosen === 'nextDay' || chosen === 'sameDay' ? chosen : null });
        }}
      >
        {Object.entries(firstDays).map(([value, code]) => (
          <option key={value} value={value}>
            {say(`panel.settings.${code}`)}
          </option>
        ))}
      </select>
      {Object.keys(suggestedTargets(pack)).length > 0 && (
        <>
          <Check
            isOn={form.takesTargets}
            text={say('panel.settings.takeTargets')}
            onChange={(takesTargets) => change({ takesTargets })}
          />
          <TargetList pack={pack} />
        </>
      )}
      {isBad && (
        <p class="notice notice-bad" role="alert">
          {say('panel.settings.badHours')}
        </p>
      )}
      <p class="row">
        <button
          type="button"
          class="button button-main"
          data-action="confirm-hours"
          onClick={() => setBad(!onHours(form))}
        >
          {say(stored === null ? 'panel.settings.confirm' : 'panel.settings.update')}
        </button>
        {stored !== null && (
          <button type="button" class="button" data-action="remove-hours" onClick={() => onHours(null)}>
            {say('panel.settings.remove')}
          </button>
        )}
      </p>
    </section>
  );
}

interface SpanInputsProps {
  part: string;
  span: { from: string; to: string };
  onChange: (span: { from: string; to: string }) => void;
}

function SpanInputs({ part, span, onChange }: SpanInputsProps) {
  const { say } = useSpeech();
  return (
    <p class="span">
      <span>{part}</span>
      <input
        type="time"
        aria-label={say('panel.settings.from', { part })}
        value={span.from}
        onInput={(event) => onChange({ ...span, from: event.currentTarget.value })}
      />
      <span>{say('panel.settings.until')}</span>
      <input
        type="time"
        aria-label={say('panel.settings.to', { part })}
        value={span.to}
        onInput={(event) => onChange({ ...span, to: event.currentTarget.value })}
      />
    </p>
  );
}

function Check({ isOn, text, onChange }: { isOn: boolean; text: string; onChange: (isOn: boolean) => void }) {
  return (
    <label class="check">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{text}</span>
    </label>
  );
}

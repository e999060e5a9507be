import { useState } from 'preact/hooks';
import type { DayOverrides, Window } from '../../../core/working-time/working-calendar.ts';
import { Windows } from '../../../core/working-time/working-calendar.ts';
import { useSpeech } from '../speech.ts';
import { DAY_KINDS, kindOfDay, windowsFor, withDay, type DayKind } from '../../../core/working-time/own-days.ts';
import type { WeekForm } from './calendar-form.ts';
import { SpansInput } from './week-editor.tsx';

interface OwnDaysProps {
  /** Names the list for ids and tests: `company`, or a department. */
  name: string;
  days: DayOverrides;
  week: WeekForm;
  onChange: (days: DayOverrides) => void;
}

/** Days of one's own: closed, half a day, or open where they would not be. */
export function OwnDays({ name, days, week, onChange }: OwnDaysProps) {
  const { say } = useSpeech();
  const [date, setDate] = useState('');
  const [kind, setKind] = useState<DayKind>('closed');
  const [windows, setWindows] = useState<Window[]>([]);
  const [note, setNote] = useState('');
  const isWhole = date !== '' && Windows.safeParse(windows).success && (kind === 'closed' || windows.length > 0);
  const choose = (to: DayKind) => {
    setKind(to);
    setWindows(windowsFor(to, week));
  };
  return (
    <div class="own-days" data-days={name}>
      {days.length === 0 ? (
        <p class="note">{say('options.calendar.noDays')}</p>
      ) : (
        <ul>
          {days.map((day) => (
            <li key={day.date}>
              <span class="own-date">{day.date}</span>
              <span class={`badge ${day.windows.length === 0 ? 'badge-warn' : 'badge-good'}`}>
                {say(`options.calendar.kind.${kindOfDay(day.windows)}`)}
              </span>
              <span class="own-hours">{day.windows.map(({ from, to }) => `${from}–${to}`).join(' ')}</span>
              <span class="own-note">{day.note}</span>
              <button
                type="button"
                class="link"
                aria-label={say('options.calendar.removeDay', { date: day.date })}
                onClick={() => onChange(days.filter((each) => each !== day))}
              >
                {say('options.rows.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="add-day">
        <input
          type="date"
          aria-label={say('options.calendar.date')}
          value={date}
          onInput={(event) => setDate(event.currentTarget.value)}
        />
        <select
          aria-label={say('options.calendar.kindOfDay')}
          value={kind}
          onChange={(event) => choose(DAY_KINDS.find((each) => each === event.currentTarget.value) ?? 'closed')}
        >
          {DAY_KINDS.map((each) => (
            <option key={each} value={each}>
              {say(`options.calendar.kind.${each}`)}
            </option>
          ))}
        </select>
        <input
          type="text"
          placeholder={say('options.calendar.note')}
          aria-label={say('options.calendar.note')}
          maxLength={200}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
        {kind !== 'closed' && (
          <SpansInput name={say('options.calendar.thatDay')} windows={windows} onChange={setWindows} />
        )}
        <button
          type="button"
          class="button"
          data-action="add-day"
          disabled={!isWhole}
          onClick={() => {
            onChange(withDay(days, { date, windows, note: note.trim() }));
            setDate('');
            setNote('');
          }}
        >
          {say('options.calendar.addDay')}
        </button>
      </div>
    </div>
  );
}

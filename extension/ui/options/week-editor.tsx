import type { Window } from '../../../core/working-time/working-calendar.ts';
import { WEEKDAYS } from '../settings/hours-form.ts';
import { useSpeech } from '../speech.ts';
import { withSpan, type WeekForm } from './calendar-form.ts';

interface WeekEditorProps {
  week: WeekForm;
  bad: readonly number[];
  onChange: (week: WeekForm) => void;
}

/** The spans of each day of the week, as many a day as there are. */
export function WeekEditor({ week, bad, onChange }: WeekEditorProps) {
  const { say } = useSpeech();
  const firstOpen = WEEKDAYS.find((day) => week[day].length > 0);
  return (
    <div class="week">
      {WEEKDAYS.map((day) => (
        <div key={day} class="week-day" data-day={day} data-bad={bad.includes(day)}>
          <span class="week-name">{say(`panel.settings.dayName.${day}`)}</span>
          <SpansInput
            name={say(`panel.settings.dayName.${day}`)}
            windows={week[day]}
            onChange={(windows) => onChange({ ...week, [day]: windows })}
          />
          {day === firstOpen && (
            <button
              type="button"
              class="link"
              onClick={() => {
                const same = { ...week };
                for (const each of WEEKDAYS) if (each > day && week[each].length > 0) same[each] = week[day];
                onChange(same);
              }}
            >
              {say('options.calendar.sameForAll')}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}

interface SpansInputProps {
  name: string;
  windows: readonly Window[];
  onChange: (windows: Window[]) => void;
}

/** Several spans of one day. Midnight at the end is written 24:00, which a browser's own field cannot say. */
export function SpansInput({ name, windows, onChange }: SpansInputProps) {
  const { say } = useSpeech();
  const change = (index: number, part: Partial<Window>) =>
    onChange(windows.map((each, at) => (at === index ? { ...each, ...part } : each)));
  return (
    <div class="spans">
      {windows.length === 0 && <span class="note">{say('options.calendar.closed')}</span>}
      {windows.map((window, index) => (
        <span key={index} class="span-line">
          <input
            type="time"
            aria-label={say('panel.settings.from', { part: name })}
            value={window.from}
            onInput={(event) => change(index, { from: event.currentTarget.value })}
          />
          <span>{say('panel.settings.until')}</span>
          {window.to === '24:00' ? (
            <span class="midnight">24:00</span>
          ) : (
            <input
              type="time"
              aria-label={say('panel.settings.to', { part: name })}
              value={window.to}
              onInput={(event) => {
                const to = event.currentTarget.value;
                change(index, { to: to === '00:00' ? '24:00' : to });
              }}
            />
          )}
          <button
            type="button"
            class="link"
            aria-label={say('options.calendar.removeSpan', { name })}
            onClick={() => onChange(windows.filter((_, at) => at !== index))}
          >
            ×
          </button>
        </span>
      ))}
      <button
        type="button"
        class="link"
        aria-label={say('options.calendar.addSpanTo', { name })}
        onClick={() => onChange(withSpan(windows))}
      >
        {say(windows.length === 0 ? 'options.calendar.openDay' : 'options.calendar.addSpan')}
      </button>
    </div>
  );
}

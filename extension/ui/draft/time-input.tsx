import { isDay } from '../../../core/complaint/moment.ts';
import { epochOf, toEpoch, toMoment, wallClock } from '../../../core/working-time/zoned-time.ts';
import { useSpeech } from '../speech.ts';

export interface TimeInputProps {
  id: string;
  label: string;
  /** A day, a moment with its offset, or empty. */
  value: string;
  zone: string;
  describedBy: string;
  onChange: (value: string) => void;
}

/** A day and, when it is known, the time of day, in the user's zone. Without a time only the day is kept. */
export function TimeInput({ id, label, value, zone, describedBy, onChange }: TimeInputProps) {
  const { say } = useSpeech();
  const [day = '', time = ''] = partsOf(value, zone);
  return (
    <span class="time-input">
      <input
        id={id}
        type="date"
        value={day}
        max="9999-12-31"
        aria-label={say('panel.field.date', { label })}
        aria-describedby={describedBy}
        onInput={(event) => onChange(joined(event.currentTarget.value, time, zone))}
      />
      <input
        type="time"
        value={time}
        disabled={day === ''}
        aria-label={say('panel.field.time', { label })}
        onInput={(event) => onChange(joined(day, event.currentTarget.value, zone))}
      />
    </span>
  );
}

function partsOf(value: string, zone: string): string[] {
  if (value === '' || isDay(value)) return [value, ''];
  return wallClock(toEpoch(value), zone).split(' ');
}

function joined(day: string, time: string, zone: string): string {
  if (day === '' || time === '') return day;
  return toMoment(epochOf(day, time.slice(0, 5), zone), zone);
}

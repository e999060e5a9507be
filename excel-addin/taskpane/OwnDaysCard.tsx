import { useEffect, useRef, useState } from 'preact/hooks';
import { Day } from '../../core/complaint/moment.ts';
import type { Locale } from '../../core/policy/localized.ts';
import { readWindows, sayWindows } from '../../core/register/settings/windows-cell.ts';
import { DAY_KINDS, kindOfDay, windowsFor } from '../../core/working-time/own-days.ts';
import type { Week } from '../../core/working-time/working-calendar.ts';
import type { Words } from './pane-state.ts';
import { LeaveOrRemove, SettingForm } from './SettingForm.tsx';
import type { OwnDay, SettingsCallbacks, ShownSettings } from './settings-state.ts';

interface OwnDaysProps {
  shown: Pick<ShownSettings, 'company' | 'today'>;
  locale: Locale;
  t: Words;
  callbacks: Pick<SettingsCallbacks, 'putDay' | 'dropDay'>;
}

/** Days of the company's own, closed or open: shutdowns, make-up workdays, half days. They count together with working hours. */
export function OwnDaysCard({ shown: { company, today }, locale, t, callbacks }: OwnDaysProps) {
  const [draft, setDraft] = useState<OwnDay | null>(null);
  const calendar = company?.calendar ?? null;
  const days = (calendar?.overrides ?? []).toSorted((one, other) => (one.date < other.date ? -1 : 1));
  const ofDepartments = Object.values(company?.departmentDays ?? {}).flat().length;
  const isPast = ({ date }: OwnDay) => date < today;
  const past = days.filter(isPast);
  const list = (shown: readonly OwnDay[]) => (
    <ul class="rows">
      {shown.map((day, at) => (
        <li key={`${day.date} ${at}`}>
          <span class="grow">
            <span>
              <span class="number">{day.date}</span> {t(`options.calendar.kind.${kindOfDay(day.windows)}`)}
            </span>
            <span class="soft">
              {[day.note, ...(day.windows.length === 0 ? [] : [sayWindows(day.windows, locale)])]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </span>
          <button
            type="button"
            class="button small"
            aria-label={t('settings.days.edit', { date: day.date })}
            onClick={() => setDraft(day)}
          >
            {t('settings.edit')}
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <section class="card">
      <h3>{t('settings.table.days')}</h3>
      <p class="soft small-text">{t('options.calendar.ownDaysWhy')}</p>
      {calendar === null ? (
        <p>{t('settings.wrong.daysWithoutHours')}</p>
      ) : (
        <>
          {days.length === 0 && draft === null && <p>{t('options.calendar.noDays')}</p>}
          {list(days.filter((day) => !isPast(day)))}
          {past.length > 0 && (
            <details>
              <summary>{t('settings.days.past', { count: past.length })}</summary>
              {list(past)}
            </details>
          )}
          {draft === null ? (
            <div class="actions">
              <button type="button" class="button small" onClick={() => setDraft({ date: '', windows: [], note: '' })}>
                {t('settings.days.add')}
              </button>
            </div>
          ) : (
            <DayForm
              key={draft.date}
              {...{ draft, week: calendar.week, locale, t }}
              onCancel={() => setDraft(null)}
              onSave={(day) => {
                setDraft(null);
                callbacks.putDay(day);
              }}
              onRemove={
                draft.date === ''
                  ? null
                  : () => {
                      setDraft(null);
                      callbacks.dropDay(draft.date);
                    }
              }
            />
          )}
        </>
      )}
      {ofDepartments > 0 && <p class="soft small-text">{t('settings.days.departments', { count: ofDepartments })}</p>}
    </section>
  );
}

interface DayFormProps {
  draft: OwnDay;
  week: Week;
  locale: Locale;
  t: Words;
  onSave: (day: OwnDay) => void;
  onCancel: () => void;
  /** Null: not one of the company's days yet. */
  onRemove: (() => void) | null;
}

function DayForm({ draft, week, locale, t, onSave, onCancel, onRemove }: DayFormProps) {
  const [date, setDate] = useState(draft.date);
  const [note, setNote] = useState(draft.note);
  const [kind, setKind] = useState(kindOfDay(draft.windows));
  const [hours, setHours] = useState(sayWindows(draft.windows, locale));
  const [wrong, setWrong] = useState<string | null>(null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const save = () => {
    const day = Day.safeParse(date);
    const windows = kind === 'closed' ? [] : readWindows(hours);
    if (!day.success) setWrong(t('settings.days.noDate'));
    else if (windows === null || (kind !== 'closed' && windows.length === 0))
      setWrong(t('settings.wrong.windows', { text: hours }));
    else onSave({ ...draft, date: day.data, windows, note: note.trim() });
  };
  return (
    <SettingForm
      {...{ t, wrong }}
      onSave={save}
      others={<LeaveOrRemove {...{ t, onCancel, onRemove }} remove={t('options.rows.remove')} />}
    >
      <label class="field">
        <span>{t('options.calendar.date')}</span>
        <input
          ref={first}
          type="date"
          value={date}
          readOnly={onRemove !== null}
          onInput={(event) => setDate(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>{t('options.calendar.kindOfDay')}</span>
        <select
          value={kind}
          onChange={(event) => {
            const chosen = DAY_KINDS.find((each) => each === event.currentTarget.value) ?? 'closed';
            setKind(chosen);
            setHours(sayWindows(windowsFor(chosen, week), locale));
          }}
        >
          {DAY_KINDS.map((each) => (
            <option key={each} value={each}>
              {t(`options.calendar.kind.${each}`)}
            </option>
          ))}
        </select>
      </label>
      {kind !== 'closed' && (
        <label class="field">
          <span>{t('settings.column.windows')}</span>
          <input type="text" maxLength={100} value={hours} onInput={(event) => setHours(event.currentTarget.value)} />
        </label>
      )}
      <label class="field">
        <span>{t('options.calendar.note')}</span>
        <input type="text" maxLength={200} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
    </SettingForm>
  );
}

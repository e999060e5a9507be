import type { Locale } from '../../../core/policy/localized.ts';
import { LanguageField, ZoneField } from '../settings/choose-fields.tsx';
import { useSpeech } from '../speech.ts';

export interface RetentionModel {
  removedDays: number | null;
  registeredDays: number | null;
  fileDays: number | null;
}

export interface GeneralSectionProps {
  locale: Locale | null;
  zone: string | null;
  machineZone: string;
  zones: readonly string[];
  notifications: boolean;
  retention: RetentionModel;
  onLocale: (locale: Locale | null) => void;
  onZone: (zone: string | null) => void;
  onNotifications: (isOn: boolean) => void;
  onRetention: (retention: RetentionModel) => void;
}

const DAYS = [7, 30, 90, 180, 365, 730] as const;

/** Language, time zone, notifications, and how long this browser keeps what the register has. */
export function GeneralSection(props: GeneralSectionProps) {
  const { say } = useSpeech();
  const { retention, onRetention } = props;
  const kept = ['removedDays', 'registeredDays', 'fileDays'] as const;
  return (
    <>
      <section class="card" id="general" aria-labelledby="general-title" data-section="general">
        <h2 id="general-title">{say('options.general.title')}</h2>
        <LanguageField locale={props.locale} onLocale={props.onLocale} />
        <ZoneField zone={props.zone} machineZone={props.machineZone} zones={props.zones} onZone={props.onZone} />
        <label class="check">
          <input
            type="checkbox"
            id="notifications"
            checked={props.notifications}
            onChange={(event) => props.onNotifications(event.currentTarget.checked)}
          />
          <span>{say('options.general.notifications')}</span>
        </label>
        <p class="note">{say('options.general.notificationsWhy')}</p>
      </section>
      <section class="card" id="retention" aria-labelledby="retention-title" data-section="retention">
        <h2 id="retention-title">{say('options.retention.title')}</h2>
        <p>{say('options.retention.intro')}</p>
        {kept.map((part) => (
          <div key={part} class="field wide">
            <label for={`keep-${part}`}>{say(`options.retention.${part}`)}</label>
            <div class="control">
              <select
                id={`keep-${part}`}
                value={retention[part] ?? ''}
                onChange={(event) =>
                  onRetention({
                    ...retention,
                    [part]: event.currentTarget.value === '' ? null : Number(event.currentTarget.value),
                  })
                }
              >
                <option value="">{say('options.retention.keep')}</option>
                {[...new Set([...DAYS, ...(retention[part] === null ? [] : [retention[part]])])]
                  .sort((one, other) => one - other)
                  .map((days) => (
                    <option key={days} value={days}>
                      {say('options.retention.after', { count: days })}
                    </option>
                  ))}
              </select>
            </div>
          </div>
        ))}
      </section>
    </>
  );
}

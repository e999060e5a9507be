import { LOCALES, type Locale } from '../../../core/policy/localized.ts';
import type { PackHead } from '../../../core/policy/packs.ts';
import { useSpeech } from '../speech.ts';

/** A language is named in itself, so that whoever needs it can find it. */
const LANGUAGE_NAMES: Record<Locale, string> = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' };

interface PolicyFieldProps {
  packs: readonly PackHead[];
  policyId: string;
  onPolicy: (id: string) => void;
}

/** Which policy complaints are judged by. */
export function PolicyField({ packs, policyId, onPolicy }: PolicyFieldProps) {
  const { say, label } = useSpeech();
  const pack = packs.find(({ id }) => id === policyId);
  return (
    <div class="field">
      <label for="choose-policy">{say('panel.settings.policy')}</label>
      <div class="control">
        <select id="choose-policy" value={policyId} onChange={(event) => onPolicy(event.currentTarget.value)}>
          {packs.map((each) => (
            <option key={each.id} value={each.id}>
              {label(each.label)}
            </option>
          ))}
        </select>
        {pack !== undefined && <p class="note">{label(pack.description)}</p>}
      </div>
    </div>
  );
}

interface LanguageFieldProps {
  locale: Locale | null;
  onLocale: (locale: Locale | null) => void;
}

export function LanguageField({ locale, onLocale }: LanguageFieldProps) {
  const { say } = useSpeech();
  return (
    <div class="field">
      <label for="choose-language">{say('panel.settings.language')}</label>
      <div class="control">
        <select
          id="choose-language"
          value={locale ?? ''}
          onChange={(event) => onLocale(LOCALES.find((each) => each === event.currentTarget.value) ?? null)}
        >
          <option value="">{say('panel.settings.followBrowser')}</option>
          {LOCALES.map((each) => (
            <option key={each} value={each} lang={each}>
              {LANGUAGE_NAMES[each]}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

interface ZoneFieldProps {
  zone: string | null;
  machineZone: string;
  zones: readonly string[];
  onZone: (zone: string | null) => void;
}

export function ZoneField({ zone, machineZone, zones, onZone }: ZoneFieldProps) {
  const { say } = useSpeech();
  return (
    <div class="field">
      <label for="choose-zone">{say('panel.settings.zone')}</label>
      <div class="control">
        <select id="choose-zone" value={zone ?? ''} onChange={(event) => onZone(event.currentTarget.value || null)}>
          <option value="">{say('panel.settings.zoneAuto', { zone: machineZone })}</option>
          {zones.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

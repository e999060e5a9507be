import { Country, hasKnownYears, regionsOf } from '../../core/working-time/official-days.ts';
import type { Words } from './pane-state.ts';
import type { Hours } from './working-hours.ts';

interface OfficialDaysProps {
  hours: Hours;
  t: Words;
  onChange: (hours: Hours) => void;
}

/** Whose official days are followed, and in which part of the country where parts have their own. */
export function OfficialDays({ hours, t, onChange }: OfficialDaysProps) {
  const regions = hours.country === null ? [] : regionsOf(hours.country);
  const isKnown = hours.country === null || hasKnownYears(hours.country);
  return (
    <>
      <label class="field">
        {t('calendar.officialDays')}
        <select
          value={hours.country ?? ''}
          onChange={(event) => {
            const chosen = Country.safeParse(event.currentTarget.value);
            onChange({ ...hours, country: chosen.success ? chosen.data : null, region: null });
          }}
        >
          <option value="">{t('calendar.none')}</option>
          {Country.options.map((country) => (
            <option key={country} value={country}>
              {t(`calendar.country.${country}`)}
            </option>
          ))}
        </select>
      </label>
      {regions.length > 0 && (
        <label class="field">
          {t('calendar.region')}
          <select
            value={hours.region ?? ''}
            onChange={(event) => onChange({ ...hours, region: event.currentTarget.value || null })}
          >
            <option value="">{t('calendar.regionUnset')}</option>
            {regions.map(({ code, name }) => (
              <option key={code} value={code}>
                {name ?? t('calendar.wholeCountry')}
              </option>
            ))}
          </select>
        </label>
      )}
      {isKnown && regions.length > 0 && hours.region === null && (
        <p class="soft small-text">{t('calendar.regionWhy')}</p>
      )}
      {!isKnown && <p class="soft small-text">{t('calendar.noYear')}</p>}
    </>
  );
}

import { Country, hasKnownYears, regionsOf } from '../../../core/working-time/official-days.ts';
import { useSpeech } from '../speech.ts';
import type { HoursForm } from './hours-form.ts';

interface HoursHolidaysProps {
  country: HoursForm['country'];
  region: HoursForm['region'];
  onChange: (chosen: Pick<HoursForm, 'country' | 'region'>) => void;
}

/** Whose official days are followed, and in which part of the country where parts have their own. */
export function HoursHolidays({ country, region, onChange }: HoursHolidaysProps) {
  const { say } = useSpeech();
  const regions = country === null ? [] : regionsOf(country);
  const isKnown = country === null || hasKnownYears(country);
  return (
    <>
      <label class="stacked" for="official-days">
        {say('calendar.officialDays')}
      </label>
      <select
        id="official-days"
        value={country ?? ''}
        onChange={(event) => {
          const chosen = Country.safeParse(event.currentTarget.value);
          onChange({ country: chosen.success ? chosen.data : null, region: null });
        }}
      >
        <option value="">{say('calendar.none')}</option>
        {Country.options.map((each) => (
          <option key={each} value={each}>
            {say(`calendar.country.${each}`)}
          </option>
        ))}
      </select>
      {regions.length > 0 && (
        <>
          <label class="stacked" for="official-region">
            {say('calendar.region')}
          </label>
          <select
            id="official-region"
            value={region ?? ''}
            aria-describedby={region === null && isKnown ? 'official-region-why' : undefined}
            onChange={(event) => onChange({ country, region: event.currentTarget.value || null })}
          >
            <option value="">{say('calendar.regionUnset')}</option>
            {regions.map(({ code, name }) => (
              <option key={code} value={code}>
                {name ?? say('calendar.wholeCountry')}
              </option>
            ))}
          </select>
          {region === null && isKnown && (
            <p class="hint" id="official-region-why">
              {say('calendar.regionWhy')}
            </p>
          )}
        </>
      )}
      {!isKnown && <p class="hint">{say('calendar.noYear')}</p>}
    </>
  );
}

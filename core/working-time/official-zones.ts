import { Country } from './official-days.ts';

/** Time zones that lie in one country only, so that a zone may suggest whose official days to follow. */
const ZONES: Readonly<Record<Country, readonly string[]>> = {
  CN: ['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Chongqing', 'Asia/Chungking', 'Asia/Harbin', 'Asia/Kashgar', 'PRC'],
  TW: ['Asia/Taipei', 'ROC'],
  HK: ['Asia/Hong_Kong', 'Hongkong'],
  SG: ['Asia/Singapore', 'Singapore'],
  MY: ['Asia/Kuala_Lumpur', 'Asia/Kuching'],
  JP: ['Asia/Tokyo', 'Japan'],
  GB: ['Europe/London', 'Europe/Belfast', 'GB'],
  DE: ['Europe/Berlin', 'Europe/Busingen'],
  US: [
    ...['New_York', 'Detroit', 'Chicago', 'Denver', 'Boise', 'Phoenix', 'Los_Angeles', 'Anchorage'].map(american),
    ...['Juneau', 'Sitka', 'Nome', 'Metlakatla', 'Yakutat', 'Adak', 'Menominee', 'Indianapolis', 'Louisville'].map(
      american,
    ),
    ...['Indiana/', 'Kentucky/', 'North_Dakota/'].map(american),
    'Pacific/Honolulu',
    'US/',
  ],
};

/**
 * The country that a time zone lies in, if its official days come with the product; a suggestion, never an answer.
 * `countryOfZone('Asia/Taipei')` → `TW`; `countryOfZone('Europe/Paris')` → null.
 */
export function countryOfZone(zone: string): Country | null {
  const found = Object.entries(ZONES).find(([, zones]) =>
    zones.some((known) => (known.endsWith('/') ? zone.startsWith(known) : zone === known)),
  );
  return found ? Country.parse(found[0]) : null;
}

function american(place: string): string {
  return `America/${place}`;
}

import * as z from 'zod';
import { Day } from '../../complaint/moment.ts';
import { DayKind, OfficialCalendar } from './official-calendar.ts';

/** Dates by what they are, then by the holiday's name: a name stands once, whatever the number of its dates. */
const ListedDays = z.partialRecord(DayKind, z.record(z.string().min(1), z.array(Day).min(1)));
type ListedDays = z.infer<typeof ListedDays>;

/** The official days of a country as a short file: the same as an `OfficialCalendar`, its dates listed by name. */
export const DayFile = OfficialCalendar.omit({ days: true, regions: true }).extend({
  days: ListedDays,
  regions: z.record(
    z.string(),
    z.strictObject({ ...OfficialCalendar.shape.regions.unwrap().valueType.shape, days: ListedDays }),
  ),
});
export type DayFile = z.infer<typeof DayFile>;

/** The file as a calendar that is looked up by date. */
export function calendarOf({ days, regions, ...head }: DayFile): OfficialCalendar {
  const parts = Object.entries(regions).map(
    ([code, region]) => [code, { name: region.name, days: byDate(region.days) }] as const,
  );
  const calendar = { ...head, days: byDate(days) };
  return parts.length === 0 ? calendar : { ...calendar, regions: Object.fromEntries(parts) };
}

function byDate(listed: ListedDays): OfficialCalendar['days'] {
  return Object.fromEntries(
    DayKind.options.flatMap((kind) =>
      Object.entries(listed[kind] ?? {}).flatMap(([name, dates]) =>
        dates.map((date) => [date, { kind, holiday: { name } }] as const),
      ),
    ),
  );
}

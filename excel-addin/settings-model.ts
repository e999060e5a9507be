import type { Locale } from '../core/policy/localized.ts';
import { readTimeCell } from '../core/register/read-time-cell.ts';
import type { RegisterMemory } from '../core/register/register-plan.ts';
import type { CellValue } from '../core/register/sheet-reading.ts';
import { translate } from '../core/wording/translate.ts';
import type { SettingsEffects } from './actions/settings-what-if.ts';
import type { ShownEffects } from './taskpane/settings-state.ts';

const SHOWN = 8;

/** What other settings would do, with times as people read them. */
export function effectsModel({ changed }: SettingsEffects, memory: RegisterMemory, locale: Locale): ShownEffects {
  const said = (value: CellValue, isTime: boolean) => {
    if (value === '') return translate(locale, 'settings.whatIf.empty');
    if (!isTime || typeof value !== 'number') return String(value);
    const time = readTimeCell(value, 'yyyy-mm-dd hh:mm', {
      ...{ date1904: memory.date1904, zone: memory.zone, orderHint: null, yearHint: null },
    });
    return time.ok ? time.value.replace('T', ' ').slice(0, 16) : String(value);
  };
  return {
    count: changed.length,
    first: changed.slice(0, SHOWN).map(({ number, customer, changes }) => ({
      ...{ number, customer },
      changes: changes.map(({ column, isTime, before, after }) => ({
        ...{ column, before: said(before, isTime), after: said(after, isTime) },
      })),
    })),
  };
}

import { LOCALES } from '../policy/localized.ts';
import { translate } from '../wording/translate.ts';

/** What the state of a deadline can say. */
export const STATE_CODES = [
  'overdue',
  'dueSoon',
  'running',
  'paused',
  'met',
  'missed',
  'done',
  'doneUnrecorded',
  'notConfigured',
  'neverOpens',
  'missingReceipt',
  'missingStart',
  'missingTime',
  'notStarted',
  'notApplicable',
  'immediately',
  'pending',
] as const;
export type StateCode = (typeof STATE_CODES)[number];

/**
 * What a state cell of a register says, in whichever of our languages it was written and with whatever note behind it;
 * null for anything else. Example: `stateCode('已逾期（暂定）')` → `overdue`.
 */
export function stateCode(text: string): StateCode | null {
  for (const locale of LOCALES) {
    for (const code of STATE_CODES) if (text.startsWith(translate(locale, `register.state.${code}`))) return code;
  }
  return null;
}

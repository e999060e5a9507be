import { LOCALES, type Locale } from '../../policy/localized.ts';
import { translate } from '../../wording/translate.ts';
import { TIME_FORMAT } from '../register-columns.ts';

/** What people read in an event log, left to right, and behind it what only the add-in reads. */
export const READABLE = ['no', 'number', 'what', 'occurredAt', 'recordedAt', 'by', 'details'] as const;
export const TECHNICAL = ['id', 'kind', 'data', 'hash'] as const;
export type LogRole = (typeof READABLE)[number] | (typeof TECHNICAL)[number];
export const LOG_ROLES: readonly LogRole[] = [...READABLE, ...TECHNICAL];

export interface LogColumn {
  role: LogRole;
  header: string;
  numberFormat: string;
  /** In characters. */
  width: number;
}

const LOOKS: Record<LogRole, Pick<LogColumn, 'numberFormat' | 'width'>> = {
  no: { numberFormat: '0', width: 7 },
  number: { numberFormat: '@', width: 16 },
  what: { numberFormat: '@', width: 16 },
  occurredAt: { numberFormat: TIME_FORMAT, width: 17 },
  recordedAt: { numberFormat: TIME_FORMAT, width: 17 },
  by: { numberFormat: '@', width: 12 },
  details: { numberFormat: '@', width: 48 },
  id: { numberFormat: '@', width: 10 },
  kind: { numberFormat: '@', width: 10 },
  data: { numberFormat: '@', width: 10 },
  hash: { numberFormat: '@', width: 10 },
};

/** The columns of an event log in the language of its register. */
export function logColumns(locale: Locale): LogColumn[] {
  return LOG_ROLES.map((role) => ({ role, header: translate(locale, `complaint.log.column.${role}`), ...LOOKS[role] }));
}

/**
 * Which column of a table stands for which part of the log, one for each column as it stands now; null for columns that
 * people added. A renamed heading is known by what is left over, as long as nothing else is missing. Null when the table is
 * no event log: the parts that only the add-in reads bear the same headings in every language.
 */
export function matchLogHeader(header: readonly string[]): (LogRole | null)[] | null {
  const names = header.map((name) => name.trim());
  const found = names.map((name) => ROLE_BY_NAME.get(name) ?? null);
  if (!TECHNICAL.every((role) => found.includes(role))) return null;
  const open = LOG_ROLES.filter((role) => !found.includes(role));
  const strange = found.flatMap((role, index) => (role === null ? [index] : []));
  if (open.length === strange.length) strange.forEach((index, i) => (found[index] = open[i] ?? null));
  return found.map((role, index) => (found.indexOf(role) === index ? role : null));
}

const ROLE_BY_NAME: ReadonlyMap<string, LogRole> = new Map(
  LOCALES.flatMap((locale) => logColumns(locale).map(({ header, role }) => [header, role] as const)),
);

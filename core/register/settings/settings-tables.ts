import type { CompanySettings } from '../../policy/company-settings.ts';
import { allLaws } from '../../policy/law-packs.ts';
import { LOCALES, type Locale } from '../../policy/localized.ts';
import { overlayCompany } from '../../policy/overlay-company.ts';
import type { PolicyPack } from '../../policy/policy-pack.ts';
import { Field } from '../../complaint/field.ts';
import { Country } from '../../working-time/official-days.ts';
import type { Week, WorkingCalendar } from '../../working-time/working-calendar.ts';
import { sayLine } from '../../wording/say-line.ts';
import { saySource } from '../../wording/say-source.ts';
import { sayTarget } from '../../wording/say-target.ts';
import { translate } from '../../wording/translate.ts';
import type { CellValue } from '../sheet-reading.ts';
import { sayAnswerCells } from './answer-cell.ts';
import { choiceNames, unitNames, yesNoNames } from './choice-names.ts';
import { settingsQuestions, type SettingsQuestion } from './settings-questions.ts';
import { DAILY_PATTERN } from './number-pattern.ts';
import { sayWindows } from './windows-cell.ts';
import type { TeamSettings } from './team-settings.ts';

/** Everything that the settings sheet holds. */
export interface WorkbookSettings {
  company: CompanySettings | null;
  team: TeamSettings;
}

/** The tables of the sheet and their columns, from left to right. */
export const SETTINGS_COLUMNS = {
  answers: ['group', 'question', 'answer', 'unit', 'clause', 'note', 'key'],
  hours: ['day', 'windows', 'from', 'to'],
  days: ['date', 'windows', 'department', 'note'],
  pauses: ['reason', 'stops', 'cap', 'noteNeeded', 'evidence', 'key'],
  words: ['of', 'word', 'means'],
  headers: ['header', 'field', 'second'],
} as const;
export type SettingsTableId = keyof typeof SETTINGS_COLUMNS;
export const SETTINGS_TABLES = Object.keys(SETTINGS_COLUMNS) as SettingsTableId[];

/** A table to write: its rows, and where cells choose from a list. */
export interface SettingsTable {
  id: SettingsTableId;
  title: string;
  headers: string[];
  /** In characters. */
  widths: number[];
  rows: CellValue[][];
  /** By column, or for one cell of it; new rows of a table have the column's. */
  choices: { column: number; row: number | null; values: string[] }[];
}

const WIDTHS: Record<SettingsTableId, number[]> = {
  answers: [20, 56, 26, 18, 14, 44, 10],
  hours: [10, 30, 12, 12],
  days: [12, 26, 16, 26],
  pauses: [28, 32, 10, 12, 24, 10],
  words: [10, 24, 26],
  headers: [24, 18, 18],
};
/** Tables that people fill have an empty row to begin with. */
const SPARE_ROWS = 1;

export interface SettingsFrame {
  /** As published, with the laws of the team. */
  pack: PolicyPack;
  locale: Locale;
}

/** The header of a column in one language. */
export function settingsHeaders(id: SettingsTableId, locale: Locale): string[] {
  return SETTINGS_COLUMNS[id].map((column) => translate(locale, `settings.column.${column}`));
}

/** The tables of the settings sheet: every question with its answer, hours, own days, own pauses, learnt words and columns. */
export function settingsTables(settings: WorkbookSettings, { pack, locale }: SettingsFrame): SettingsTable[] {
  const { company, team } = settings;
  const rows: Record<SettingsTableId, Pick<SettingsTable, 'rows' | 'choices'>> = {
    answers: answerRows(settings, pack, locale),
    hours: hourRows(company?.calendar ?? null, locale),
    days: dayRows(company, pack, locale),
    pauses: pauseRows(company, pack, locale),
    words: wordRows(team, pack, locale),
    headers: headerRows(team, locale),
  };
  return SETTINGS_TABLES.map((id) => {
    const headers = settingsHeaders(id, locale);
    const filled = rows[id].rows;
    const spare = id === 'answers' ? 0 : SPARE_ROWS;
    const empty = Array.from({ length: spare }, () => headers.map(() => ''));
    return {
      ...{ id, headers, title: translate(locale, `settings.table.${id}`), widths: WIDTHS[id] },
      ...{ rows: [...filled, ...empty], choices: rows[id].choices },
    };
  });
}

/** What stands in the workbook beside the questions, as lines of the same table. Their keys begin with `general.`. */
function generalLines({ company, team }: WorkbookSettings, pack: PolicyPack, locale: Locale) {
  const [yes = '', no = ''] = yesNoNames().map(({ label }) => label[locale]);
  const calendar = company?.calendar ?? null;
  const line = (key: string, answer: string, note: string, choices: string[] = [], question?: string) => ({
    ...{ key: `general.${key}`, answer, note, choices, clause: saySource(locale, 'product') },
    question: question ?? translate(locale, `settings.general.${key}.question`),
  });
  const note = (key: string) => translate(locale, `settings.general.${key}.note`);
  return [
    line('policy', pack.label[locale], note('policy')),
    line(
      'numberPattern',
      team.numberPattern ?? '',
      translate(locale, 'settings.general.numberPattern.note', { daily: DAILY_PATTERN }),
    ),
    line('zone', calendar?.zone ?? '', note('zone')),
    line(
      'country',
      calendar?.country ? translate(locale, `calendar.country.${calendar.country}`) : '',
      note('country'),
      [...Country.options.map((id) => translate(locale, `calendar.country.${id}`))],
    ),
    line('region', calendar?.region ?? '', note('region')),
    ...allLaws().map((law) =>
      line(
        `law.${law.id}`,
        team.laws.includes(law.id) ? yes : no,
        law.verify[locale],
        [yes, no],
        translate(locale, 'settings.general.law.question', { name: law.label[locale] }),
      ),
    ),
  ];
}

function answerRows(
  settings: WorkbookSettings,
  pack: PolicyPack,
  locale: Locale,
): Pick<SettingsTable, 'rows' | 'choices'> {
  const { company } = settings;
  const filled = overlayCompany(pack, company?.policyId === pack.id ? company : null).pack;
  const choices: SettingsTable['choices'] = [];
  const rows: CellValue[][] = [];
  const add = (row: CellValue[], answers: string[], units: string[]) => {
    if (answers.length > 0) choices.push({ column: 2, row: rows.length, values: answers });
    if (units.length > 0) choices.push({ column: 3, row: rows.length, values: units });
    rows.push(row);
  };
  const units = unitNames().map(({ label }) => label[locale]);
  for (const { key, question, answer, clause, note, choices: list } of generalLines(settings, pack, locale)) {
    add([translate(locale, 'settings.group.general'), question, answer, '', clause, note, key], list, []);
  }
  for (const line of settingsQuestions(pack, company)) {
    const { blank, answer } = line;
    const cells = sayAnswerCells(answer, blank, filled, locale);
    const names = choiceNames(blank, filled).map(({ label }) => label[locale]);
    const group = translate(locale, `settings.group.${groupOf(blank.code)}`);
    const question = sayLine(locale, 'policy.blank', blank);
    const clause = saySource(locale, blank.source);
    add(
      [group, question, cells.answer, cells.unit, clause, noteOf(line, locale), blank.id],
      names,
      blank.answer.kind === 'target' ? units : [],
    );
    if (blank.id === 'reopening') {
      const days = answer?.kind === 'choice' ? (answer.cutOffDays ?? '') : '';
      const unit = translate(locale, 'options.unit.daysAlone');
      add([group, translate(locale, 'options.wizard.cutOff'), days, unit, clause, '', 'reopening.cutOffDays'], [], []);
    }
  }
  return { rows, choices };
}

/** Under what heading a question stands. */
export function groupOf(code: SettingsQuestion['blank']['code']): string {
  const found = Object.entries(GROUPS).find(([, codes]) => codes.includes(code));
  return found?.[0] ?? 'times';
}

const GROUPS: Record<string, readonly string[]> = {
  rules: ['approvalLimit', 'baseUnit', 'pauseCap', 'reopening'],
  satisfaction: ['satisfactionScale', 'satisfiedFrom', 'satisfactionAskedBy'],
  accountability: ['rewardAmount', 'penaltyAmount', 'performanceShare'],
  statistics: ['measurePeriod', 'measureNumber', 'trendAlarm', 'retention'],
  open: ['open'],
  warnings: ['warnings', 'escalation'],
};

function noteOf({ blank, policySets, documentSays, suggestion }: SettingsQuestion, locale: Locale): string {
  const say = (code: string, params: Record<string, string>) => translate(locale, `settings.note.${code}`, params);
  const lines = [
    ...(policySets === null ? [] : [say('policySets', { limit: sayTarget(policySets, locale) })]),
    ...(documentSays === null ? [] : [say('documentSays', { words: documentSays })]),
    ...(suggestion === null ? [] : [say('suggestion', { limit: sayTarget(suggestion, locale) })]),
    ...(NOTATIONS.includes(blank.answer.kind) ? [translate(locale, `settings.note.${blank.answer.kind}`)] : []),
  ];
  return lines.join(locale === 'en' ? ' ' : '');
}

/** Answers of several parts, whose way of writing is said beside them. */
const NOTATIONS: readonly string[] = ['timesWithinDays', 'scale', 'warnPoints', 'ladder'];

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The names of the days of a week and of a make-up workday. */
export function dayNames(locale: Locale): string[] {
  return [
    ...WEEKDAYS.map((day) => translate(locale, `pane.weekdayLong.${day}`)),
    translate(locale, 'settings.sheet.makeUp'),
  ];
}

function hourRows(calendar: WorkingCalendar | null, locale: Locale): Pick<SettingsTable, 'rows' | 'choices'> {
  const names = dayNames(locale);
  const week = (days: Week | null, makeUp: WorkingCalendar['makeUpWindows'], from: string, to: string) =>
    names.map((name, at) => {
      const day = WEEKDAYS[at];
      const windows = day === undefined ? makeUp : (days?.[day] ?? []);
      return [name, calendar === null ? '' : sayWindows(windows, locale), from, to];
    });
  const rows = [
    ...week(calendar?.week ?? null, calendar?.makeUpWindows ?? [], '', ''),
    ...(calendar?.seasons ?? []).flatMap((season) =>
      week(season.week, season.makeUpWindows, season.from, season.to ?? ''),
    ),
  ];
  return { rows, choices: [{ column: 0, row: null, values: names }] };
}

function dayRows(
  company: CompanySettings | null,
  { roles }: PolicyPack,
  locale: Locale,
): Pick<SettingsTable, 'rows' | 'choices'> {
  const nameOf = (id: string) => roles.find((role) => role.id === id)?.label[locale] ?? id;
  const of = (department: string, days: WorkingCalendar['overrides']) =>
    days.map(({ date, windows, note }) => [date, sayWindows(windows, locale), department, note]);
  const rows = [
    ...of('', company?.calendar?.overrides ?? []),
    ...Object.entries(company?.departmentDays ?? {}).flatMap(([id, days]) => of(nameOf(id), days)),
  ];
  const names = roles.map(({ label }) => label[locale]);
  return { rows, choices: names.length === 0 ? [] : [{ column: 2, row: null, values: names }] };
}

function pauseRows(
  company: CompanySettings | null,
  { milestones }: PolicyPack,
  locale: Locale,
): Pick<SettingsTable, 'rows' | 'choices'> {
  const [yes = '', no = ''] = yesNoNames().map(({ label }) => label[locale]);
  const nameOf = (id: string) => milestones.find((each) => each.id === id)?.label[locale] ?? id;
  const rows = (company?.answers?.pauseReasons ?? []).map(({ id, label, stops, capDays, noteNeeded, evidence }) => [
    ...[label[locale], stops.map(nameOf).join(locale === 'en' ? '; ' : '；')],
    ...[capDays ?? '', noteNeeded ? yes : no, evidence?.[locale] ?? '', id],
  ]);
  return { rows, choices: [{ column: 3, row: null, values: [yes, no] }] };
}

function wordRows({ words }: TeamSettings, pack: PolicyPack, locale: Locale): Pick<SettingsTable, 'rows' | 'choices'> {
  const rows = words.map(({ of, word, means }) => [
    ...[translate(locale, `settings.word.${of}`), word],
    wordMeanings(pack, of).find(({ id }) => id === means)?.label[locale] ?? means,
  ]);
  const kinds = WORD_KINDS.map((of) => translate(locale, `settings.word.${of}`));
  return { rows, choices: [{ column: 0, row: null, values: kinds }] };
}

export const WORD_KINDS = ['category', 'grade', 'status', 'department'] as const;

/** What the team's own words of a kind may stand for. */
export function wordMeanings({ categories, grades, statuses, roles }: PolicyPack, of: (typeof WORD_KINDS)[number]) {
  return { category: categories, grade: grades, status: statuses, department: roles }[of];
}

function headerRows({ headers }: TeamSettings, locale: Locale): Pick<SettingsTable, 'rows' | 'choices'> {
  const name = (field: Field | undefined) => (field === undefined ? '' : translate(locale, `fields.${field}`));
  const none = translate(locale, 'settings.sheet.noField');
  const rows = headers.map(({ header, fields }) => [
    header,
    fields.length === 0 ? none : name(fields[0]),
    name(fields[1]),
  ]);
  const names = [...new Set(Field.options.map((field) => name(field)))];
  return {
    rows,
    choices: [
      { column: 1, row: null, values: [none, ...names] },
      { column: 2, row: null, values: names },
    ],
  };
}

/** Which table a header row belongs to, whatever its language, and which of its columns each heading is; null for a table of others. */
export function matchSettingsHeader(
  header: readonly string[],
): { id: SettingsTableId; columns: (string | null)[] } | null {
  const names = header.map((name) => name.trim());
  for (const id of SETTINGS_TABLES) {
    for (const locale of LOCALES) {
      const wanted = settingsHeaders(id, locale);
      if (!wanted.every((name) => names.includes(name))) continue;
      return { id, columns: names.map((name) => SETTINGS_COLUMNS[id][wanted.indexOf(name)] ?? null) };
    }
  }
  return null;
}

import { done, refuse, type Outcome } from '../../core/outcome.ts';
import { findPack } from '../../core/policy/packs.ts';
import { packWithLaws } from '../../core/policy/policy-with-laws.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import { cellAddress } from '../../core/register/cell-address.ts';
import { freshMemory } from '../../core/register/merge-memory.ts';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import { readSettings } from '../../core/register/settings/read-settings.ts';
import type { SettingsFinding } from '../../core/register/settings/settings-sheet.ts';
import {
  SETTINGS_COLUMNS,
  settingsTables,
  type WorkbookSettings,
} from '../../core/register/settings/settings-tables.ts';
import { NO_TEAM } from '../../core/register/settings/team-settings.ts';
import { translate } from '../../core/wording/translate.ts';
import { changeMemory, readMemory } from '../workbook/register-memory.ts';
import type { WorkbookTrouble } from '../workbook/run-batch.ts';
import {
  makeSettingsSheet,
  readSettingsSheet,
  updateSettingsSheet,
  type SettingsSheetRead,
  type SettingsTrouble,
} from '../workbook/settings-sheet.ts';

/** A cell of the settings sheet that could not be read, with its place. */
export interface SettingsProblem extends SettingsFinding {
  place: { address: string; row: number; column: number } | null;
}

/** The settings of a register as they stand in the workbook. */
export interface SettingsNow {
  settings: WorkbookSettings;
  /** Null: the workbook has no settings sheet. */
  sheet: SettingsSheetRead | null;
  problems: SettingsProblem[];
  /** The sheet, or another pane, says something else than was in force. */
  isChanged: boolean;
}

/** The settings that the workbook remembers. */
export function rememberedSettings({ company, team }: RegisterMemory): WorkbookSettings {
  return { company, team: team ?? NO_TEAM };
}

/** The memory of a register with other settings. */
export function withSettings(memory: RegisterMemory, { company, team }: WorkbookSettings): RegisterMemory {
  return { ...memory, company, team };
}

/** Reads the settings: from the sheet where there is one, with what the workbook remembers for whatever it does not say. */
export async function readRegisterSettings(memory: RegisterMemory): Promise<Outcome<SettingsNow, WorkbookTrouble>> {
  const remembered = await readMemory();
  if (!remembered.ok) return remembered;
  const read = await readSettingsSheet();
  if (!read.ok) return read;
  const before = rememberedSettings(freshMemory(memory, remembered.value.register));
  const isChanged = (settings: WorkbookSettings) =>
    JSON.stringify(settings) !== JSON.stringify(rememberedSettings(memory));
  if (read.value === null) return done({ settings: before, sheet: null, problems: [], isChanged: isChanged(before) });
  const { locale, zone, date1904 } = memory;
  const { settings, findings } = readSettings(read.value.tables, before, {
    ...{ locale, zone, date1904 },
    packWith: (laws) => packOf(memory, laws),
  });
  const sheet = read.value;
  return done({
    ...{ settings, sheet },
    problems: findings.map((finding) => ({ ...finding, place: placeOf(finding, sheet) })),
    isChanged: isChanged(settings),
  });
}

function placeOf({ table, row, column }: SettingsFinding, { tables }: SettingsSheetRead): SettingsProblem['place'] {
  const found = tables.find(({ id }) => id === table);
  if (found === undefined) return null;
  const at = {
    row: found.area.row + (row === null ? 0 : row + 1),
    column: found.area.column + Math.max(0, column === null ? 0 : found.columns.indexOf(column)),
  };
  return { ...at, address: cellAddress(at.row, at.column) };
}

function packOf({ policy }: RegisterMemory, laws: readonly string[]): PolicyPack {
  const pack = packWithLaws(policy.id, laws) ?? findPack('general');
  if (pack === null) throw new Error('There is no policy pack');
  return pack;
}

/** Makes the settings sheet of a register; answers its name. Where there is one already, that one is kept. */
export async function createSettingsSheet(memory: RegisterMemory): Promise<Outcome<string, SettingsTrouble>> {
  const read = await readSettingsSheet();
  if (!read.ok) return read;
  if (read.value?.tables.some(({ id }) => id === 'answers') === true) return done(read.value.sheet);
  const { locale } = memory;
  const settings = rememberedSettings(memory);
  const tables = settingsTables(settings, { pack: packOf(memory, settings.team.laws), locale });
  return makeSettingsSheet(tables, {
    sheet: translate(locale, 'settings.sheet.name'),
    intro: translate(locale, 'settings.sheet.intro'),
  });
}

/**
 * Keeps settings that were changed in the pane: on the sheet where there is one, then in the workbook's memory. `change` is laid over
 * what the sheet says at that moment, so that an edit made there meanwhile is not lost.
 */
export async function saveRegisterSettings(
  memory: RegisterMemory,
  change: (settings: WorkbookSettings) => WorkbookSettings | null,
): Promise<Outcome<RegisterMemory, SettingsTrouble | 'badAnswer'>> {
  const now = await readRegisterSettings(memory);
  if (!now.ok) return now;
  const next = change(now.value.settings);
  if (next === null) return refuse('badAnswer');
  if (now.value.sheet !== null) {
    const { locale } = memory;
    const tables = settingsTables(next, { pack: packOf(memory, next.team.laws), locale });
    const wrong = keepProblems(tables, now.value);
    const written = await updateSettingsSheet(now.value.sheet, wrong);
    if (!written.ok) return written;
  }
  return changeMemory(memory, (kept) => withSettings(kept, next));
}

/** A cell that cannot be read is left for its author to mend; a row beside it still gets the key by which it is known. */
function keepProblems(
  tables: ReturnType<typeof settingsTables>,
  { problems, sheet }: SettingsNow,
): ReturnType<typeof settingsTables> {
  if (problems.length === 0 || sheet === null) return tables;
  const broken = new Set(problems.map(({ table }) => table));
  return tables.map((table) => {
    if (!broken.has(table.id)) return table;
    const place = sheet.tables.find(({ id }) => id === table.id);
    if (place === undefined) return table;
    if (table.id !== 'answers') return { ...table, rows: withKeys(place, table) };
    const bad = new Set(
      problems.flatMap(({ table: id, row }) =>
        id === 'answers' && row !== null ? [String(place.rows[row]?.[place.columns.indexOf('key')])] : [],
      ),
    );
    return {
      ...table,
      rows: table.rows.map((row) => {
        const standing = place.rows.find((cells) => cells[place.columns.indexOf('key')] === row.at(-1));
        return bad.has(String(row.at(-1))) && standing ? inOrder(standing, place.columns, table) : row;
      }),
    };
  });
}

function withKeys(
  { rows, columns }: SettingsSheetRead['tables'][number],
  table: ReturnType<typeof settingsTables>[number],
): (string | number | boolean)[][] {
  const standing = rows.map((row) => inOrder(row, columns, table));
  const names: readonly string[] = SETTINGS_COLUMNS[table.id];
  const key = names.indexOf('key');
  if (key < 0) return standing;
  const free = table.rows.filter((row) => !standing.some((other) => other[key] === row[key]));
  return standing.map((row) => {
    const known = row[key] === '' ? free.find(([name]) => name === row[0]) : undefined;
    return known === undefined ? row : row.with(key, known[key] ?? '');
  });
}

function inOrder(
  row: readonly (string | number | boolean)[],
  columns: readonly (string | null)[],
  { id }: ReturnType<typeof settingsTables>[number],
) {
  return SETTINGS_COLUMNS[id].map((column) => row[columns.indexOf(column)] ?? '');
}

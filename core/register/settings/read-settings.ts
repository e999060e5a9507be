import { answerBlank, clearAnswer, noAnswers } from '../../policy/answer-blank.ts';
import { CompanySettings } from '../../policy/company-settings.ts';
import { findLawPack } from '../../policy/law-packs.ts';
import type { Locale } from '../../policy/localized.ts';
import { overlayCompany } from '../../policy/overlay-company.ts';
import { withOwnPauses } from '../../policy/own-pauses.ts';
import type { PolicyPack } from '../../policy/policy-pack.ts';
import { withoutKey } from '../../policy/without-key.ts';
import { sayAnswerCells } from './answer-cell.ts';
import { yesNoNames } from './choice-names.ts';
import { nameReader } from './name-reader.ts';
import { numberPattern } from './number-pattern.ts';
import { readAnswerCells } from './read-answer-cells.ts';
import { readHours } from './read-hours.ts';
import { readPauses } from './read-pauses.ts';
import { readHeaders, readWords } from './read-team.ts';
import { settingsQuestions, type SettingsQuestion } from './settings-questions.ts';
import { rowsOf, type SettingsFinding, type SettingsRow, type SettingsTableRead } from './settings-sheet.ts';
import type { WorkbookSettings } from './settings-tables.ts';
import type { TeamSettings } from './team-settings.ts';

export interface SettingsReadFrame {
  /** The policy as published, with the clocks of these laws. */
  packWith: (laws: readonly string[]) => PolicyPack;
  locale: Locale;
  /** The zone of the workbook's computer, for hours that name none. */
  zone: string;
  date1904: boolean;
}

export interface SettingsRead {
  settings: WorkbookSettings;
  findings: SettingsFinding[];
}

/**
 * The settings that the sheet says. `before` is what was in force: it stays for every cell that is not understood (each is told), for
 * rows and tables that are gone, and where the sheet says the same. An empty answer is no answer. Working hours and own days
 * count as a whole or not at all.
 */
export function readSettings(
  tables: readonly SettingsTableRead[],
  before: WorkbookSettings,
  frame: SettingsReadFrame,
): SettingsRead {
  const findings: SettingsFinding[] = [];
  const note = (finding: SettingsFinding) => void findings.push(finding);
  const lines = keyedLines(rowsOf(tables, 'answers') ?? [], note);
  const general = (key: string) => {
    const row = lines.get(`general.${key}`);
    return row === undefined ? null : { at: row.at, text: row.text('answer') };
  };
  const laws = readLaws(lines, before.team, note);
  const pack = frame.packWith(laws);
  const words = rowsOf(tables, 'words');
  const headers = rowsOf(tables, 'headers');
  const team: TeamSettings = {
    laws,
    numberPattern: readPattern(general('numberPattern'), before.team, note),
    words: words === null ? before.team.words : readWords(words, before.team.words, pack, note),
    headers: headers === null ? before.team.headers : readHeaders(headers, before.team.headers, note),
  };
  const policy = general('policy');
  if (policy !== null && nameReader([pack])(policy.text) === null) {
    note({
      table: 'answers',
      row: policy.at,
      column: 'answer',
      code: 'policy',
      params: { name: pack.label[frame.locale] },
    });
  }
  const start = before.company?.policyId === pack.id ? before.company : noAnswers(pack);
  const { zone, locale, date1904 } = frame;
  const hours = { hours: rowsOf(tables, 'hours'), days: rowsOf(tables, 'days'), general };
  const timed = { ...withoutKey(start, 'departmentDays'), ...readHours(hours, start, { pack, zone, date1904 }, note) };
  const pauses = rowsOf(tables, 'pauses');
  const paused = pauses === null ? timed : withOwnPauses(timed, readPauses(pauses, start, { pack, locale }, note));
  const answered = readAnswers(lines, paused, { pack, locale }, note);
  const isNothing = before.company === null && JSON.stringify(answered) === JSON.stringify(noAnswers(pack));
  // In the order of the schema, as the workbook keeps them: what says the same is the same text.
  return { settings: { company: isNothing ? null : CompanySettings.parse(answered), team }, findings };
}

/** Rows by their key; of two with one key the first counts. */
function keyedLines(rows: readonly SettingsRow[], note: (finding: SettingsFinding) => void): Map<string, SettingsRow> {
  const lines = new Map<string, SettingsRow>();
  for (const row of rows) {
    const key = row.text('key');
    if (key === '' && row.text('answer') === '') continue;
    if (key === '' || lines.has(key)) {
      const code = key === '' ? 'noKey' : 'twice';
      note({ table: 'answers', row: row.at, column: 'key', code, params: { text: key } });
    } else lines.set(key, row);
  }
  return lines;
}

function readLaws(
  lines: ReadonlyMap<string, SettingsRow>,
  before: TeamSettings,
  note: (finding: SettingsFinding) => void,
): string[] {
  const yesNo = nameReader(yesNoNames());
  const on = new Set(before.laws);
  for (const [key, row] of lines) {
    const [, id = ''] = /^general\.law\.(.+)$/.exec(key) ?? [];
    if (findLawPack(id) === null) continue;
    const text = row.text('answer');
    const said = text === '' ? 'no' : yesNo(text);
    if (said === null) note({ table: 'answers', row: row.at, column: 'answer', code: 'yesNo', params: { text } });
    else if (said === 'yes') on.add(id);
    else on.delete(id);
  }
  // Those that stand stay in their order, so that the same sheet says the same.
  return [...on];
}

function readPattern(
  line: { at: number; text: string } | null,
  before: TeamSettings,
  note: (finding: SettingsFinding) => void,
): string | null {
  if (line === null) return before.numberPattern;
  if (line.text === '') return null;
  if (line.text === before.numberPattern) return before.numberPattern;
  const pattern = numberPattern(line.text);
  if (pattern.ok) return line.text;
  note({
    table: 'answers',
    row: line.at,
    column: 'answer',
    code: `pattern.${pattern.code}`,
    params: { text: line.text },
  });
  return before.numberPattern;
}

/** Answers that decide what others can say come first: which steps the scale has. */
function readAnswers(
  lines: ReadonlyMap<string, SettingsRow>,
  before: CompanySettings,
  { pack, locale }: { pack: PolicyPack; locale: Locale },
  note: (finding: SettingsFinding) => void,
): CompanySettings {
  let company = before;
  const done = new Set<string>();
  const wrong = (row: SettingsRow, code: string) =>
    note({
      table: 'answers',
      row: row.at,
      column: code === 'unit' ? 'unit' : 'answer',
      code: `answer.${code}`,
      params: { text: row.text('answer') },
    });
  const take = (line: SettingsQuestion) => {
    const row = lines.get(line.blank.id);
    if (row === undefined || done.has(line.blank.id)) return;
    done.add(line.blank.id);
    const filled = overlayCompany(pack, company).pack;
    const cells = sayAnswerCells(line.answer, line.blank, filled, locale);
    const cutOff = lines.get('reopening.cutOffDays');
    const isReopening = line.blank.id === 'reopening';
    const days = isReopening ? (cutOff?.text('answer') ?? '') : '';
    const daysBefore = line.answer?.kind === 'choice' ? String(line.answer.cutOffDays ?? '') : '';
    const isSame =
      String(cells.answer) === row.text('answer') &&
      (line.blank.answer.kind !== 'target' || cells.unit === row.text('unit'));
    if (isSame && (!isReopening || days === daysBefore)) return;
    const read = readAnswerCells({ answer: row.cell('answer'), unit: row.cell('unit') }, line.blank, filled);
    if (!read.ok) {
      wrong(row, read.code);
      return;
    }
    if (read.value === null) {
      if (line.answer !== null) company = clearAnswer(pack, company, line.blank.id);
      return;
    }
    const answer =
      isReopening && read.value.kind === 'choice' && days !== ''
        ? { ...read.value, cutOffDays: Number(days.normalize('NFKC')) }
        : read.value;
    const made = answerBlank(pack, company, line.blank, answer);
    if (made.ok) company = made.value;
    else
      wrong(
        isReopening && cutOff !== undefined && days !== '' ? cutOff : row,
        isReopening ? 'number' : line.blank.answer.kind,
      );
  };
  const questions = () => settingsQuestions(pack, company);
  for (const line of questions()) if (line.blank.code !== 'satisfiedFrom') take(line);
  for (const line of questions()) take(line);
  for (const [key, row] of lines) {
    const isOther = key.startsWith('general.') || key === 'reopening.cutOffDays' || done.has(key);
    if (!isOther && row.text('answer') !== '') {
      note({ table: 'answers', row: row.at, column: 'key', code: 'unknownKey', params: { text: key } });
    }
  }
  return company;
}

import { Field } from '../../complaint/field.ts';
import type { PolicyPack } from '../../policy/policy-pack.ts';
import { inAllLanguages } from './choice-names.ts';
import { nameReader } from './name-reader.ts';
import type { SettingsFinding, SettingsRow } from './settings-sheet.ts';
import { wordMeanings, WORD_KINDS } from './settings-tables.ts';
import type { LearnedHeader, LearnedWord } from './team-settings.ts';

type Note = (finding: SettingsFinding) => void;

const KINDS = WORD_KINDS.map((id) => ({ id, label: inAllLanguages(`settings.word.${id}`) }));

/** The team's own words. A row that is not understood counts as it did before, where it did. */
export function readWords(
  rows: SettingsRow[],
  before: readonly LearnedWord[],
  pack: PolicyPack,
  note: Note,
): LearnedWord[] {
  const kindOf = nameReader(KINDS);
  const words: LearnedWord[] = [];
  for (const { at, text } of rows) {
    const bad = (column: string, code: string) =>
      note({ table: 'words', row: at, column, code, params: { text: text(column) } });
    const of = WORD_KINDS.find((id) => id === kindOf(text('of')));
    const word = text('word');
    const means = of === undefined ? null : nameReader(wordMeanings(pack, of))(text('means'));
    if (of === undefined) bad('of', 'wordKind');
    if (word === '' || word.length > MAX_WORD) bad('word', word === '' ? 'empty' : 'tooLong');
    if (of !== undefined && means === null) bad('means', text('means') === '' ? 'empty' : 'notOffered');
    const isTwice = words.some((each) => each.of === of && each.word === word);
    if (isTwice) bad('word', 'twice');
    if (isTwice || of === undefined || word === '' || word.length > MAX_WORD) continue;
    const kept = before.find((each) => each.of === of && each.word === word);
    if (means !== null) words.push({ of, word, means });
    else if (kept !== undefined) words.push(kept);
  }
  return words;
}

const MAX_WORD = 100;
const FIELDS = Field.options.map((id) => ({ id, label: inAllLanguages(`fields.${id}`) }));
const NONE = [{ id: 'none', label: inAllLanguages('settings.sheet.noField') }];

/** What columns of the team's ledgers hold. */
export function readHeaders(rows: SettingsRow[], before: readonly LearnedHeader[], note: Note): LearnedHeader[] {
  const fieldOf = nameReader([...FIELDS, ...NONE]);
  const headers: LearnedHeader[] = [];
  for (const { at, text } of rows) {
    const bad = (column: string, code: string) =>
      note({ table: 'headers', row: at, column, code, params: { text: text(column) } });
    const header = text('header');
    if (header === '') {
      bad('header', 'empty');
      continue;
    }
    if (headers.some((each) => each.header === header)) {
      bad('header', 'twice');
      continue;
    }
    const named = ['field', 'second'].map((column) => (text(column) === '' ? '' : fieldOf(text(column))));
    const wrong = named.map((name, index) => ({ name, column: index === 0 ? 'field' : 'second' }));
    for (const { name, column } of wrong) if (name === null) bad(column, 'field');
    if (named[0] === '') bad('field', 'empty');
    const kept = before.find((each) => each.header === header);
    if (named.includes(null) || named[0] === '') {
      if (kept !== undefined) headers.push(kept);
      continue;
    }
    const fields = named.flatMap((name) => Field.options.filter((field) => field === name));
    headers.push({ header, fields: [...new Set(fields)] });
  }
  return headers;
}

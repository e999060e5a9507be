import type { CompanySettings } from '../../policy/company-settings.ts';
import type { Locale, Localized } from '../../policy/localized.ts';
import { freePauseId } from '../../policy/own-pauses.ts';
import { CompanyPause } from '../../policy/policy-answers.ts';
import type { PolicyPack } from '../../policy/policy-pack.ts';
import { Id } from '../../policy/rule-source.ts';
import { suggestedPauses } from '../../policy/suggested-pauses.ts';
import { yesNoNames } from './choice-names.ts';
import { nameKey, nameReader } from './name-reader.ts';
import type { SettingsFinding, SettingsRow } from './settings-sheet.ts';

/**
 * The company's own reasons to pause, as the sheet lists them; a row that is not understood stays as it was before. A row keeps the
 * names in other languages that it had, while its name is not changed. One without a key is the reason of its name that no
 * other row is, given up or not: it is the same at every reading, though its key is never written beside it.
 */
export function readPauses(
  rows: SettingsRow[],
  before: CompanySettings,
  { pack, locale }: { pack: PolicyPack; locale: Locale },
  note: (finding: SettingsFinding) => void,
): CompanyPause[] {
  const { pauseReasons: own = [], retiredPauses = [] } = before.answers ?? {};
  const old = new Map(own.map((pause) => [pause.id, pause]));
  // A workbook that has forgotten all else still knows the names in other languages of what the product suggests.
  const named = new Map([...suggestedPauses(pack), ...retiredPauses, ...own].map((pause) => [pause.id, pause]));
  const stopOf = nameReader(pack.milestones);
  const yesNo = nameReader(yesNoNames());
  const used = new Set<string>();
  const keys = rows.map(({ text }) => text('key'));
  return rows.flatMap(({ at, text, cell }): CompanyPause[] => {
    const bad = (column: string, code: string) =>
      note({ table: 'pauses', row: at, column, code, params: { text: text(column) } });
    const key = text('key');
    const isOwnKey = Id.safeParse(key).success && !used.has(key);
    const id = isOwnKey ? key : (sameName(text('reason')) ?? freePauseId(before.answers, [...keys, ...used]));
    used.add(id);
    const kept = old.get(id);
    const known = named.get(id);
    const stops = text('stops')
      .split(/[;；\n]/)
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => stopOf(name));
    const answer = text('noteNeeded') === '' ? 'no' : yesNo(text('noteNeeded'));
    const cap = text('cap') === '' ? null : Number(String(cell('cap')).normalize('NFKC'));
    const pause = CompanyPause.safeParse({
      id,
      label: words(text('reason'), known?.label, locale),
      capDays: cap,
      noteNeeded: answer === 'yes',
      ...(text('evidence') !== '' && { evidence: words(text('evidence'), known?.evidence, locale) }),
      stops,
    });
    if (text('reason') === '') bad('reason', 'empty');
    if (stops.length === 0 || stops.includes(null)) bad('stops', 'stops');
    if (answer === null) bad('noteNeeded', 'yesNo');
    if (pause.success && answer !== null) return [pause.data];
    if (!pause.success && pause.error.issues.some(({ path }) => path[0] === 'capDays')) bad('cap', 'days');
    return kept === undefined ? [] : [kept];
  });

  function sameName(reason: string): string | undefined {
    const isNamed = ({ label }: CompanyPause) => Object.values(label).some((name) => nameKey(name) === nameKey(reason));
    return [...own, ...retiredPauses].find((pause) => !used.has(pause.id) && !keys.includes(pause.id) && isNamed(pause))
      ?.id;
  }
}

function words(text: string, before: Localized | null | undefined, locale: Locale): Localized {
  return before?.[locale] === text ? before : { 'zh-CN': text, 'zh-TW': text, en: text };
}

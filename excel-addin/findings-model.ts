import type { Locale } from '../core/policy/localized.ts';
import { cellAddress } from '../core/register/cell-address.ts';
import { findingWords } from '../core/register/finding-text.ts';
import type { PolicyPack } from '../core/policy/policy-pack.ts';
import { WORD_FIELDS } from '../core/register/settings/learned-words.ts';
import { registerPolicy } from '../core/register/settings/register-policy.ts';
import { wordMeanings } from '../core/register/settings/settings-tables.ts';
import type { Finding } from '../core/register/finding.ts';
import type { PlacedFinding } from '../core/register/findings/review.ts';
import { twinWords } from '../core/register/findings/twin-words.ts';
import type { CellValue } from '../core/register/sheet-reading.ts';
import { translate } from '../core/wording/translate.ts';
import type { ReviewRead } from './actions/review-findings.ts';
import type {
  AcceptedFix,
  FindingGroup,
  FindingRow,
  LeftCell,
  Level,
  ShownFindings,
} from './taskpane/findings-state.ts';

const ROWS_SHOWN = 50;
const ORDER: Record<Level, number> = { error: 0, warning: 1, info: 2 };
const LONGEST_SHOWN = 60;

/** What of a review is open: nobody has said that it is right so. */
export function openParts({ review, dismissed }: ReviewRead) {
  const keys = new Set(dismissed.map(({ key }) => key));
  const isOpen = ({ key }: { key: string }) => !keys.has(key);
  return {
    items: review.items.filter(isOpen),
    spellings: review.spellings.filter(isOpen),
    twins: review.twins.filter(isOpen),
  };
}

export function shownFindings(
  read: ReviewRead,
  { accepted, left }: { accepted: AcceptedFix[]; left: LeftCell[] },
  locale: Locale,
): ShownFindings {
  const { items, spellings, twins } = openParts(read);
  const keys = new Set(read.dismissed.map(({ key }) => key));
  const same = new Set(read.dismissed.flatMap(({ key, says }) => (says === 'same' ? [key] : [])));
  const { firstColumn } = read;
  const pack = registerPolicy(read.memory)?.pack ?? null;
  const place = { sheet: read.sheet, firstColumn, locale, pack };
  return {
    ...{ sheet: read.sheet, rows: read.rows, accepted, left },
    groups: groupsOf(items, place),
    spellings: spellings.map(({ key, header, column, listed, spellings: written }) => ({
      ...{ key, header, column, listed: listed?.sheet ?? null },
      spellings: written.map(({ text, rows }) => ({ text, rows: rows.length, row: rows[0] ?? 0 })),
    })),
    twins: twins.map((twin) => ({
      key: twin.key,
      column: firstColumn,
      text: twinWords(twin, locale),
      sides: [twin.one, twin.other].map((row, at) => ({
        ...{ row, number: twin.numbers[at] ?? '', address: cellAddress(row, firstColumn) },
      })),
    })),
    dismissed: [
      ...read.review.items
        .filter(({ key }) => keys.has(key))
        .map(({ key, number, finding }) => ({ key, number, text: findingWords(finding, locale) })),
      ...read.review.spellings
        .filter(({ key }) => keys.has(key))
        .map(({ key, spellings: written }) => ({ key, number: '', text: written.map(({ text }) => text).join(' / ') })),
      ...read.review.twins
        .filter(({ key }) => keys.has(key))
        .map((twin) => ({
          ...{ key: twin.key, number: twin.numbers.join(' + ') },
          text: same.has(twin.key) ? translate(locale, 'findings.twins.linked') : twinWords(twin, locale),
        })),
    ],
  };
}

interface Place {
  sheet: string;
  firstColumn: number;
  locale: Locale;
  /** Null: words cannot be taught yet. */
  pack: PolicyPack | null;
}

/** The findings of a plan, before anything was written: to be seen, with what could be accepted later. */
export function previewGroups(findings: readonly Finding[], place: Omit<Place, 'pack'>): FindingGroup[] {
  return groupsOf(
    findings.map((finding, index) => ({
      ...{ key: String(index), kind: kindOf(finding), finding, number: '', header: null, value: '' },
      fix: finding.fix?.value ?? null,
    })),
    { ...place, pack: null },
  );
}

function kindOf({ code, rule }: Finding): string {
  return rule === undefined ? code : `rule:${rule.id}`;
}

function groupsOf(items: readonly PlacedFinding[], place: Place): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  const asked = new Set<string>();
  const touched = new Map<FindingGroup, Set<string>>();
  for (const item of items) {
    const { finding, kind, fix } = item;
    // One kind may be graver in one place than in another: told apart.
    const key = `${finding.level} ${kind}`;
    const group = groups.get(key) ?? {
      ...{ kind, level: finding.level, title: kindTitle(finding, place.locale) },
      ...{ count: 0, rowsTouched: 0, fixable: 0, rows: [] },
    };
    groups.set(key, group);
    const inRows = Number(finding.params['inRows'] ?? 1);
    group.count += inRows;
    const rows = touched.get(group) ?? new Set();
    touched.set(group, rows);
    const at = `${finding.sheet ?? ''} ${finding.row}`;
    // A word is told once for all the rows that have it, a rule once for a ledger that is read first.
    if (!rows.has(at)) group.rowsTouched += UNKNOWN.has(finding.code) ? Number(finding.params['count'] ?? 1) : inRows;
    rows.add(at);
    if (fix !== null) group.fixable++;
    if (group.rows.length >= ROWS_SHOWN) continue;
    const row = rowOf(item, place);
    const word = row.word === null ? '' : `${row.word.of} ${row.word.word}`;
    group.rows.push(asked.has(word) ? { ...row, word: null } : row);
    asked.add(word);
  }
  return [...groups.values()].sort((a, b) => ORDER[a.level] - ORDER[b.level] || b.count - a.count);
}

/** A kind of finding in few words; a rule of the policy has its own. */
export function kindTitle({ code, rule }: Finding, locale: Locale): string {
  return rule === undefined ? translate(locale, `findings.kind.${code}`) : rule.says[locale];
}

function rowOf({ key, number, finding, fix }: PlacedFinding, place: Place): FindingRow {
  const { sheet, firstColumn, locale } = place;
  const column = finding.column ?? firstColumn;
  const address = cellAddress(finding.row, column);
  return {
    ...{ key, number, row: finding.row, column },
    sheet: finding.sheet ?? sheet,
    address: finding.sheet === undefined || finding.sheet === sheet ? address : `${finding.sheet}!${address}`,
    text: findingWords(finding, locale),
    fix: fix === null ? null : shownValue(fix),
    word: unknownWord(finding, place),
  };
}

const UNKNOWN = new Set(['unknownCategory', 'unknownGrade', 'unknownStatus', 'unknownChoice']);

function unknownWord({ code, field, params }: Finding, { pack, locale }: Place): FindingRow['word'] {
  const of = field === null ? undefined : WORD_FIELDS[field];
  if (pack === null || of === undefined || !UNKNOWN.has(code)) return null;
  const meanings = wordMeanings(pack, of).map(({ id, label }) => ({ id, label: label[locale] }));
  return { of, word: String(params['value'] ?? ''), meanings };
}

export function shownValue(value: CellValue): string {
  const text = String(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

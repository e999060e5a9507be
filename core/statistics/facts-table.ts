import type { Locale } from '../policy/localized.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { safeHeader, safeText } from '../register/safe-cell.ts';
import type { CellValue } from '../register/sheet-reading.ts';
import { uniqueName } from '../register/unique-name.ts';
import type { Steps } from '../steps.ts';
import { translate } from '../wording/translate.ts';
import { DIMENSIONS, type ComplaintFacts, type Dimension } from './complaint-facts.ts';
import { shownText, textKey } from './dimension-text.ts';

/** A text to count by, a yes or no as 1, 0 or empty, or a number to add up. */
export type FactsKind = 'text' | 'flag' | 'number' | 'money';

/** A helper column. Pivots, formulas and readers know it by its heading. */
export interface FactsColumn {
  /** A dimension, `main:<dimension>`, a fact, or, with a milestone, `judged:`, `met:`, `onTime:`, `minutes:`. */
  id: string;
  header: string;
  /** What it holds, for whoever shows the hidden sheet. */
  meaning: string;
  kind: FactsKind;
}

/** The helper columns as cells: one row a complaint, derived from the register and never edited. */
export interface FactsTable {
  columns: FactsColumn[];
  rows: CellValue[][];
}

/** The table's name in the workbook; formulas name it. */
export const FACTS_TABLE = 'RedressFacts';

/** So many different values stand across a pivot at most; rarer ones are gathered, so that it never outgrows its place. */
export const MOST_ACROSS = 12;
/** Gathered columns beside the full one: dimensions whose values are free texts, and how many of them are kept. */
const MAIN: Partial<Record<Dimension, number>> = { cause: 8, customer: 10 };
/** Dimensions that stand across and normally come from a list; only a wild ledger has more values than fit. */
const ACROSS: ReadonlySet<Dimension> = new Set(['category', 'grade', 'status', 'origin']);
const STEP = 500;

const FLAGS = ['count', 'open', 'closed', 'withdrawn', 'founded', 'satisfied'] as const;
const NUMBERS = ['reopened', 'unsatisfied', 'cost', 'ageDays'] as const;

/** The helper columns for a policy, in the register's language. The same policy gives the same headings each time. */
export function factsColumns(pack: PolicyPack, locale: Locale): FactsColumn[] {
  const taken: string[] = [];
  const column = (id: string, kind: FactsKind, code: string, params: Record<string, string | number> = {}) => {
    const word = safeHeader(translate(locale, `overview.column.${code}`, params)).replace(/[[\]#@']/g, ' ');
    const header = uniqueName(word, taken, { max: 120, join: ' ' });
    taken.push(header);
    return { id, header, meaning: translate(locale, `overview.meaning.${code}`, params), kind };
  };
  return [
    column('number', 'text', 'number'),
    ...DIMENSIONS.map((id) => column(id, 'text', id)),
    ...(Object.entries(MAIN) as [Dimension, number][]).map(([id, most]) =>
      column(`main:${id}`, 'text', `${id}Main`, { most }),
    ),
    ...FLAGS.map((id) => column(id, 'flag', id)),
    ...NUMBERS.map((id) => column(id, id === 'cost' ? 'money' : 'number', id)),
    ...pack.milestones.flatMap(({ id, label }) => {
      const milestone = label[locale];
      return [
        column(`judged:${id}`, 'flag', 'judged', { milestone }),
        column(`met:${id}`, 'flag', 'met', { milestone }),
        column(`onTime:${id}`, 'flag', 'onTime', { milestone }),
        column(`minutes:${id}`, 'number', 'minutes', { milestone }),
      ];
    }),
  ];
}

/**
 * Lays the facts out as helper columns. Spellings that differ only in case, width or blanks are one value, as a pivot takes
 * them; what is not known reads as such, so that it is counted and seen.
 */
export function* factsTable(
  facts: readonly ComplaintFacts[],
  { pack, locale }: { pack: PolicyPack; locale: Locale },
): Steps<FactsTable> {
  const columns = factsColumns(pack, locale);
  const gathered = translate(locale, 'overview.gathered');
  const spellings = new Map<Dimension, Spellings>();
  for (const id of DIMENSIONS) {
    spellings.set(id, spellingsOf(facts, id, locale));
    yield { done: 0, of: facts.length };
  }
  const text = (id: Dimension, most: number | null): Reader => {
    const values = spellings.get(id) ?? NONE;
    const among = most === null ? null : kept(values, most);
    return (of) => {
      const value = values.get(of.dimensions[id]);
      return value === undefined || among?.has(value) === false ? gathered : value.text;
    };
  };
  const readers = columns.map(({ id }): Reader => {
    const [part = '', rest = ''] = id.split(/:(.*)/s);
    const dimension = DIMENSIONS.find((each) => each === (part === 'main' ? rest : part));
    if (dimension === undefined) return factReader(part, rest);
    return text(dimension, part === 'main' ? (MAIN[dimension] ?? null) : ACROSS.has(dimension) ? MOST_ACROSS : null);
  });
  const rows: CellValue[][] = [];
  for (const [at, of] of facts.entries()) {
    if (at % STEP === 0) yield { done: at, of: facts.length };
    rows.push(readers.map((read) => read(of)));
  }
  return { columns, rows };
}

type Reader = (of: ComplaintFacts) => CellValue;

const FACTS: Record<string, Reader> = {
  number: ({ number }) => safeText(number).text,
  count: () => 1,
  open: ({ isOpen }) => flag(isOpen),
  closed: ({ isOpen, isWithdrawn }) => flag(!isOpen && !isWithdrawn),
  withdrawn: ({ isWithdrawn }) => flag(isWithdrawn),
  founded: ({ isFounded }) => flag(isFounded),
  satisfied: ({ isSatisfied }) => flag(isSatisfied),
  reopened: ({ timesReopened }) => timesReopened ?? '',
  unsatisfied: ({ timesUnsatisfied }) => timesUnsatisfied,
  cost: ({ remedyCost }) => remedyCost ?? '',
  ageDays: ({ ageDays }) => ageDays ?? '',
};

function factReader(part: string, milestone: string): Reader {
  switch (part) {
    case 'judged':
      return (of) => flag(verdictOf(of, milestone) !== null);
    case 'met':
      return (of) => flag(verdictOf(of, milestone) === true);
    case 'onTime':
      return (of) => flag(verdictOf(of, milestone));
    case 'minutes':
      return ({ clocks }) => clocks[milestone]?.minutesTaken ?? '';
    default: {
      const read = FACTS[part];
      if (read === undefined) throw new Error(`no fact ${part}`);
      return read;
    }
  }
}

/** In time or not; null: not due yet, or nobody can say. */
function verdictOf({ clocks }: ComplaintFacts, milestone: string): boolean | null {
  const clock = clocks[milestone];
  return clock?.isDue === true ? clock.isOnTime : null;
}

function flag(value: boolean | null): CellValue {
  return value === null ? '' : Number(value);
}

const NONE: Spellings = new Map();

interface Spelling {
  /** As a cell may hold it. */
  text: string;
  count: number;
  isKnown: boolean;
}
/** By every text as it stands in the facts. */
type Spellings = Map<string, Spelling>;

/** Each value as it was first spelt, with how often it comes. */
function spellingsOf(facts: readonly ComplaintFacts[], id: Dimension, locale: Locale): Spellings {
  const byText: Spellings = new Map();
  const byKey = new Map<string, Spelling>();
  for (const { dimensions } of facts) {
    const raw = dimensions[id];
    let value = byText.get(raw);
    if (value === undefined) {
      const key = textKey(raw);
      const isKnown = key !== '';
      const text = isKnown ? safeText(shownText(raw)).text : translate(locale, 'overview.unknown');
      value = byKey.get(key) ?? { text, count: 0, isKnown };
      byKey.set(key, value);
      byText.set(raw, value);
    }
    value.count++;
  }
  return byText;
}

/** The values that are kept by themselves: the most frequent, and what is not known. */
function kept(spellings: Spellings, most: number): Set<Spelling> {
  const all = [...new Set(spellings.values())];
  const named = all.filter(({ isKnown }) => isKnown).sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
  return new Set([...named.slice(0, most), ...all.filter(({ isKnown }) => !isKnown)]);
}

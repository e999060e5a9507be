import type { Field } from '../complaint/field.ts';
import type { Day } from '../complaint/moment.ts';
import type { Locale } from '../policy/localized.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { isPlainlyOpen, isTakenBack, statusReader } from './read-status.ts';
import { choiceReader } from './recognise-choice.ts';
import { runningNumbers } from './running-number.ts';
import type { CellValue } from './sheet-reading.ts';

/** How a register's columns are used to be filled in, read off its rows; each column is looked at once. */
export interface ColumnManner {
  /** The cells of a column that are there already. */
  samplesOf: (column: number) => readonly CellValue[];
  /**
   * The words that a column uses for a choice of the pack, else the pack's label; null for fields without choices. A column
   * that tells open from closed in words of its own (是, 否) gets those, and nothing where it leaves one of the two blank.
   */
  wordFor: (field: Field, id: string | null, column: number) => string | null;
  /**
   * As `wordFor`, of a status, but only a word that the column uses: the one for it, else one that says no more than closed or
   * open, else its blank for what is open; null: it has none.
   */
  ownStatusWord: (id: string, column: number) => string | null;
  /** The next running number of a column, see `runningNumbers`. */
  runningNumber: (column: number, day: Day | null, above: readonly (Day | null)[]) => number | null;
}

const MAX_WORD = 20;

/** Reads the manner of a register's columns from its rows; `daysOf` tells the days of receipt of the rows, for what counts. */
export function columnManner(
  rows: readonly (readonly CellValue[])[],
  pack: PolicyPack,
  locale: Locale,
  daysOf: () => readonly (Day | null)[] = () => [],
): ColumnManner {
  const samples = new Map<number, readonly CellValue[]>();
  const words = new Map<string, Map<string, string>>();
  const counters = new Map<number, ReturnType<typeof runningNumbers>>();
  const samplesOf = (column: number) => remember(samples, column, () => rows.map((cells) => cells[column] ?? ''));
  const choicesOf = (field: Field) =>
    field === 'category'
      ? pack.categories
      : field === 'severity'
        ? pack.grades
        : field === 'status'
          ? pack.statuses
          : null;

  const statusWords = (column: number) =>
    remember(words, `status ${column}`, () => usualWords(samplesOf(column), statusReader(pack)));

  return {
    samplesOf,
    ownStatusWord: (id, column) => {
      const openIds = new Set(pack.statuses.flatMap((status) => (status.isOpen ? [status.id] : [])));
      const isOpen = openIds.has(id);
      const read = statusReader(pack);
      const meant = wordsByUse(samplesOf(column)).map((word) => ({ word, meant: read(word) }));
      const saysIt = ({ word, meant }: { word: string; meant: string | null }) =>
        meant === id && (isOpen || id === 'withdrawn' || !isTakenBack(word));
      const isPlain = ({ word, meant }: { word: string; meant: string | null }) =>
        meant !== null && openIds.has(meant) === isOpen && (isOpen ? isPlainlyOpen(word) : !isTakenBack(word));
      const found = meant.find(saysIt) ?? meant.find(isPlain);
      const leavesOpenBlank = isOpen && samplesOf(column).some((sample) => String(sample).trim() === '');
      return found?.word ?? (leavesOpenBlank ? '' : null);
    },
    wordFor: (field, id, column) => {
      const choices = choicesOf(field);
      const label = choices?.find((choice) => choice.id === id)?.label[locale];
      if (choices === null || label === undefined || id === null) return null;
      const usual =
        field === 'status'
          ? statusWords(column)
          : remember(words, `${field} ${column}`, () => usualWords(samplesOf(column), choiceReader(choices)));
      const found = usual.get(id);
      if (found !== undefined || field !== 'status') return found ?? label;
      return usesOwnNames(samplesOf(column), pack) ? label : (usual.get(plainStatus(id, pack)) ?? '');
    },
    runningNumber: (column, day, above) =>
      remember(counters, column, () => runningNumbers(samplesOf(column), daysOf()))(day, above),
  };
}

/** Whether a column tells statuses by the policy's labels; also one that is still empty will. */
function usesOwnNames(samples: readonly CellValue[], { statuses }: PolicyPack): boolean {
  const labels = new Set(statuses.flatMap(({ label }) => Object.values(label)));
  const filled = samples.map((sample) => String(sample).trim()).filter((word) => word !== '');
  return filled.length === 0 || filled.some((word) => labels.has(word));
}

/** The status that a word for open or closed alone stands for: the first of its kind. */
function plainStatus(id: string, { statuses }: PolicyPack): string {
  const isOpen = statuses.find((status) => status.id === id)?.isOpen;
  return statuses.find((status) => status.isOpen === isOpen)?.id ?? id;
}

/** By choice, the word that most cells use for it. */
function usualWords(samples: readonly CellValue[], read: (text: string) => string | null): Map<string, string> {
  const usual = new Map<string, string>();
  for (const word of wordsByUse(samples)) {
    const id = read(word);
    if (id !== null && !usual.has(id)) usual.set(id, word);
  }
  return usual;
}

/** The words of a column, the most used first. */
function wordsByUse(samples: readonly CellValue[]): string[] {
  const counts = new Map<string, number>();
  for (const sample of samples) {
    const word = typeof sample === 'string' ? sample.trim() : '';
    if (word !== '' && word.length <= MAX_WORD) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
}

function remember<K, V>(store: Map<K, V>, key: K, make: () => V): V {
  const found = store.get(key);
  if (found !== undefined) return found;
  const made = make();
  store.set(key, made);
  return made;
}

import type { Day } from '../../complaint/moment.ts';
import { numberKey, type NumberRequest } from '../number-complaints.ts';
import { DAILY_PATTERN, fillPattern, numberPattern } from './number-pattern.ts';

interface Numbered {
  own: string;
  key: string;
  day: Day;
}

/** What digits of a number may say of its day, the longest first. */
const DATES = [
  ...['{yyyy}{mm}{dd}', '{roc}{mm}{dd}', '{yy}{mm}{dd}', '{yyyy}{mm}', '{roc}{mm}', '{yy}{mm}'],
  ...['{yyyy}', '{roc}', '{mm}{dd}', '{yy}', '{mm}', '{dd}'],
];
const ENOUGH = 3;
/** Share of the rows that speak one way: numbers are typed by people, and received on one day, numbered on the next. */
const MOST = 0.7;
/** Numbers given twice by mistake. */
const SLIPS = 0.05;
const YEAR = /^(?:19|20)\d\d$/;

/**
 * The pattern (see `numberPattern`) by which a ledger's own complaint numbers were given, so that new ones go on behind them:
 * `TS-2025-013` is `TS-{yyyy}-{nnn}`, `KS20250103-02` is `KS{yyyy}{mm}{dd}-{nn}`. Null where most numbers are not of one make, do
 * not run (a system's own ids), hold signs that a pattern cannot, or are those of the daily pattern anyway.
 */
export function suggestPattern(requests: readonly NumberRequest[]): string | null {
  const numbered = requests.flatMap(({ own, day }): Numbered[] =>
    own === undefined ? [] : [{ own, key: numberKey(own), day }],
  );
  const group = ofOneMake(numbered);
  if (group.length < ENOUGH || group.length < numbered.length * MOST) return null;
  const [first] = group;
  const literals = first?.key.split(/\d+/) ?? [];
  const front = literals.slice(0, -2).map((literal, at) => {
    const digits = datePart(group, at, true) ?? sameDigits(group, at);
    return digits === null ? null : literal + digits;
  });
  if (literals.length < 2 || front.includes(null)) return null;
  const around = [front.join('') + (literals.at(-2) ?? ''), literals.at(-1) ?? ''] as const;
  const last = literals.length - 2;
  for (const date of [datePart(group, last, false) ?? '', '']) {
    const width = Math.min(...group.map(({ key, day }) => runs(key, last).length - fillPattern(date, day, '').length));
    const pattern = `${around[0]}${date}{${'n'.repeat(Math.max(1, width))}}${around[1]}`;
    if (!goesOn(pattern, group)) continue;
    if (pattern === DAILY_PATTERN) return null;
    return asWritten(beginsAnew(pattern, group) ? pattern : pattern.replace(/n\}/, 'n+}'), group);
  }
  return null;
}

/** Brackets in the width in which most numbers have them. */
function asWritten(pattern: string, group: readonly Numbered[]): string {
  const isWide = group.filter(({ own }) => own.includes('（')).length * 2 > group.length;
  return isWide ? pattern.replaceAll('(', '（').replaceAll(')', '）') : pattern;
}

/** The numbers of the most frequent make: the same signs around their digits. */
function ofOneMake(numbered: readonly Numbered[]): Numbered[] {
  const groups = new Map<string, Numbered[]>();
  for (const each of numbered) {
    const make = each.key.replace(/\d+/g, '#');
    const group = groups.get(make);
    if (group) group.push(each);
    else groups.set(make, [each]);
  }
  return [...groups.values()].reduce((most, group) => (group.length > most.length ? group : most), []);
}

function runs(key: string, at: number): string {
  return key.match(/\d+/g)?.[at] ?? '';
}

/** The part of the day that most numbers have in this place; behind it a running number may follow. */
function datePart(group: readonly Numbered[], at: number, isWhole: boolean): string | null {
  const fits = ({ key, day }: Numbered, date: string) => {
    const digits = fillPattern(date, day, '');
    const run = runs(key, at);
    return isWhole ? run === digits : run.startsWith(digits) && run.length > digits.length + 1;
  };
  return DATES.find((date) => group.filter((each) => fits(each, date)).length >= group.length * MOST) ?? null;
}

/** Digits that all numbers share, a plant's or a form's; a year that does not fit the days would never end. */
function sameDigits(group: readonly Numbered[], at: number): string | null {
  const [first = '', ...others] = new Set(group.map(({ key }) => runs(key, at)));
  return others.length === 0 && !YEAR.test(first) ? first : null;
}

/** The pattern reads the numbers, each once, and they run: hardly more are missing than there are. */
function goesOn(text: string, group: readonly Numbered[]): boolean {
  const pattern = numberPattern(text);
  if (!pattern.ok) return false;
  const counts = group.flatMap(({ key }) => pattern.value.read(key)?.count ?? []);
  const span =
    counts.reduce((most, count) => Math.max(most, count), 0) - counts.reduce((a, b) => Math.min(a, b), Infinity);
  const different = new Set(group.map(({ key }) => key)).size;
  return (
    counts.length >= group.length * (1 - SLIPS) &&
    different >= group.length * (1 - SLIPS) &&
    span <= 2 * group.length + 20
  );
}

/** Whether the running number begins anew when the date that stands beside it changes: a later series starts low again. */
function beginsAnew(text: string, group: readonly Numbered[]): boolean {
  const pattern = numberPattern(text);
  if (!pattern.ok) return true;
  const series = new Map<string, { first: number; last: number }>();
  for (const { key } of [...group].sort((left, right) => (left.day < right.day ? -1 : 1))) {
    const read = pattern.value.read(key);
    if (read === null) continue;
    const { first, last } = series.get(read.series) ?? { first: read.count, last: read.count };
    series.set(read.series, { first: Math.min(first, read.count), last: Math.max(last, read.count) });
  }
  const inOrder = [...series.values()];
  return (
    inOrder.length < 2 || inOrder.slice(1).some(({ first }, at) => first <= 1 || 2 * first <= (inOrder[at]?.last ?? 0))
  );
}

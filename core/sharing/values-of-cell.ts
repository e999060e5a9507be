import { condensed, united } from './condensed-text.ts';
import { detectPersonal, isDay } from './detect-personal.ts';
import { isCommonEnding } from './known-values.ts';
import { isHanName } from './named-texts.ts';
import type { PersonalKind } from './personal-kind.ts';

/** One value of a cell, folded. */
export interface CellPart {
  kind: PersonalKind;
  text: string;
}

const PARTS = /[/,、;|()\n&+]+/;
const HAN = /\p{sc=Han}/u;
const FEWEST_DIGITS = 7;
/** Digits beside a name, though they be no whole phone: 赵静/1760000088. */
const LOOSE_PHONE = /(?<![\da-z-])\d(?:[ -]?\d){6,12}(?![\da-z])/g;

/**
 * The values of one cell of a personal column: 王建国 13812345678 are a name and a phone, in a column of people as in one of
 * phones; there what surely is no name (办公室) counts as none. Numbers that are no whole phones are values too, and several
 * phones of a cell one each. In other columns a cell is one value.
 */
export function valuesOfCell(kind: PersonalKind, cell: string): CellPart[] {
  const whole = [{ kind, text: condensed(cell).text.trim() }];
  if (kind === 'person' || kind === 'staff') return namesAndOthers(kind, cell);
  if (kind !== 'phone') return whole;
  const parts = namesAndOthers('person', cell).filter((part) => part.kind !== 'person' || isHanName(part.text));
  const has = (wanted: PersonalKind) => parts.some((part) => part.kind === wanted);
  if (has('person') && has('phone')) return parts;
  const numbers = (whole[0]?.text ?? '')
    .split(PARTS)
    .filter((part) => (part.match(/\d/g)?.length ?? 0) >= FEWEST_DIGITS)
    .map((number) => ({ kind, text: number.trim() }));
  return numbers.length > 1 ? numbers : whole;
}

function namesAndOthers(kind: 'person' | 'staff', cell: string): CellPart[] {
  const { text } = condensed(cell);
  const loose = [...text.matchAll(LOOSE_PHONE)].filter(({ 0: digits }) => !isDay(digits.replace(/\D/g, '')));
  const spans = united([
    ...detectPersonal(text).filter((span) => span.kind !== 'person' && span.isWeak !== true),
    ...loose.map(({ index, 0: digits }) => ({ start: index, end: index + digits.length, kind: 'phone' as const })),
  ]);
  let [rest, at] = ['', 0];
  for (const { start, end } of spans) {
    rest += `${text.slice(at, start)}|`;
    at = end;
  }
  rest += text.slice(at);
  const names = rest
    .split(PARTS)
    .flatMap((part) => (HAN.test(part) ? part.trim().split(/\s+/) : [part.trim()]))
    .filter((part) => part.length >= 2 && /\p{L}/u.test(part) && !isCommonEnding(part));
  return [
    ...(names.length === 0 && spans.length === 0 ? [text.trim()] : names).map((name) => ({ kind, text: name })),
    ...spans.map((span) => ({ kind: span.kind, text: text.slice(span.start, span.end) })),
  ];
}

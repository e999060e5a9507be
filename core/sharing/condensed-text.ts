import { foldText } from '../text/fold-text.ts';
import type { PersonalKind } from './personal-kind.ts';

/** A stretch of a condensed text that is masked. */
export interface Span {
  start: number;
  end: number;
  kind: PersonalKind;
  /** Of a value that is known; else it is made of the text. */
  pseudonym?: string | undefined;
}

const HAN_GAP = /(?<=\p{sc=Han}) +(?=\p{sc=Han})/gu;

/** Text folded and without the gaps that names are spread by (张　伟), with the way back. */
export function condensed(text: string): { text: string; toOriginal: (at: number) => number } {
  const { folded, toOriginal } = foldText(text);
  if (folded.search(HAN_GAP) < 0) return { text: folded, toOriginal };
  const places: number[] = [];
  let [result, at] = ['', 0];
  const take = (to: number) => {
    for (let place = at; place < to; place++) places.push(place);
    result += folded.slice(at, to);
  };
  for (const { index, 0: gap } of folded.matchAll(HAN_GAP)) {
    take(index);
    at = index + gap.length;
  }
  take(folded.length);
  return { text: result, toOriginal: (place) => toOriginal(places[place] ?? folded.length) };
}

/** Spans in order, those that overlap made one: what sticks out of the longer one is not left standing. */
export function united(spans: readonly Span[]): Span[] {
  const result: (Span & { longest: number })[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    const length = span.end - span.start;
    if (last === undefined || span.start >= last.end) {
      result.push({ ...span, longest: length });
      continue;
    }
    if (span.start === last.start && span.end === last.end) last.pseudonym ??= span.pseudonym;
    if (span.end <= last.end) continue;
    last.end = span.end;
    last.pseudonym = undefined;
    if (length > last.longest) Object.assign(last, { kind: span.kind, longest: length });
  }
  return result;
}

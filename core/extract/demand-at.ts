import type { DraftValue, Evidence } from './complaint-draft.ts';
import { draftValue, evidenceIn } from './passage.ts';
import type { Passage } from './passage.ts';

/** A demand of these folded words, on one line, without the signs that end it; null when nothing is left. */
export function demandAt(passage: Passage, start: number, words: string, confidence: number): DraftValue | null {
  const kept = words
    .replace(/[;,。.!\s:]+$/, '')
    .replace(/(?<=.{3})[喔哦噢啦咯嘞哈]$/, '')
    .replace(/(?<=.{5})(?:,\s?请?(?:不要|别)再[^,]{1,20}|\s?\([^()]*(?:attached|附)[^()]*\)?)$/, '');
  return kept.trim() === '' ? null : oneLine(evidenceIn(passage, start, start + kept.length), confidence);
}

function oneLine(evidence: Evidence, confidence: number): DraftValue | null {
  return draftValue(evidence, confidence, { value: evidence.quote.replace(/\s*\n\s*/g, ' ') });
}

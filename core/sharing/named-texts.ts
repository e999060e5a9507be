import { chineseNameLikeness, isLatinName } from '../extract/person-names.ts';
import { foldText } from '../text/fold-text.ts';
import { isCompanyName } from './known-values.ts';

/** Texts of one column, gathered row by row, until it is plain that they are no names. */
export interface GatheredTexts {
  add: (text: string) => void;
  /** Whether they look like names of persons or firms. */
  areNames: () => boolean;
  /** The different texts, where they may be names. */
  texts: () => Iterable<string>;
}

const MOST_LETTERS = 40;
const FEWEST = 3;
/** The share of different texts that must look like names. */
const MOST_OF_THEM = 0.7;
/** A machine's part or a fault in Latin letters looks like a name too, but comes again and again. */
const NEARLY_ALL_DIFFER = 0.9;
/** After so many different texts a column of which few are names is given up. */
const ENOUGH = 200;
/** 金华市, 方庄路, 质检科: they begin like names and end like places and departments. */
const PLACE_END = /[省市县区镇乡村路街道巷部科组室处厂店库线班机泵阀件料品]$/u;

/**
 * Watches a column whose heading says nothing. Names are at least three different texts of which seven in ten look like
 * names of persons or firms; Chinese names of two characters, which many words look like, count where names of three are at
 * least as many; Latin ones where nearly every row has another.
 */
export function gatherTexts(): GatheredTexts {
  const different = new Map<string, 'long' | 'short' | 'latin' | 'firm' | null>();
  let rows = 0;
  let isGivenUp = false;
  const areNames = (): boolean => {
    const count = { long: 0, short: 0, latin: 0, firm: 0 };
    for (const looks of different.values()) if (looks !== null) count[looks]++;
    const short = count.long >= count.short ? count.short : 0;
    const latin = different.size >= rows * NEARLY_ALL_DIFFER ? count.latin : 0;
    const names = count.long + short + latin + count.firm;
    return different.size >= FEWEST && names >= different.size * MOST_OF_THEM;
  };
  return {
    add: (text) => {
      if (isGivenUp || text.trim() === '') return;
      rows++;
      if (different.has(text)) return;
      different.set(text, looksLike(text));
      if (
        different.size % ENOUGH !== 0 ||
        [...different.values()].filter((looks) => looks !== null).length * 3 > different.size
      )
        return;
      isGivenUp = true;
      different.clear();
    },
    areNames,
    texts: () => different.keys(),
  };
}

/** Whether a text is very likely a Chinese name of a person, and neither a place nor a department: 王建国, but not 质检科. */
export function isHanName(folded: string): boolean {
  return chineseNameLikeness(folded) >= 0.8 && !PLACE_END.test(folded);
}

function looksLike(text: string): 'long' | 'short' | 'latin' | 'firm' | null {
  const trimmed = text.trim();
  if (trimmed.length > MOST_LETTERS) return null;
  const folded = foldText(trimmed)
    .folded.trim()
    .replace(/(?<=\p{sc=Han})\s+(?=\p{sc=Han})/gu, '');
  if (isCompanyName(folded)) return 'firm';
  if (isHanName(folded)) return folded.length >= 3 ? 'long' : 'short';
  return isLatinName(trimmed) ? 'latin' : null;
}

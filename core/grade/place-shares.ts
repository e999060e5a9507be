import { CLAUSE_ROLES } from './clause-roles.ts';
import type { Stretch } from './match-words.ts';
import type { SearchableText } from './searchable-text.ts';

/** A word in what the customer wants says less about the subject than the same word in what happened. */
const DEMAND_SHARE = 0.4;
/** A heading says in a few words what it is about. */
const HEADING_SHARE = 2;
const LONGEST_HEADING = 80;
/** A word in the opening says more: people begin with what it is about. */
const OPENING = 60;
const OPENING_SHARE = 1.5;

const CLAUSE_END = /[,，、。;；!！?？\n]|\.(?=\s|$)/g;

/** How much a word counts where it stands in a text. */
export interface Places {
  /** Past the heading, the first short line above others; 0 without one. */
  headingEnd: number;
  shareAt: (start: number) => number;
}

/** The shares of one text: its heading most, then the opening, then what happened; good words, threats and requests less. */
export function placesIn({ field, folded }: Pick<SearchableText, 'field' | 'folded'>): Places {
  if (field === 'demand') return { headingEnd: 0, shareAt: () => DEMAND_SHARE };
  const line = folded.indexOf('\n');
  const headingEnd = line > 0 && line <= LONGEST_HEADING ? line : 0;
  const clauses = clausesIn(folded);
  const shareAt = (start: number): number => {
    if (start < headingEnd) return HEADING_SHARE;
    const share = clauseAt(clauses, start)?.share ?? 1;
    return start < OPENING ? OPENING_SHARE * share : share;
  };
  return { headingEnd, shareAt };
}

interface Clause extends Stretch {
  share: number;
}

function clausesIn(folded: string): Clause[] {
  const ends = [...Array.from(folded.matchAll(CLAUSE_END), ({ index }) => index + 1), folded.length];
  return ends.map((end, i) => {
    const start = ends[i - 1] ?? 0;
    const clause = folded.slice(start, end).trim();
    return {
      start,
      end,
      share: Math.min(1, ...CLAUSE_ROLES.map(({ share, says }) => (says.test(clause) ? share : 1))),
    };
  });
}

/** Clauses follow one another, so the one that holds a place is found by halving. */
function clauseAt(clauses: readonly Clause[], place: number): Clause | undefined {
  let [low, high] = [0, clauses.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((clauses[middle]?.end ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return clauses[low];
}

import { findSums } from '../grade/find-sums.ts';
import { foldText } from '../text/fold-text.ts';

const PLAIN = /^\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^\d+(?:\.\d+)?$/;
const NOTHING = /^(?:无|没有|未赔|不赔|无赔偿|无需|不涉及|n\/?a|none|no|nil|\/)[.。]?$/;

/** Yuan that a cell of compensation names; `isUnclear` where it says something else than one sum in yuan. */
export interface CostReading {
  yuan: number | null;
  isUnclear: boolean;
}

/**
 * Reads what a remedy cost from a ledger's own words: a bare number, or exactly one sum in yuan. Another currency, several
 * sums or goods instead of money are unclear, nothing is converted or added up. 无 says that it cost nothing.
 */
export function readCost(text: string | undefined): CostReading {
  const folded = foldText(text ?? '').folded.trim();
  if (folded === '') return { yuan: null, isUnclear: false };
  if (NOTHING.test(folded)) return { yuan: 0, isUnclear: false };
  if (PLAIN.test(folded)) return { yuan: Number(folded.replaceAll(',', '')), isUnclear: false };
  const sums = findSums(folded, 'CNY', ['元']);
  const [sum] = sums;
  const isOne = sum !== undefined && sums.length === 1 && sum.currency === 'CNY' && sum.amount >= 0;
  return isOne ? { yuan: sum.amount, isUnclear: false } : { yuan: null, isUnclear: true };
}

import { CURRENCIES, currencyOf } from '../text/currencies.ts';
import type { Stretch } from './match-words.ts';
import { findAmountsAfter, findQuantities } from './parse-quantities.ts';

/** A sum of money with its currency: an ISO code, or `dollars` where the text does not say whose. */
export interface Sum extends Stretch {
  amount: number;
  currency: string;
}

/** In which currency a threshold counts: that of its first unit that names one; null when it counts no money. */
export function currencyOfUnits(units: readonly string[]): string | null {
  for (const unit of units) {
    const currency = currencyOf(unit);
    if (currency !== null) return currency;
  }
  return null;
}

/**
 * The sums of money in folded text, left to right, each with the currency that the text gives it, before the sum or behind:
 * `usd 20,000`, `nt$ 8,800`, `人民币2万元`, `20,000美元`, `2万元新台币`. A sum that says 元 and another currency is that other one.
 * `own` is a currency for which `units` stand as well (万, 块); nothing is converted.
 */
export function findSums(folded: string, own: string, units: readonly string[]): Sum[] {
  const foreign = Object.keys(CURRENCIES)
    .filter((currency) => currency !== own)
    .flatMap((currency) => sumsOf(folded, currency, []));
  // US$ is written with $, too: whose dollars they are decides.
  const named = foreign.filter(
    (sum) =>
      sum.currency !== 'dollars' || !foreign.some((other) => other.currency !== 'dollars' && overlap(other, sum)),
  );
  const ownUnits = units.filter((unit) => [own, null].includes(currencyOf(unit)));
  const owned = sumsOf(folded, own, ownUnits).filter((sum) => !named.some((other) => overlap(other, sum)));
  return [...merged(named), ...merged(owned)].toSorted((a, b) => a.start - b.start);
}

function sumsOf(folded: string, currency: string, units: readonly string[]): Sum[] {
  const { before = [], after = [] } = CURRENCIES[currency] ?? {};
  const behind = currency === 'CNY' ? after : [...after.map((name) => `元${name}`), ...after];
  return [
    ...before.flatMap((name) => findAmountsAfter(folded, name)),
    ...findQuantities(folded, [...behind, ...units]),
  ].map(({ amount, start, end }) => ({ amount, currency, start, end }));
}

/** 人民币5000元 is found twice and is one sum. */
function merged(sums: readonly Sum[]): Sum[] {
  const apart: Sum[] = [];
  for (const sum of sums.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = apart.at(-1);
    if (last === undefined || !overlap(last, sum)) apart.push(sum);
    else
      apart[apart.length - 1] = {
        ...last,
        amount: Math.max(last.amount, sum.amount),
        end: Math.max(last.end, sum.end),
      };
  }
  return apart;
}

const overlap = (one: Stretch, other: Stretch) => one.start < other.end && other.start < one.end;

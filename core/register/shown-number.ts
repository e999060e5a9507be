/** More tell nothing, and a format may name more than can be written. */
const MOST_DECIMALS = 20;

/** A number with the decimals that its format names: 1.1 that reads 1.10 is the tenth. Without any, as it is. */
export function shownNumber(value: number, numberFormat: string): string {
  const decimals = /\.(0+)/.exec(numberFormat)?.[1]?.length;
  return decimals === undefined ? String(value) : value.toFixed(Math.min(decimals, MOST_DECIMALS));
}

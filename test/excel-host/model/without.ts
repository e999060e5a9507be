/** A copy without some of its entries. */
export function without(attributes: Record<string, string>, ...names: string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)));
}

import type { Localized } from '../policy/localized.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';

/** One of the conditions of 四不放过 and whether a person confirmed that it is met. */
export interface NoLetOffState {
  item: string;
  label: Localized;
  isMet: boolean;
  source: string;
}

/**
 * Which conditions are met before a complaint counts as learnt from (四不放过: cause found, liable person dealt with,
 * measures done, staff taught). The list is the pack's own; empty where it asks for none.
 */
export function checkNoLetOffs({ accountability }: PolicyPack, confirmed: readonly string[]): NoLetOffState[] {
  return accountability.noLetOffs.map(({ id, label, source }) => ({
    ...{ item: id, label, isMet: confirmed.includes(id), source },
  }));
}

import type * as z from 'zod';
import type { ComplaintValues } from '../../core/complaint/complaint-values.ts';
import { assessComplaint } from '../../core/grade/assess-complaint.ts';
import type { OwnChoices } from '../../core/grade/own-choices.ts';
import { situationOf, type Situation } from '../../core/grade/situation.ts';
import type { Localized } from '../../core/policy/localized.ts';
import { PolicyPack } from '../../core/policy/policy-pack.ts';
import { SMALL_PACK } from './small-pack.ts';

/** The same words in all three languages, where a test does not care for them. */
export const text = (name: string): Localized => ({ 'zh-CN': name, 'zh-TW': name, en: name });

/** The small pack with sections of the test's own. */
export function packWith(sections: Partial<z.input<typeof PolicyPack>>): PolicyPack {
  return PolicyPack.parse({ ...SMALL_PACK, ...sections });
}

/** A complaint as its pack assesses it, with what a person chose over that. */
export function situationIn(pack: PolicyPack, values: ComplaintValues, own: OwnChoices = {}): Situation {
  return situationOf(values, assessComplaint(values, pack, own));
}

/** Axis values by the words that speak for them; null: only a person names it. */
export function axisOf(id: string, values: Record<string, string[] | null>) {
  return {
    id,
    label: text(id),
    source: 'test',
    values: Object.entries(values).map(([value, words]) => ({
      id: value,
      label: text(`${id} ${value}`),
      synonyms: [],
      when: words && { anyWord: words },
      source: 'test',
    })),
  };
}

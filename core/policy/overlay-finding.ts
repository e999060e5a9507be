import type { Localized } from './localized.ts';

/** Something about a company's answers that a person should know. */
export interface OverlayFinding {
  /**
   * `otherPolicy`: made for another pack, none counts. `otherVersion`: made for another version, they count where their rules
   * are still there. `unknownRule`: the pack has no such rule. `notABlank`: the document itself sets it, and that stands.
   * Of pauses (see `layPauses`): `alreadyInPolicy`, `listedTwice`, `firstResponseNeverPaused`, `stopsNothing`.
   */
  code:
    | ('otherPolicy' | 'otherVersion' | 'unknownRule' | 'notABlank')
    | ('alreadyInPolicy' | 'listedTwice' | 'firstResponseNeverPaused' | 'stopsNothing');
  params: Record<string, string>;
  labels?: Record<string, Localized>;
}

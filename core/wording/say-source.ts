import type { Locale } from '../policy/localized.ts';
import { translate } from './translate.ts';

/** The processes of ISO 10002 that policies cite, by the words of the packs. A test holds that no pack cites another. */
export const ISO_PROCESSES: Readonly<Record<string, string>> = {
  'receipt of complaint': 'receipt',
  response: 'response',
  'initial assessment': 'assessment',
  'initial assessment: impact': 'impact',
  'initial assessment: safety': 'safety',
  'initial assessment: severity': 'severity',
  'initial assessment: urgency': 'urgency',
  investigation: 'investigation',
  closing: 'closing',
  'analysis and evaluation': 'analysis',
  acknowledgement: 'acknowledgement',
  'communicating the decision': 'decision',
  responsibility: 'responsibility',
};

/**
 * The first clause of a rule's source in the reader's language: `S0-18` and the names of laws as they are, what ISO 10002
 * calls its processes in words. What follows the comma is for whoever maintains the pack.
 */
export function saySource(locale: Locale, source: string): string {
  const clause = source.split(/[,;]/)[0] ?? source;
  if (clause === 'product') return translate(locale, 'policy.source.product');
  const process = /^ISO 10002 (.+)$/.exec(clause)?.[1];
  const code = process === undefined ? undefined : ISO_PROCESSES[process];
  return code === undefined ? clause : translate(locale, `policy.source.iso.${code}`);
}

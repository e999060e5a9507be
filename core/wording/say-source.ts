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

/** General writings on complaints that the general policy follows, by how its sources begin: nobody looks up their items by number. */
const WRITINGS: Readonly<Record<string, string>> = { S1a: 'view', S1d: 'method' };

/**
 * The first clause of a rule's source in the reader's language: `S0-18` and the names of laws as they are, what ISO 10002
 * calls its processes in words, a general writing by its
 * title. What follows the comma is for whoever maintains the pack.
 */
export function saySource(locale: Locale, source: string): string {
  const clause = source.split(/[,;]/)[0] ?? source;
  if (clause === 'product') return translate(locale, 'policy.source.product');
  const writing = WRITINGS[/^(S\d[a-z])-/.exec(clause)?.[1] ?? ''];
  if (writing !== undefined) return translate(locale, `policy.source.writing.${writing}`);
  const process = /^ISO 10002 (.+)$/.exec(clause)?.[1];
  const code = process === undefined ? undefined : ISO_PROCESSES[process];
  return code === undefined ? clause : translate(locale, `policy.source.iso.${code}`);
}

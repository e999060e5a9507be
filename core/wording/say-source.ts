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
 * The papers that policies follow, by how their sources begin. What stands behind the hyphen numbers our own reading of them,
 * not their clauses: nobody could look it up.
 */
const WRITINGS: Readonly<Record<string, string>> = {
  ...{ S0: 'flyAsh', S1a: 'view', S1b: 'causes', S1c: 'skills', S1d: 'method', S1e: 'repair', S1f: 'food' },
  ...{ S2: 'cars', S3: 'emergency', S4: 'machinery' },
};

/**
 * The first of a rule's sources in the reader's language: the names of laws with their articles as they are, what ISO 10002
 * calls its processes in words, a policy's own paper by its title (`S0-18` → 《快速响应粉煤灰客户投诉处理指引》). What follows
 * the comma is for whoever maintains the pack.
 */
export function saySource(locale: Locale, source: string): string {
  const clause = source.split(/[,;]/)[0] ?? source;
  if (clause === 'product') return translate(locale, 'policy.source.product');
  const writing = WRITINGS[/^(S\d[a-z]?)-/.exec(clause)?.[1] ?? ''];
  if (writing !== undefined) return translate(locale, `policy.source.writing.${writing}`);
  const process = /^ISO 10002 (.+)$/.exec(clause)?.[1];
  const code = process === undefined ? undefined : ISO_PROCESSES[process];
  return code === undefined ? clause : translate(locale, `policy.source.iso.${code}`);
}

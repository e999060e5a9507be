import type { PolicyPack } from '../policy-pack.ts';
import { finding, type PackFinding } from './pack-finding.ts';

/** What a person confirms is kept by id alone: a gate, a test and a condition of one id would be confirmed together. */
export function confirmedTwice({ closingGates, validity, accountability }: PolicyPack): PackFinding[] {
  const confirmed = [
    ...closingGates
      .filter(({ needs }) => needs.kind === 'confirmed')
      .map((rule) => ({ ...rule, section: 'closingGates' })),
    ...validity.filter(({ needs }) => needs.kind === 'confirmed').map((rule) => ({ ...rule, section: 'validity' })),
    ...accountability.noLetOffs.map((rule) => ({ ...rule, section: 'accountability.noLetOffs' })),
  ];
  return confirmed.flatMap(({ id, section, label, source }, at) => {
    const other = confirmed.slice(0, at).find((each) => each.id === id && each.section !== section);
    if (!other) return [];
    const labels = { first: other.label, second: label };
    return [finding('error', 'confirmedTwice', `${section}.${id}`, { sources: [other.source, source], labels })];
  });
}

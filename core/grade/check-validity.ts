import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import type { ValidityState } from './assessment.ts';

/**
 * Where each of the pack's tests of a valid complaint (有效客诉, S1f-6) stands, in the pack's order: met, missing a field,
 * or waiting for a person to confirm a fact. A complaint that is not yet valid is handled all the same.
 */
export function checkValidity(
  values: ComplaintValues,
  pack: PolicyPack,
  confirmed: readonly string[] = [],
): ValidityState[] {
  return pack.validity.map(({ id, needs, source }) => {
    if (needs.kind === 'confirmed') {
      return { test: id, state: confirmed.includes(id) ? 'met' : 'toConfirm', fields: [], source };
    }
    const known = needs.fields.filter((field) => (values[field] ?? '').trim() !== '');
    const isMet = known.length > 0;
    return { test: id, state: isMet ? 'met' : 'missing', fields: isMet ? known : needs.fields, source };
  });
}

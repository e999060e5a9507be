import type { Field } from '../../complaint/field.ts';
import type { RegisterColumn } from '../register-plan.ts';

/**
 * The fields that the team itself keeps in a column. In a column that the register added for what is imported, the rows of
 * before have nothing, and nothing is missing there.
 */
export function ownFields(columns: readonly Pick<RegisterColumn, 'role' | 'fields'>[]): Set<Field> {
  return new Set(columns.flatMap(({ role, fields }) => (role.startsWith('user:') ? fields : [])));
}

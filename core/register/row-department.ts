import type { ComplaintState } from '../complaint/complaint-state.ts';
import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { Situation } from '../grade/situation.ts';
import type { Locale } from '../policy/localized.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { findResponsible } from '../responsibility/find-responsible.ts';
import { namesUnit } from './department-keys.ts';
import { nameKey } from './settings/name-reader.ts';
import { firstDepartments } from '../responsibility/first-departments.ts';

/** Who works on a complaint: a text as somebody wrote it, or departments of the pack by id. */
export type Department = { text: string } | { roles: string[] };

/**
 * The department that handles a complaint: as the log says, else as the ledger's own column says (a word that the team has
 * taught is the policy's department, and so is the bare name of its unit; any other stays as it is written), else where the policy
 * sends it first, else the only one that is mainly liable by its matrix. Null when nothing tells.
 */
export function handlingDepartment(
  values: ComplaintValues,
  situation: Situation,
  pack: PolicyPack,
  log: ComplaintState | null,
): Department | null {
  const said = log?.owner?.department ?? values.responsibleDept;
  if (said !== undefined) {
    const known =
      pack.roles.find(({ synonyms = [] }) => synonyms.some((word) => nameKey(word) === nameKey(said))) ??
      pack.roles.find(({ label }) => Object.values(label).some((name) => name !== said && namesUnit(said, name)));
    return known === undefined ? { text: said } : { roles: [known.id] };
  }
  const [route] = pack.routes.length === 0 ? [] : firstDepartments(situation, pack);
  if (route !== undefined) return { roles: route.departments };
  if (pack.responsibility.length === 0) return null;
  const liable = findResponsible(situation, pack).departments.filter(({ shares }) => shares.includes('main'));
  const [only] = liable;
  return only !== undefined && liable.length === 1 ? { roles: [only.department] } : null;
}

/** The department as its cell says it; departments of the pack by their labels. */
export function departmentText(department: Department | null, { roles }: PolicyPack, locale: Locale): string {
  if (department === null) return '';
  if ('text' in department) return department.text;
  const names = department.roles.map((id) => roles.find((role) => role.id === id)?.label[locale] ?? id);
  return names.join(locale === 'en' ? ', ' : '、');
}

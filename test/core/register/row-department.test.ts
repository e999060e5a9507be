import { expect, it } from 'vitest';
import type { Situation } from '../../../core/grade/situation.ts';
import { findPack } from '../../../core/policy/packs.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { departmentText, handlingDepartment } from '../../../core/register/row-department.ts';

const GENERAL = findPack('general') as PolicyPack;
const PACK: PolicyPack = {
  ...GENERAL,
  roles: [
    {
      ...{ id: 'finance', label: { 'zh-CN': '财务部', 'zh-TW': '財務部', en: 'Finance' } },
      ...{ duty: null, reportsTo: null, source: '1' },
    },
  ],
};

it.each([
  ['财务', '财务部'],
  ['财务部', '财务部'],
  ['财务科', '财务科'],
  ['生产一部', '生产一部'],
])('the department that a ledger calls %s is proposed as %s', (said, proposed) => {
  const department = handlingDepartment({ responsibleDept: said }, {} as Situation, PACK, null);
  expect(departmentText(department, PACK, 'zh-CN')).toBe(proposed);
});

import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../../core/complaint/field.ts';
import { findPack, PACKS } from '../../../core/policy/packs.ts';
import { carriedFields } from '../../../core/register/carried-fields.ts';
import { addedColumns } from '../../../core/register/register-columns.ts';

describe('the fields that a register has columns for', () => {
  it.each(PACKS.map((pack) => [pack.id, pack] as const))('hold every field that closing waits for (%s)', (_, pack) => {
    const needed = pack.closingGates.flatMap(({ needs }) => (needs.kind === 'field' ? [needs.field] : []));
    expect(carriedFields(pack, FIELDS)).toEqual(expect.arrayContaining(needed));
  });

  it('give a register of fly ash a column for the corrective action, and one of another trade none', () => {
    const headers = (id: string) => {
      const pack = findPack(id);
      return pack === null ? [] : addedColumns([], pack, 'zh-CN', { quotesRows: false }).map(({ header }) => header);
    };
    expect(headers('fly-ash')).toEqual(expect.arrayContaining(['原因分析', '纠正措施']));
    expect(headers('general')).not.toContain('纠正措施');
  });
});

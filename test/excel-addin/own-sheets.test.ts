import { describe, expect, it } from 'vitest';
import { recordSheet } from '../../core/forms/record-sheet.ts';
import { findPack } from '../../core/policy/packs.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import { lookForLedgers } from '../../excel-addin/actions/look-around.ts';
import { makeFindingsSheet } from '../../excel-addin/actions/make-findings-sheet.ts';
import { readReview } from '../../excel-addin/actions/review-findings.ts';
import { writeForms } from '../../excel-addin/workbook/form-sheet.ts';
import { readOwnSheets } from '../../excel-addin/workbook/own-sheets.ts';
import { formComplaint, formFrame } from '../core/forms/form-fixture.ts';
import { brokenUpLedger, cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';

const FLY_ASH = findPack('fly-ash') as PolicyPack;

async function shown(): Promise<{ sheet: string; selected: string }> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet().load('name');
    const selected = context.workbook.getSelectedRange().load('address');
    await context.sync();
    return { sheet: sheet.name, selected: selected.address.split('!').at(-1) ?? '' };
  });
}

describe('after a register was built', () => {
  it('one on a new sheet is shown, with its first complaint selected', async () => {
    openWorkbook(brokenUpLedger());
    const { sheet } = valueOf(await build());
    expect(await shown()).toEqual({ sheet, selected: 'A2' });
  });

  it.each([
    ['in place', cleanLedger(4)],
    ['on a new sheet', brokenUpLedger()],
  ])('%s: neither our sheets nor the ledger that it was made of are offered for another', async (_, workbook) => {
    openWorkbook(workbook);
    valueOf(await build());
    const register = await standing();
    const read = valueOf(await readReview(register.memory, { asOf: AS_OF }));
    const { sheet: report } = valueOf(await makeFindingsSheet(read, { at: AS_OF, accepted: [] }));
    const form = recordSheet(formComplaint(FLY_ASH), formFrame(FLY_ASH));
    const { sheets: forms } = valueOf(await writeForms([form], { replace: false }));
    expect(valueOf(await readOwnSheets())).toEqual(expect.arrayContaining([report, ...forms]));
    const { choice, ours, used } = valueOf(await lookForLedgers(register));
    expect(choice.ledgers).toEqual([]);
    expect(ours).toContain(register.sheet);
    expect(choice.refusals.filter(({ sheet }) => ours.includes(sheet))).toEqual([]);
    expect(used).toEqual(register.memory.originSheet === register.sheet ? [] : [register.memory.originSheet]);
  });
});

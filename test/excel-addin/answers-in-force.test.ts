import { describe, expect, it } from 'vitest';
import type { CompanySettings } from '../../core/policy/company-settings.ts';
import { previewHandoff } from '../../excel-addin/actions/import-handoff.ts';
import { previewRegister } from '../../excel-addin/actions/preview-register.ts';
import { answersNotice } from '../../excel-addin/pane-models.ts';
import { translate } from '../../core/wording/translate.ts';
import { complaint, envelope } from './complaints-fixture.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { build, openWorkbook, preview, standing, valueOf } from './register-on-host.ts';

/** The preview once more, with settings changed by `change`. */
async function previewWith(change: (company: CompanySettings) => CompanySettings) {
  const { sheets, choices } = await preview();
  if (choices.company === null) throw new Error('no company');
  return valueOf(previewRegister(sheets, { ...choices, company: change(choices.company) }));
}

describe('what a company answered', () => {
  it('decides the deadlines of a register', async () => {
    openWorkbook(cleanLedger(6));
    const due = ({ plan }: Awaited<ReturnType<typeof previewWith>>) => {
      const at = plan.columns.findIndex(({ role }) => role === 'deadline:closing') - plan.firstAdded;
      return plan.rows.map((row) => row[at]);
    };
    const target = (amount: number) => (company: CompanySettings) => ({
      ...company,
      targets: { ...company.targets, closing: { default: { unit: 'calendarDays' as const, amount } } },
    });
    const [short, long] = [due(await previewWith(target(2))), due(await previewWith(target(9)))];
    expect(short.every((serial) => typeof serial === 'number')).toBe(true);
    expect(long.map(Number)).toEqual(short.map((serial) => Number(serial) + 7));
  });

  it('is told where it does not count: before a register is made and before complaints are taken in', async () => {
    openWorkbook(cleanLedger(6));
    expect((await previewWith((company) => company)).answersAside).toEqual([]);
    const older = (company: CompanySettings): CompanySettings => ({
      ...company,
      policyVersion: '0.0.1',
      answers: { approvalLimits: { nobody: 5 } },
    });
    const { answersAside } = await previewWith(older);
    expect(answersAside.map(({ code }) => code)).toEqual(['otherVersion', 'unknownRule']);
    const notice = answersNotice(answersAside, 'zh-CN');
    expect(notice && translate('zh-CN', notice.code, notice.params)).toContain('approvals.nobody');
    expect(answersNotice([], 'zh-CN')).toBeNull();

    valueOf(await build());
    const { memory } = await standing();
    if (memory.company === null) throw new Error('no company');
    const shown = valueOf(await previewHandoff(envelope(complaint(1)), { ...memory, company: older(memory.company) }));
    expect(shown.answersAside.map(({ code }) => code)).toEqual(['otherVersion', 'unknownRule']);
  });
});

import { expect, it } from 'vitest';
import { answerBlank } from '../../core/policy/answer-blank.ts';
import { withOwnPauses } from '../../core/policy/own-pauses.ts';
import { policyQuestions } from '../../core/policy/policy-questions.ts';
import { findPack } from '../../core/policy/packs.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import { readComplaintBook } from '../../excel-addin/actions/read-complaint.ts';
import { recordEvents } from '../../excel-addin/actions/record-events.ts';
import { refreshRegister } from '../../excel-addin/actions/refresh-register.ts';
import { saveRegisterSettings } from '../../excel-addin/actions/register-settings.ts';
import { entriesOf } from '../../excel-addin/complaint-entry.ts';
import { complaintFile } from '../../excel-addin/complaint-file.ts';
import { shownComplaint } from '../../excel-addin/complaint-model.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';

const PACK = findPack('general') as PolicyPack;
const FRAME = { locale: 'zh-CN', people: [], who: '王芳', companyName: '' } as const;
const REASON = '等待客户补充资料';
const DAY = 86_400_000;
const at = (days: number) => new Date(Date.parse(AS_OF) + days * DAY).toISOString();

it('a reason that is answered pauses a complaint in the pane, runs on when it is resumed, and stays when it is given up', async () => {
  openWorkbook(cleanLedger(8));
  valueOf(await build());
  const known = (await standing()).memory;
  // Long enough that no complaint of the ledger is late.
  let memory = valueOf(
    await saveRegisterSettings(known, ({ company, team }) => ({
      team,
      company: company && { ...company, targets: { closing: { default: { unit: 'workDays', amount: 90 } } } },
    })),
  );
  const first = valueOf(await readComplaintBook(memory, AS_OF));
  const numberAt = first.register.columns.findIndex(({ role }) => role === 'number');
  const numbers = first.register.cells.values.map((row) => String(row[numberAt]));
  const open = numbers.find((number) => {
    const file = complaintFile(first, number, AS_OF);
    return (
      file.ok &&
      file.value.isOpen &&
      file.value.deadlines.some(({ milestone, dueAt }) => milestone === 'closing' && dueAt)
    );
  });
  const number = open ?? '';
  const look = async (asOf: string, of: RegisterMemory = memory) => {
    const file = valueOf(complaintFile(valueOf(await readComplaintBook(of, asOf)), number, asOf));
    const closing = file.deadlines.find(({ milestone }) => milestone === 'closing');
    return { file, closing, shown: shownComplaint(file, FRAME) };
  };
  const fill = async (id: string, asOf: string, fields: Record<string, string>) => {
    const { file, shown } = await look(asOf);
    const offer = shown.offers.find((each) => each.id === id);
    if (offer === undefined) throw new Error(`no offer ${id}`);
    const form = { offer: id, when: '', note: '', who: '王芳', fields };
    const entries = entriesOf(offer, form, file, { id: `${id}-entry`, asOf, carriedNote: '' });
    if (!entries.ok) return entries;
    return recordEvents({ memory, number, events: entries.value, asOf });
  };

  const { closing: before } = await look(AS_OF);
  expect(await fill('paused', AS_OF, { reason: 'waitingForPapers' })).toMatchObject({ code: 'formBlocked' });
  memory = valueOf(
    await saveRegisterSettings(memory, (settings) => {
      const [question] = policyQuestions(PACK, settings.company).filter(({ blank }) => blank.code === 'ownPause');
      if (question === undefined) throw new Error('nothing is asked');
      const made = answerBlank(PACK, settings.company, question.blank, { kind: 'number', number: 7 });
      return { ...settings, company: valueOf(made) };
    }),
  );
  const offeredAt = async (asOf: string) =>
    (await look(asOf)).shown.offers.find(({ id }) => id === 'paused')?.fields[0]?.options;
  expect(await offeredAt(AS_OF)).toEqual([{ id: 'waitingForPapers', label: REASON, hint: '最多 7 天。' }]);
  expect(await offeredAt(at(200))).toMatchObject([{ hint: '最多 7 天。期限已过，暂停不再顺延。' }]);
  valueOf(await fill('paused', AS_OF, { reason: 'waitingForPapers' }));
  const paused = await look(at(2));
  expect(paused.closing?.state).toBe('paused');
  valueOf(await fill('resumed', at(2), {}));
  const resumed = await look(at(2));
  expect(resumed.closing?.state).not.toBe('paused');
  expect(Date.parse(resumed.closing?.dueAt ?? '')).toBeGreaterThan(Date.parse(before?.dueAt ?? ''));

  memory = valueOf(
    await saveRegisterSettings(memory, (settings) => ({
      ...settings,
      company: settings.company && withOwnPauses(settings.company, []),
    })),
  );
  const after = await look(at(2));
  expect(after.closing).toMatchObject({ dueAt: resumed.closing?.dueAt, state: resumed.closing?.state });
  expect(JSON.stringify(after.shown.timeline)).toContain(REASON);
  expect(after.shown.offers.find(({ id }) => id === 'paused')?.blockers).toHaveLength(1);
  const { findings } = valueOf(await refreshRegister(memory, { asOf: at(2) }));
  expect(findings.filter(({ code }) => /pause/i.test(code))).toEqual([]);
});

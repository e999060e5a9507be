import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts';
import { applyRegister } from '../../excel-addin/actions/apply-register.ts';
import { readComplaintBook } from '../../excel-addin/actions/read-complaint.ts';
import { recordEvents } from '../../excel-addin/actions/record-events.ts';
import { previewModel } from '../../excel-addin/pane-models.ts';
import { NO_RESTORE } from '../../excel-addin/taskpane/restore-state.ts';
import type { OpenedHost } from '../excel-host/node/open-host.ts';
import { brokenUpLedger, cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, preview, resume, standing, valueOf, WORDS } from './register-on-host.ts';
import { REMOVE_ALL, restore, restoreToTheEnd } from './restore-on-host.ts';

const KEEP = NO_RESTORE.choices;

/** The complaint numbers of the register that stands, by batch number. */
async function numbers(): Promise<Map<string, string>> {
  const { memory } = await standing();
  const { register } = valueOf(await readComplaintBook(memory, AS_OF));
  const [batch, number] = [
    register.columns.findIndex(({ fields }) => fields.includes('batchNo')),
    register.columns.findIndex(({ role }) => role === 'number'),
  ];
  return new Map(register.cells.values.map((row) => [String(row[batch]), String(row[number])]));
}

async function acknowledge(number: string): Promise<void> {
  const { memory } = await standing();
  const event: ComplaintEvent = {
    ...{
      id: `event-${number}`,
      kind: 'acknowledged',
      occurredAt: AS_OF,
      recordedAt: AS_OF,
      by: '王芳',
      note: '已告知',
    },
  };
  valueOf(await recordEvents({ memory, number, events: [event], asOf: AS_OF }));
}

async function edit({ Excel }: OpenedHost, change: (context: Excel.RequestContext) => void): Promise<void> {
  await Excel.run(async (context) => {
    change(context);
    await context.sync();
  });
}

const leftOf = async () => previewModel((await preview()).preview, 'zh-CN').left;

describe('a register that is built where one was taken back', () => {
  it('gives no number to another complaint than had it, as long as anything tells of them', async () => {
    // Two complaints of one day: the first is gone before the register is built anew.
    const opened = openWorkbook(cleanLedger(30));
    expect(await leftOf()).toEqual({ sheets: [], keepsNumbers: false });
    valueOf(await build());
    const before = await numbers();
    expect([before.get('001'), before.get('0029')]).toEqual(['20260901-001', '20260901-002']);
    await acknowledge('20260901-001');
    const { memory } = await standing();
    await edit(opened, ({ workbook }) => workbook.tables.getItem(memory.tableName).rows.getItemAt(0).delete());
    valueOf(await restore(KEEP));
    const again = openWorkbook(opened.host.save());
    expect(await leftOf()).toEqual({ sheets: ['事件记录'], keepsNumbers: true });
    const plan = await preview();
    again.host.faults.abortRequest(12);
    expect(await applyRegister(plan, { words: WORDS, onProgress: () => undefined })).toMatchObject({ ok: false });
    valueOf(await resume());
    before.delete('001');
    expect(await numbers()).toEqual(before);
    expect((await standing()).memory.numbersGiven['20260901']).toBe(2);
  });

  it.each([
    ['in place', () => cleanLedger(5), '2026年投诉!C5'],
    ['on a new sheet', brokenUpLedger, '投诉登记!C4'],
  ])('%s takes a number that was given for used, and goes on behind it', async (_, ledger, place) => {
    const opened = openWorkbook(ledger());
    valueOf(await build());
    const before = await numbers();
    const [first = ''] = before.values();
    await acknowledge(first);
    valueOf(await restore(KEEP));
    const [sheet = '', address = ''] = place.split('!');
    await edit(opened, ({ workbook }) => {
      workbook.worksheets.getItem(sheet).getRange(address).values = [['另一家公司']];
    });
    valueOf(await build(sheet));
    const [[batch = '', number = ''] = []] = before;
    before.set(batch, number.replace('-001', '-002'));
    expect(await numbers()).toEqual(before);
  });

  it('says so where nothing tells any more which numbers were given', async () => {
    const opened = openWorkbook(cleanLedger(5));
    valueOf(await build());
    await acknowledge('20260901-001');
    valueOf(await restore(KEEP));
    opened.host.workbook.settings.clear();
    expect(await leftOf()).toEqual({ sheets: ['事件记录', '诉清保留 2026-11-22'], keepsNumbers: false });
  });

  it('knows the numbers also after the restore broke off, and nothing is left of them where nothing is kept', async () => {
    const opened = openWorkbook(cleanLedger(5));
    const keys = () => [...opened.host.workbook.settings.keys()].filter((key) => key.startsWith('redress.'));
    valueOf(await build());
    const before = await numbers();
    await acknowledge('20260901-001');
    opened.host.faults.abortRequest(30);
    await restoreToTheEnd(KEEP);
    expect(keys()).toEqual(['redress.former']);
    valueOf(await build());
    expect(await numbers()).toEqual(before);
    valueOf(await restore(KEEP));
    expect(keys()).toEqual(['redress.former']);
    for (const { name } of [...opened.host.workbook.sheets])
      if (name !== '2026年投诉') opened.host.userDeletesSheet(name);
    valueOf(await build());
    valueOf(await restore(REMOVE_ALL));
    expect(keys()).toEqual([]);
  });
});

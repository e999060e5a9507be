import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts';
import type { Outcome } from '../../core/outcome.ts';
import type { SheetReading } from '../../core/register/sheet-reading.ts';
import { importHandoff, previewHandoff } from '../../excel-addin/actions/import-handoff.ts';
import { readComplaintBook } from '../../excel-addin/actions/read-complaint.ts';
import { makeFindingsSheet } from '../../excel-addin/actions/make-findings-sheet.ts';
import { recordEvents } from '../../excel-addin/actions/record-events.ts';
import { refreshRegister } from '../../excel-addin/actions/refresh-register.ts';
import { readReview } from '../../excel-addin/actions/review-findings.ts';
import { readSheets } from '../../excel-addin/workbook/read-sheets.ts';
import { writeFixes, type CellFix } from '../../excel-addin/workbook/write-fixes.ts';
import type { OpenedHost } from '../excel-host/node/open-host.ts';
import { complaint, envelope } from './complaints-fixture.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, reopening, standing, valueOf } from './register-on-host.ts';
import { picture, REMOVE_ALL, restore } from './restore-on-host.ts';

const SHEET = '2026年投诉';
const ROWS = 5;

/** One thing that the add-in does to a register. A new one joins by a line below. */
interface Deed {
  /** What stands differently in the workbook, so that there is something to do. */
  prepare?: (opened: OpenedHost) => Promise<void> | void;
  /** It writes no cell of the register, so that its protection is no hindrance. */
  isBeside?: boolean;
  /** The deed as its button does it; called again after a break. */
  run: () => Promise<Outcome<unknown>>;
}

const DEEDS: Record<string, Deed> = {
  'importing complaints': {
    run: async () => {
      const { memory } = await standing();
      const shown = await previewHandoff(envelope(complaint(1), complaint(2)), memory);
      return shown.ok ? importHandoff(shown.value.reading, memory, AS_OF) : shown;
    },
  },
  'refreshing after an edit': {
    prepare: ({ host }) =>
      host.userEdits(SHEET, 'B5:H5', [['2026-10-01', '新客户', '', '', '', '007', '人身伤害，送医']]),
    run: async () => refreshRegister((await standing()).memory, { asOf: AS_OF }),
  },
  'accepting a fix': {
    prepare: ({ host }) =>
      host.userEdits(SHEET, 'C5:E6', [
        ['江苏宏盛建材有限公司  ', '', '　13812345000'],
        ['中交二航局 ', '', ''],
      ]),
    run: async () => {
      const { memory } = await standing();
      const { review, columns } = valueOf(await readReview(memory, { asOf: AS_OF }));
      const fixes = review.items.flatMap(({ key, number, header, value, fix }): CellFix[] =>
        fix === null || header === null
          ? []
          : [{ id: key, number, header, before: value, to: { fix }, why: '多余空格' }],
      );
      return writeFixes({ memory, columns, fixes, at: AS_OF });
    },
  },
  'making the findings sheet': {
    prepare: ({ host }) => host.userEdits(SHEET, 'C5', [['江苏宏盛建材有限公司  ']]),
    isBeside: true,
    run: async () => {
      const { memory } = await standing();
      const read = await readReview(memory, { asOf: AS_OF });
      return read.ok ? makeFindingsSheet(read.value, { at: AS_OF, accepted: [] }) : read;
    },
  },
  'recording an event': {
    run: async () => {
      const { memory } = await standing();
      const { register } = valueOf(await readComplaintBook(memory, AS_OF));
      const at = register.columns.findIndex(({ role }) => role === 'number');
      const number = String(register.cells.values.at(-1)?.[at]);
      const event: ComplaintEvent = {
        ...{ id: 'event-1', kind: 'closed', occurredAt: AS_OF, recordedAt: AS_OF, by: '王芳', note: '客户书面认可' },
      };
      return recordEvents({ memory, number, events: [event], asOf: AS_OF });
    },
  },
};

const openBuilt = reopening(async () => {
  const opened = openWorkbook(cleanLedger(ROWS));
  valueOf(await build());
  return opened;
});

async function prepare({ prepare: change }: Deed): Promise<OpenedHost> {
  const opened = await openBuilt();
  await change?.(opened);
  return opened;
}

/**
 * All cells, without the journal: how often something was tried is told there, and may be. A table may bear the name that
 * the host gave it when a run broke off before naming it; it is found by its headings.
 */
async function contents(): Promise<SheetReading[]> {
  return valueOf(await readSheets())
    .filter(({ name }) => name !== '诉清记录')
    .map((sheet) => ({ ...sheet, tables: sheet.tables.map((table) => ({ ...table, name: '' })) }));
}

/** Of many places at which a run may break off, this many are tried, spread evenly. */
const BREAKS = 8;
const spread = (count: number) => [
  ...new Set(Array.from({ length: BREAKS }, (_, step) => Math.ceil(((step + 1) * count) / BREAKS))),
];

/** As a user does it: again until it is done. */
async function toTheEnd(run: Deed['run']): Promise<void> {
  for (let turn = 0; turn < 4; turn++) if ((await run()).ok) return;
  throw new Error('it does not come to its end');
}

describe.each(Object.entries(DEEDS))('%s', { timeout: 240_000 }, (_, deed) => {
  it('that breaks off at whichever request or action loses nothing and doubles nothing', async () => {
    const whole = await prepare(deed);
    const before = whole.host.requests.length;
    valueOf(await deed.run());
    const requests = whole.host.requests.slice(before);
    const actions = requests.reduce((sum, request) => sum + request.actions, 0);
    const expected = await contents();
    const faults = [
      ...spread(requests.length).map((at) => ({ kind: 'request' as const, at })),
      ...spread(actions).map((at) => ({ kind: 'action' as const, at })),
    ];
    for (const { kind, at } of faults) {
      const opened = await prepare(deed);
      if (kind === 'request') opened.host.faults.abortRequest(at);
      else opened.host.faults.failAction(at, 'GeneralException');
      const first = await deed.run().catch((error: unknown) => error);
      if (!(first as Outcome<unknown>).ok) await toTheEnd(deed.run);
      expect(await contents(), `${kind} ${String(at)}`).toEqual(expected);
      expect(opened.host.bugs).toEqual([]);
    }
  });

  it('keeps a colleague’s edit between any two of its requests', async () => {
    const whole = await prepare(deed);
    const before = whole.host.requests.length;
    valueOf(await deed.run());
    const count = whole.host.requests.length - before;
    // The client's last request only lets go of its objects; nobody waits for it.
    for (const request of spread(count - 1)) {
      const opened = await prepare(deed);
      opened.host.faults.afterRequest(request, () => opened.host.remoteEdits(SHEET, 'K6', [['同事写的备注']]));
      if (!(await deed.run()).ok) await toTheEnd(deed.run);
      expect(opened.host.values(SHEET, 'K6')[0], `after request ${String(request)}`).toEqual(['同事写的备注']);
    }
  });

  it('tells a protected sheet, a read-only file and a deleted table, and writes nothing', async () => {
    const opened = await prepare(deed);
    const { memory } = await standing();
    opened.host.workbook.readOnly = true;
    const before = await contents();
    expect(await deed.run()).toMatchObject({ ok: false, code: 'accessDenied' });
    opened.host.workbook.readOnly = false;
    expect(await contents()).toEqual(before);
    const protect = (on: boolean) =>
      opened.Excel.run(async (context) => {
        const { protection } = context.workbook.worksheets.getItem(SHEET);
        if (on) protection.protect();
        else protection.unprotect();
        await context.sync();
      });
    await protect(true);
    const done = await deed.run();
    await protect(false);
    if (deed.isBeside === true) valueOf(done);
    else {
      expect(done).toMatchObject({ ok: false, code: 'sheetProtected', detail: { sheet: SHEET } });
      expect(await contents()).toEqual(before);
    }
    opened.host.userDeletesTable(memory.tableName);
    expect(await deed.run().catch((error: unknown) => String(error))).not.toMatchObject({ ok: true });
  });

  it('does its work on a slow host and on the oldest one', async () => {
    const opened = openWorkbook(cleanLedger(ROWS), { profile: 'ltsc2021' });
    valueOf(await build());
    await deed.prepare?.(opened);
    const held = opened.host.faults.holdNextSync();
    const running = deed.run();
    await held.arrived;
    held.release();
    valueOf(await running);
    expect(opened.host.bugs).toEqual([]);
  });

  it('is no hindrance to taking the register back exactly', async () => {
    const opened = openWorkbook(cleanLedger(ROWS));
    const before = picture(opened.host.save());
    valueOf(await build());
    await deed.prepare?.(opened);
    const own = opened.host.values(SHEET, 'A1:K9');
    valueOf(await deed.run());
    valueOf(await restore(REMOVE_ALL));
    const after = picture(opened.host.save());
    const kept = Object.keys(after).filter((name) => name.startsWith('诉清保留'));
    expect(Object.keys(after).filter((name) => !kept.includes(name))).toEqual(Object.keys(before));
    const now = opened.host.values(SHEET, 'A1:K9');
    // An event's time may stand in the ledger's own column: that is the user's record, written on their word.
    expect(now.slice(0, 8)).toEqual(own.slice(0, 8));
    expect(
      opened.host
        .values(SHEET, 'L4:Z20')
        .flat()
        .every((value) => value === ''),
    ).toBe(true);
  });
});

/**
 * How long the pane is held, and how much goes over to the host and back, in everything that is done with a large register:
 *   npx tsx test/bench/large-register.ts [rows] [complaints to import]
 * Microsoft's client over the host in its web profile. The host's own time is left out: in Excel it is another process.
 */
import { type Outcome } from '../../core/outcome.ts';
import { findPack } from '../../core/policy/packs.ts';
import { applyRegister } from '../../excel-addin/actions/apply-register.ts';
import { importHandoff, previewHandoff } from '../../excel-addin/actions/import-handoff.ts';
import { lookForLedgers, lookForRegister } from '../../excel-addin/actions/look-around.ts';
import { makeFindingsSheet } from '../../excel-addin/actions/make-findings-sheet.ts';
import { previewSteps } from '../../excel-addin/actions/preview-register.ts';
import { readComplaintBook } from '../../excel-addin/actions/read-complaint.ts';
import { readToday } from '../../excel-addin/actions/read-today.ts';
import { refreshRegister } from '../../excel-addin/actions/refresh-register.ts';
import { refreshRows } from '../../excel-addin/actions/refresh-rows.ts';
import { applyRestore, previewRestore } from '../../excel-addin/actions/restore-register.ts';
import { readReview } from '../../excel-addin/actions/review-findings.ts';
import { suggestCompany } from '../../excel-addin/actions/suggest-company.ts';
import { inSlices } from '../../excel-addin/in-slices.ts';
import { complaint, envelope } from '../excel-addin/complaints-fixture.ts';
import { cleanLedger } from '../excel-addin/ledger-fixture.ts';
import { openAnyWorkbook } from '../excel-host/file/open-any-workbook.ts';
import { loadClient } from '../excel-host/node/client.ts';
import { installGlobals } from '../excel-host/node/global-excel.ts';
import { makeOfficeStub } from '../excel-host/node/office-stub.ts';
import type { Origin } from '../excel-host/protocol/events.ts';
import { ExcelHost, type Bridge } from '../excel-host/protocol/excel-host.ts';

const rows = Number(process.argv[2] ?? 20_000);
const incoming = Number(process.argv[3] ?? 1_500);
const zone = 'Asia/Shanghai';
const asOf = '2026-11-22T10:00:00+08:00';
const MEGABYTE = 1024 * 1024;

/** Processor time, so that other programs on the machine do not count. */
function now(): number {
  return process.cpuUsage().user / 1_000;
}

/** The pane's clock: it runs while the pane works, and stands while the host does or the page has its turn. */
const clock = { since: now(), spent: 0, longest: 0, runs: true };

function pause(): void {
  if (!clock.runs) return;
  const stretch = now() - clock.since;
  clock.spent += stretch;
  clock.longest = Math.max(clock.longest, stretch);
  clock.runs = false;
}

function resume(): void {
  if (clock.runs) return;
  clock.since = now();
  clock.runs = true;
}

const traffic = { requests: 0, sent: 0, received: 0 };

/** Stops the clock from each request until its answer. */
function timed(bridge: Bridge): Bridge {
  const send = bridge.sendMessageToHost.bind(bridge);
  let receive: Bridge['onMessageFromHost'] = () => undefined;
  bridge.sendMessageToHost = (text) => {
    traffic.requests++;
    traffic.sent = Math.max(traffic.sent, text.length);
    send(text);
    pause();
  };
  Object.defineProperty(bridge, 'onMessageFromHost', {
    get: () => (text: string) => {
      traffic.received = Math.max(traffic.received, text.length);
      resume();
      receive(text);
    },
    set: (next: Bridge['onMessageFromHost']) => {
      receive = next;
    },
  });
  return bridge;
}

/** Stops the clock while the page has its turn. */
class TimedChannel extends MessageChannel {
  constructor() {
    super();
    const post = this.port2.postMessage.bind(this.port2);
    this.port2.postMessage = (message: unknown) => {
      post(message);
      pause();
    };
    const port = this.port1;
    const plain = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
    Object.defineProperty(port, 'onmessage', {
      set: (act: () => void) =>
        plain?.set?.call(port, () => {
          resume();
          act();
        }),
    });
  }
}
globalThis.MessageChannel = TimedChannel;

/** Of two requests on their way, the host works on the second while the pane has the first one's answer: the clock stands. */
class TimedHost extends ExcelHost {
  override actAs<T>(origin: Origin, act: () => T): T {
    const ran = clock.runs;
    pause();
    try {
      return super.actAs(origin, act);
    } finally {
      if (ran) resume();
    }
  }
}

async function measured<T>(name: string, work: () => Promise<Outcome<T>>): Promise<T> {
  Object.assign(traffic, { requests: 0, sent: 0, received: 0 });
  Object.assign(clock, { spent: 0, longest: 0, runs: false });
  resume();
  const outcome = await work();
  pause();
  if (!outcome.ok) throw new Error(`${name}: ${outcome.code} ${JSON.stringify(outcome.detail)}`);
  const told = [
    `${(clock.spent / 1_000).toFixed(1)} s`,
    `longest stretch ${clock.longest.toFixed(0)} ms`,
    `${traffic.requests} requests`,
    `at most ${(traffic.sent / MEGABYTE).toFixed(2)} MB out, ${(traffic.received / MEGABYTE).toFixed(2)} MB in`,
  ];
  console.log(`${name}: ${told.join('; ')}`);
  return outcome.value;
}

const opened = openAnyWorkbook(cleanLedger(rows), '台账.xlsx');
if (!opened.ok) throw new Error(opened.code);
opened.workbook.now = () => new Date(asOf);
const host = new TimedHost(opened.workbook, { profile: 'web' });
const Office = makeOfficeStub(host.profile, {});
installGlobals({ ...loadClient(timed(host.attach()), Office), Office, host });

const pack = findPack('general');
if (pack === null) throw new Error('no policy pack');
const around = await measured('looking for ledgers', () => lookForLedgers(null));
const [ledger] = around.choice.ledgers;
if (ledger === undefined) throw new Error('no ledger');
const choices = {
  ...{ ledgerSheet: ledger.sheet, columns: ledger.columns, policyId: 'general', locale: 'zh-CN' as const, zone, asOf },
  company: { ...suggestCompany(pack, zone), firstDay: 'nextDay' as const },
};
const preview = await measured('preview', async () => {
  const made = await inSlices(previewSteps(around.sheets, choices));
  return made.ok ? made.value : made;
});
await measured('building the register', () =>
  applyRegister(
    { preview, choices, sheets: around.sheets },
    { words: { title: '选择', message: '选择' }, onProgress: () => undefined },
  ),
);
const { register } = await measured('finding the register', () => lookForRegister(zone));
if (register === null) throw new Error('no register');
let { memory } = register;
const first = await measured('first refresh', () => refreshRegister(memory, { asOf }));
memory = first.memory;
const edited = await measured('one edit', () => refreshRows(memory, first.open, { own: [7], others: [] }, { asOf }));
if (edited === null) throw new Error('the table stands elsewhere');
await measured('today', () => readToday(memory, asOf));
const review = await measured('findings', () => readReview(memory, { asOf }));
await measured(`findings sheet of ${review.review.items.length}`, () =>
  makeFindingsSheet(review, { at: asOf, accepted: [] }),
);
await measured('one complaint', () => readComplaintBook(memory, asOf));
const input = envelope(...Array.from({ length: incoming }, (_, index) => complaint(index + 1)));
const shown = await measured(`preview of ${incoming} complaints`, () => previewHandoff(input, memory));
await measured('their import', () => importHandoff(shown.reading, memory, asOf));
const all = {
  ...{ removeBackup: true, removeRegister: true, removeLog: true },
  ...{ removeJournal: true, removePapers: true, removeSettings: true },
};
const context = { remembered: memory, locale: 'zh-CN' as const, asOf };
const restore = await measured('preview of the restore', () => previewRestore(all, context));
await measured('restore', () => applyRestore(restore, all, context, () => undefined));
if (host.bugs.length > 0) console.log(host.bugs);

import { MAX_COLUMNS, parseArea, type Area } from '../model/address.ts';
import { HostError } from '../model/host-error.ts';
import { snapshot, type Snapshot } from '../model/snapshot.ts';
import { matrix, textAt, valueAt, wireValue } from '../model/read-cells.ts';
import { deleteSheet } from '../model/sheets.ts';
import { deleteTable } from '../model/tables.ts';
import type { Sheet, Workbook, WorkbookChange } from '../model/workbook.ts';
import { writeEntries } from '../model/write-cells.ts';
import { ALL_MEMBERS } from '../members/all-members.ts';
import { saveXlsx } from '../file/save-xlsx.ts';
import { eventsOf, type EventEntry, type Origin } from './events.ts';
import { Faults } from './faults.ts';
import { inNextTurn } from './next-turn.ts';
import { processRequest } from './process-request.ts';
import { PROFILES, type Profile, type ProfileName } from './profile.ts';
import { HostSession } from './session.ts';
import { bridgeMessage, requestBody, type ResponseBody } from './wire.ts';

/** The object that the client calls and is called by (`_richApiNativeBridge`, facts 3.1 "Hook"). */
export interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost(text: string): void;
}

export interface HostOptions {
  profile?: ProfileName;
  /** The language of formats that Excel reports in `application.cultureInfo`. */
  locale?: string;
}

interface Pane {
  bridge: Bridge;
  session: HostSession;
}

const DELAY_FOR_CELL_EDIT = 64;

/** One opened workbook, and the panes that talk to it. */
export class ExcelHost {
  readonly faults = new Faults();
  readonly profile: Profile;
  /** Requests that were answered so far, each with its number of actions: what a test of round trips counts. */
  readonly requests: { actions: number; error: string | null }[] = [];
  /** Errors of the host itself; a test may insist that there are none. */
  readonly bugs: unknown[] = [];
  private readonly panes: Pane[] = [];
  private readonly subscribers = new Set<(change: WorkbookChange) => void>();
  private readonly locale: string;
  private origin: Origin = { kind: 'user' };
  private pending = 0;
  private idle: (() => void)[] = [];
  private turn: Promise<void> = Promise.resolve();

  constructor(
    readonly workbook: Workbook,
    options: HostOptions = {},
  ) {
    this.profile = PROFILES[options.profile ?? 'web'];
    this.locale = options.locale ?? 'en-US';
    workbook.listeners.add((change) => this.onChange(change));
  }

  /** A bridge for one pane. Requests of all panes run one after the other. */
  attach(): Bridge {
    const session = new HostSession(this.workbook, this.profile, ALL_MEMBERS);
    session.locale = this.locale;
    const bridge: Bridge = {
      sendMessageToHost: (text) => {
        this.begin();
        this.turn = this.turn.then(() => this.answer(pane, text)).then(() => this.end());
      },
      onMessageFromHost: () => undefined,
    };
    const pane: Pane = { bridge, session };
    this.panes.push(pane);
    return bridge;
  }

  detach(bridge: Bridge): void {
    const at = this.panes.findIndex((pane) => pane.bridge === bridge);
    if (at >= 0) this.panes.splice(at, 1);
  }

  /** Uses that Excel allows and our add-in must not make (`TableRowCollection.add`), with their counts. */
  get warnings(): ReadonlyMap<string, number> {
    const all = new Map<string, number>();
    for (const { session } of this.panes) {
      for (const [name, count] of session.warnings) all.set(name, (all.get(name) ?? 0) + count);
    }
    return all;
  }

  save(): Uint8Array {
    return saveXlsx(this.workbook);
  }

  onAnyChange(subscriber: (change: WorkbookChange) => void): () => void {
    this.subscribers.add(subscriber);
    return () => this.subscribers.delete(subscriber);
  }

  sheet(name: string): Sheet {
    const sheet = this.workbook.sheetNamed(name);
    if (!sheet) throw new Error(`no sheet "${name}"`);
    return sheet;
  }

  values(sheet: string, address: string): (string | number | boolean)[][] {
    const source = this.sheet(sheet);
    return matrix(area(address), (row, column) => wireValue(valueAt(source, row, column)));
  }

  texts(sheet: string, address: string): string[][] {
    const source = this.sheet(sheet);
    return matrix(area(address), (row, column) => textAt(source, row, column));
  }

  /** A plain picture of a part of a sheet, for a visible grid. */
  snapshot(sheet: string, address: string): Snapshot {
    return snapshot(this.sheet(sheet), area(address));
  }

  /** The user of this machine types or pastes: local, but not from this add-in. */
  userEdits(sheet: string, address: string, values: readonly (readonly unknown[])[]): void {
    this.actAs({ kind: 'user' }, () => this.write(sheet, address, values));
  }

  /** A co-author's edit arrives. */
  remoteEdits(sheet: string, address: string, values: readonly (readonly unknown[])[]): void {
    this.actAs({ kind: 'remote' }, () => this.write(sheet, address, values));
  }

  userDeletesSheet(sheet: string): void {
    this.actAs({ kind: 'user' }, () => deleteSheet(this.sheet(sheet)));
  }

  userDeletesTable(name: string): void {
    const table = this.workbook.tableNamed(name);
    const sheet = table && this.workbook.sheetOf(table);
    if (!table || !sheet) throw new Error(`no table "${name}"`);
    this.actAs({ kind: 'user' }, () => deleteTable(sheet, table));
  }

  userSelects(sheetName: string, address: string): void {
    const sheet = this.sheet(sheetName);
    this.workbook.activeSheet = sheet;
    this.workbook.selection = area(address);
    this.actAs({ kind: 'user' }, () =>
      this.workbook.notify({ kind: 'selection', sheet, area: this.workbook.selection }),
    );
  }

  /** Any change of the model in someone's name. */
  actAs<T>(origin: Origin, act: () => T): T {
    const before = this.origin;
    this.origin = origin;
    try {
      return act();
    } finally {
      this.origin = before;
    }
  }

  setCollaborating(on: boolean): void {
    for (const { session } of this.panes) session.collaborating = on;
  }

  /** Resolves when every request is answered, every event delivered and its handlers have begun. */
  async settled(): Promise<void> {
    do {
      if (this.pending > 0) await new Promise<void>((resolve) => this.idle.push(resolve));
      await new Promise<void>((resolve) => inNextTurn(resolve)); // the client hands events over by promises
    } while (this.pending > 0);
  }

  private write(sheetName: string, address: string, values: readonly (readonly unknown[])[]): void {
    const target = area(address);
    const columns = Math.min(values[0]?.length ?? 0, MAX_COLUMNS);
    writeEntries(this.sheet(sheetName), { ...target, rows: values.length, columns }, values);
  }

  private onChange(change: WorkbookChange): void {
    for (const subscriber of this.subscribers) subscriber(change);
    for (const pane of this.panes) {
      const entries = eventsOf(change, this.origin, pane.session);
      if (entries.length > 0) this.deliverLater(pane, entries);
    }
  }

  /** Events come after the answer to the sync that caused them ([D excel/excel-add-ins-events.md]). */
  private deliverLater(pane: Pane, entries: EventEntry[]): void {
    this.begin();
    this.turn = this.turn.then(
      () =>
        new Promise((resolve) => {
          inNextTurn(() => {
            pane.bridge.onMessageFromHost(JSON.stringify({ type: 3, controlId: '', message: { entries } }));
            this.end();
            resolve();
          });
        }),
    );
  }

  private async answer(pane: Pane, text: string): Promise<void> {
    const message = bridgeMessage.parse(JSON.parse(text));
    const body = await this.execute(pane, text.length, message.flags ?? 0, message.message.body);
    this.requests.push({ actions: body.Results.length, error: body.Error?.Code ?? null });
    const reply = { id: message.id, type: 2, message: { statusCode: 200, headers: {}, body } };
    await new Promise<void>((resolve) => {
      inNextTurn(() => {
        pane.bridge.onMessageFromHost(JSON.stringify(reply));
        resolve();
      });
    });
    this.faults.afterEach();
  }

  private async execute(pane: Pane, size: number, flags: number, raw: unknown): Promise<ResponseBody> {
    try {
      await this.faults.beforeRequest((flags & DELAY_FOR_CELL_EDIT) !== 0);
      const limit = this.profile.payloadLimit;
      if (limit !== null && size > limit) throw new HostError('RequestPayloadSizeLimitExceeded');
      const body = requestBody.parse(typeof raw === 'string' ? JSON.parse(raw) : raw);
      const response = this.actAs({ kind: 'pane', session: pane.session }, () =>
        processRequest(pane.session, body, {
          root: (session) => session.objects.workbook(session, { workbook: session.workbook }),
          beforeAction: () => this.faults.beforeAction(),
        }),
      );
      if (limit !== null && JSON.stringify(response).length > limit)
        throw new HostError('ResponsePayloadSizeLimitExceeded');
      return response;
    } catch (error) {
      if (error instanceof HostError) return failure(error.code, error.message, error.httpStatusCode);
      this.bugs.push(error);
      return failure(
        'GeneralException',
        `Excel host bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
  }

  private begin(): void {
    this.pending += 1;
  }

  private end(): void {
    this.pending -= 1;
    if (this.pending === 0) for (const resolve of this.idle.splice(0)) resolve();
  }
}

function failure(code: string, message: string, httpStatusCode = 500): ResponseBody {
  const error = { Code: code, Message: message, ActionIndex: -1, Location: '', HttpStatusCode: httpStatusCode };
  return { Results: [], TraceIds: [], Error: error };
}

function area(address: string): Area {
  const found = parseArea(address);
  if (!found) throw new Error(`"${address}" is no address`);
  return found;
}

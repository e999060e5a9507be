import type { ComplaintEvent } from '../core/complaint/complaint-event.ts';
import type { Moment } from '../core/complaint/moment.ts';
import { done, type Outcome } from '../core/outcome.ts';
import { checkLog } from '../core/register/log/check-log.ts';
import { entriesWithoutRow } from '../core/register/log/entries-without-row.ts';
import type { OpenRegister } from '../core/register/refresh/open-register.ts';
import type { RegisterColumn } from '../core/register/register-plan.ts';
import type { CellValue } from '../core/register/sheet-reading.ts';
import type { Steps } from '../core/steps.ts';
import { foldText } from '../core/text/fold-text.ts';
import { translate } from '../core/wording/translate.ts';
import type { StandingRegister } from './actions/look-around.ts';
import { readComplaintAgain, readComplaintBook, type ComplaintBook } from './actions/read-complaint.ts';
import { recordEvents } from './actions/record-events.ts';
import { entriesOf } from './complaint-entry.ts';
import { complaintFile, type ComplaintFile } from './complaint-file.ts';
import { shownComplaint } from './complaint-model.ts';
import { inSlices } from './in-slices.ts';
import type { PaneStore } from './pane-store.ts';
import type { PaneWork } from './pane-work.ts';
import {
  NO_COMPLAINT,
  type ComplaintCallbacks,
  type ComplaintHit,
  type ComplaintModel,
  type RecordForm,
} from './taskpane/complaint-state.ts';
import { followSelection, readSelectedNumber } from './workbook/follow-selection.ts';

export interface ComplaintScreen {
  callbacks: ComplaintCallbacks;
  /** The screen is shown, with this complaint, else with the one that is selected: read anew, follow the selection. */
  enter: (number?: string) => Promise<void>;
  leave: () => void;
  /** Stops the reading that is under way. */
  cancel: () => void;
  /** The words are to be said in another language. */
  repaint: () => void;
}

interface Parts {
  store: PaneStore;
  work: PaneWork;
  now: () => Moment;
  newId: () => string;
  register: () => StandingRegister | null;
  /** Something was recorded: other screens show it differently now. */
  onRecorded?: () => void;
}

const HITS_SHOWN = 20;
/** The typing has come to rest. */
const TYPED_MS = 150;
/** The selection has come to rest. */
const REST_MS = 250;

/** Drives the screen of one complaint: what is shown of it, and what is recorded. */
export function complaintScreen({ store, work, now, newId, register, onRecorded }: Parts): ComplaintScreen {
  const session = {
    book: null as ComplaintBook | null,
    file: null as ComplaintFile | null,
    isHeld: false,
    stop: null as (() => Promise<void>) | null,
    cancel: new AbortController(),
    /** What is searched in, row by row; made when somebody searches. */
    index: null as { book: ComplaintBook; texts: string[] } | null,
    search: null as ReturnType<typeof setTimeout> | null,
    timer: null as ReturnType<typeof setTimeout> | null,
    /** The entries of a form that was not recorded to the end: asked again, they are the same entries. */
    unfinished: null as { form: string; events: ComplaintEvent[] } | null,
  };
  const model = () => store.get().complaint;
  const change = (part: Partial<ComplaintModel>) => store.set({ complaint: { ...model(), ...part } });
  const locale = () => store.get().locale;

  const readBook = (): Promise<Outcome<ComplaintBook>> => {
    const standing = register();
    return standing === null
      ? Promise.resolve({ ok: false, code: 'registerGone', detail: { table: '' } })
      : readComplaintBook(standing.memory, now(), {
          signal: session.cancel.signal,
          onProgress: (count, of) => {
            const { busy } = store.get();
            if (busy !== null) store.set({ busy: { ...busy, done: count, of, canCancel: true } });
          },
        });
  };

  const paint = () => {
    const { file } = session;
    if (file === null) {
      change({ shown: null, names: namesIn(session.book, null) });
      return;
    }
    const names = namesIn(session.book, file);
    const { who, companyName } = model();
    change({ names, shown: shownComplaint(file, { locale: locale(), people: names, who, companyName }) });
  };

  /** Shows a complaint of the book that was read; trouble is told above the view. */
  const show = (number: string): boolean => {
    if (session.book === null) return false;
    const file = complaintFile(session.book, number, now());
    if (!file.ok) {
      work.tell(file.code, file.detail);
      return false;
    }
    session.file = file.value;
    session.isHeld = false;
    change({ selected: null });
    paint();
    return true;
  };

  const load = async (number: string | null) => {
    session.cancel = new AbortController();
    const read = await work.during('pane.busy.reading', readBook);
    if (read === null) return;
    session.book = read.value;
    if (number !== null && show(number)) return;
    session.file = null;
    paint();
  };

  const onSelected = () => {
    if (session.timer !== null) clearTimeout(session.timer);
    session.timer = setTimeout(() => void takeSelection(), REST_MS);
  };

  const takeSelection = async () => {
    const { book } = session;
    const header = book?.register.columns.find(({ role }) => role === 'number')?.header;
    if (book === null || header === undefined || store.get().screen !== 'complaint' || store.get().busy !== null)
      return;
    const found = await readSelectedNumber(book.memory.tableName, header);
    // A selection that cannot be read is no trouble: the screen stays with its complaint.
    if (!found.ok || found.value === null || found.value === session.file?.number) return;
    if (session.isHeld) change({ selected: found.value });
    else if (isKnown(book, found.value)) show(found.value);
    else await load(found.value);
  };

  const follow = async () => {
    const standing = register();
    if (standing === null || session.stop !== null) return;
    const following = await followSelection(standing.memory.tableName, onSelected);
    // Without the event the search box serves.
    if (following.ok) session.stop = following.value;
  };

  const record = async (form: RecordForm): Promise<boolean> => {
    const { file } = session;
    const offer = model().shown?.offers.find(({ id }) => id === form.offer);
    if (file === null || offer === undefined) return false;
    const asOf = now();
    const key = JSON.stringify([file.number, form]);
    const carriedNote = translate(file.book.memory.locale, 'complaint.carried');
    const made = entriesOf(offer, form, file, { id: newId(), asOf, carriedNote });
    if (!made.ok) {
      work.tell(made.code, made.detail);
      return false;
    }
    const events = session.unfinished?.form === key ? session.unfinished.events : made.value;
    session.unfinished = { form: key, events };
    const { number, book } = file;
    const recorded = await work.during('complaint.recording', async () => {
      const written = await recordEvents({ memory: book.memory, number, events, asOf, known: book });
      if (!written.ok) return written;
      const again = await readComplaintAgain(book, number, now());
      if (!again.ok) return again;
      const read = again.value === null ? await readBook() : done(again.value);
      return read.ok ? done({ written: written.value, book: read.value }) : read;
    });
    if (recorded === null) return false;
    session.unfinished = null;
    session.book = recorded.value.book;
    change({ who: form.who.trim() });
    show(number);
    const { left } = recorded.value.written;
    const params = { what: offer.label, columns: left.join(', ') };
    const code = left.length === 0 ? 'complaint.done' : 'complaint.doneLeft';
    store.set({ notice: { tone: left.length === 0 ? 'success' : 'warning', code, params } });
    onRecorded?.();
    return true;
  };

  const search = (text: string) => {
    if (session.search !== null) clearTimeout(session.search);
    change({
      search: { ...model().search, text, isDone: false, ...(text.trim() === '' ? { hits: [], more: 0 } : {}) },
    });
    if (text.trim() !== '') session.search = setTimeout(() => void find(text), TYPED_MS);
  };

  const find = async (text: string) => {
    const { book } = session;
    if (book === null) return;
    if (session.index?.book !== book) {
      const made = await inSlices(searchTexts(book.register));
      if (!made.ok) return;
      session.index = { book, texts: made.value };
    }
    // Somebody may have typed on, or opened a complaint, meanwhile.
    if (model().search.text !== text) return;
    const hits = hitsIn(book.register, session.index.texts, text);
    const more = Math.max(0, hits.length - HITS_SHOWN);
    change({ search: { text, hits: hits.slice(0, HITS_SHOWN), more, isDone: true } });
  };

  const check = async () => {
    const { book } = session;
    if (book === null) return;
    const { log, tail, place, register: standing } = book;
    const found = await work.during('complaint.checking', () => inSlices(checkLog(log, tail)));
    if (found === null) return;
    const numberAt = standing.columns.findIndex(({ role }) => role === 'number');
    const numbers = standing.cells.values.map((row) => String(row[numberAt] ?? ''));
    const without = numberAt < 0 ? [] : entriesWithoutRow(log, numbers);
    const findings = [...found.value, ...without].map(({ code, row, params }) => ({
      text: translate(locale(), `complaint.log.finding.${code}`, params),
      row: row === null || place === null ? null : place.area.row + 1 + row,
    }));
    change({ logCheck: { count: log.rows.length, findings } });
  };

  return {
    callbacks: {
      searchComplaints: search,
      openComplaint: (number) => {
        change({ search: NO_COMPLAINT.search });
        if (session.book !== null && isKnown(session.book, number)) show(number);
        else void load(number);
      },
      recordEvent: record,
      holdComplaint: (isHeld) => {
        session.isHeld = isHeld;
        if (!isHeld) change({ selected: null });
      },
      changeWho: (who) => {
        change({ who });
        paint();
      },
      changeCompanyName: (companyName) => {
        change({ companyName });
        paint();
      },
      refreshComplaint: () => void load(session.file?.number ?? null),
      checkLog: () => void check(),
    },
    enter: async (number) => {
      change({ logCheck: null });
      await load(number ?? session.file?.number ?? null);
      await follow();
      if (number === undefined) await takeSelection();
    },
    leave: () => {
      const { stop } = session;
      session.stop = null;
      // The handler dies with the runtime anyway; a sheet that is gone has none to take away.
      if (stop !== null) void stop().catch(reportError);
    },
    cancel: () => session.cancel.abort(),
    repaint: paint,
  };
}

function isKnown({ register: { cells, columns } }: ComplaintBook, number: string): boolean {
  const at = columns.findIndex(({ role }) => role === 'number');
  return cells.values.some((row) => String(row[at] ?? '').trim() === number);
}

const ROWS_A_STEP = 100;

/** What stands in each row, folded for searching; what only the add-in reads is left out. */
function* searchTexts({ cells, columns }: OpenRegister): Steps<string[]> {
  const told = columns.flatMap(({ role, fields }, at) =>
    role === 'proposed' || role === 'origin' || (role.startsWith('deadline') && fields.length === 0) ? [] : [at],
  );
  const texts: string[] = [];
  for (const row of cells.values) {
    texts.push(foldText(told.map((at) => String(row[at] ?? '')).join('\n')).folded);
    if (texts.length % ROWS_A_STEP === 0) yield { done: texts.length, of: cells.values.length };
  }
  return texts;
}

/** Complaints in which every word of the search stands somewhere in the row; the newest first. */
function hitsIn({ cells, columns }: OpenRegister, texts: readonly string[], text: string): ComplaintHit[] {
  const words = foldText(text)
    .folded.split(/\s+/)
    .filter((word) => word !== '');
  const cell = (row: readonly CellValue[], is: (column: RegisterColumn) => boolean): string => {
    const values = columns.flatMap((column, at) => (is(column) ? [String(row[at] ?? '').trim()] : []));
    return values.find((value) => value !== '') ?? '';
  };
  return cells.values
    .filter((_, at) => words.every((word) => texts[at]?.includes(word) === true))
    .map((row) => ({
      number: cell(row, ({ role }) => role === 'number'),
      customer: cell(row, ({ fields }) => fields.includes('customerName') || fields.includes('contactName')),
      about: cell(row, ({ fields }) => fields.includes('description') || fields.includes('productName')),
      status: cell(row, ({ role }) => role === 'status'),
    }))
    .filter(({ number }) => number !== '')
    .reverse();
}

const NAMES_KEPT = 30;

/** Names for the form: who is responsible by the row, then who has written entries. */
function namesIn(book: ComplaintBook | null, file: ComplaintFile | null): string[] {
  const writers = book === null ? [] : book.log.rows.map(({ text }) => String(text.by)).reverse();
  const own = file === null ? [] : [file.values.responsiblePerson, file.values.receivedBy];
  return [...new Set([...own, ...writers])].flatMap((name) => name?.trim() || []).slice(0, NAMES_KEPT);
}

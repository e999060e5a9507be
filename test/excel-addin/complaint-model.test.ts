import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts';
import { LOCALES } from '../../core/policy/localized.ts';
import { PACKS } from '../../core/policy/packs.ts';
import { planRecord } from '../../core/register/log/plan-record.ts';
import { writeTimeSerial } from '../../core/register/write-time-serial.ts';
import { entriesOf } from '../../excel-addin/complaint-entry.ts';
import { complaintFile, type ComplaintFile } from '../../excel-addin/complaint-file.ts';
import { shownComplaint } from '../../excel-addin/complaint-model.ts';
import type { Offer, RecordForm } from '../../excel-addin/taskpane/complaint-state.ts';
import { complaintBook, happened, NUMBER, type BookOptions } from './complaint-book.ts';
import { valueOf } from './register-on-host.ts';

const AS_OF = '2026-11-22T10:00:00+08:00';
const FRAME = { locale: 'zh-CN', people: [], who: '王芳', companyName: '' } as const;

const fileOf = (options: BookOptions = {}): ComplaintFile =>
  valueOf(complaintFile(complaintBook(options), NUMBER, AS_OF));
const shownOf = (options: BookOptions = {}) => shownComplaint(fileOf(options), FRAME);

function offerOf(file: ComplaintFile, id: string): Offer {
  const offer = shownComplaint(file, FRAME).offers.find((candidate) => candidate.id === id);
  if (offer === undefined) throw new Error(`no offer ${id}`);
  return offer;
}

function fill(file: ComplaintFile, id: string, form: Partial<RecordForm> = {}) {
  const offer = offerOf(file, id);
  const blank: RecordForm = { offer: id, when: '', note: '', who: '王芳', fields: {} };
  return entriesOf(offer, { ...blank, ...form }, file, { id: 'new', asOf: AS_OF, carriedNote: '按台账所记补录' });
}

const received = happened({ kind: 'received', occurredAt: '2026-11-20T09:15:00+08:00' });
const closed = happened({ kind: 'closed', occurredAt: '2026-11-21T17:30:00+08:00' });

describe('one complaint in the pane', () => {
  it.each(PACKS.flatMap(({ id }) => LOCALES.map((locale) => [id, locale] as const)))(
    'says by %s in %s only words, never a code',
    (policyId, locale) => {
      const book = complaintBook({
        policyId,
        events: [received, happened({ kind: 'followedUp', satisfied: false, occurredAt: AS_OF })],
      });
      const shown = shownComplaint(valueOf(complaintFile(book, NUMBER, AS_OF)), { ...FRAME, locale });
      const words = shown.offers.flatMap(({ label, by, hint, blockers, fields }) => [
        ...[label, by, hint, ...blockers.map(({ text }) => text)],
        ...fields.flatMap((field) => [field.label, ...field.options.flatMap((option) => [option.label, option.hint])]),
      ]);
      const all = [...words, ...shown.notices.map(({ text }) => text), ...shown.timeline.map(({ what }) => what)];
      for (const word of all) expect(word).not.toMatch(/\{\w+\}|undefined|\bnull\b|^[a-z]+[A-Z]\w+$/);
      expect(shown.offers.length).toBeGreaterThan(3);
      expect(new Set(shown.offers.map(({ id }) => id)).size).toBe(shown.offers.length);
    },
  );

  it('shows the deadline that the team wrote itself, and warns only where it comes first and the complaint is open', () => {
    const typed = (at: string) => writeTimeSerial(at, 'Asia/Shanghai');
    const ours = shownOf().deadlines.find(({ milestone }) => milestone === 'closing');
    if (ours === undefined) throw new Error('no deadline for closing');
    const ownOf = (dueAt: string | number, events: BookOptions['events'] = []) =>
      shownOf({ cells: { dueAt }, events }).ownDeadline;
    expect(shownOf().ownDeadline).toBeNull();
    const early = ownOf(typed('2026-11-22T18:00:00+08:00'));
    expect(early).toMatchObject({ at: '2026-11-22 18:00', isUrgent: true });
    expect(early?.note).toContain(ours.due);
    expect(early?.note).toMatch(/早/);
    const late = ownOf(typed('2026-12-31T18:00:00+08:00'));
    expect(late?.isUrgent).toBe(false);
    expect(late?.note).toMatch(/晚/);
    expect(ownOf(typed('2026-11-22T18:00:00+08:00'), [received, closed])).toMatchObject({ isUrgent: false });
    // The statistics' and the state's deadlines stay as they are.
    expect(shownOf({ cells: { dueAt: typed('2026-11-22T18:00:00+08:00') } }).deadlines).toEqual(shownOf().deadlines);
  });

  it('goes by the time that a person typed into the row, and tells that the log has another', () => {
    const typed = writeTimeSerial('2026-11-21T11:00:00+08:00', 'Asia/Shanghai');
    const noticesOf = (options: BookOptions) => shownOf(options).notices.map(({ text }) => text);
    const usual = noticesOf({ events: [received, closed] });
    expect(noticesOf({ events: [received, closed], cells: { closedAt: typed } })).toEqual([
      expect.stringMatching(/2026-11-21 11:00.*2026-11-21 17:30/) as string,
      ...usual,
    ]);
  });

  it('offers only what the policy knows: no reopening while it is open, and no pause without a reason but says where it is set', () => {
    const file = fileOf();
    expect(offerOf(file, 'paused').blockers).toMatchObject([
      { text: expect.stringContaining('制度与设置') as string, isHard: true },
    ]);
    expect(fill(file, 'paused')).toMatchObject({ ok: false, code: 'formBlocked' });
    const ids = shownOf().offers.map(({ id }) => id);
    expect(ids).toContain('regraded');
    expect(ids).not.toContain('reopen');
    expect(shownOf({ events: [received, closed] }).offers.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['reopen']),
    );
  });

  it('closes over no gate: what is missing is said, and the form is not taken', () => {
    const file = fileOf({ events: [received] });
    expect(offerOf(file, 'step:close').blockers.some(({ isHard }) => isHard)).toBe(true);
    expect(fill(file, 'step:close')).toMatchObject({ ok: false, code: 'formBlocked' });
  });

  it('marks what was filled in later, and takes nothing that lies ahead', () => {
    const file = fileOf({ events: [received] });
    const [entry] = valueOf(fill(file, 'step:acknowledge', { when: '2026-11-20T10:05' }));
    expect(entry).toMatchObject({ occurredAt: '2026-11-20T10:05:00+08:00', kind: 'acknowledged' });
    const shown = shownOf({ events: [received, entry as ComplaintEvent] });
    expect(shown.timeline.find(({ what }) => what === '首次响应')?.late).not.toBe('');
    expect(fill(file, 'step:acknowledge', { when: '2026-11-23T10:05' })).toMatchObject({ code: 'formFuture' });
    expect(fill(file, 'step:acknowledge', { who: ' ' })).toMatchObject({ code: 'formWho' });
  });

  it('carries over what only the row tells before it reopens, so that the reopening counts', () => {
    const cells = { firstResponseAt: 46_346.45, closedAt: 46_347 } as const;
    const file = fileOf({ cells });
    expect(file.isOpen).toBe(false);
    const entries = valueOf(fill(file, 'reopen', { fields: { way: 'continue', reason: '客户又来电' } }));
    expect(entries.map(({ kind }) => kind)).toEqual(['received', 'acknowledged', 'closed', 'reopened']);
    const after = fileOf({ cells: { firstResponseAt: 46_346.45 }, events: entries });
    expect(after.log.findings.filter(({ level }) => level === 'error')).toEqual([]);
    expect(after.isOpen).toBe(true);
    expect(after.log.cycles).toHaveLength(2);
  });

  it('keeps the closing time that a person put right when it reopens', () => {
    const day = { closedAt: writeTimeSerial('2026-11-21T12:00:00+08:00', 'Asia/Shanghai') };
    const before = fileOf({ events: [received, closed], cells: day });
    expect(before.log.times.closedAt).toContain('2026-11-21T12:00');
    const entries = valueOf(fill(before, 'reopen', { fields: { way: 'newCycle', reason: '又坏了' } }));
    const after = fileOf({ events: [received, closed, ...entries] });
    const closing = after.deadlines.find(({ milestone }) => milestone === 'closing');
    expect(closing?.earlier.map(({ stoppedAt }) => stoppedAt)).toEqual([expect.stringContaining('2026-11-21T12:00')]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  it('reopens also what only its status calls closed', () => {
    const book = complaintBook();
    const at = book.register.columns.findIndex(({ role }) => role === 'status');
    book.register.cells.values[0] = (book.register.cells.values[0] ?? []).with(at, '已结案');
    const file = valueOf(complaintFile(book, NUMBER, AS_OF));
    expect(file.isOpen).toBe(false);
    const events = valueOf(fill(file, 'reopen', { fields: { way: 'newCycle', reason: '换来的货仍不合格' } }));
    expect(events.map(({ kind }) => kind)).toEqual(['received', 'closed', 'reopened']);
    expect(fileOf({ events }).log.findings.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('regrades by the newest decision, also over what a person had typed before', () => {
    const file = fileOf({ events: [received] });
    const events = valueOf(fill(file, 'regraded', { fields: { grade: 'major', reason: '停工' } }));
    const { book } = file;
    const plan = valueOf(
      planRecord({
        ...book.rules,
        memory: book.memory,
        register: book.register,
        log: book.log,
        number: NUMBER,
        events,
      }),
    );
    const grade = plan.cells.find(
      ({ header }) => header === book.memory.columns.find(({ role }) => role === 'grade')?.header,
    );
    expect(grade?.cell).toBe('重大');
  });

  it('shows what was promised beside what is computed', () => {
    const promised = happened({
      ...{ kind: 'promised', milestone: 'closing', dueAt: '2026-11-24T17:00:00+08:00' },
      occurredAt: '2026-11-20T10:06:00+08:00',
    });
    const closing = shownOf({ events: [received, promised] }).deadlines.find(
      ({ milestone }) => milestone === 'closing',
    );
    expect(closing?.promised).toBe('2026-11-24 17:00');
    expect(closing?.due).not.toBe('');
    expect(closing?.trace.length).toBeGreaterThan(1);
  });

  it.each(PACKS.map(({ id }) => id))('ticks the items of %s’s checklists by entries of the log', (policyId) => {
    const file = fileOf({ policyId, events: [received] });
    for (const { id } of shownComplaint(file, FRAME).offers.filter(({ group }) => group === 'check')) {
      const events = valueOf(fill(file, id));
      const after = fileOf({ policyId, events: [received, ...events] });
      expect(after.log.findings.filter(({ code }) => code === 'unknownGate')).toEqual([]);
      expect(shownComplaint(after, FRAME).offers.map((offer) => offer.id)).not.toContain(id);
    }
  });

  it('strikes out a wrong entry and keeps it to be seen', () => {
    const file = fileOf({ events: [received, closed] });
    const events = valueOf(fill(file, `correct:${closed.id}`, { fields: { change: 'strike', reason: '点错了' } }));
    const after = shownOf({ events: [received, closed, ...events] });
    expect(after.isOpen).toBe(true);
    expect(after.timeline.find(({ id }) => id === closed.id)?.isStruck).toBe(true);
  });
});

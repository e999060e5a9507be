import fc from 'fast-check';
import { ComplaintEvent } from '../../../../core/complaint/complaint-event.ts';

const minute = fc.integer({ min: 0, max: 600_000 });
const moment = minute.map((at) => new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString().replace('.000Z', 'Z'));
const day = minute.map((at) => new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString().slice(0, 10));
const when = fc.oneof(moment, day);
const text = fc
  .oneof(
    fc.constantFrom('=HYPERLINK("x")', "'带撇号", '+86 139', '@王五', '第一行\n第二行', '周敏', '\u202Eevil', '-1'),
    fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
  )
  .filter((value) => value.trim() !== '');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const SHAPES = [
  { kind: 'received', receiver: maybe(text) },
  { kind: 'acknowledged' },
  { kind: 'assigned', department: maybe(text), person: maybe(text) },
  { kind: 'reported', to: maybe(fc.array(text, { minLength: 1, maxLength: 3 })) },
  { kind: 'followedUp', satisfied: fc.constantFrom(true, false, null) },
  { kind: 'closed', outcome: maybe(fc.constantFrom('founded', 'other')) },
  { kind: 'reopened', way: fc.constantFrom('continue', 'newCycle', 'linkedCase'), reason: text },
  { kind: 'regraded', from: fc.constantFrom(null, 'general'), to: fc.constantFrom('major', 'nonsense'), reason: text },
  { kind: 'paused', reason: fc.constantFrom('waiting', 'sample'), until: maybe(when), evidence: maybe(text) },
  { kind: 'approved', approval: fc.constantFrom('spending', 'x') },
  { kind: 'remedyPromised', remedy: fc.constantFrom('refund', 'x'), money: maybe(fc.integer({ min: 0, max: 9e6 })) },
  { kind: 'promised', milestone: fc.constantFrom('closing', 'x'), dueAt: moment },
  { kind: 'corrected', corrects: fc.constantFrom('a1', 'a2'), to: fc.oneof(when, fc.constant(null)), reason: text },
];

/** Any event that the schema knows, with ids of its own. */
export const anyEvents = fc
  .array(
    fc.oneof(
      ...SHAPES.map(({ kind, ...rest }) =>
        fc.record({
          kind: fc.constant(kind),
          occurredAt: when,
          recordedAt: moment,
          by: text,
          note: maybe(text),
          ...(rest as Record<string, fc.Arbitrary<unknown>>),
        }),
      ),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((events) =>
    events.flatMap((event, at) => ComplaintEvent.safeParse(clean({ ...event, id: `a${at}` })).data ?? []),
  )
  .filter((events) => events.length > 0);

function clean(event: object): object {
  return Object.fromEntries(Object.entries(event).filter(([, value]) => value !== undefined));
}

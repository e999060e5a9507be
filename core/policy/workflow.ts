import * as z from 'zod';
import { Condition } from './condition.ts';
import { Localized } from './localized.ts';
import { Id, Source } from './rule-source.ts';
import { Days } from './target.ts';
import { Field, TimeField } from '../complaint/field.ts';

/** One step of a grade's way; done when the event that stamps `done` has happened. */
export const Step = z.strictObject({
  id: Id,
  label: Localized,
  by: Id,
  /** Steps that must be done before. */
  after: z.array(Id),
  done: TimeField,
  /** Null: always; else only when this holds (an expert review only for major complaints …). */
  when: Condition.nullable(),
  /** Approval needed before the step counts as done, by which role; null for none. */
  approvedBy: Id.nullable(),
  source: Source,
});
export type Step = z.infer<typeof Step>;

/** The way of a complaint, per grade; `default` serves grades that are not named. */
export const Workflow = z.record(z.string(), z.array(Step).min(1));

/** What must be there before a complaint may be closed. */
export const ClosingGate = z.strictObject({
  id: Id,
  label: Localized,
  when: Condition,
  needs: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('field'), field: Field }),
    z.strictObject({ kind: z.literal('time'), time: TimeField }),
    z.strictObject({ kind: z.literal('satisfied') }),
    z.strictObject({ kind: z.literal('confirmed') }),
  ]),
  source: Source,
});
export type ClosingGate = z.infer<typeof ClosingGate>;

/** Approval before money or a promise. `over` is in yuan; null when the document names no limit: then every such promise needs it. */
export const Approval = z.strictObject({
  id: Id,
  label: Localized,
  of: z.enum(['spending', 'majorPromise', 'plan', 'transfer', 'consolationGift', 'medicalCost', 'compensation']),
  when: Condition,
  over: z.number().nonnegative().nullable(),
  by: Id,
  source: Source,
});
export type Approval = z.infer<typeof Approval>;

/** A listed reason to pause a clock. The first response is never paused. `capDays` null: the document names none. */
export const PauseReason = z.strictObject({
  id: Id,
  label: Localized,
  capDays: Days.nullable(),
  noteNeeded: z.boolean(),
  /** What has to be kept to prove it (a consignment number, a message); null or absent: nothing. */
  evidence: Localized.nullable().optional(),
  /** Nobody can choose it any more; it holds on for complaints that were paused for it. */
  isRetired: z.boolean().optional(),
  source: Source,
});
export type PauseReason = z.infer<typeof PauseReason>;

/** What happens on reopening: the same clock goes on, a new cycle starts, or a linked case is opened. */
export const ReopenRule = z.strictObject({
  way: z.enum(['continue', 'newCycle', 'linkedCase', 'notConfigured']),
  /** So many days after closing a complaint is better linked than reopened; null or absent: the document names none. */
  cutOffDays: Days.nullable().optional(),
  source: Source,
});

import * as z from 'zod';
import type { TimeField } from './field.ts';
import { DayOrMoment, Moment } from './moment.ts';

const Id = z.string().trim().min(1).max(64);
const Text = z.string().trim().min(1).max(2_000);
const Name = z.string().trim().min(1).max(200);

/** What every entry of the log says, whatever happened. */
const entry = {
  /** Given once when the entry is written; the same entry read twice is one entry. */
  id: Id,
  /** When it happened, as precisely as it is known. */
  occurredAt: DayOrMoment,
  /** When it was written down. Later than `occurredAt`: filled in afterwards (补写, S1f-14). */
  recordedAt: Moment,
  /** Who wrote it down. */
  by: Name,
  note: Text.optional(),
};

/** What somebody means to give: so many pieces where a ratio rules, so much money in yuan; absent: not known yet. */
const meant = {
  remedy: Id,
  count: z.number().positive().optional(),
  money: z.number().nonnegative().optional(),
  reason: Text.optional(),
};

function happened<Kind extends string>(kind: Kind) {
  return z.strictObject({ kind: z.literal(kind), ...entry });
}

function happenedWith<Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) {
  return z.strictObject({ kind: z.literal(kind), ...entry, ...shape });
}

/** How a complaint goes on after it was closed. */
export const ReopenWay = z.enum(['continue', 'newCycle', 'linkedCase']);
export type ReopenWay = z.infer<typeof ReopenWay>;

/** How a deadline stood when the complaint was closed: kept, whatever calendar or policy says later. */
export const ClosingVerdict = z.strictObject({ milestone: Id, dueAt: Moment, status: z.enum(['met', 'missed']) });
export type ClosingVerdict = z.infer<typeof ClosingVerdict>;

/**
 * All that can happen to a complaint. The log is only ever added to; what was wrong is put right by a `corrected` entry.
 * The wording of ISO 10002: `acknowledged` is the first response, `followedUp` asks for satisfaction, `closed` ends a cycle.
 */
export const ComplaintEvent = z.discriminatedUnion('kind', [
  /** `receiver`: who took it, where that is not who wrote it down (首问责任: stays responsible beside the owner). */
  happenedWith('received', { receiver: Name.optional() }),
  happened('accepted'),
  happened('acknowledged'),
  happened('transferApproved'),
  happenedWith('transferred', { department: Name }),
  happenedWith('reported', { to: z.array(Name).min(1).optional() }),
  happenedWith('assigned', { department: Name.optional(), person: Name.optional() }),
  happened('emergencyStarted'),
  happenedWith('teamFormed', { leader: Name.optional(), members: z.array(Name).optional() }),
  happened('progressTold'),
  happened('investigated'),
  happened('informationPublished'),
  happened('expertReviewed'),
  happened('planProposed'),
  happened('planSubmitted'),
  happened('planApproved'),
  happened('planFixed'),
  /** The goods are back with us: from here the law counts the time for the refund. */
  happened('goodsReturned'),
  /** The regulator has the complaint, and has taken it up: its own clocks, of which its notice tells the days. */
  happened('regulatorReceived'),
  happened('regulatorAccepted'),
  happened('executed'),
  happened('resultTold'),
  /** Not satisfied: back to the department, counted (S2-21). */
  happenedWith('followedUp', { satisfied: z.boolean().nullable() }),
  happenedWith('closed', { outcome: Id.optional(), verdicts: z.array(ClosingVerdict).optional() }),
  happened('archived'),
  /** `caseId`: the complaint that goes on in place of this one, for a linked case. */
  happenedWith('reopened', { way: ReopenWay, reason: Text, caseId: Id.optional() }),
  /** `from` null: the first grade that was given. */
  happenedWith('regraded', { from: Id.nullable(), to: Id, reason: Text }),
  /**
   * `reason` is one that the policy lists. `evidence`: what proves it, or where it is kept. `milestones`: only these clocks;
   * absent: all that the reason pauses.
   */
  happenedWith('paused', {
    reason: Id,
    until: DayOrMoment.optional(),
    evidence: Text.optional(),
    milestones: z.array(Id).min(1).optional(),
  }),
  /** Without a reason everything goes on. */
  happenedWith('resumed', { reason: Id.optional() }),
  happenedWith('withdrawn', { reason: Text.optional() }),
  /** An approval of the policy was given, by its id. */
  happenedWith('approved', { approval: Id }),
  /** A closing gate or validity test that a person confirms, by its id. */
  happenedWith('confirmed', { gate: Id }),
  /** How the complaint turned out, by the verdicts of the policy; the last one holds. */
  happenedWith('verdictGiven', { verdict: Id, reason: Text.optional() }),
  /** Somebody means to give a remedy: approval and consent come first. For each remedy the last entry holds. */
  happenedWith('remedyIntended', meant),
  /** A remedy was promised to the complainant. */
  happenedWith('remedyPromised', meant),
  /** A time was told to the complainant. With it the rules of that day, so that a change can be seen later. */
  happenedWith('promised', {
    milestone: Id,
    dueAt: Moment,
    policyVersion: z.string().optional(),
    calendarVersion: z.string().optional(),
  }),
  /** `to`: when the corrected entry really happened; null: it did not happen at all. */
  happenedWith('corrected', { corrects: Id, to: DayOrMoment.nullable(), reason: Text }),
]);
export type ComplaintEvent = z.infer<typeof ComplaintEvent>;
export type EventKind = ComplaintEvent['kind'];

/** The time of a complaint's life that an event stamps; events that stamp none are absent. */
export const STAMPS = {
  received: 'receivedAt',
  accepted: 'acceptedAt',
  acknowledged: 'firstResponseAt',
  transferApproved: 'transferApprovedAt',
  transferred: 'transferredAt',
  reported: 'reportedAt',
  assigned: 'assignedAt',
  emergencyStarted: 'emergencyStartedAt',
  teamFormed: 'teamFormedAt',
  progressTold: 'progressToldAt',
  investigated: 'investigatedAt',
  informationPublished: 'informationPublishedAt',
  expertReviewed: 'expertReviewedAt',
  planProposed: 'planProposedAt',
  planSubmitted: 'planSubmittedAt',
  planApproved: 'planApprovedAt',
  planFixed: 'planFixedAt',
  goodsReturned: 'goodsReturnedAt',
  regulatorReceived: 'regulatorReceivedAt',
  regulatorAccepted: 'regulatorAcceptedAt',
  executed: 'executedAt',
  resultTold: 'resultToldAt',
  followedUp: 'followedUpAt',
  closed: 'closedAt',
  archived: 'archivedAt',
} as const satisfies Partial<Record<EventKind, TimeField>>;

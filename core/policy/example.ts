import * as z from 'zod';
import { ComplaintValues } from '../complaint/complaint-values.ts';
import { Moment } from '../complaint/moment.ts';
import { Id } from './rule-source.ts';
import { Target } from './target.ts';

const Ids = z.array(Id);

/** A deadline in an example: its due time, or the word that says why there is none. */
const ExpectedDeadline = z.union([
  Moment,
  z.enum(['immediately', 'notConfigured', 'needsInput', 'notStarted', 'neverOpens']),
]);

/**
 * A worked example: a complaint and what the pack makes of it. What is not named is not compared. Deadlines are those of a company
 * with an office in China (Monday to Friday 9:00–12:00 and 13:30–18:00, the official days, day 1 is the day after) that has
 * answered what stands in `company` and nothing else.
 */
export const Example = z.strictObject({
  name: z.string(),
  given: ComplaintValues,
  /** What a person settled before the rules were asked. */
  chosen: z
    .strictObject({ category: Id.optional(), grade: Id.optional(), axes: z.record(Id, Id).optional() })
    .optional(),
  company: z
    .strictObject({ hoursMean: z.enum(['working', 'clock']), targets: z.record(Id, z.record(z.string(), Target)) })
    .partial()
    .optional(),
  expect: z.strictObject({
    category: Id.optional(),
    grade: Id.optional(),
    gradeRule: Id.optional(),
    /** All of them, in the pack's order. */
    lanes: Ids.optional(),
    /** By axis id; axes that are not named are not compared. */
    axes: z.record(Id, Id).optional(),
    /** Where it is sent first, before anybody knows who is liable. */
    routes: Ids.optional(),
    /** Who answers for it, by the matrix. */
    departments: Ids.optional(),
    /** Roles that are told at once. */
    toldAtOnce: Ids.optional(),
    /** Teams that it calls for. */
    teams: Ids.optional(),
    /** Remedies that are proposed, not merely on offer. */
    remedies: Ids.optional(),
    /** Milestones that apply, with the pack's own target for its grade; others are not compared. */
    targets: z.record(Id, Target).optional(),
    /** Deadlines by milestone; others are not compared. */
    deadlines: z.record(Id, ExpectedDeadline).optional(),
  }),
});
export type Example = z.infer<typeof Example>;

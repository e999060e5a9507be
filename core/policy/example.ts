import * as z from 'zod';
import { ComplaintValues } from '../complaint/complaint-values.ts';
import { Id } from './rule-source.ts';
import { Target } from './target.ts';

const Ids = z.array(Id);

/** A worked example: a complaint and what the pack makes of it. What is not named is not compared. */
export const Example = z.strictObject({
  name: z.string(),
  given: ComplaintValues,
  /** What a person settled before the rules were asked. */
  chosen: z
    .strictObject({ category: Id.optional(), grade: Id.optional(), axes: z.record(Id, Id).optional() })
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
  }),
});
export type Example = z.infer<typeof Example>;

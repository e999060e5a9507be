import * as z from 'zod';
import { Condition } from './condition.ts';
import { Localized } from './localized.ts';
import { Id, Source } from './rule-source.ts';
import { Target } from './target.ts';

/** A role or department: who acts, who is told, who is responsible. `reportsTo` makes the ladder up which a complaint is escalated. */
export const Role = z.strictObject({
  id: Id,
  label: Localized,
  duty: Localized.nullable(),
  reportsTo: Id.nullable(),
  /** Other names of it, as a team writes them. */
  synonyms: z.array(z.string()).optional(),
  source: Source,
});
export type Role = z.infer<typeof Role>;

/** A team that a grade or lane calls for: its leader, and each member's duty. */
export const Team = z.strictObject({
  id: Id,
  label: Localized,
  /** Null: a standing team. */
  when: Condition.nullable(),
  leader: Id.nullable(),
  members: z.array(z.strictObject({ role: Id, duty: Localized.nullable() })).min(1),
  duty: Localized.nullable(),
  source: Source,
});
export type Team = z.infer<typeof Team>;

/** Who must be told, of what, and how soon. */
export const Notification = z.strictObject({
  id: Id,
  label: Localized,
  when: Condition,
  tell: z.array(Id).min(1),
  within: Target,
  source: Source,
});
export type Notification = z.infer<typeof Notification>;

/** Which departments a complaint is sent to first (routing), before liability is known. */
export const Route = z.strictObject({ id: Id, when: Condition, departments: z.array(Id).min(1), source: Source });
export type Route = z.infer<typeof Route>;

import * as z from 'zod';
import { Localized } from './localized.ts';
import { Id } from './rule-source.ts';
import { Days, Target } from './target.ts';
import { EscalationStep, WarnPoints } from './warn-point.ts';
import { PauseReason } from './workflow.ts';

/**
 * A reason of the company's own to pause clocks, where no document lists one: as a pack has it, and which milestones it stops.
 * A first response is never paused, whatever stands in `stops`.
 */
export const CompanyPause = PauseReason.omit({ source: true, isRetired: true }).extend({ stops: z.array(Id).min(1) });
export type CompanyPause = z.infer<typeof CompanyPause>;

/**
 * What a company answered to the blanks of a pack, beside its times. By the id of the rule that is left open; absent: not
 * answered. Nothing here is ever filled in by the product. Pauses, warn points and ladders of escalation may be added where the pack has none.
 */
export const PolicyAnswers = z.strictObject({
  /** In yuan: above it the approval is needed. */
  approvalLimits: z.record(Id, z.number().nonnegative()).optional(),
  /** What a ratio counts: 包, 袋, 箱. */
  baseUnits: z.record(Id, z.string().min(1)).optional(),
  /** Reasons beside the pack's; their cap, where it is left open, is a blank like the pack's own. */
  pauseReasons: z.array(CompanyPause).optional(),
  /** Reasons of the company's own that are no longer given; logs still name them. */
  retiredPauses: z.array(CompanyPause).optional(),
  pauseCapDays: z.record(Id, Days).optional(),
  reopening: z
    .strictObject({
      way: z.enum(['continue', 'newCycle', 'linkedCase']),
      cutOffDays: Days.nullable(),
    })
    .optional(),
  /** In yuan, by reward or penalty. */
  amounts: z.record(Id, z.number().nonnegative()).optional(),
  performancePercent: z.number().min(0).max(100).optional(),
  satisfactionScale: z
    .array(z.strictObject({ id: Id, label: Localized }))
    .min(2)
    .optional(),
  /** The step of the scale from which the customer counts as satisfied. */
  satisfiedFrom: Id.optional(),
  /** The role that asks the customer. */
  satisfactionAskedBy: Id.optional(),
  retentionYears: z.int().positive().max(200).optional(),
  /** Numbers that a measure asks for, such as the deliveries of a month; by measure. */
  measureNumbers: z.record(Id, z.number().nonnegative()).optional(),
  measurePeriods: z.record(Id, z.enum(['month', 'quarter', 'year'])).optional(),
  trendAlarms: z.record(Id, z.strictObject({ times: z.int().positive(), withinDays: Days })).optional(),
  /** When a clock warns, by milestone and then grade id or `default`; without an answer the pack's `warnMinutes`. */
  warnings: z.record(Id, WarnPoints).optional(),
  /** Who is told of a deadline that is near or past, by milestone. */
  escalation: z.record(Id, z.array(EscalationStep).min(1).max(20)).optional(),
  /** How soon somebody must be told, by notification. */
  notifications: z.record(Id, Target).optional(),
  /** Answers in words, by open question. */
  openQuestions: z.record(Id, z.string().min(1)).optional(),
});
export type PolicyAnswers = z.infer<typeof PolicyAnswers>;

import * as z from 'zod';
import { Field, TimeField } from '../complaint/field.ts';
import { Axis } from './axis.ts';
import { Condition } from './condition.ts';
import { Example } from './example.ts';
import { Checklist, Guidance, Paper, Phrase, ReplyTemplate } from './guidance.ts';
import { Lane, ValidityTest, Verdict } from './lane.ts';
import { Localized } from './localized.ts';
import { Measure, TrendAlarm } from './measure.ts';
import { Notification, Role, Route, Team } from './people.ts';
import { Remedy } from './remedy.ts';
import { Accountability, ResponsibilityRule } from './responsibility.ts';
import { RecordForm } from './record-form.ts';
import { RecordCheck } from './record-check.ts';
import { Id, Source } from './rule-source.ts';
import { SourceDocument } from './source-document.ts';
import { Minutes, Target } from './target.ts';
import { EscalationStep, WarnPoints } from './warn-point.ts';
import { Word, Words } from './word.ts';
import { Approval, ClosingGate, PauseReason, ReopenRule, Workflow } from './workflow.ts';

export { Target } from './target.ts';

export const Milestone = z.strictObject({
  id: Id,
  label: Localized,
  /** The field that holds when the clock starts, and the one that holds when it was done. */
  startsAt: TimeField,
  stopsAt: TimeField,
  /** Target by grade id; `default` serves all grades that are not named. */
  targets: z.record(z.string(), Target).refine((targets) => 'default' in targets, 'a default target is needed'),
  /** What the product proposes for targets that are left blank, by grade id or `default`. Offered to be confirmed, never used by itself. */
  suggestions: z.record(z.string(), Target).optional(),
  /** Warn this many minutes (of the clock) before the deadline. */
  warnMinutes: Minutes,
  /** More warn points than that one, by grade id or `default`; they go before `warnMinutes`. */
  warnings: WarnPoints.optional(),
  /** Only for complaints of which this holds; absent: for all. */
  when: Condition.optional(),
  /** “In principle” (原则上): missing it is shown, not blamed. */
  isSoft: z.boolean().optional(),
  /** Reasons that pause this clock, by id; absent: none. The first response is never paused. */
  pausedBy: z.array(Id).optional(),
  /** Again and again until it stops: a progress report every so often. */
  recurs: z.boolean().optional(),
  /** Who is told when it is near or past: minutes of the clock before (negative) or after the deadline. */
  escalation: z.array(EscalationStep).optional(),
  source: Source,
});
export type Milestone = z.infer<typeof Milestone>;

export const GradeRule = z.strictObject({ id: Id, grade: Id, when: Condition, reason: Localized, source: Source });
export type GradeRule = z.infer<typeof GradeRule>;

export const PolicyPack = z.strictObject({
  schemaVersion: z.literal(1),
  id: Id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  label: Localized,
  description: Localized,
  documents: z.array(SourceDocument).default([]),
  /** Words that several rules of this pack share; `@name` in a list of words of the pack's file stands for them. */
  wordLists: z.record(Id, Words).default({}),
  fields: z.array(
    z.strictObject({
      field: Field,
      mandatory: z.boolean(),
      /** Other fields that answer the question as well: an order number where a batch number is asked for. */
      answeredBy: z.array(Field).min(1).optional(),
      /** Asked for only when this holds; absent: always. */
      when: Condition.optional(),
      question: Localized,
      source: Source,
    }),
  ),
  categories: z.array(
    z.strictObject({
      id: Id,
      label: Localized,
      /** The shared word lists that speak for this category, from `core/policy/lexicon/`; `words` are added to them. */
      lexicon: z.union([Id, z.array(Id).min(1)]).optional(),
      /** Only its words speak for it: the shared frames (`修` near `还是`) would say otherwise than the pack's own rules. */
      wordsAlone: z.literal(true).optional(),
      /** Words that speak for this category, with their weight; matched after folding, so simplified forms suffice. */
      words: z.record(Word, z.number().positive()),
      /** Names by which ledgers call this category, besides the labels. */
      synonyms: z.array(z.string()),
      source: Source,
    }),
  ),
  /** From mildest to gravest; the first is what a complaint gets when no rule fires. */
  grades: z.array(z.strictObject({ id: Id, label: Localized, synonyms: z.array(z.string()), source: Source })).min(1),
  gradeRules: z.array(GradeRule),
  statuses: z
    .array(
      z.strictObject({ id: Id, label: Localized, isOpen: z.boolean(), synonyms: z.array(z.string()), source: Source }),
    )
    .min(2),
  milestones: z.array(Milestone),
  channels: z
    .array(z.strictObject({ id: Id, label: Localized, synonyms: z.array(z.string()), source: Source }))
    .default([]),
  axes: z.array(Axis).default([]),
  validity: z.array(ValidityTest).default([]),
  verdicts: z.array(Verdict).default([]),
  lanes: z.array(Lane).default([]),
  roles: z.array(Role).default([]),
  teams: z.array(Team).default([]),
  notifications: z.array(Notification).default([]),
  routes: z.array(Route).default([]),
  workflow: Workflow.default({}),
  closingGates: z.array(ClosingGate).default([]),
  /** How the values of a record must stand together. */
  checks: z.array(RecordCheck).default([]),
  approvals: z.array(Approval).default([]),
  pauseReasons: z.array(PauseReason).default([]),
  reopening: ReopenRule.default({ way: 'notConfigured', source: 'product' }),
  remedies: z.array(Remedy).default([]),
  responsibility: z.array(ResponsibilityRule).default([]),
  accountability: Accountability.default({ measures: [], noLetOffs: [], appeal: null, performanceShare: null }),
  replies: z.array(ReplyTemplate).default([]),
  phrases: z.array(Phrase).default([]),
  guidance: z.array(Guidance).default([]),
  checklists: z.array(Checklist).default([]),
  papers: z.array(Paper).default([]),
  /** The company's form for one complaint; absent: the general one serves. */
  recordForm: RecordForm.optional(),
  /** Steps of the satisfaction scale, from worst to best; null: no document sets one. */
  satisfactionScale: z
    .array(z.strictObject({ id: Id, label: Localized }))
    .min(2)
    .nullable()
    .default(null),
  measures: z.array(Measure).default([]),
  trendAlarms: z.array(TrendAlarm).default([]),
  /** How long records are kept; `years` null: not configured. */
  retention: z
    .strictObject({ years: z.int().positive().nullable(), source: Source })
    .default({ years: null, source: 'product' }),
  /** Blanks of the documents that stand in no other rule, in the document's own words. */
  openQuestions: z.array(z.strictObject({ id: Id, question: Localized, source: Source })).default([]),
  examples: z.array(Example),
});
export type PolicyPack = z.infer<typeof PolicyPack>;

import type { PageCapture } from '../../../core/capture/page-capture.ts';
import type { ComplaintValues } from '../../../core/complaint/complaint-values.ts';
import { fieldKind, type Field } from '../../../core/complaint/field.ts';
import { computeDeadlines } from '../../../core/deadline/compute-deadlines.ts';
import type { Deadline } from '../../../core/deadline/deadline.ts';
import type { ComplaintDraft, DraftValue } from '../../../core/extract/complaint-draft.ts';
import { candidatesIn } from '../../../core/extract/proposed-values.ts';
import { assessComplaint } from '../../../core/grade/assess-complaint.ts';
import type { Assessment } from '../../../core/grade/assessment.ts';
import { fieldsToAsk } from '../../../core/grade/fields-to-ask.ts';
import { matchCondition } from '../../../core/grade/match-condition.ts';
import { situationOf, type Situation } from '../../../core/grade/situation.ts';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import type { Localized } from '../../../core/policy/localized.ts';
import type { MissingField } from '../../../core/policy/missing-fields.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { questionsForCustomer } from '../../../core/reply/write-questions.ts';
import { filledValues, type DraftEdits } from './draft-edits.ts';
import { quoteOf, type Quote } from './quote-context.ts';
import { viewCalls, type CallsView } from './view-calls.ts';
import { addableFields, shownFields, type GroupId } from './shown-fields.ts';

export interface DraftContext {
  capture: PageCapture;
  draft: ComplaintDraft;
  pack: PolicyPack;
  company: CompanySettings | null;
  asOf: string;
  zone: string;
}

export interface FieldView {
  field: Field;
  kind: 'line' | 'text' | 'time';
  value: string;
  isMandatory: boolean;
  /** The words that the value came from, one quote for each of its parts; none when it was typed by hand. */
  quotes: Quote[];
  doubt: string | null;
  isDoubtful: boolean;
  /** The clerk wrote something else than what was read, or nothing. */
  isEdited: boolean;
  /** Other readings, best first. */
  others: string[];
  question: Localized | null;
}

export interface DraftView {
  groups: { id: GroupId; fields: FieldView[] }[];
  missing: MissingField[];
  /** What the policy would like to know beside the mandatory. */
  optional: MissingField[];
  /** Fields that are not shown and can be added. */
  addable: Field[];
  values: ComplaintValues;
  /** The complaint as the rules see it now. */
  situation: Situation;
  calls: CallsView;
  assessment: Assessment;
  category: string | null;
  grade: string;
  deadlines: Deadline[];
  looksLikeComplaint: boolean;
}

/** Everything the draft view shows, from what was read, what was edited, and the policy. */
export function viewDraft(context: DraftContext, edits: DraftEdits): DraftView {
  const { draft, pack, company, asOf, zone } = context;
  const values = filledValues(edits);
  const assessment = assessComplaint(values, pack, edits.lanes === undefined ? {} : { lanes: edits.lanes });
  const category = edits.category === undefined ? (assessment.category?.id ?? null) : edits.category;
  const grade = edits.grade ?? assessment.grade.id;
  const situation = situationAsChosen(context, edits, values, assessment);
  const asked = fieldsToAsk(situation, pack);
  const missing = asked.filter(({ mandatory }) => mandatory);
  const demanded = demandedFields(pack, situation);
  const shown = shownFields(demanded, draft, edits.values);
  return {
    groups: (['customer', 'matter', 'more'] as const).map((id) => ({
      id,
      fields: shown[id].map((field) => viewField(field, context, edits, { missing, demanded })),
    })),
    missing,
    optional: questionsForCustomer(asked.filter(({ mandatory }) => !mandatory)),
    addable: addableFields(shown),
    values,
    situation,
    calls: viewCalls(pack, assessment, situation, edits.lanes ?? {}),
    assessment,
    category,
    grade,
    deadlines: computeDeadlines({ values, grade, pack, company, asOf, zone }),
    looksLikeComplaint: context.capture.readBy.way === 'form' || draft.isComplaint.score >= 0.5,
  };
}

/** What the rules look at: the assessment, where it follows from what the clerk chose. */
function situationAsChosen(
  { pack }: DraftContext,
  { category, grade, lanes }: DraftEdits,
  values: ComplaintValues,
  proposal: Assessment,
): Situation {
  if (category === undefined && grade === undefined) return situationOf(values, proposal);
  const own = {
    ...(category ? { category } : {}),
    ...(grade === undefined ? {} : { grade }),
    ...(lanes ? { lanes } : {}),
  };
  const chosen = assessComplaint(values, pack, own);
  return situationOf(values, category === null ? { ...chosen, category: null } : chosen);
}

/** The fields that the policy demands of this complaint, filled or not. */
function demandedFields({ fields }: PolicyPack, situation: Situation): Set<Field> {
  const demanded = fields.filter(
    ({ mandatory, when }) => mandatory && (when === undefined || matchCondition(when, situation) !== null),
  );
  return new Set(demanded.map(({ field }) => field));
}

const LONG = new Set<Field>(['description', 'demand', 'evidence', 'remarks', 'contactAddress']);

function viewField(
  field: Field,
  { capture, draft }: DraftContext,
  edits: DraftEdits,
  { missing, demanded }: { missing: MissingField[]; demanded: ReadonlySet<Field> },
): FieldView {
  const value = edits.values[field] ?? '';
  const candidates = draft.values[field] ?? [];
  const sources = candidatesIn(field, value, candidates);
  const taken = new Set(sources.map((source) => source.value));
  const doubtful = sources.find(isDoubtful) ?? null;
  return {
    field,
    kind: fieldKind(field) === 'time' ? 'time' : LONG.has(field) ? 'text' : 'line',
    value,
    isMandatory: demanded.has(field),
    quotes: sources
      .filter((source) => source.doubt !== 'fromClipTime')
      .map((source) => quoteOf(capture, source.evidence)),
    doubt: doubtful?.doubt ?? null,
    isDoubtful: doubtful !== null,
    isEdited: sources.length === 0 && candidates.length > 0,
    others: [...new Set(candidates.map((candidate) => candidate.value))]
      .filter((other) => !taken.has(other))
      .slice(0, 4),
    question: missing.find((each) => each.field === field)?.question ?? null,
  };
}

const isDoubtful = ({ confidence, doubt }: DraftValue) => confidence < 0.5 || doubt !== null;

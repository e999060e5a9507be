import { answerTo } from './answer-blank.ts';
import type { BlankAnswer } from './blank-answer.ts';
import type { CompanySettings } from './company-settings.ts';
import { listBlanks } from './list-blanks.ts';
import type { BlankCode, PolicyBlank } from './policy-blank.ts';
import type { PolicyPack } from './policy-pack.ts';
import type { Target } from './target.ts';

/** A blank of the pack, answered or not, with what a person needs to answer it. */
export interface PolicyQuestion {
  blank: PolicyBlank;
  isAnswered: boolean;
  /** Null: not answered yet. */
  answer: BlankAnswer | null;
  /** The words in which the document leaves it open (`[X]个工作日`); null where it says nothing. */
  documentSays: string | null;
  /** What the product proposes; it counts for nothing until a person takes it. */
  suggestion: Target | null;
}

/** The order in which they are asked, by what they are about; within one, the order of the pack. */
const ORDER: readonly BlankCode[] = [
  ...(['calendar', 'hoursMean', 'target', 'firstDay', 'dayEnds', 'notification'] as const),
  ...(['approvalLimit', 'baseUnit', 'ownPause', 'pauseCap', 'reopening'] as const),
  ...(['satisfactionScale', 'satisfiedFrom', 'satisfactionAskedBy'] as const),
  ...(['rewardAmount', 'penaltyAmount', 'performanceShare'] as const),
  ...(['measurePeriod', 'measureNumber', 'trendAlarm', 'retention', 'open', 'warnings', 'escalation'] as const),
];

/**
 * Every question that a pack puts to a company, also those that only came up by other answers (working hours, once a limit in
 * working days was chosen), with the answers given so far. Settings made for another pack answer nothing.
 */
export function policyQuestions(pack: PolicyPack, company: CompanySettings | null): PolicyQuestion[] {
  const own = company?.policyId === pack.id ? company : null;
  const open = listBlanks(pack, own);
  const openIds = new Set(open.map(({ id }) => id));
  const all = new Map<string, PolicyBlank>();
  for (const blank of [...listBlanks(pack, null), ...(own ? listBlanks(pack, structureOf(own)) : []), ...open]) {
    // The last one knows most: the steps of a scale that was answered.
    all.set(blank.id, blank);
  }
  return [...all.values()]
    .map((blank) => ({
      blank,
      isAnswered: !openIds.has(blank.id),
      answer: answerTo(own, blank),
      ...(blank.code === 'target' ? ofTarget(pack, blank.id) : { documentSays: null, suggestion: null }),
    }))
    .sort((one, other) => ORDER.indexOf(one.blank.code) - ORDER.indexOf(other.blank.code));
}

/** Whether a question can be put yet: from which step a customer counts as satisfied has no choices before there are steps. */
export function canBeAsked({ blank: { answer } }: PolicyQuestion): boolean {
  return answer.kind !== 'choice' || answer.options.length > 0;
}

/** How far a company has come: the optional questions count only where they were answered. */
export function progressOf(questions: readonly PolicyQuestion[]): { answered: number; total: number } {
  const counted = questions.filter(({ blank, isAnswered }) => isAnswered || !blank.isOptional);
  return { answered: counted.filter(({ isAnswered }) => isAnswered).length, total: counted.length };
}

/** The answers that raise further questions, without those that settle them. */
function structureOf(company: CompanySettings): CompanySettings {
  const { satisfactionScale, pauseReasons } = company.answers ?? {};
  return {
    ...company,
    calendar: null,
    firstDay: null,
    dayEnds: null,
    answers: { ...(satisfactionScale && { satisfactionScale }), ...(pauseReasons && { pauseReasons }) },
  };
}

function ofTarget(pack: PolicyPack, id: string): Pick<PolicyQuestion, 'documentSays' | 'suggestion'> {
  const [, milestoneId, grade = ''] = id.split('.');
  const milestone = pack.milestones.find((each) => each.id === milestoneId);
  const target = milestone?.targets[grade] ?? milestone?.targets['default'];
  return {
    documentSays: target?.unit === 'notConfigured' ? (target.blank ?? null) : null,
    suggestion: milestone?.suggestions?.[grade] ?? milestone?.suggestions?.['default'] ?? null,
  };
}

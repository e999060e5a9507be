import { chooseTarget } from './choose-target.ts';
import type { CompanySettings } from './company-settings.ts';
import { listDeadlineBlanks } from './list-deadline-blanks.ts';
import { overlayCompany } from './overlay-company.ts';
import type { AnswerKind, BlankCode, PolicyBlank } from './policy-blank.ts';
import type { PolicyPack } from './policy-pack.ts';
import { suggestedPauses } from './suggested-pauses.ts';

/**
 * Every blank of every section that the company has not answered, in the order in which a wizard would ask: time first,
 * then who approves what, remedies, pauses, reopening, satisfaction, rewards and penalties, statistics, retention, and the
 * questions that the documents leave open in words. Settings made for another pack answer nothing. Each blank is listed
 * once; answering all of them leaves the list empty. Warn points and ladders come last. An optional one has a default that holds without an answer.
 */
export function listBlanks(pack: PolicyPack, company: CompanySettings | null): PolicyBlank[] {
  const own = company?.policyId === pack.id ? company : null;
  const { pack: filled, answers } = overlayCompany(pack, own);
  return [
    ...timeBlanks(pack, own),
    ...peopleBlanks(filled),
    ...ownPauseBlanks(pack, filled),
    ...pauseBlanks(filled),
    ...satisfactionBlanks(filled, answers),
    ...accountabilityBlanks(filled),
    ...statisticsBlanks(filled, answers),
    ...pack.openQuestions
      .filter(({ id }) => answers.openQuestions?.[id] === undefined)
      .map(({ id, question, source }) =>
        blank(`openQuestions.${id}`, 'open', { kind: 'text' }, { source, labels: { question } }),
      ),
    ...warningBlanks(filled),
  ];
}

function timeBlanks(pack: PolicyPack, company: CompanySettings | null): PolicyBlank[] {
  const open = pack.milestones.flatMap((milestone) =>
    pack.grades.map(({ id }) => ({ milestone, grade: id, choice: chooseTarget(milestone, id, pack, company) })),
  );
  const unclear = open.find(({ choice }) => choice.hours?.mean === null);
  const hours = unclear
    ? [
        blank('hoursMean', 'hoursMean', choiceOf('working', 'clock'), {
          source: unclear.milestone.source,
          labels: { milestone: unclear.milestone.label },
        }),
      ]
    : [];
  const needed = listDeadlineBlanks(pack, company).flatMap((each): PolicyBlank[] => {
    if (each.code === 'calendar') return [blank('calendar', 'calendar', { kind: 'calendar' })];
    if (each.code === 'firstDay') return [blank('firstDay', 'firstDay', choiceOf('nextDay', 'sameDay'))];
    const found = open.find(({ milestone, grade }) => milestone.id === each.milestone && grade === each.grade);
    const grade = pack.grades.find(({ id }) => id === each.grade);
    if (!found || !grade || found.choice.hours) return [];
    const labels = { milestone: found.milestone.label, grade: grade.label };
    const id = `targets.${each.milestone}.${each.grade}`;
    return [blank(id, 'target', { kind: 'target' }, { source: found.milestone.source, labels })];
  });
  const told = pack.notifications
    .filter(({ id, within }) => within.unit === 'notConfigured' && company?.answers?.notifications?.[id] === undefined)
    .map(({ id, label, source }) =>
      blank(`notifications.${id}`, 'notification', { kind: 'target' }, { source, labels: { name: label } }),
    );
  const countsDays = open.some(
    ({ milestone, grade, choice }) => appliesTo(milestone, grade) && DAYS.includes(choice.target.unit),
  );
  const ends = { ...blank('dayEnds', 'dayEnds', choiceOf('lastWindow', 'sameClockTime')), isOptional: true };
  return [...needed, ...(countsDays && !company?.dayEnds ? [ends] : []), ...hours, ...told];
}

/** When a clock warns and who is told then: the product warns once, ahead by `warnMinutes`, and tells nobody above. */
function warningBlanks({ milestones, roles }: PolicyPack): PolicyBlank[] {
  return milestones.flatMap(({ id, label, warnMinutes, warnings, escalation, source }) => {
    const about = { source, labels: { milestone: label } };
    const points = blank(`warnings.${id}`, 'warnings', { kind: 'warnPoints' }, about);
    const ladder = blank(`escalation.${id}`, 'escalation', { kind: 'ladder' }, about);
    return [
      ...(warnings ? [] : [{ ...points, isOptional: true, params: { count: warnMinutes } }]),
      ...(escalation || roles.length === 0 ? [] : [{ ...ladder, isOptional: true }]),
    ];
  });
}

const DAYS: readonly string[] = ['workDays', 'calendarDays'];

function appliesTo({ when }: PolicyPack['milestones'][number], grade: string): boolean {
  return when?.grade?.includes(grade) ?? true;
}

function peopleBlanks({ approvals, remedies, roles }: PolicyPack): PolicyBlank[] {
  const limits = approvals
    .filter(({ over, of }) => over === null && OF_MONEY.includes(of))
    .map(({ id, label, by, source }) => {
      const role = roles.find((each) => each.id === by)?.label ?? label;
      return blank(`approvals.${id}`, 'approvalLimit', numberOf('yuan'), { source, labels: { name: label, role } });
    });
  const units = remedies
    .filter(({ ratio }) => ratio?.baseUnit === null)
    .map(({ id, label, source }) =>
      blank(`remedies.${id}`, 'baseUnit', { kind: 'text' }, { source, labels: { name: label } }),
    );
  return [...limits, ...units];
}

/** Only approvals of money can have a limit in money. */
const OF_MONEY: readonly string[] = ['spending', 'consolationGift', 'medicalCost', 'compensation'];

/** Reasons to pause that the company may set where the documents list none. */
function ownPauseBlanks(pack: PolicyPack, { pauseReasons }: PolicyPack): PolicyBlank[] {
  return suggestedPauses(pack)
    .filter(({ id }) => pauseReasons.every((known) => known.id !== id || known.isRetired === true))
    .map(({ id, label }) => ({
      ...blank(`ownPauses.${id}`, 'ownPause', numberOf('days'), { labels: { name: label } }),
      isOptional: true,
    }));
}

function pauseBlanks({ pauseReasons, reopening }: PolicyPack): PolicyBlank[] {
  const caps = pauseReasons
    .filter(({ capDays, isRetired }) => capDays === null && isRetired !== true)
    .map(({ id, label, source }) =>
      blank(`pauseReasons.${id}`, 'pauseCap', numberOf('days'), { source, labels: { name: label } }),
    );
  if (reopening.way !== 'notConfigured') return caps;
  const ways = choiceOf('continue', 'newCycle', 'linkedCase');
  return [...caps, blank('reopening', 'reopening', ways, { source: reopening.source })];
}

function satisfactionBlanks(pack: PolicyPack, answers: Answers): PolicyBlank[] {
  const { satisfactionScale, workflow } = pack;
  const isAskedInAStep = Object.values(workflow).some((steps) => steps.some(({ done }) => done === 'followedUpAt'));
  const steps = satisfactionScale?.map(({ id }) => id) ?? [];
  return [
    ...(satisfactionScale ? [] : [blank('satisfactionScale', 'satisfactionScale', { kind: 'scale' })]),
    ...(answers.satisfiedFrom === undefined ? [blank('satisfiedFrom', 'satisfiedFrom', choiceOf(...steps))] : []),
    ...(isAskedInAStep || answers.satisfactionAskedBy !== undefined
      ? []
      : [blank('satisfactionAskedBy', 'satisfactionAskedBy', { kind: 'role' })]),
  ];
}

function accountabilityBlanks({ accountability }: PolicyPack): PolicyBlank[] {
  const amounts = accountability.measures
    .filter(({ amount }) => amount === null)
    .map(({ id, kind, label, source }) =>
      blank(`accountability.${id}`, kind === 'reward' ? 'rewardAmount' : 'penaltyAmount', numberOf('yuan'), {
        source,
        labels: { name: label },
      }),
    );
  const share = accountability.performanceShare;
  if (share === null || share.percent !== null) return amounts;
  return [...amounts, blank('performanceShare', 'performanceShare', numberOf('percent'), { source: share.source })];
}

function statisticsBlanks({ measures, trendAlarms, retention }: PolicyPack, answers: Answers): PolicyBlank[] {
  const periods = measures
    .filter(({ period }) => period === 'notConfigured')
    .map(({ id, label, source }) =>
      blank(`measurePeriods.${id}`, 'measurePeriod', choiceOf('month', 'quarter', 'year'), {
        source,
        labels: { name: label },
      }),
    );
  // How much was sold each month stands in a table of its own, since no single number holds for every month.
  const numbers = measures.flatMap(({ id, label, asks, computes, source }) =>
    asks && computes?.figure !== 'complaintRate' && answers.measureNumbers?.[id] === undefined
      ? [blank(`measureNumbers.${id}`, 'measureNumber', numberOf('count'), { source, labels: { name: label, asks } })]
      : [],
  );
  const alarms = trendAlarms
    .filter(({ times, withinDays }) => times === null || withinDays === null)
    .map(({ id, label, source }) =>
      blank(`trendAlarms.${id}`, 'trendAlarm', { kind: 'timesWithinDays' }, { source, labels: { name: label } }),
    );
  const kept =
    retention.years === null ? [blank('retention', 'retention', numberOf('years'), { source: retention.source })] : [];
  return [...periods, ...numbers, ...alarms, ...kept];
}

type Answers = ReturnType<typeof overlayCompany>['answers'];

function blank(
  id: string,
  code: BlankCode,
  answer: AnswerKind,
  { source = 'product', labels = {} }: { source?: string; labels?: PolicyBlank['labels'] } = {},
): PolicyBlank {
  return { id, code, answer, isOptional: false, source, params: {}, labels };
}

function choiceOf(...options: string[]): AnswerKind {
  return { kind: 'choice', options };
}

function numberOf(unit: Extract<AnswerKind, { kind: 'number' }>['unit']): AnswerKind {
  return { kind: 'number', unit };
}

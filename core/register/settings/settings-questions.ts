import { answerTo } from '../../policy/answer-blank.ts';
import type { CompanySettings } from '../../policy/company-settings.ts';
import { chooseTarget } from '../../policy/choose-target.ts';
import type { BlankAnswer } from '../../policy/blank-answer.ts';
import type { PolicyBlank } from '../../policy/policy-blank.ts';
import type { PolicyPack } from '../../policy/policy-pack.ts';
import { policyQuestions, type PolicyQuestion } from '../../policy/policy-questions.ts';
import type { Target } from '../../policy/target.ts';

/** A line of the settings sheet: something that a company may answer, and what holds without an answer. */
export interface SettingsQuestion {
  blank: PolicyBlank;
  answer: BlankAnswer | null;
  /** What the policy sets by itself, where the company may set another time limit; null: the policy leaves it open. */
  policySets: Target | null;
  documentSays: string | null;
  suggestion: Target | null;
}

/** Asked with a table of their own. */
const IN_TABLES: readonly string[] = ['calendar', 'ownPause'];

const OF_COMPANY = {
  firstDay: ['nextDay', 'sameDay'],
  dayEnds: ['lastWindow', 'sameClockTime'],
  hoursMean: ['working', 'clock'],
} as const;

/**
 * Everything that a company can answer in one cell: the questions of the policy, how days and hours count, and every time limit,
 * also those that the policy sets (a company may set its own). Working hours and reasons to pause have tables of their own. `pack`: as it is published
 * (with laws), not with answers laid over it.
 */
export function settingsQuestions(pack: PolicyPack, company: CompanySettings | null): SettingsQuestion[] {
  const asked = policyQuestions(pack, company).filter(({ blank }) => !IN_TABLES.includes(blank.code));
  const own = company?.policyId === pack.id ? company : null;
  const [first] = pack.milestones;
  const ofAll = first ? { milestone: first.label } : {};
  const general = Object.entries(OF_COMPANY)
    .filter(([id]) => !asked.some(({ blank }) => blank.id === id) && (id !== 'hoursMean' || own?.hoursMean))
    .map(([id, options]) =>
      lineOf(
        { ...EMPTY, labels: ofAll, id, code: id as keyof typeof OF_COMPANY, answer: { kind: 'choice', options } },
        own,
      ),
    );
  const open = new Map(asked.filter(({ blank }) => blank.code === 'target').map((each) => [each.blank.id, each]));
  const targets = pack.milestones.flatMap((milestone) =>
    pack.grades
      .filter(({ id }) => milestone.when?.grade?.includes(id) ?? true)
      .map((grade): SettingsQuestion => {
        const id = `targets.${milestone.id}.${grade.id}`;
        const labels = { milestone: milestone.label, grade: grade.label };
        const blank: PolicyBlank = {
          ...{ ...EMPTY, id, code: 'target', answer: { kind: 'target' } },
          ...{ source: milestone.source, labels },
        };
        const found = open.get(id);
        const { target, hours, setBy } = chooseTarget(milestone, grade.id, pack, own);
        const line = found ? plain(found) : lineOf(blank, null);
        if (setBy === 'company' && !hours) return { ...line, answer: { kind: 'target', target } };
        const bare = chooseTarget(milestone, grade.id, pack, null);
        const sets: Target = bare.hours ? { unit: 'hoursOfUnknownKind', amount: bare.hours.count } : bare.target;
        return { ...line, answer: null, policySets: sets.unit === 'notConfigured' ? null : sets };
      }),
  );
  const others = asked.filter(({ blank }) => blank.code !== 'target').map(plain);
  return [...general, ...others.filter(isOfTime), ...targets, ...others.filter((line) => !isOfTime(line))];
}

const EMPTY = { isOptional: true, source: 'product', params: {} };

function isOfTime({ blank: { id } }: SettingsQuestion): boolean {
  return Object.hasOwn(OF_COMPANY, id);
}

function plain({ blank, answer, documentSays, suggestion }: PolicyQuestion): SettingsQuestion {
  return { blank, answer, policySets: null, documentSays, suggestion };
}

function lineOf(blank: PolicyBlank, company: CompanySettings | null): SettingsQuestion {
  return { blank, answer: answerTo(company, blank), policySets: null, documentSays: null, suggestion: null };
}

import { done, refuse, type Outcome } from '../outcome.ts';
import { BlankAnswer } from './blank-answer.ts';
import { CompanySettings } from './company-settings.ts';
import { withOwnPauses } from './own-pauses.ts';
import type { PolicyAnswers } from './policy-answers.ts';
import type { PolicyBlank } from './policy-blank.ts';
import type { PolicyPack } from './policy-pack.ts';
import { suggestedPauses } from './suggested-pauses.ts';
import { withoutKey } from './without-key.ts';

/** Settings of a company that has answered nothing yet. */
export function noAnswers(pack: PolicyPack): CompanySettings {
  return {
    schemaVersion: 1,
    policyId: pack.id,
    calendar: null,
    firstDay: null,
    targets: {},
    policyVersion: pack.version,
  };
}

/** Answers by the id of a rule. */
const BY_ID = {
  approvals: 'approvalLimits',
  remedies: 'baseUnits',
  pauseReasons: 'pauseCapDays',
  notifications: 'notifications',
  accountability: 'amounts',
  measurePeriods: 'measurePeriods',
  measureNumbers: 'measureNumbers',
  trendAlarms: 'trendAlarms',
  openQuestions: 'openQuestions',
  warnings: 'warnings',
  escalation: 'escalation',
} as const satisfies Record<string, keyof PolicyAnswers>;

/** Answers of which a company has one each, and where they stand. */
const ONE_EACH = {
  reopening: 'reopening',
  retention: 'retentionYears',
  performanceShare: 'performancePercent',
  satisfactionScale: 'satisfactionScale',
  satisfiedFrom: 'satisfiedFrom',
  satisfactionAskedBy: 'satisfactionAskedBy',
} as const satisfies Record<string, keyof PolicyAnswers>;

/** Before the id of a reason to pause that the product suggests. */
const OWN_PAUSE = 'ownPauses.';

const OF_COMPANY = ['calendar', 'firstDay', 'dayEnds', 'hoursMean'] as const;

/**
 * A company's settings with the answer to one blank of the pack. Nothing else of them changes. Refused is an answer of another
 * kind than the question takes (`wrongKind`), or one that does not fit (`badAnswer`: an option that is not offered, a
 * percentage above 100, half a day).
 */
export function answerBlank(
  pack: PolicyPack,
  company: CompanySettings | null,
  blank: Pick<PolicyBlank, 'id' | 'answer'>,
  answer: BlankAnswer,
): Outcome<CompanySettings, 'wrongKind' | 'badAnswer'> {
  if (answer.kind !== blank.answer.kind) return refuse('wrongKind');
  const fits = BlankAnswer.safeParse(answer);
  if (!fits.success || !isOffered(pack, blank, fits.data)) return refuse('badAnswer');
  const before = company?.policyId === pack.id ? company : noAnswers(pack);
  const settings = CompanySettings.safeParse({
    ...(blank.id.startsWith(OWN_PAUSE)
      ? withPause(pack, before, blank.id, fits.data)
      : put(before, blank.id, stored(blank.id, fits.data))),
    policyVersion: pack.version,
  });
  return settings.success ? done(settings.data) : refuse('badAnswer');
}

/** The settings without the answer to one blank, so that it is asked again. */
export function clearAnswer(pack: PolicyPack, company: CompanySettings, id: string): CompanySettings {
  const [section, milestone = '', grade = ''] = id.split('.');
  if (section === 'targets') return withoutTarget(pack, company, milestone, grade);
  return id.startsWith(OWN_PAUSE) ? withPause(pack, company, id, null) : put(company, id, undefined);
}

/** The answer that a company has given to a blank; null when it has given none. */
export function answerTo(company: CompanySettings | null, { id, answer }: PolicyBlank): BlankAnswer | null {
  if (company === null) return null;
  const value = valueAt(company, id);
  if (value === undefined || value === null) return null;
  const shaped = BlankAnswer.safeParse(shapeOf(answer.kind, value));
  return shaped.success ? shaped.data : null;
}

function isOffered(pack: PolicyPack, { answer: asked }: Pick<PolicyBlank, 'answer'>, answer: BlankAnswer): boolean {
  if (asked.kind === 'choice') return answer.kind === 'choice' && asked.options.includes(answer.option);
  if (answer.kind === 'role') return pack.roles.length === 0 || pack.roles.some(({ id }) => id === answer.role);
  return true;
}

/** The answer in the shape in which the settings keep it. */
function stored(id: string, answer: BlankAnswer): unknown {
  switch (answer.kind) {
    case 'calendar':
      return answer.calendar;
    case 'target':
      return answer.target;
    case 'choice':
      return id === 'reopening' ? { way: answer.option, cutOffDays: answer.cutOffDays ?? null } : answer.option;
    case 'role':
      return answer.role;
    case 'number':
      return answer.number;
    case 'timesWithinDays':
      return { times: answer.times, withinDays: answer.withinDays };
    case 'warnPoints':
      return answer.points;
    case 'ladder':
    case 'scale':
      return answer.steps;
    case 'text':
      return answer.text;
  }
}

/** And back. */
function shapeOf(kind: BlankAnswer['kind'], value: unknown): unknown {
  if (kind === 'timesWithinDays') return { kind, ...(value as object) };
  if (kind === 'choice' && typeof value === 'object') {
    const { way, cutOffDays } = value as { way: unknown; cutOffDays: unknown };
    return { kind, option: way, cutOffDays };
  }
  const names: Record<Exclude<BlankAnswer['kind'], 'timesWithinDays'>, string> = {
    calendar: 'calendar',
    target: 'target',
    choice: 'option',
    role: 'role',
    number: 'number',
    warnPoints: 'points',
    ladder: 'steps',
    scale: 'steps',
    text: 'text',
  };
  return { kind, [names[kind]]: value };
}

/** A reason to pause that the company confirms with its longest time; null takes it away. What it changed of it stays. */
function withPause(pack: PolicyPack, company: CompanySettings, id: string, answer: BlankAnswer | null) {
  const name = id.slice(OWN_PAUSE.length);
  const { pauseReasons: own = [], retiredPauses = [] } = company.answers ?? {};
  if (answer?.kind !== 'number') {
    return withOwnPauses(
      company,
      own.filter((each) => each.id !== name),
    );
  }
  const reason = [...own, ...retiredPauses, ...suggestedPauses(pack)].find((each) => each.id === name);
  const confirmed = reason ? [{ ...reason, capDays: answer.number }] : [];
  return withOwnPauses(
    company,
    own.some((each) => each.id === name)
      ? own.flatMap((each) => (each.id === name ? confirmed : [each]))
      : [...own, ...confirmed],
  );
}

function valueAt(company: CompanySettings, id: string): unknown {
  const [section = '', name = '', grade = ''] = id.split('.');
  if (isOneOf(OF_COMPANY, section)) return company[section];
  if (section === 'targets') {
    const own = ownKey(company.targets, name);
    return ownKey(own, grade) ?? ownKey(own, 'default');
  }
  if (id.startsWith(OWN_PAUSE)) return company.answers?.pauseReasons?.find((each) => each.id === name)?.capDays;
  if (isKeyOf(ONE_EACH, section)) return company.answers?.[ONE_EACH[section]];
  if (isKeyOf(BY_ID, section)) return ownKey<unknown>(company.answers?.[BY_ID[section]], name);
  return undefined;
}

/** Sets what a blank's id names; undefined takes it away. */
function put(company: CompanySettings, id: string, value: unknown): CompanySettings {
  const [section = '', name = '', grade = ''] = id.split('.');
  if (isOneOf(OF_COMPANY, section)) return { ...company, [section]: value ?? null };
  if (section === 'targets') {
    return {
      ...company,
      targets: { ...company.targets, [name]: { ...company.targets[name], [grade]: value } as never },
    };
  }
  if (isKeyOf(ONE_EACH, section)) return withAnswer(company, ONE_EACH[section], value);
  if (isKeyOf(BY_ID, section)) {
    const key = BY_ID[section];
    const all: Record<string, unknown> = { ...company.answers?.[key], [name]: value };
    const kept = Object.fromEntries(Object.entries(all).filter(([, each]) => each !== undefined));
    return withAnswer(company, key, Object.keys(kept).length === 0 ? undefined : kept);
  }
  return company;
}

function withAnswer(company: CompanySettings, key: keyof PolicyAnswers, value: unknown): CompanySettings {
  const others: PolicyAnswers = withoutKey(company.answers ?? {}, key);
  // Whatever is put here is read through the schema of the settings before it is given back.
  const answers: PolicyAnswers = value === undefined ? others : { ...others, [key]: value };
  const rest = withoutKey(company, 'answers');
  return Object.keys(answers).length === 0 ? rest : { ...rest, answers };
}

/** A target that stood for all grades goes on standing for the others. */
function withoutTarget(pack: PolicyPack, company: CompanySettings, milestone: string, grade: string): CompanySettings {
  const { default: all, ...named } = company.targets[milestone] ?? {};
  const spread = all ? Object.fromEntries(pack.grades.map(({ id }) => [id, all])) : {};
  const kept = withoutKey({ ...spread, ...named }, grade);
  const others = withoutKey(company.targets, milestone);
  return { ...company, targets: Object.keys(kept).length === 0 ? others : { ...others, [milestone]: kept } };
}

function ownKey<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

function isKeyOf<T extends object>(table: T, key: string): key is keyof T & string {
  return Object.hasOwn(table, key);
}

function isOneOf<T extends string>(list: readonly T[], key: string): key is T {
  return (list as readonly string[]).includes(key);
}

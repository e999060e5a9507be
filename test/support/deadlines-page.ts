import { LAW_PACKS } from '../../core/policy/law-packs.ts';
import type { LawPack } from '../../core/policy/law-pack.ts';
import { PACKS } from '../../core/policy/packs.ts';
import type { Milestone, PolicyPack, Target } from '../../core/policy/policy-pack.ts';
import { warnPointsOf } from '../../core/policy/warn-point.ts';
import { translate } from '../../core/wording/translate.ts';

/** `docs/deadlines.md`: every clock of every policy and law, by grade, in words a person looks for, with its clause and its place. */
export function deadlinesPage(): string {
  return [
    '# Every time limit, and where it stands',
    '',
    'Made by `npm run docs` from the policies themselves (`core/policy/packs/`, `core/policy/law-packs/`). *Not set* is a blank of the',
    'document or something that it does not say: the company fills it in, and until then nothing is computed.',
    'In a file a limit of one working hour reads `"unit": "workMinutes", "amount": 60`.',
    ...PACKS.flatMap((pack) => chapter(pack, pack.grades)),
    '',
    '## Clocks of law, none in force until a company lays it over its policy',
    ...LAW_PACKS.flatMap((law) => chapter(law, [])),
    '',
  ].join('\n');
}

function chapter({ id, label, milestones }: PolicyPack | LawPack, grades: PolicyPack['grades']): string[] {
  return [
    ...['', `### ${label.en} (${label['zh-CN']}, \`${id}\`)`, ''],
    '| Clock | Grade | Time limit | From | To | Warns | Clause |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...milestones.flatMap((milestone) => rows(milestone, grades)),
  ];
}

/** One row where all grades to which the clock applies have the same time, else one for each. */
function rows(milestone: Milestone, grades: PolicyPack['grades']): string[] {
  const { id, label, targets, when, startsAt, stopsAt, recurs, isSoft, source } = milestone;
  const own = grades.filter((grade) => when?.grade?.includes(grade.id) ?? true);
  const targetOf = (grade: string) => targets[grade] ?? targets['default'];
  const lines = own.map((grade) => ({ grade: grade.label.en, target: targetOf(grade.id), points: warn(grade.id) }));
  const isOne = new Set(lines.map(({ target, points }) => JSON.stringify([target, points]))).size <= 1;
  const all = own.length === grades.length ? 'all' : own.map((grade) => grade.label.en).join(', ');
  const shown = isOne
    ? [{ grade: all, target: targetOf(own[0]?.id ?? 'default'), points: warn(own[0]?.id ?? '') }]
    : lines;
  const extra = [recurs === true ? 'again and again' : '', isSoft === true ? 'in principle' : ''].filter(Boolean);
  return shown.map(({ grade, target, points }) => {
    const limit = [target ? inWords(target) : 'not set', ...extra].join(', ');
    const name = `${label.en} (${label['zh-CN']}, \`${id}\`)`;
    return row(name, grade, limit, field(startsAt), field(stopsAt), points, source);
  });

  function warn(grade: string): string {
    const points = warnPointsOf(milestone, grade);
    return points
      .map((point) => ('minutes' in point ? `${lengthOf(point.minutes)} before` : `at ${point.share}`))
      .join(', ');
  }
}

/** The limit as a reader would look for it: one working hour, three workdays. */
function inWords(target: Target): string {
  switch (target.unit) {
    case 'workMinutes':
      return `**${counted(target.amount, 'working ')}**`;
    case 'clockMinutes':
      return `**${counted(target.amount, '')}** by the clock`;
    case 'hoursOfUnknownKind':
      return `**${counted(target.amount * 60, '')}**, working or by the clock as the company says`;
    case 'workDays':
      return `**${many(target.amount, 'working day')}**`;
    case 'calendarDays':
      return `**${many(target.amount, 'calendar day')}**`;
    case 'immediately':
      return '**at once**';
    case 'notConfigured':
      return target.blank === undefined ? '*not set*' : `*not set*: “${target.blank}”`;
  }
}

function counted(minutes: number, kind: string): string {
  return minutes % 60 === 0 ? many(minutes / 60, `${kind}hour`) : many(minutes, `${kind}minute`);
}

function lengthOf(minutes: number): string {
  return minutes % 1440 === 0 ? many(minutes / 1440, 'day') : counted(minutes, '');
}

const NUMBERS = ['', 'one', 'two', 'three'];

function many(count: number, unit: string): string {
  return `${NUMBERS[count] ?? count} ${unit}${count === 1 ? '' : 's'}`;
}

function field(id: Milestone['startsAt']): string {
  return `${translate('en', `fields.${id}`)} (\`${id}\`)`;
}

function row(...cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

import { chooseTarget } from './choose-target.ts';
import type { CompanySettings } from './company-settings.ts';
import type { PolicyPack } from './policy-pack.ts';

/** Something about time that the pack leaves to the company and that the company has not answered yet. */
export type DeadlineBlank =
  { code: 'calendar' } | { code: 'firstDay' } | { code: 'target'; milestone: string; grade: string };

/**
 * What a company has still to answer before all deadlines of a pack can be computed: its working hours when a target
 * counts working time, the first-day rule when one counts days, and each target left blank, by milestone and grade; grades
 * to which a milestone does not apply are not asked for. Empty when nothing is open.
 */
export function listDeadlineBlanks(pack: PolicyPack, company: CompanySettings | null): DeadlineBlank[] {
  const targets = pack.milestones.flatMap((milestone) =>
    pack.grades
      .filter(({ id }) => milestone.when?.grade?.includes(id) ?? true)
      .map(({ id }) => ({
        milestone: milestone.id,
        grade: id,
        unit: chooseTarget(milestone, id, pack, company).target.unit,
      })),
  );
  const units = new Set(targets.map(({ unit }) => unit));
  const needsCalendar = units.has('workMinutes') || units.has('workDays');
  const needsFirstDay = units.has('workDays') || units.has('calendarDays');
  const blanks: DeadlineBlank[] = [];
  if (needsCalendar && !company?.calendar) blanks.push({ code: 'calendar' });
  if (needsFirstDay && !company?.firstDay) blanks.push({ code: 'firstDay' });
  for (const { milestone, grade, unit } of targets) {
    if (unit === 'notConfigured') blanks.push({ code: 'target', milestone, grade });
  }
  return blanks;
}

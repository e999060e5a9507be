import type { RestorePlan } from '../../core/register/journal/plan-restore.ts';
import type { Words } from './pane-state.ts';

/** One line for each thing that will happen, and for what will stay. */
export function restoreLines(plan: RestorePlan, t: Words): string[] {
  const { build, note, removes, registerSheet, rowsSince, rowsChanged, others, kept, logEntries, edits, notUndone } =
    plan;
  const sheet = note.sheet;
  const undone = edits.filter(({ what }) => what === 'undo').length;
  const listed = (names: readonly string[]) => names.join(t('pane.common.listMark'));
  const papersStay = plan.papers.filter((name) => !plan.deletes.includes(name));
  const lines = [
    build.placement === 'newSheet' ? t('restore.line.originStays') : null,
    removes.length > 0 ? t('restore.line.columns', { sheet, count: removes.length }) : null,
    build.placement === 'inPlace' && build.tableBefore === null ? t('restore.line.range') : null,
    build.tableBefore !== null ? t('restore.line.tableBack', { table: build.table }) : null,
    build.placement === 'inPlace' ? t('restore.line.looks') : null,
    registerSheet === 'deleted' ? t('restore.line.registerDeleted', { sheet }) : null,
    registerSheet === 'stays' && rowsSince + rowsChanged > 0
      ? t('restore.line.registerStays', { sheet, since: rowsSince, changed: rowsChanged })
      : null,
    registerSheet === 'stays' && others.length > 0
      ? t('restore.line.othersStay', { sheet, list: listed(others.map((thing) => t(`restore.other.${thing}`))) })
      : null,
    undone > 0 ? t('restore.line.undone', { count: undone }) : null,
    notUndone > 0 ? t('restore.line.notUndone', { count: notUndone }) : null,
    plan.journal === 'stays' ? t('restore.line.journalStays') : null,
    build.placement === 'inPlace' && rowsSince > 0 ? t('restore.line.rowsStay', { count: rowsSince }) : null,
    kept !== null ? t('restore.line.kept', { name: note.keepSheet ?? kept.name, count: kept.rows.length }) : null,
    plan.deletes.length > 0 ? t('restore.line.sheets', { list: listed(plan.deletes) }) : null,
    papersStay.length > 0 ? t('restore.line.papersStay', { list: listed(papersStay) }) : null,
    plan.settings !== null && !plan.deletes.includes(plan.settings)
      ? t('restore.line.settingsStay', { name: plan.settings })
      : null,
    build.backup !== null && !plan.deletes.includes(build.backup)
      ? t('restore.line.backupStays', { name: build.backup })
      : null,
    logEntries > 0
      ? t(note.removeLog ? 'restore.line.logDeleted' : 'restore.line.logStays', { count: logEntries })
      : null,
  ];
  return lines.filter((line) => line !== null);
}

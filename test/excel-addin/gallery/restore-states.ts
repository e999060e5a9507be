import type { Locale } from '../../../core/policy/localized.ts';
import type { RestorePlan } from '../../../core/register/journal/plan-restore.ts';
import { translate } from '../../../core/wording/translate.ts';
import { NO_RESTORE, type RestoreModel } from '../../../excel-addin/taskpane/restore-state.ts';

/** A register in place with fixes accepted and rows that came since, about to be taken back. */
function plan(locale: Locale): RestorePlan {
  const name = translate(locale, 'restore.kept.sheet', { date: '2026-11-22' });
  return {
    build: {
      ...{ at: '2026-11-01T09:00:00+08:00', placement: 'inPlace', sheet: '2026年投诉', table: 'ComplaintRegister' },
      ...{ tableBefore: null, area: { row: 3, column: 0, rowCount: 13, columnCount: 36 }, firstAdded: 11 },
      ...{ columns: [], columnsBefore: [], froze: 4, formulas: [], backup: '2026年投诉（原表）', listsSheet: '选项' },
    },
    note: {
      ...{ at: '2026-11-22T10:00:00+08:00', table: 'ComplaintRegister', sheet: '2026年投诉', removeBackup: false },
      ...{ removeRegister: false, removeLog: false, keepSheet: name, headers: [] },
    },
    edits: [
      ...[
        {
          complaint: '20260902-001',
          header: '批号',
          now: 'FA20260828-03',
          before: 'FA2026828-3',
          what: 'undo' as const,
        },
        { complaint: '20260903-002', header: '客户名称', now: '', before: '宏盛建材', what: 'changedSince' as const },
        { complaint: '20260905-001', header: '联系电话', now: null, before: 13812345678, what: 'gone' as const },
      ].map((edit) => ({ ...edit, sheet: '2026年投诉', format: 'General' })),
    ],
    ...{ notUndone: 2, journal: 'stays', numberHeader: '投诉编号', numbers: {} },
    removes: Array.from({ length: 25 }, (_, index) => String(index)),
    ...{ rowsSince: 7, rowsChanged: 2, registerSheet: null, deletes: ['选项', '检查报告'], logEntries: 42 },
    ...{ others: [], papers: ['20260902-001 处理记录', '20260903-002 处理记录'], settings: '设置' },
    kept: { name, header: [], rows: Array.from({ length: 9 }, () => []), formats: [] },
  };
}

export function restoreStates(locale: Locale): Record<string, RestoreModel> {
  return {
    restore: NO_RESTORE,
    restorePreview: { ...NO_RESTORE, plan: plan(locale), unreadable: 1 },
    restoreBegun: { ...NO_RESTORE, begun: true },
  };
}

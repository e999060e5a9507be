import { RIBBON_COMMANDS, type RibbonCommand } from './ribbon-commands.ts';

/** What a key combination may do: the ribbon's commands, and opening the pane. */
export const SHORTCUT_ACTIONS = ['openPane', ...RIBBON_COMMANDS] as const;
export type ShortcutAction = 'openPane' | RibbonCommand;

/**
 * Ctrl+Alt+Shift and a letter, the pattern that Microsoft recommends since Excel itself does not use it; users can choose
 * others. The name is shown when another add-in wants the same keys. A shortcuts file takes one more language besides its
 * own, and the product has three: so the names say it in all of them.
 */
const SHORTCUTS: Record<ShortcutAction, { key: string; name: string }> = {
  openPane: { key: 'O', name: 'Open register · 打开台账 · 開啟登記簿' },
  showToday: { key: 'D', name: 'Today · 今天' },
  importQueue: { key: 'I', name: 'Import complaints · 导入投诉 · 匯入客訴' },
  nextOverdue: { key: 'J', name: 'Next overdue · 下一条逾期 · 下一筆逾期' },
  refreshRegister: { key: 'R', name: 'Refresh · 刷新台账 · 重新整理' },
  showFindings: { key: 'F', name: 'Findings · 检查结果 · 檢查結果' },
  recordForm: { key: 'L', name: 'Record form · 处理记录表 · 處理紀錄表' },
};

/** The extended manifest that manifest.xml refers to. */
export function shortcutsFile(): object {
  return {
    actions: SHORTCUT_ACTIONS.map((id) => ({ id, type: 'ExecuteFunction', name: SHORTCUTS[id].name })),
    shortcuts: SHORTCUT_ACTIONS.map((action) => ({
      action,
      key: { default: `Ctrl+Alt+Shift+${SHORTCUTS[action].key}`, mac: `Command+Alt+Shift+${SHORTCUTS[action].key}` },
    })),
  };
}

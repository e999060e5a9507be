import type { PaneState } from '../../../excel-addin/taskpane/pane-state.ts';

/** What the card of printed forms can show, on the screen of a register that stands. */
export function formsStates(register: PaneState): Record<string, PaneState> {
  const forms = (change: Partial<PaneState['forms']>): PaneState => ({
    ...register,
    forms: { ...register.forms, ...change },
  });
  const { choice } = register.forms;
  return {
    formsMonth: forms({ choice: { ...choice, rows: 'month', month: '2026-11' } }),
    formsStanding: forms({ standing: ['20261120-003', '20261121-001'] }),
    formsMade: forms({
      choice: { ...choice, kind: 'record', rows: 'month', month: '2026-11' },
      made: {
        sheets: ['20261101-001', '20261102-001', '20261103-001', '20261105-002', '20261106-001'],
        continued: 1,
        left: 4,
      },
    }),
    formsAppendix: forms({ choice: { ...choice, kind: 'flowChart' } }),
  };
}

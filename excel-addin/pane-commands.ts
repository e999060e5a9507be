import type { Moment } from '../core/complaint/moment.ts';
import { nextOverdue } from './actions/next-overdue.ts';
import type { StandingRegister } from './actions/look-around.ts';
import type { RibbonCommand } from './commands/ribbon-commands.ts';
import type { PaneStore } from './pane-store.ts';
import type { PaneWork } from './pane-work.ts';
import type { PaneCallbacks, PaneState } from './taskpane/pane-state.ts';

interface Parts {
  store: PaneStore;
  work: PaneWork;
  now: () => Moment;
  register: () => StandingRegister | null;
  goTo: PaneCallbacks['goTo'];
  refresh: () => void;
  /** Brings the pane before the user. */
  open: () => Promise<unknown>;
}

/** What the ribbon's buttons and the key combinations do. Without a register all but the import lead to building one. */
export function paneCommands({
  store,
  work,
  now,
  register,
  goTo,
  refresh,
  open,
}: Parts): Record<'openPane' | RibbonCommand, () => Promise<void>> {
  const show = (screen: PaneState['screen']) => async () => {
    await open();
    goTo(register() === null && screen !== 'import' ? 'register' : screen);
  };
  return {
    openPane: async () => {
      await open();
    },
    showToday: show('today'),
    importQueue: show('import'),
    showFindings: show('findings'),
    recordForm: show('complaint'),
    refreshRegister: async () => {
      await show('register')();
      if (register() !== null) refresh();
    },
    nextOverdue: async () => {
      const standing = register();
      if (standing === null) {
        await show('register')();
        return;
      }
      const found = await work.during('pane.busy.reading', () => nextOverdue(standing.memory, now()));
      if (found !== null && found.value !== null) return;
      // The trouble, or that nothing is overdue, is told in the pane.
      const { notice } = store.get();
      await show('today')();
      store.set({ notice: notice ?? { tone: 'success', code: 'pane.notice.nothingOverdue', params: {} } });
    },
  };
}

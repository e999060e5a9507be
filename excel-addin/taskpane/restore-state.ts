import type { RestoreChoices, RestorePlan } from '../../core/register/journal/plan-restore.ts';

/** Taking the register back, as its card shows it. */
export interface RestoreModel {
  /** One was begun and broke off: it is offered to be completed. */
  begun: boolean;
  choices: RestoreChoices;
  /** What it will do; null: nobody has asked yet. */
  plan: RestorePlan | null;
  /** Lines of the journal that somebody has broken. */
  unreadable: number;
}

export interface RestoreCallbacks {
  /** Shows what taking the register back would do. */
  previewRestore: () => void;
  chooseRestore: (choices: RestoreChoices) => void;
  cancelRestore: () => void;
  confirmRestore: () => void;
}

/** The copy of the original is the user's last resort: it stays unless they say otherwise. */
export const NO_RESTORE: RestoreModel = {
  begun: false,
  choices: {
    ...{ removeBackup: false, removeRegister: false, removeLog: false },
    ...{ removeJournal: false, removePapers: false, removeSettings: false },
  },
  plan: null,
  unreadable: 0,
};

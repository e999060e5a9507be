import { HostError, type HostErrorCode } from '../model/host-error.ts';

interface Planned {
  /** Counts down with each action or request; fires at 1. */
  left: number;
  error: HostError;
}

export interface HeldSync {
  /** The host has the request and does not answer. */
  readonly arrived: Promise<void>;
  /** Lets it run and be answered. */
  release(): void;
}

interface Hold {
  arrive(): void;
  released: Promise<void>;
}

/** What can go wrong on purpose. Counting starts when the fault is planned; the first action or request is number 1. */
export class Faults {
  /** A cell is being edited: requests fail unless they said delayForCellEdit; those wait ([D excel/excel-add-ins-delay-in-cell-edit.md]). */
  editMode = false;
  private readonly actions: Planned[] = [];
  private readonly requests: Planned[] = [];
  private readonly holds: Hold[] = [];
  private readonly after: { left: number; act: () => void }[] = [];
  private readonly waiting: (() => void)[] = [];

  failAction(number: number, code: HostErrorCode, message?: string): void {
    this.actions.push({ left: number, error: new HostError(code, message) });
  }

  /** Nothing of the request is done. */
  failRequest(number: number, code: HostErrorCode, message?: string): void {
    this.requests.push({ left: number, error: new HostError(code, message) });
  }

  abortRequest(number: number): void {
    this.failRequest(number, 'RequestAborted', 'The request was aborted during run time.');
  }

  /** The next sync resolves only when released; its actions run then. */
  holdNextSync(): HeldSync {
    let arrive: () => void = () => undefined;
    let release: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const released = new Promise<void>((resolve) => (release = resolve));
    this.holds.push({ arrive: () => arrive(), released });
    return { arrived, release: () => release() };
  }

  /** Runs once the number-th request from now was executed: a co-author's edit, a deleted sheet … between two syncs. */
  afterRequest(number: number, act: () => void): void {
    this.after.push({ left: number, act });
  }

  endEditMode(): void {
    this.editMode = false;
    for (const resume of this.waiting.splice(0)) resume();
  }

  async beforeRequest(delayForCellEdit: boolean): Promise<void> {
    const hold = this.holds.shift();
    if (hold) {
      hold.arrive();
      await hold.released;
    }
    if (this.editMode && delayForCellEdit) await new Promise<void>((resume) => this.waiting.push(() => resume()));
    if (this.editMode) throw new HostError('InvalidOperationInCellEditMode');
    countDown(this.requests);
  }

  beforeAction(): void {
    countDown(this.actions);
  }

  afterEach(): void {
    for (const planned of [...this.after]) {
      planned.left -= 1;
      if (planned.left > 0) continue;
      this.after.splice(this.after.indexOf(planned), 1);
      planned.act();
    }
  }
}

function countDown(planned: Planned[]): void {
  for (const fault of [...planned]) {
    fault.left -= 1;
    if (fault.left > 0) continue;
    planned.splice(planned.indexOf(fault), 1);
    throw fault.error;
  }
}

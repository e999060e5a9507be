import { livingRegister, type LivingParts, type LivingRegister } from '../../excel-addin/actions/living-register.ts';
import type { OpenedHost } from '../excel-host/node/open-host.ts';
import { AS_OF, standing, valueOf } from './register-on-host.ts';

/** A living register on the host, with a clock that the test turns. */
export interface Living {
  register: LivingRegister;
  told: { changed: number[]; trouble: string[] };
  /** Lets all events arrive, the gathering time pass, and everything settle. */
  settle: () => Promise<void>;
}

export async function liveOn({ host }: OpenedHost, rest: Partial<LivingParts> = {}): Promise<Living> {
  const told: Living['told'] = { changed: [], trouble: [] };
  let waiting: (() => void)[] = [];
  const register = livingRegister({
    now: () => AS_OF,
    isBusy: () => false,
    onMemory: () => undefined,
    onChanged: ({ rowsChanged }) => told.changed.push(rowsChanged),
    onTrouble: (code) => told.trouble.push(code),
    after: (_, act) => {
      waiting.push(act);
      return () => {
        waiting = waiting.filter((other) => other !== act);
      };
    },
    ...rest,
  });
  valueOf(await register.follow((await standing()).memory));
  const settle = async () => {
    // A write raises events of its own; after ten rounds without an end it is a loop.
    for (let round = 0; round < 10; round++) {
      await host.settled();
      const due = waiting;
      waiting = [];
      if (due.length === 0) return;
      for (const act of due) act();
      await register.idle();
    }
    throw new Error('the register does not come to rest');
  };
  return { register, told, settle };
}

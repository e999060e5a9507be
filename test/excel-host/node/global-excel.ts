import type { OpenedHost } from './open-host.ts';

const NAMES = ['Excel', 'OfficeExtension', 'Office'] as const;

/**
 * Puts `Excel`, `OfficeExtension` and `Office` on globalThis, for product code that is written against the globals. Answers the
 * function that takes them away again and puts back what was there.
 */
export function installGlobals(opened: OpenedHost): () => void {
  const target = globalThis as Record<string, unknown>;
  const before = NAMES.map((name) => ({ name, had: name in target, value: target[name] }));
  for (const name of NAMES) target[name] = opened[name];
  return () => {
    for (const { name, had, value } of before) {
      if (had) target[name] = value;
      else Reflect.deleteProperty(target, name);
    }
  };
}

/** Runs a piece of work with the globals installed. */
export async function withGlobals<T>(opened: OpenedHost, work: () => Promise<T>): Promise<T> {
  const remove = installGlobals(opened);
  try {
    return await work();
  } finally {
    remove();
  }
}

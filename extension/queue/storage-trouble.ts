import { refuse, type Outcome } from '../../core/outcome.ts';

export type StorageTrouble = 'storageFull' | 'storageFailed';

/** A full disk is expected and has a remedy; any other failure of the storage is told by its name. */
export function storageTrouble(error: unknown): ReturnType<typeof refuse<StorageTrouble>> {
  const names = [error, (error as { inner?: unknown } | null)?.inner].map((each) =>
    each instanceof Error || each instanceof DOMException ? each.name : '',
  );
  if (names.includes('QuotaExceededError')) return refuse('storageFull');
  if (names[0] === '' || names[0] === 'Error') throw error;
  return refuse('storageFailed', { name: names[0] ?? '' });
}

/** Runs a write and gives its trouble back as a value. */
export async function written<T>(write: () => Promise<T>): Promise<Outcome<T, StorageTrouble>> {
  try {
    return { ok: true, value: await write() };
  } catch (error) {
    return storageTrouble(error);
  }
}

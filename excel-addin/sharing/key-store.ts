import * as z from 'zod';
import { isSharingKey } from '../../core/sharing/pseudonyms.ts';

const NAME = 'redress.sharingKey';
const KeyFile = z.object({ redressSharingKey: z.string().refine(isSharingKey) });

export interface KeyStore {
  /** The key of this browser; made when it is first asked for. */
  key: () => string;
  /** False: it could not be stored and lasts only as long as the page. */
  replace: (key: string) => boolean;
  isStored: () => boolean;
}

/** Keeps the key for code names in the browser's own storage, apart for each site that shows the pane (`partition`). */
export function keyStore(
  storage: () => Storage,
  partition: () => string | undefined,
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array,
): KeyStore {
  const name = () => `${partition() ?? ''}${NAME}`;
  let inMemory: string | null = null;
  let isStored = true;
  const write = (key: string): boolean => {
    inMemory = key;
    isStored = attempt(() => {
      storage().setItem(name(), key);
      return storage().getItem(name()) === key;
    }, false);
    return isStored;
  };
  return {
    replace: write,
    isStored: () => isStored,
    key: () => {
      inMemory ??= attempt(() => storage().getItem(name()), null);
      if (inMemory !== null && isSharingKey(inMemory)) return inMemory;
      const key = newKey(random);
      write(key);
      return key;
    },
  };
}

/** Browsers that forbid storage throw as soon as it is touched. */
function attempt<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof DOMException) return otherwise;
    throw error;
  }
}

function newKey(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  return Array.from(random(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The key as a file for a second workplace. */
export function keyFile(key: string): string {
  return JSON.stringify({ redressSharingKey: key }, null, 2);
}

/** The key of such a file; null: it is none. */
export function readKeyFile(text: string): string | null {
  try {
    return KeyFile.safeParse(JSON.parse(text)).data?.redressSharingKey ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

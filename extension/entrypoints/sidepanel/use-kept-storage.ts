import { useEffect, useState } from 'preact/hooks';

/** Asks the browser, once there is something to keep, not to clear it by itself; gives its answer, null until it is known. */
export function useKeptStorage(isWorthAsking: boolean): boolean | null {
  const [isKept, setKept] = useState<boolean | null>(null);
  useEffect(() => {
    if (!isWorthAsking) return;
    navigator.storage.persist().then(setKept, () => setKept(false));
  }, [isWorthAsking]);
  return isKept;
}

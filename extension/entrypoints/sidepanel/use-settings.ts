import { useCallback, useEffect, useState } from 'preact/hooks';
import { readSettings, watchSettings, writeSettings, type Settings } from '../../settings.ts';

export interface SettingsInUse {
  settings: Settings | null;
  isSaved: boolean;
  change: (part: Partial<Settings>) => void;
}

/** The stored settings, the way to change some of them, and what another page changes of them meanwhile. */
export function useSettings(): SettingsInUse {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [isSaved, setSaved] = useState(false);
  useEffect(() => {
    void readSettings().then(setSettings);
    return watchSettings(setSettings);
  }, []);
  const change = useCallback(
    (part: Partial<Settings>) => {
      if (settings === null) return;
      const changed = { ...settings, ...part };
      // At once, so that what follows builds upon it; what was stored comes back and has the last word.
      setSettings(changed);
      setSaved(false);
      void writeSettings(changed).then((stored) => {
        setSettings(stored);
        setSaved(true);
      });
    },
    [settings],
  );
  return { settings, isSaved, change };
}

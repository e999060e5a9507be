import { useCallback, useEffect, useState } from 'preact/hooks';
import { readSettings, writeSettings, type Settings } from '../../settings.ts';

export interface SettingsInUse {
  settings: Settings | null;
  isSaved: boolean;
  change: (part: Partial<Settings>) => void;
}

/** The stored settings, and the way to change some of them. */
export function useSettings(): SettingsInUse {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [isSaved, setSaved] = useState(false);
  useEffect(() => void readSettings().then(setSettings), []);
  const change = useCallback(
    (part: Partial<Settings>) => {
      if (settings === null) return;
      setSaved(false);
      void writeSettings({ ...settings, ...part }).then((stored) => {
        setSettings(stored);
        setSaved(true);
      });
    },
    [settings],
  );
  return { settings, isSaved, change };
}

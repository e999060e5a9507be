import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useSpeech } from '../../../ui/speech.ts';
import { sitePattern } from './site-origin.ts';

interface Site {
  /** As the browser grants it. */
  pattern: string;
  name: string;
  isAllowed: boolean;
}

/** The site of the tab in front, whether it is allowed for good, and the way to change that. */
export function useSite(windowId: number) {
  const { say } = useSpeech();
  const [site, setSite] = useState<Site | null>(null);
  const [others, setOthers] = useState(0);
  const [notice, setNotice] = useState<{ isGood: boolean; text: string } | null>(null);

  const refresh = useCallback(async () => {
    const [[front], { origins = [] }] = await Promise.all([
      browser.tabs.query({ active: true, windowId }),
      browser.permissions.getAll(),
    ]);
    const pattern = sitePattern(front?.url ?? '');
    const granted = origins.filter((origin) => origin !== pattern && !isAddin(origin));
    setOthers(granted.length);
    setSite(
      pattern === null ? null : { pattern, name: new URL(front?.url ?? '').host, isAllowed: origins.includes(pattern) },
    );
  }, [windowId]);

  useEffect(() => {
    const again = () => void refresh();
    again();
    const sources = [
      browser.permissions.onAdded,
      browser.permissions.onRemoved,
      browser.tabs.onActivated,
      browser.tabs.onUpdated,
    ] as const;
    for (const source of sources) source.addListener(again);
    return () => {
      for (const source of sources) source.removeListener(again);
    };
  }, [refresh]);

  /** Asked for at once: browsers take it only within the user's own click. */
  const allow = (isWanted: boolean) => {
    if (site === null) return;
    const { pattern, name } = site;
    const asked = isWanted
      ? browser.permissions.request({ origins: [pattern] })
      : browser.permissions.remove({ origins: [pattern] });
    void asked.then(
      (isDone) => {
        const good = isWanted ? 'granted' : 'revoked';
        setNotice({ isGood: isDone, text: say(`teach.sites.${isDone ? good : 'refused'}`, { site: name }) });
        return refresh();
      },
      () => setNotice({ isGood: false, text: say('teach.sites.refused') }),
    );
  };
  return { site, others, notice, allow };
}

const ADDIN = new URL(import.meta.env.REDRESS_ADDIN_BASE);

/** The add-in's own address is no site of the user's. */
function isAddin(origin: string): boolean {
  return [ADDIN.host, ADDIN.hostname].some((host) => origin.startsWith(`${ADDIN.protocol}//${host}/`));
}

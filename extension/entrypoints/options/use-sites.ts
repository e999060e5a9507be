import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** The sites that were granted, and the way to take one back. The add-in's own address is no site of the user's. */
export function useSites(): { sites: string[]; removeSite: (site: string) => void } {
  const [sites, setSites] = useState<string[]>([]);
  useEffect(() => {
    const refresh = () =>
      void browser.permissions
        .getAll()
        .then(({ origins = [] }) => setSites(origins.filter((site) => !isAddin(site)).sort()));
    refresh();
    browser.permissions.onAdded.addListener(refresh);
    browser.permissions.onRemoved.addListener(refresh);
    return () => {
      browser.permissions.onAdded.removeListener(refresh);
      browser.permissions.onRemoved.removeListener(refresh);
    };
  }, []);
  return { sites, removeSite: (site) => void browser.permissions.remove({ origins: [site] }) };
}

const ADDIN = new URL(import.meta.env.REDRESS_ADDIN_BASE);

function isAddin(site: string): boolean {
  return (
    site.startsWith(`${ADDIN.protocol}//${ADDIN.host}/`) || site.startsWith(`${ADDIN.protocol}//${ADDIN.hostname}/`)
  );
}

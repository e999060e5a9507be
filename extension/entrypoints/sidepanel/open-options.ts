import { browser } from 'wxt/browser';

/** Opens the options page at a section, in the tab that shows it already if there is one. */
export async function openOptions(section: string): Promise<void> {
  const page = new URL('/options.html', location.href).href;
  const url = `${page}#${section}`;
  const tabs = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  const open = tabs.find(({ documentUrl }) => documentUrl?.split('#')[0] === page);
  if (open === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(open.tabId, { url, active: true });
}

import { browser } from 'wxt/browser';

interface Sidebar {
  open(): Promise<void>;
}

/** Opens the panel. Browsers allow it only within the click itself: call this before any await. */
export function openPanel(tabId: number): Promise<void> {
  const sidebar = (browser as { sidebarAction?: Sidebar }).sidebarAction;
  return sidebar === undefined ? browser.sidePanel.open({ tabId }) : sidebar.open();
}

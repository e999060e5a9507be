import { browser } from 'wxt/browser';

/** The badge: how many complaints are overdue, in red; when none is, how many are not yet in the register. */
export async function showWaiting({ waiting, overdue }: { waiting: number; overdue: number }): Promise<void> {
  const shown = overdue > 0 ? overdue : waiting;
  await browser.action.setBadgeBackgroundColor({ color: overdue > 0 ? '#a5271c' : '#0f5f66' });
  await browser.action.setBadgeTextColor({ color: '#ffffff' });
  await browser.action.setBadgeText({ text: shown === 0 ? '' : shown > 999 ? '999+' : String(shown) });
}

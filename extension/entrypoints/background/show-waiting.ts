import { browser } from 'wxt/browser';

/** The badge: how many complaints are not yet in the register. */
export async function showWaiting(waiting: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#0f5f66' });
  await browser.action.setBadgeTextColor({ color: '#ffffff' });
  await browser.action.setBadgeText({ text: waiting === 0 ? '' : waiting > 999 ? '999+' : String(waiting) });
}

import { browser } from 'wxt/browser';

export const MENU_ID = 'clip-selection';

/** The entry 投诉摘录 in the menu of marked words. */
export function createMenu(): void {
  browser.contextMenus.create({ id: MENU_ID, title: browser.i18n.getMessage('menu'), contexts: ['selection'] });
}

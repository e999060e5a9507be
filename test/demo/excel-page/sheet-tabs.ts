import type { Sheet, Workbook } from '../../excel-host/model/workbook.ts';
import { element } from '../../samples/pages/shared/build-element.ts';

/** The tabs of the visible sheets; the current one is marked. */
export function drawSheetTabs(
  bar: HTMLElement,
  workbook: Workbook,
  current: Sheet,
  choose: (sheet: Sheet) => void,
): void {
  const tabs = workbook.sheets
    .filter(({ visibility }) => visibility === 'Visible')
    .map((sheet) => {
      const tab = element(
        'button',
        { type: 'button', role: 'tab', 'aria-selected': String(sheet === current) },
        sheet.name,
      );
      tab.addEventListener('click', () => choose(sheet));
      return tab;
    });
  bar.replaceChildren(...tabs);
}

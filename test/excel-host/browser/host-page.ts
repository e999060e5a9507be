import type { DoorOptions, HostDoor, HostDoorWindow } from './host-door.ts';

/**
 * Opens the door for task panes: call it in the page with the workbook before the pane's frame gets its address. The pane's office.js
 * (browser/office.ts) comes in through it when it loads, and leaves when its page goes.
 */
export function openHostDoor(page: HostDoorWindow, options: DoorOptions): void {
  const door: HostDoor = {
    attachPane() {
      const host = options.host();
      const bridge = host.attach();
      const language = options.displayLanguage?.() ?? 'en-US';
      return {
        bridge,
        profile: host.profile,
        displayLanguage: language,
        contentLanguage: language,
        file: () => host.save(),
        url: host.workbook.name,
        detach: () => host.detach(bridge),
      };
    },
  };
  page.redressExcelHost = door;
}

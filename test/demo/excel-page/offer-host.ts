import type { Bridge, ExcelHost } from '../../excel-host/protocol/excel-host.ts';
import type { Profile } from '../../excel-host/protocol/profile.ts';

/** What the Excel page holds ready for the frame of the task pane, which takes it before Office.js runs. */
export interface OfferedHost {
  profile: Profile;
  displayLanguage: string;
  attach(): Bridge;
}

declare global {
  interface Window {
    redressExcelHost?: OfferedHost;
  }
}

export function offerHost(host: ExcelHost, displayLanguage: string): void {
  window.redressExcelHost = {
    profile: host.profile,
    displayLanguage: displayLanguage === 'en' ? 'en-US' : displayLanguage,
    attach: () => host.attach(),
  };
}

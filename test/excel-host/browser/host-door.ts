import type { Bridge, ExcelHost } from '../protocol/excel-host.ts';
import type { Profile } from '../protocol/profile.ts';

/** What the page with the workbook offers to the frame with the task pane; both are of one origin. */
export interface HostDoor {
  attachPane(): PaneConnection;
}

export interface PaneConnection {
  bridge: Bridge;
  profile: Profile;
  displayLanguage: string;
  contentLanguage: string;
  /** The whole workbook as a file, as it stands. */
  file(): Uint8Array;
  url: string;
  detach(): void;
}

export interface HostDoorWindow {
  redressExcelHost?: HostDoor;
}

export interface DoorOptions {
  /** The workbook that a pane that loads now shall talk to. */
  host(): ExcelHost;
  displayLanguage?: () => string;
}

import type { Locale } from '../../core/policy/localized.ts';
import type { LaunchedChromium } from '../setup/launch.ts';
import type { DemoInputs } from './read-inputs.ts';
import type { Terminal } from './terminal.ts';

export interface ShowOptions {
  terminal: Terminal;
  headed: boolean;
  locale: Locale;
  zone: string;
}

/** What the steps share while the demo runs. */
export interface Scene extends ShowOptions {
  inputs: DemoInputs;
  chromium: LaunchedChromium;
  downloads: string;
}

import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import type { PanelEvents } from './panel-events.ts';

export interface ClipTabProps {
  windowId: number;
  events: PanelEvents;
  pack: PolicyPack;
  company: CompanySettings | null;
  zone: string;
  asOf: string;
  shortcut: string;
  /** To the queue, or to one entry of it. */
  onQueue: (id: string | null) => void;
  onSetHours: () => void;
}

import type { HandoffEnvelope } from '../../core/handoff/handoff-envelope.ts';
import { downloadFile, stampOf } from './download-file.ts';

/** Offers the envelope as a file for the task pane; gives back its name. */
export function downloadEnvelope(envelope: HandoffEnvelope): string {
  const name = `redress-${stampOf(envelope.producedAt)}-${envelope.count}.redress.json`;
  downloadFile(name, [JSON.stringify(envelope, null, 1)], 'application/json');
  return name;
}

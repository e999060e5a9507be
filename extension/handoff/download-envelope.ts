import type { HandoffEnvelope } from '../../core/handoff/handoff-envelope.ts';

/** Offers the envelope as a file for the task pane; gives back its name. */
export function downloadEnvelope(envelope: HandoffEnvelope): string {
  const stamp = envelope.producedAt.slice(0, 16).replace(/[-:]/g, '').replace('T', '-');
  const name = `redress-${stamp}-${envelope.count}.redress.json`;
  const address = URL.createObjectURL(new Blob([JSON.stringify(envelope, null, 1)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun with the click; the address is let go after the browser has taken it up.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return name;
}

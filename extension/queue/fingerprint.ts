import type { PageCapture } from '../../core/capture/page-capture.ts';

/** A hash of the complaint's own words without their spacing, by which the same text is found again. */
export async function fingerprintOf(capture: PageCapture): Promise<string> {
  const own = capture.blocks.filter(({ role }) => role === 'body' || role === 'selection' || role === 'field');
  const words = (own.length > 0 ? own : capture.blocks).map(({ text }) => text).join('\n');
  const bytes = new TextEncoder().encode(words.normalize('NFKC').replace(/\s+/g, ''));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

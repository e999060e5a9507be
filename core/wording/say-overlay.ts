import { sayLine } from './say-line.ts';
import type { Locale } from '../policy/localized.ts';
import type { OverlayFinding } from '../policy/overlay-company.ts';

/** Everything in a company's answers that does not count, as one text; null when all of them count. */
export function sayOverlay(findings: readonly OverlayFinding[], locale: Locale): string | null {
  if (findings.length === 0) return null;
  const lines = new Set(findings.map((finding) => sayLine(locale, 'policy.overlay', finding)));
  return [...lines].join(locale === 'en' ? '; ' : '；');
}

import type { PageCapture } from '../../core/capture/page-capture.ts';

/** What the page gives; the clock and the zone are added outside of it. */
export type PageReading = Omit<PageCapture, 'schemaVersion' | 'capturedAt' | 'zone'>;

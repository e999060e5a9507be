import type { PageReading } from './page-reading.ts';

/** What the reader says of one frame: its reading (null when there is nothing, or a frame above reads it), or what went wrong. */
export interface ReaderAnswer {
  reading: PageReading | null;
  fault: string | null;
}

import { hasBody } from './fill-gaps.ts';
import type { PageReading } from './page-reading.ts';
import { bodyOf } from './safe-dom.ts';
import { visibleText } from './visible-text.ts';

/** A message below this many characters is looked at twice. */
const SHORT = 40;
/** A page that shows more than this many characters beside a short message may have hidden the rest from the recipe. */
const MUCH = 600;

/** Says so when next to nothing was read as the message although the page shows much: never an empty clip that looks full. */
export function withShortBody(reading: PageReading, documents: Document[]): PageReading {
  if (!hasBody(reading)) return reading;
  const words = reading.blocks.filter(({ role }) => role !== 'subject' && role !== 'field');
  const length = words.reduce((sum, { text }) => sum + text.trim().length, 0);
  if (length >= SHORT || documents.every((document) => visibleText(bodyOf(document)).length <= MUCH)) return reading;
  return { ...reading, doubts: [...(reading.doubts ?? []), 'shortBody'] };
}

import { hasBody } from './fill-gaps.ts';
import type { PageReading } from './page-reading.ts';

const WAYS = ['recipe', 'selection', 'page'];
const GUESSED = ['page', 'article'];
/** A frame that nobody above may look into has a message to give when it holds this much. */
const ENOUGH = 40;

export interface Asked {
  /** The user asked for the marked words. */
  prefersSelection?: boolean;
  /** The marked words as the browser's own menu gives them, their lines run together. */
  markedText?: string;
}

/**
 * One reading of a page from those of its frames, outermost first: the best way of reading wins, then the outermost frame.
 * Where that one had to guess its words, or met a frame that it could not look into, the frame's own words are the message.
 */
export function combineReadings(readings: PageReading[], asked: Asked = {}): PageReading | null {
  const { prefersSelection = false, markedText = '' } = asked;
  const ways = prefersSelection ? ['selection', ...WAYS] : WAYS;
  const best = ways.flatMap((way) => readings.filter(({ readBy }) => readBy.way === way))[0];
  if (best === undefined) return null;
  if (prefersSelection && best.readBy.way !== 'selection' && markedText.trim() !== '')
    return withBodyOf(best, ofMarkedText(best, markedText.trim()), 'selection');
  const marked = readings.find((each) => each !== best && each.readBy.way === 'selection');
  if (marked !== undefined && !hasOwnBody(best)) return withBodyOf(best, marked, 'selection');
  const inner = readings
    .filter((each) => each !== best && each.readBy.way !== 'selection' && lengthOf(each) >= ENOUGH)
    .sort((one, other) => lengthOf(other) - lengthOf(one))[0];
  if (inner === undefined || hasOwnBody(best)) return best;
  const isMore = !hasBody(best) || best.notFound.includes('closedFrame') || lengthOf(inner) > lengthOf(best);
  return isMore ? withBodyOf(best, inner, 'frame') : best;
}

/** Words that were marked in a frame that nobody but the browser itself may look into. */
const ofMarkedText = (best: PageReading, text: string): PageReading => ({
  ...best,
  blocks: [{ role: 'selection', label: null, text }],
});

/** Words that a recipe or the user pointed at; not those of general reading. */
const hasOwnBody = (reading: PageReading) => hasBody(reading) && !GUESSED.includes(reading.partsFrom?.body ?? '');

function withBodyOf(best: PageReading, inner: PageReading, origin: 'frame' | 'selection'): PageReading {
  const head = best.blocks.filter(({ role }) => role === 'subject' || role === 'field');
  const words = inner.blocks.filter(({ role }) => role !== 'subject' || head.length === 0);
  return {
    ...best,
    readBy: origin === 'selection' ? { ...best.readBy, way: 'selection' } : best.readBy,
    blocks: [...head, ...words],
    notFound: best.notFound.filter((part) => part !== 'body' && part !== 'closedFrame'),
    partsFrom: { ...best.partsFrom, body: origin },
    doubts: best.doubts?.filter((doubt) => doubt !== 'shortBody') ?? [],
  };
}

const lengthOf = ({ blocks }: PageReading) =>
  blocks.reduce((sum, { role, text }) => sum + (role === 'subject' || role === 'field' ? 0 : text.trim().length), 0);

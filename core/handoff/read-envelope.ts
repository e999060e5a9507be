import * as z from 'zod';
import { Moment } from '../complaint/moment.ts';
import { done, refuse, type Outcome } from '../outcome.ts';
import { HandoffComplaint, type HandoffEnvelope } from './handoff-envelope.ts';

/** A complaint of an envelope that cannot be taken: where it stands, and what is wrong with it. */
export interface RejectedComplaint {
  /** Place in the envelope, from 0. */
  index: number;
  /** Its id, if it has something like one. */
  id: string | null;
  /** The part that does not fit, such as `values.receivedAt`; `''` when it is no complaint at all. */
  part: string;
}

export interface EnvelopeReading {
  /** The complaints that were accepted; `count` is theirs. */
  envelope: HandoffEnvelope;
  rejected: RejectedComplaint[];
}

/**
 * `notJson`: not readable at all. `wrongFormat`: something else than a hand-off. `newerVersion`: made by a newer Redress.
 * `cut`: the end is missing. `tooMany`: more complaints than one hand-off may hold.
 */
export type EnvelopeRefusal = 'notJson' | 'wrongFormat' | 'newerVersion' | 'cut' | 'tooMany';

const FORMAT = 'redress.handoff';
const VERSION = 1;
const MAX_COMPLAINTS = 10_000;

const Frame = z.looseObject({ format: z.literal(FORMAT), version: z.int().positive() });
const Contents = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  producedAt: Moment,
  count: z.int().nonnegative(),
  complaints: z.array(z.unknown()),
});

/**
 * Reads an envelope that came as text (file, paste) or as an object (bridge). Whatever is wrong with the whole is refused
 * with its own code; complaints are judged one by one, so that a bad one does not keep the good ones back and is not lost
 * silently either. A count that differs from the number of complaints means that the file was cut or edited.
 */
export function readEnvelope(input: unknown): Outcome<EnvelopeReading, EnvelopeRefusal> {
  const found = typeof input === 'string' ? parse(input) : done(input);
  if (!found.ok) return found;
  const frame = Frame.safeParse(found.value);
  if (!frame.success) return refuse('wrongFormat');
  if (frame.data.version > VERSION) return refuse('newerVersion', { version: frame.data.version });
  const contents = Contents.safeParse(found.value);
  if (!contents.success) return refuse('wrongFormat', { part: pathOf(contents.error) });
  const { producedAt, count, complaints } = contents.data;
  if (count !== complaints.length) return refuse('cut', { expected: count, found: complaints.length });
  if (count > MAX_COMPLAINTS) return refuse('tooMany', { found: count, most: MAX_COMPLAINTS });

  const accepted: HandoffComplaint[] = [];
  const rejected: RejectedComplaint[] = [];
  complaints.forEach((candidate, index) => {
    const complaint = HandoffComplaint.safeParse(candidate);
    if (complaint.success) accepted.push(complaint.data);
    else rejected.push({ index, id: idOf(candidate), part: pathOf(complaint.error) });
  });
  const envelope = {
    format: FORMAT,
    version: VERSION,
    producedAt,
    count: accepted.length,
    complaints: accepted,
  } as const;
  return done({ envelope, rejected });
}

/** A hand-off that breaks off is told apart from a text that never was one. */
function parse(text: string): Outcome<unknown, 'notJson' | 'cut'> {
  const body = text.replace(/^\uFEFF/, '').trim();
  try {
    return done(JSON.parse(body) as unknown);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const isOurs = body.startsWith('{') && body.slice(0, 300).includes(`"${FORMAT}"`);
    return isOurs && !body.endsWith('}') ? refuse('cut') : refuse('notJson');
  }
}

function pathOf(error: z.ZodError): string {
  const [issue] = error.issues;
  const inner = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...(issue?.path ?? []), ...inner].join('.').slice(0, 100);
}

const MAX_ID = 40;

function idOf(candidate: unknown): string | null {
  const found = z.looseObject({ id: z.string() }).safeParse(candidate);
  return found.success ? found.data.id.slice(0, MAX_ID) : null;
}

import * as z from 'zod';
import { CapturedFile } from '../../core/capture/captured-file.ts';
import { PageCapture } from '../../core/capture/page-capture.ts';
import { ComplaintId } from '../../core/complaint/complaint-id.ts';
import { Moment } from '../../core/complaint/moment.ts';
import type { Messages } from './message.ts';

const clipId = z.string().min(1).max(100);
const count = z.int().nonnegative();

/** A file that the open message shows: an attachment with its own address, or a picture in the text. */
export const PageFile = z.strictObject({
  frameId: z.int(),
  url: z.string().min(1).max(8_000),
  name: z.string().max(500),
  kind: z.enum(['attachment', 'inlinePicture']),
  /** As the page writes it beside the name, such as `1.2 MB`; `''` when it does not. */
  sizeText: z.string().max(60),
  /** The page itself may ask for it; otherwise only with the user's leave for that site. */
  isSameSite: z.boolean(),
});
export type PageFile = z.infer<typeof PageFile>;

const detail = z.record(z.string(), z.union([z.string(), z.number()]));

/** The reply to keeping one file. `otherSite`: it lies on a site that the user gave no leave for; `notFetched`: the site refused it. */
export const KeptFile = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: CapturedFile }),
  z.object({
    ok: z.literal(false),
    code: z.enum([
      'noAccess',
      'gone',
      'otherSite',
      'notFetched',
      'notAFile',
      'emptyFile',
      'fileTooLarge',
      'draftTooLarge',
      'notReadBack',
      'storageFull',
      'storageFailed',
    ]),
    detail,
  }),
]);
export type KeptFile = z.infer<typeof KeptFile>;

/** About other ways in, and files kept as evidence. Bytes never travel in messages: pages of the extension read the store themselves. */
export const FILE_MESSAGES = {
  /** A capture that came from no page becomes what the window works on: a mail file, or a form. */
  openCapture: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ windowId: z.int(), clipId, capture: PageCapture }),
    reply: z.strictObject({ isOpen: z.boolean() }),
  },
  /** What files the message shows. Nothing is fetched. */
  listPageFiles: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ tabId: z.int() }),
    reply: z.strictObject({
      trouble: z.enum(['noAccess', 'gone']).nullable(),
      files: z.array(PageFile).max(200),
    }),
  },
  /** Fetches one file in the page's own session and keeps it with the draft. */
  fetchPageFile: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ tabId: z.int(), clipId, file: PageFile }),
    reply: KeptFile,
  },
  /** A picture of what the tab shows, kept with the draft. */
  takePagePicture: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ tabId: z.int(), clipId, name: z.string().min(1).max(200) }),
    reply: KeptFile,
  },
  /** Takes the files off registered complaints that were registered before a moment, and whatever no complaint holds. The list of files, with their hashes, stays. */
  forgetFiles: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ olderThan: Moment.nullable(), ids: z.array(ComplaintId).max(10_000).optional() }),
    reply: z.strictObject({ files: count, bytes: count }),
  },
} as const satisfies Messages;

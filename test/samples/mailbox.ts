import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { shiftMoment } from './date-header.ts';
import { readMail, type SampleMail } from './read-mail.ts';

const MAILS = join(import.meta.dirname, 'mails');
/** The newest sample mail arrived this long before the page is opened. */
export const NEWEST_ARRIVED_MINUTES_AGO = 25;

/** A mail in the sample mailbox. `own` mails were given by the user and are shown exactly as they are. */
export interface MailboxEntry {
  id: string;
  own: boolean;
  fileName: string;
  mail: SampleMail;
}

/** A mail file given by the user: already read, or refused before. */
export interface OwnMail {
  fileName: string;
  mail: SampleMail;
}

/** All sample mails of the project, in the order of their file names, with the dates they were written with. */
export async function readSampleMails(): Promise<MailboxEntry[]> {
  const names = (await readdir(MAILS)).filter((name) => name.endsWith('.eml')).sort();
  return Promise.all(names.map(readSample));
}

async function readSample(fileName: string): Promise<MailboxEntry> {
  const read = await readMail(await readFile(join(MAILS, fileName)));
  if (!read.ok) throw new Error(`The sample mail ${fileName} cannot be read: ${read.code}`);
  return { id: `sample-${basename(fileName, '.eml')}`, own: false, fileName, mail: read.value };
}

/** The user's own mails, under ids that a page address can carry. */
export function ownEntries(mails: OwnMail[]): MailboxEntry[] {
  return mails.map(({ fileName, mail }, index) => ({ id: `own-${index + 1}`, own: true, fileName, mail }));
}

/**
 * The mailbox as it looks at a moment: the user's mails first and unchanged, then the samples, newest first, all moved
 * by one and the same span so that the newest arrived 25 minutes ago.
 */
export function mailboxAt(entries: MailboxEntry[], now: Date): MailboxEntry[] {
  const samples = entries.filter((entry) => !entry.own);
  const newest = Math.max(...samples.map((entry) => Date.parse(entry.mail.sentAt ?? '')).filter(Number.isFinite));
  const shift = now.getTime() - NEWEST_ARRIVED_MINUTES_AGO * 60_000 - newest;
  const moved = samples.map((entry) => ({ ...entry, mail: moveMail(entry.mail, shift) }));
  return [...entries.filter((entry) => entry.own), ...moved.sort(byNewest)];
}

function moveMail(mail: SampleMail, milliseconds: number): SampleMail {
  return mail.sentAt === null ? mail : { ...mail, sentAt: shiftMoment(mail.sentAt, milliseconds) };
}

function byNewest(a: MailboxEntry, b: MailboxEntry): number {
  return Date.parse(b.mail.sentAt ?? '1970-01-01') - Date.parse(a.mail.sentAt ?? '1970-01-01');
}

import { access, constants, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { done, refuse, type Outcome } from '../../core/outcome.ts';
import { findPack, PACKS } from '../../core/policy/packs.ts';
import type { Locale } from '../../core/policy/localized.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import type { OwnMail } from '../samples/mailbox.ts';
import { readMail } from '../samples/read-mail.ts';
import type { DemoOptions } from './options.ts';
import { lookAtLedger, type LedgerLook, type LedgerRefusalCode } from './look-at-ledger.ts';

export const SAMPLE_LEDGER = join(import.meta.dirname, '../samples/ledgers/粉煤灰客户投诉台账.xlsx');

/** Everything the demo was given, read and found good before anything is started or written. */
export interface DemoInputs {
  /** Empty: the project's own sample mail. */
  mails: OwnMail[];
  ledger: { fileName: string; path: string; bytes: Uint8Array; look: LedgerLook };
  pack: PolicyPack;
  out: string;
}

export type InputRefusal =
  | 'mail.missing'
  | 'mail.unreadable'
  | 'mail.emptyFile'
  | 'mail.notAMail'
  | 'mail.tooLarge'
  | 'ledger.missing'
  | 'ledger.unreadable'
  | LedgerRefusalCode
  | 'policy.unknown'
  | 'out.notWritable';

/** Reads and checks all input. The first bad one is refused by name; nothing is written. `folder` is where paths start. */
export async function readInputs(
  options: DemoOptions,
  { folder, locale, zone }: { folder: string; locale: Locale; zone: string },
): Promise<Outcome<DemoInputs, InputRefusal>> {
  const isSample = options.mails.length === 0 && options.ledger === null;
  if (options.policy !== null && findPack(options.policy) === null)
    return refuse('policy.unknown', { policy: options.policy, policies: policyIds() });

  const mails: OwnMail[] = [];
  for (const path of options.mails) {
    const read = await readOwnMail(resolve(folder, path), path);
    if (!read.ok) return read;
    mails.push(read.value);
  }

  const shown = options.ledger ?? basename(SAMPLE_LEDGER);
  const path = options.ledger === null ? SAMPLE_LEDGER : resolve(folder, options.ledger);
  const bytes = await readBytes(path);
  if (!bytes.ok)
    return refuse(bytes.code === 'missing' ? 'ledger.missing' : 'ledger.unreadable', { file: shown, ...bytes.detail });
  const fileName = basename(shown);
  const look = await lookAtLedger(bytes.value, { fileName, shown, sheet: options.sheet, locale, zone });
  if (!look.ok) return look;
  const standing = look.value.kind === 'register' ? look.value.policy : null;
  const pack = findPack(options.policy ?? standing ?? (isSample ? 'fly-ash' : 'general')) ?? PACKS[0];
  if (pack === undefined) throw new Error('The product has no policy pack');

  const out = resolve(folder, options.out);
  const trouble = await whyNotWritable(out);
  if (trouble !== null) return refuse('out.notWritable', { folder: options.out, cause: trouble });
  return done({ mails, ledger: { fileName, path, bytes: bytes.value, look: look.value }, pack, out });
}

/** The ids a user may give to `--policy`. */
export function policyIds(): string {
  return PACKS.map(({ id }) => id).join(', ');
}

async function readOwnMail(path: string, shown: string): Promise<Outcome<OwnMail, InputRefusal>> {
  const bytes = await readBytes(path);
  if (!bytes.ok)
    return refuse(bytes.code === 'missing' ? 'mail.missing' : 'mail.unreadable', { file: shown, ...bytes.detail });
  const mail = await readMail(bytes.value);
  if (!mail.ok) return refuse(`mail.${mail.code}` as const, { file: shown, ...mail.detail });
  return done({ fileName: basename(path), mail: mail.value });
}

async function readBytes(path: string): Promise<Outcome<Uint8Array, 'missing' | 'unreadable'>> {
  try {
    return done(new Uint8Array(await readFile(path)));
  } catch (cause) {
    const code = systemCode(cause);
    return code === 'ENOENT' ? refuse('missing') : refuse('unreadable', { cause: code });
  }
}

/** Looks at the nearest folder that exists: the out folder itself is made only when all is well. */
async function whyNotWritable(folder: string): Promise<string | null> {
  for (let at = folder; ; at = dirname(at)) {
    try {
      await access(at, constants.W_OK | constants.X_OK);
      return null;
    } catch (cause) {
      const code = systemCode(cause);
      if (code !== 'ENOENT' || dirname(at) === at) return code;
    }
  }
}

/** The system's short name of a file error, such as EACCES; anything else is a bug and is thrown on. */
function systemCode(cause: unknown): string {
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  throw cause;
}

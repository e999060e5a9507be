import { afterEach } from 'vitest';
import type { Moment } from '../../core/complaint/moment.ts';
import { findPack } from '../../core/policy/packs.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import type { Outcome } from '../../core/outcome.ts';
import type { Applied } from '../../excel-addin/workbook/apply-plan.ts';
import { applyRegister, resumeRegister, type ShownRegister } from '../../excel-addin/actions/apply-register.ts';
import { lookForLedgers, lookForRegister, type StandingRegister } from '../../excel-addin/actions/look-around.ts';
import { previewRegister, type RegisterChoices } from '../../excel-addin/actions/preview-register.ts';
import { suggestCompany } from '../../excel-addin/actions/suggest-company.ts';
import { installGlobals } from '../excel-host/node/global-excel.ts';
import { openHost, type OpenedHost, type OpenHostOptions } from '../excel-host/node/open-host.ts';

/** The default pack; it is always there. */
const GENERAL = findPack('general') as PolicyPack;
export const ZONE = 'Asia/Shanghai';
export const AS_OF: Moment = '2026-11-22T10:00:00+08:00';
export const WORDS = { title: '请从列表中选择', message: '只接受列表中的选项' };

let remove: (() => void) | null = null;
afterEach(() => {
  remove?.();
  remove = null;
});

/** Opens a workbook on the host and puts Office.js where the add-in finds it; taken away after the test. */
export function openWorkbook(bytes: Uint8Array, options: OpenHostOptions = {}): OpenedHost {
  remove?.();
  const opened = openHost(bytes, { now: () => new Date(AS_OF), ...options });
  remove = installGlobals(opened);
  return opened;
}

/** Opens anew, as after closing the file, what was made ready once. */
export function reopening(prepare: () => Promise<OpenedHost>): () => Promise<OpenedHost> {
  let saved: Promise<Uint8Array> | null = null;
  return async () => openWorkbook(await (saved ??= prepare().then(({ host }) => host.save())));
}

/** The value of a good outcome; a refusal fails the test with its code. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.code} ${JSON.stringify(outcome.detail)}`);
  return outcome.value;
}

/** What the pane does up to the preview, with the suggested mapping, working hours and time limits confirmed. */
export async function preview(sheet?: string): Promise<ShownRegister> {
  const { sheets, choice, former } = valueOf(await lookForLedgers(null, sheet));
  const [ledger] = choice.ledgers;
  if (ledger === undefined) throw new Error(`no ledger: ${JSON.stringify(choice.refusals)}`);
  const choices: RegisterChoices = {
    ledgerSheet: ledger.sheet,
    columns: ledger.columns,
    former,
    policyId: 'general',
    company: { ...suggestCompany(GENERAL, ZONE), firstDay: 'nextDay' },
    locale: 'zh-CN',
    zone: ZONE,
    asOf: AS_OF,
  };
  return { preview: valueOf(previewRegister(sheets, choices)), choices, sheets };
}

export async function build(sheet?: string): Promise<Outcome<Applied>> {
  return applyRegister(await preview(sheet), { words: WORDS, onProgress: () => undefined });
}

export async function resume(): Promise<Outcome<Applied>> {
  const { pending } = valueOf(await lookForRegister(ZONE));
  if (pending === null) throw new Error('nothing is pending');
  return resumeRegister(pending, { words: WORDS, onProgress: () => undefined });
}

export async function standing(): Promise<StandingRegister> {
  const { register } = valueOf(await lookForRegister(ZONE));
  if (register === null) throw new Error('no register');
  return register;
}

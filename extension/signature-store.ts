import { browser } from 'wxt/browser';
import * as z from 'zod';

/** Who signs replies; asked once and kept on this computer. */
export const Signature = z.strictObject({ companyName: z.string().max(200), handler: z.string().max(200) });
export type Signature = z.infer<typeof Signature>;

const KEY = 'signature';
const NOBODY: Signature = { companyName: '', handler: '' };

/** The signature as stored; empty where none is, or where it cannot be read. */
export async function readSignature(): Promise<Signature> {
  const stored = await browser.storage.local.get(KEY);
  return Signature.safeParse(stored[KEY]).data ?? NOBODY;
}

export async function writeSignature(signature: Signature): Promise<void> {
  await browser.storage.local.set({ [KEY]: signature });
}

/** Takes the signature of a file; what is empty there stays as it is here. False when it does not fit. */
export async function takeSignature(part: unknown): Promise<boolean> {
  const { data } = Signature.safeParse(part);
  if (data === undefined) return false;
  const here = await readSignature();
  await writeSignature({
    companyName: data.companyName.trim() === '' ? here.companyName : data.companyName,
    handler: data.handler.trim() === '' ? here.handler : data.handler,
  });
  return true;
}

import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import * as z from 'zod';
import type { Signature } from '../../ui/reply/view-reply.ts';

const Stored = z.strictObject({ companyName: z.string().max(200), handler: z.string().max(200) });
const KEY = 'signature';
const NOBODY: Signature = { companyName: '', handler: '' };

/** Who signs replies, as kept on this computer. */
export function useSignature(): [Signature, (signature: Signature) => void] {
  const [signature, setSignature] = useState(NOBODY);
  useEffect(() => {
    void browser.storage.local.get(KEY).then((stored) => setSignature(Stored.safeParse(stored[KEY]).data ?? NOBODY));
  }, []);
  const keep = (changed: Signature) => {
    setSignature(changed);
    void browser.storage.local.set({ [KEY]: changed });
  };
  return [signature, keep];
}

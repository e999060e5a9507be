import { useEffect, useState } from 'preact/hooks';
import { readSignature, writeSignature, type Signature } from '../../signature-store.ts';

/** Who signs replies, as kept on this computer. */
export function useSignature(): [Signature, (signature: Signature) => void] {
  const [signature, setSignature] = useState<Signature>({ companyName: '', handler: '' });
  useEffect(() => void readSignature().then(setSignature), []);
  const keep = (changed: Signature) => {
    setSignature(changed);
    void writeSignature(changed);
  };
  return [signature, keep];
}

import { useSpeech } from '../speech.ts';
import type { Signature } from './view-reply.ts';

export interface SignatureFieldsProps {
  name: string;
  signature: Signature;
  onChange: (signature: Signature) => void;
}

const PARTS = ['companyName', 'handler'] as const;

/** Who signs: open until it is filled in, then folded away. */
export function SignatureFields({ name, signature, onChange }: SignatureFieldsProps) {
  const { say } = useSpeech();
  const isSet = PARTS.every((part) => signature[part].trim() !== '');
  return (
    <details class="fold signature" open={!isSet}>
      <summary>
        <span>{say('reply.signature.title')}</span>
        {isSet && <span class="note">{PARTS.map((part) => signature[part]).join(' · ')}</span>}
      </summary>
      <div class="fold-body">
        {PARTS.map((part) => (
          <div key={part} class="field">
            <label for={`${name}-${part}`}>{say(`reply.signature.${part}`)}</label>
            <input
              id={`${name}-${part}`}
              type="text"
              value={signature[part]}
              maxLength={200}
              onChange={(event) => onChange({ ...signature, [part]: event.currentTarget.value })}
            />
          </div>
        ))}
        <p class="note">{say('reply.signature.hint')}</p>
      </div>
    </details>
  );
}

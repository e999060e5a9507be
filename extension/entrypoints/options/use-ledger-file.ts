import { useState } from 'preact/hooks';
import type { OutgoingLedger } from '../../../core/register/outgoing-ledger.ts';
import { readLedgerFile } from '../../handoff/read-ledger-file.ts';
import { useSpeech } from '../../ui/speech.ts';

/** Opens a ledger and hands its columns on. */
export function useLedgerFile(onLedger: (ledger: OutgoingLedger) => void) {
  const { say } = useSpeech();
  const [isReading, setReading] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const onFile = (file: File) => {
    setReading(true);
    setTrouble(null);
    void readLedgerFile(file)
      .then((read) => {
        if (read.ok) onLedger(read.value);
        else setTrouble(say(`options.ledger.refused.${read.code}`, { file: file.name }));
      })
      .catch((error: unknown) => setTrouble(say('options.failed', { detail: String(error) })))
      .finally(() => setReading(false));
  };
  return { isReading, trouble, onFile };
}

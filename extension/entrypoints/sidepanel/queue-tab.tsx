import { useState } from 'preact/hooks';
import { downloadEnvelope } from '../../handoff/download-envelope.ts';
import { call } from '../../messages/call.ts';
import { QueueView } from '../../ui/queue/queue-view.tsx';
import { viewQueue } from '../../ui/queue/view-queue.ts';
import { useSpeech } from '../../ui/speech.ts';
import type { QueueInUse } from './use-queue.ts';

export function QueueTab({ queue, zone, asOf }: { queue: QueueInUse; zone: string; asOf: string }) {
  const speech = useSpeech();
  const [result, setResult] = useState<{ isGood: boolean; text: string } | null>(null);
  const { entries, unreadable, isPaneConnected } = queue;

  const exportFile = async () => {
    try {
      const { envelope } = await call('handOver', {});
      const file = downloadEnvelope(envelope);
      setResult({ isGood: true, text: speech.say('panel.handoff.exported', { count: envelope.count, file }) });
    } catch (error) {
      setResult({ isGood: false, text: speech.say('panel.handoff.exportFailed', { detail: String(error) }) });
    }
  };

  return (
    <QueueView
      model={viewQueue({ entries, unreadable, speech, zone, asOf })}
      isPaneConnected={isPaneConnected}
      result={result}
      onExport={() => void exportFile()}
    />
  );
}

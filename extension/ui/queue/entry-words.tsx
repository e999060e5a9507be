import type { PageCapture } from '../../../core/capture/page-capture.ts';
import { useSpeech } from '../speech.ts';

/** What was read, word by word: the mail may be gone by the time a question comes up. */
export function EntryWords({ capture: { blocks, from, sentAtText } }: { capture: PageCapture }) {
  const { say } = useSpeech();
  const sender = [from?.name, from?.address].filter(Boolean).join(' · ');
  return (
    <div class="entry-words">
      {(sender !== '' || sentAtText !== null) && (
        <p class="note" dir="auto">
          {[sender, sentAtText].filter(Boolean).join(' · ')}
        </p>
      )}
      {blocks.map(({ role, label, text }, at) => (
        <p key={at} dir="auto" data-role={role}>
          {label !== null && <span class="note">{label} </span>}
          {text}
        </p>
      ))}
      {blocks.length === 0 && <p class="note">{say('queue.nothing')}</p>}
    </div>
  );
}

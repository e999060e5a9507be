import { useEffect } from 'preact/hooks';
import { MailList } from '../../../ui/inputs/mail-list.tsx';
import { useSpeech } from '../../../ui/speech.ts';
import { useInputs } from './inputs-context.ts';

/** The mails that wait, above what the clerk works on. `current` is the clip before them, and whether it is saved. */
export function MailStrip({ current, isSaved }: { current: string | null; isSaved: boolean }) {
  const { say } = useSpeech();
  const { mails, reading, openMail, markDone, removeMails } = useInputs();
  const isWaiting = mails.some(({ id, state }) => id === current && state === 'waiting');
  useEffect(() => {
    if (current !== null && isSaved && isWaiting) markDone(current);
  }, [current, isSaved, isWaiting]);
  return (
    <MailList
      mails={mails.map(({ id, capture, fileName, state, trouble, detail, looksLikeComplaint }) => ({
        ...{ id, state, looksLikeComplaint },
        title: capture === null ? fileName : capture.title || say('inputs.mails.noSubject'),
        note:
          trouble === null
            ? (capture?.from?.name ?? capture?.from?.address ?? say('inputs.mails.noSender'))
            : say(`inputs.trouble.${trouble}`, detail),
      }))}
      current={mails.some(({ id }) => id === current) ? current : null}
      isIdle={current === null}
      reading={reading}
      onOpen={openMail}
      onRemove={(id) => removeMails([id])}
      onClear={() => removeMails(mails.map(({ id }) => id))}
    />
  );
}

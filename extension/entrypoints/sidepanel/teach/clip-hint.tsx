import { useState } from 'preact/hooks';
import type { PageCapture } from '../../../../core/capture/page-capture.ts';
import { call } from '../../../messages/call.ts';
import { useSpeech } from '../../../ui/speech.ts';
import { TeachHint } from '../../../ui/teach/teach-hint.tsx';
import { useTeach } from './teach-context.ts';

/** Over a draft that was read without a recipe: the page can be taught; after teaching, how to read it anew. */
export function ClipHint({ capture, tabId }: { capture: PageCapture; tabId: number | null }) {
  const { say } = useSpeech();
  const { teach, saved } = useTeach();
  const [isDismissed, setDismissed] = useState(false);
  if (saved !== null && tabId !== null)
    return (
      <div class="teach-hint" role="status" data-notice="taught-saved">
        <p>{say('teach.saved', { name: saved })}</p>
        <p class="row">
          <button
            type="button"
            class="button"
            data-action="read-again"
            onClick={() => void call('readAgain', { tabId })}
          >
            {say('teach.readAgain')}
          </button>
        </p>
      </div>
    );
  const { way, name } = capture.readBy;
  const isMisfit = capture.doubts?.includes('recipeDidNotFit') === true;
  if (isDismissed || tabId === null || (way !== 'page' && !isMisfit)) return null;
  return (
    <TeachHint
      misfit={isMisfit ? (name ?? null) : null}
      onTeach={() => teach({ tabId })}
      onDismiss={() => setDismissed(true)}
    />
  );
}

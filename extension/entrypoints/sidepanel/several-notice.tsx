import { useMemo } from 'preact/hooks';
import type { PageCapture } from '../../../core/capture/page-capture.ts';
import { captureOfPiece, severalComplaints } from '../../../core/extract/several-complaints.ts';
import { useSpeech } from '../../ui/speech.ts';
import { useInputs } from './inputs/inputs-context.ts';

/** A mail that lists several complaints: one click puts each of them in the list of what waits, and opens the first. */
export function SeveralNotice({ capture }: { capture: PageCapture }) {
  const { say } = useSpeech();
  const { openPieces } = useInputs();
  const pieces = useMemo(() => severalComplaints(capture), [capture]);
  if (pieces.length < 2) return null;
  const subject = capture.blocks.find(({ role }) => role === 'subject')?.text.trim() ?? capture.title;
  const open = () =>
    openPieces(
      pieces.map((_, index) => captureOfPiece(capture, pieces, index)),
      subject === '' ? say('panel.notice.severalUntitled') : subject.slice(0, 80),
    );
  return (
    <div class="notice notice-info" role="status" data-notice="several">
      <strong>{say('panel.notice.several', { count: pieces.length })}</strong>
      <p>{say('panel.notice.severalBody')}</p>
      <p class="row">
        <button type="button" class="button button-small" data-action="open-pieces" onClick={open}>
          {say('panel.notice.severalOpen', { count: pieces.length })}
        </button>
      </p>
    </div>
  );
}

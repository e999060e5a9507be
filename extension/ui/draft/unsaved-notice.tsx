import { useSpeech } from '../speech.ts';

export interface UnsavedNoticeProps {
  /** As the page called it; `''` when it had no name. */
  title: string;
  /** When it was last changed, in words. */
  time: string;
  onOpen: () => void;
  onDiscard: () => void;
}

/** A draft of before that was edited and never saved: it is offered, not opened by itself. */
export function UnsavedNotice({ title, time, onOpen, onDiscard }: UnsavedNoticeProps) {
  const { say } = useSpeech();
  return (
    <div class="notice notice-info new-clip" role="status" data-notice="unsaved">
      <p dir="auto">
        {title === '' ? say('panel.unsaved.untitled', { time }) : say('panel.unsaved.text', { title, time })}
      </p>
      <p class="row">
        <button type="button" class="button button-small" data-action="open-unsaved" onClick={onOpen}>
          {say('panel.unsaved.open')}
        </button>
        <button type="button" class="link" data-action="discard-unsaved" onClick={onDiscard}>
          {say('panel.unsaved.discard')}
        </button>
      </p>
    </div>
  );
}

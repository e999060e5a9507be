import type { ComplaintDraft } from '../../../core/extract/complaint-draft.ts';
import { useSpeech } from '../speech.ts';

export interface TwinView {
  id: string;
  saved: string;
  state: 'queued' | 'handedOver' | 'registered';
}

export interface DraftNoticesProps {
  looksLikeComplaint: boolean;
  signals: ComplaintDraft['isComplaint']['signals'];
  twins: TwinView[];
}

/** What the clerk should know before saving: clipped before, or no complaint. */
export function DraftNotices({ looksLikeComplaint, signals, twins }: DraftNoticesProps) {
  const { say } = useSpeech();
  const against = [...new Set(signals.filter(({ speaksFor }) => !speaksFor).map(({ quote }) => quote))].slice(0, 3);
  const words = against.map((word) => say('panel.notice.word', { word })).join(' ');
  return (
    <>
      {twins.map(({ id, saved, state }) => (
        <div key={id} class="notice notice-warn" role="status" data-notice="twin">
          <strong>{say('panel.notice.twin')}</strong>
          <p>{say('panel.notice.twinBody', { time: saved, state: say(`panel.queue.state.${state}`) })}</p>
        </div>
      ))}
      {!looksLikeComplaint && (
        <div class="notice notice-info" role="status" data-notice="notComplaint">
          <strong>{say('panel.notice.notComplaint')}</strong>
          <p>
            {against.length === 0
              ? say('panel.notice.notComplaintNoWords')
              : say('panel.notice.notComplaintBody', { words })}
          </p>
        </div>
      )}
    </>
  );
}

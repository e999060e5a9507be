import type { ComplaintDraft } from '../../../core/extract/complaint-draft.ts';
import type { TwinReason } from '../../../core/queue/find-twins.ts';
import type { RowState } from '../queue/view-queue.ts';
import { useSpeech, type Speech } from '../speech.ts';

export interface TwinView {
  id: string;
  saved: string;
  state: RowState;
  customer: string | null;
  title: string;
  reasons: readonly TwinReason[];
  /** The clerk said that both belong together. */
  isLinked: boolean;
}

export interface DraftNoticesProps {
  looksLikeComplaint: boolean;
  signals: ComplaintDraft['isComplaint']['signals'];
  twins: TwinView[];
  onOpen: (id: string) => void;
  /** Null takes the link back. */
  onLink: (id: string | null) => void;
}

/** Few are looked through; more say only that there are more. */
const MOST = 3;

/** What the clerk should know before saving: saved before, or no complaint. */
export function DraftNotices({ looksLikeComplaint, signals, twins, onOpen, onLink }: DraftNoticesProps) {
  const { say } = useSpeech();
  const against = [...new Set(signals.filter(({ speaksFor }) => !speaksFor).map(({ quote }) => quote))].slice(0, 3);
  const words = against.map((word) => say('panel.notice.word', { word })).join(' ');
  return (
    <>
      {twins.slice(0, MOST).map((twin) => (
        <TwinNotice key={twin.id} twin={twin} onOpen={onOpen} onLink={onLink} />
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

/** A saved complaint that may be this one: why, and what to do about it. */
function TwinNotice({ twin, onOpen, onLink }: { twin: TwinView } & Pick<DraftNoticesProps, 'onOpen' | 'onLink'>) {
  const speech = useSpeech();
  const { say } = speech;
  const { id, customer, title, saved, state, reasons, isLinked } = twin;
  const isSame = reasons.some(({ kind }) => kind === 'sameMessage' || kind === 'sameWords');
  return (
    <div class="notice notice-warn twin" role="status" data-notice="twin" data-twin={id}>
      <strong>{say(isSame ? 'panel.notice.twin' : 'panel.draft.twin.title')}</strong>
      <p class="twin-what">
        <b dir="auto">{customer ?? say('panel.draft.twin.noCustomer')}</b> <span dir="auto">{title}</span>
      </p>
      <p class="note">
        {say('panel.draft.twin.saved', { time: saved, state: say(`queue.state.${state}`) })}
        {reasons.length > 0 && ` · ${reasons.map((reason) => sayTwinReason(reason, speech)).join(' · ')}`}
      </p>
      <p class="row">
        <button type="button" class="button button-small" data-action="open-twin" onClick={() => onOpen(id)}>
          {say('panel.draft.twin.open')}
        </button>
        {isLinked ? (
          <span class="note">
            {say('panel.draft.twin.linked')}
            <button type="button" class="link" data-action="unlink-twin" onClick={() => onLink(null)}>
              {say('panel.draft.twin.unlink')}
            </button>
          </span>
        ) : (
          <button type="button" class="button button-small" data-action="link-twin" onClick={() => onLink(id)}>
            {say('panel.draft.twin.link')}
          </button>
        )}
      </p>
    </div>
  );
}

function sayTwinReason(reason: TwinReason, { say }: Speech): string {
  if (reason.kind === 'sameGoods')
    return say('panel.draft.twin.sameGoods', {
      field: say(`fields.${reason.field}`),
      value: reason.value.toUpperCase(),
    });
  if (reason.kind === 'similarText')
    return say('panel.draft.twin.similarText', { percent: Math.round(reason.share * 100) });
  return say(`panel.draft.twin.${reason.kind}`);
}

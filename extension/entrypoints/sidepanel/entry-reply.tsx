import { useMemo, useState } from 'preact/hooks';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import type { QueueEntry } from '../../../core/queue/queue-entry.ts';
import { call } from '../../messages/call.ts';
import type { DraftEdits } from '../../ui/draft/draft-edits.ts';
import { viewDraft, type DraftContext } from '../../ui/draft/view-draft.ts';
import { ReplyEditor } from '../../ui/reply/reply-editor.tsx';
import { replyKinds } from '../../ui/reply/view-reply.ts';
import { useSpeech } from '../../ui/speech.ts';
import { replyProps } from './reply-props.ts';
import { useSignature } from './use-signature.ts';

export interface EntryReplyProps {
  entry: QueueEntry;
  pack: PolicyPack;
  company: CompanySettings | null;
  zone: string;
  asOf: string;
}

/** The reply to a complaint that was saved earlier; it goes to the reply box of whichever tab is in front. */
export function EntryReply({ entry, pack, company, zone, asOf }: EntryReplyProps) {
  const speech = useSpeech();
  const [signature, setSignature] = useSignature();
  const [replies, setReplies] = useState<NonNullable<DraftEdits['replies']>>({});
  const [isNoted, setNoted] = useState<boolean | null>(null);
  const { id, capture, draft, values, category, grade } = entry;
  const context = useMemo<DraftContext>(
    () => ({ capture, draft, pack, company, asOf, zone }),
    [capture, draft, pack, company, asOf, zone],
  );
  const edits: DraftEdits = { values, category, grade, replies };
  const model = useMemo(() => viewDraft(context, { values, category, grade }), [context, values, category, grade]);
  const reply = replyProps({
    ...{ context, model, edits, signature, id, locale: speech.locale, tab: 'inFront' },
    onEdit: (part) => setReplies(part.replies ?? replies),
    onSignature: setSignature,
    onTaken: (text, way) => void call('noteReply', { id, text, way }).then(({ isKept }) => setNoted(isKept)),
  });
  if (replyKinds(reply.context).length === 0) return null;
  return (
    <>
      <ReplyEditor name="entry" {...reply} />
      {isNoted !== null && (
        <p class={isNoted ? 'note' : 'note save-missing'} role="status" data-noted={isNoted}>
          {speech.say(isNoted ? 'reply.noted' : 'reply.notNoted')}
        </p>
      )}
    </>
  );
}

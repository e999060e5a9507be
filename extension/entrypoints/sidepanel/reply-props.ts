import type { Locale } from '../../../core/policy/localized.ts';
import { deadlinesOnceSent } from '../../../core/reply/promised-deadline.ts';
import type { DraftEdits } from '../../ui/draft/draft-edits.ts';
import type { DraftContext, DraftView } from '../../ui/draft/view-draft.ts';
import type { ReplyEditorProps } from '../../ui/reply/reply-editor.tsx';
import { languageOf, type Signature } from '../../ui/reply/view-reply.ts';
import { replyWays, type ReplyTab } from './reply-ways.ts';

export interface ReplySource {
  context: DraftContext;
  model: DraftView;
  edits: DraftEdits;
  signature: Signature;
  tab: ReplyTab;
  /** The complaint's number; null before it is saved. */
  id: string | null;
  /** The panel's language, where the customer's words do not tell. */
  locale: Locale;
  onEdit: (part: Partial<DraftEdits>) => void;
  onSignature: (signature: Signature) => void;
  onTaken: (text: string, way: 'copied' | 'inserted') => void;
}

/** What the reply editor needs, from the draft as it stands. */
export function replyProps(source: ReplySource): Omit<ReplyEditorProps, 'name'> {
  const { context, model, edits, signature, tab, id, locale, onEdit, onSignature, onTaken } = source;
  const { capture, pack, company, asOf, zone } = context;
  const { values, grade, situation } = model;
  const wanted = model.optional.filter(({ field }) => edits.askAlso?.includes(field));
  const texts = edits.replies ?? {};
  return {
    context: {
      ...{ pack, situation, signature, id, zone, asOf },
      deadlines: deadlinesOnceSent({ values, grade, pack, company, asOf, zone }),
      questions: [...model.missing, ...wanted],
    },
    language: languageOf(capture, locale),
    texts,
    onText: (key, text) => {
      const others = Object.entries(texts).filter(([other]) => other !== key);
      onEdit({ replies: Object.fromEntries(text === null ? others : [...others, [key, text]]) });
    },
    onSignature,
    ...replyWays(tab, onTaken),
  };
}

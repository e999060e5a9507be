import { useState } from 'preact/hooks';
import { LOCALES, type Locale } from '../../../core/policy/localized.ts';
import { useSpeech } from '../speech.ts';
import './reply.css';
import { ReplyChecks } from './reply-checks.tsx';
import { sayOutcome, type ReplyOutcome } from './say-outcome.ts';
import { SignatureFields } from './signature-fields.tsx';
import { replyKinds, viewReply, type ReplyContext, type ReplyKind, type Signature } from './view-reply.ts';

export interface ReplyEditorProps {
  /** Tells several editors of one panel apart. */
  name: string;
  context: ReplyContext;
  /** The customer's language, to begin with. */
  language: Locale;
  /** Replies as changed by hand, by kind and language. */
  texts: Record<string, string>;
  onText: (key: string, text: string | null) => void;
  onSignature: (signature: Signature) => void;
  /** Null where the page has no reply box that could be known. */
  onInsert: ((text: string) => Promise<ReplyOutcome>) | null;
  onCopy: (text: string) => Promise<ReplyOutcome>;
}

/** A reply to read over, change and take along. It is never sent from here. */
export function ReplyEditor(props: ReplyEditorProps) {
  const { name, context, language, texts, onText, onSignature, onInsert, onCopy } = props;
  const { say } = useSpeech();
  const [locale, setLocale] = useState(language);
  const [chosen, setChosen] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<ReplyOutcome | null>(null);
  const kinds = replyKinds(context);
  const kind = kinds.find(({ id }) => id === chosen) ?? kinds[0];
  if (kind === undefined) return null;
  const key = `${kind.id} ${locale}`;
  const changed = texts[key] ?? null;
  const view = viewReply(kind, context, locale, changed);
  const text = changed ?? view.written.text;
  const take = (way: (text: string) => Promise<ReplyOutcome>) => void way(text).then(setOutcome);

  return (
    <div class="reply" data-reply={kind.id}>
      <div class="reply-head">
        {kinds.length > 1 && (
          <select
            aria-label={say('reply.kind.label')}
            value={kind.id}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            {kinds.map((each) => (
              <option key={each.id} value={each.id}>
                <KindName kind={each} />
              </option>
            ))}
          </select>
        )}
        <select
          class="reply-language"
          aria-label={say('reply.language.label')}
          value={locale}
          onChange={(event) => setLocale(LOCALES.find((each) => each === event.currentTarget.value) ?? locale)}
        >
          {LOCALES.map((each) => (
            <option key={each} value={each}>
              {say(`reply.language.${each}`)}
            </option>
          ))}
        </select>
      </div>
      <textarea
        id={`${name}-text`}
        class="reply-text"
        lang={locale}
        rows={8}
        value={text}
        maxLength={20_000}
        aria-label={say('reply.text')}
        aria-describedby={`${name}-checks`}
        onInput={(event) => {
          setOutcome(null);
          onText(key, event.currentTarget.value);
        }}
      />
      {changed !== null && changed !== view.written.text && (
        <p class="note">
          {say('reply.edited')}
          <button type="button" class="link" onClick={() => onText(key, null)}>
            {say('reply.again')}
          </button>
        </p>
      )}
      <ReplyChecks id={`${name}-checks`} view={view} locale={locale} zone={context.zone} />
      <SignatureFields name={name} signature={context.signature} onChange={onSignature} />
      <p class="row">
        {onInsert !== null && (
          <button type="button" class="button button-main" data-action="insert-reply" onClick={() => take(onInsert)}>
            {say('reply.insert')}
          </button>
        )}
        <button type="button" class="button" data-action="copy-reply" onClick={() => take(onCopy)}>
          {say('reply.copy')}
        </button>
      </p>
      <p class="note reply-outcome" role="status" data-outcome={outcome ?? ''}>
        {outcome === null ? onInsert !== null && say('reply.insertHint') : sayOutcome(outcome, view.check, say)}
      </p>
    </div>
  );
}

function KindName({ kind: { asks, template } }: { kind: ReplyKind }) {
  const { say, label } = useSpeech();
  if (asks === 'only') return <>{say('reply.kind.ask')}</>;
  const name = label(template.label);
  return <>{asks === 'below' ? say('reply.kind.withQuestions', { label: name }) : name}</>;
}

import { useRef, useState } from 'preact/hooks';
import type { Locale } from '../../core/policy/localized.ts';
import { Icon } from './Icon.tsx';
import type { ComplaintModel, ShownComplaint } from './complaint-state.ts';
import type { PaneCallbacks, Words } from './pane-state.ts';

interface RepliesProps {
  shown: ShownComplaint;
  model: ComplaintModel;
  locale: Locale;
  t: Words;
  callbacks: PaneCallbacks;
}

/** The replies of the policy, filled and checked, to be copied into a mail. */
export function ComplaintReplies({ shown, model, t, callbacks }: RepliesProps) {
  const { replies } = shown;
  const [chosen, choose] = useState(replies[0]?.id ?? '');
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | null>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const reply = replies.find(({ id }) => id === chosen) ?? replies[0];
  if (reply === undefined) return null;
  const copy = () => {
    text.current?.focus();
    text.current?.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the clipboard's own interface is closed to frames in Excel on the web
    setOutcome(document.execCommand('copy') ? 'copied' : 'copyFailed');
  };
  return (
    <details class="card quiet fold">
      <summary>
        <h3>{t('complaint.replies')}</h3>
      </summary>
      <label class="field">
        <span>{t('reply.kind.label')}</span>
        <select
          value={reply.id}
          onChange={(event) => {
            choose(event.currentTarget.value);
            setOutcome(null);
          }}
        >
          {replies.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{t('complaint.companyName')}</span>
        <input
          maxLength={200}
          value={model.companyName}
          onInput={(event) => callbacks.changeCompanyName(event.currentTarget.value)}
        />
      </label>
      <textarea
        key={`${reply.id} ${reply.text}`}
        ref={text}
        class="words"
        rows={9}
        lang={reply.language}
        aria-label={t('reply.text')}
        defaultValue={reply.text}
      />
      {reply.checks.map(({ tone, text: words }) => (
        <p key={words} class={tone === 'good' ? 'good small-text' : 'warn-line small-text'}>
          {words}
        </p>
      ))}
      <div class="actions">
        <button type="button" class="button" onClick={copy}>
          {t('complaint.copy')}
        </button>
      </div>
      <p class="soft small-text" aria-live="polite">
        {outcome !== null && (
          <>
            <Icon name={outcome === 'copied' ? 'success' : 'warning'} size={14} /> {t(`complaint.${outcome}`)}
          </>
        )}
      </p>
    </details>
  );
}

import { useSpeech } from '../speech.ts';
import type { Quote, WordsWanted } from './quote-context.ts';

export interface QuoteLineProps {
  quote: Quote;
  /** Null where there is no page to show the words in. */
  onShow: ((wanted: WordsWanted) => void) | null;
}

/** The quoted words, marked within what stands around them. A click lights them up in the page. */
export function QuoteLine({ quote, onShow }: QuoteLineProps) {
  const { say } = useSpeech();
  const { before, words, after, isFromHead, fullLength, wanted } = quote;
  const kind = fullLength === null ? 'quote' : 'quote quote-long';
  const content = (
    <>
      <span class="quote-words">
        {before}
        {fullLength === null ? <mark>{words}</mark> : words}
        {after}
      </span>{' '}
      {isFromHead && <span class="quote-source">{say('panel.field.fromHead')}</span>}
      {fullLength !== null && <span class="quote-source">{say('panel.field.quoteLength', { count: fullLength })}</span>}
    </>
  );
  if (onShow === null)
    return (
      <p class={kind}>
        <span class="visually-hidden">{say('panel.field.quote')}: </span>
        {content}
      </p>
    );
  return (
    <button
      type="button"
      class={`${kind} quote-button`}
      data-action="show-words"
      title={say('panel.draft.showWords')}
      onClick={() => onShow(wanted)}
    >
      <span class="visually-hidden">
        {say('panel.draft.showWords')} · {say('panel.field.quote')}:{' '}
      </span>
      {content}
    </button>
  );
}

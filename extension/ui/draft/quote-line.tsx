import { useSpeech } from '../speech.ts';
import type { Quote } from './quote-context.ts';

/** The quoted words, marked within what stands around them. */
export function QuoteLine({ quote }: { quote: Quote }) {
  const { say } = useSpeech();
  const { before, words, after, isFromHead, fullLength } = quote;
  return (
    <p class="quote">
      <span class="visually-hidden">{say('panel.field.quote')}: </span>
      <span class="quote-words">
        {before}
        {fullLength === null ? <mark>{words}</mark> : words}
        {after}
      </span>
      {isFromHead && <span class="quote-source">{say('panel.field.fromHead')}</span>}
      {fullLength !== null && <span class="quote-source">{say('panel.field.quoteLength', { count: fullLength })}</span>}
    </p>
  );
}

import type { Locale } from '../../../core/policy/localized.ts';
import { whyNoTime } from '../../../core/reply/promised-deadline.ts';
import { stateTime } from '../../../core/reply/state-time.ts';
import { sayLine } from '../../../core/wording/say-line.ts';
import { useSpeech } from '../speech.ts';
import type { ReplyView } from './view-reply.ts';

export interface ReplyChecksProps {
  id: string;
  view: ReplyView;
  locale: Locale;
  zone: string;
}

/** What stands in the reply, what must still be said, what is better said otherwise, and which gaps are left. */
export function ReplyChecks({ id, view: { check, deadline, written, isPast }, locale, zone }: ReplyChecksProps) {
  const { say, label, locale: own } = useSpeech();
  const { required, avoid, gaps, statesDueTime, isGood } = check;
  const promised = deadline?.dueAt ?? null;
  const lacksTime = written.gaps.some(({ placeholder }) => placeholder === 'dueAt');
  const reasons = deadline !== null && lacksTime ? whyNoTime(deadline) : [];
  return (
    <div id={id} class="checks" aria-live="polite">
      {isGood && !isPast && <p class="check-line is-good">{say('reply.check.good')}</p>}
      {(!isGood || isPast || required.length > 0) && (
        <p class="check-chips">
          {required.map(({ content, label: name, words }) => (
            <span key={content} class={`badge ${words.length > 0 ? 'badge-good' : 'badge-warn'}`}>
              <span aria-hidden="true">{words.length > 0 ? '✓ ' : '✗ '}</span>
              <span class="visually-hidden">
                {say(words.length > 0 ? 'reply.check.has' : 'reply.check.lacks', { label: label(name) })}
              </span>
              <span aria-hidden="true">{label(name)}</span>
            </span>
          ))}
          {statesDueTime === true && !isPast && (
            <span class="badge badge-good">
              <span aria-hidden="true">✓ </span>
              {say('reply.check.dueTime')}
            </span>
          )}
        </p>
      )}
      {isPast && promised !== null && (
        <p class="check-line is-bad" data-past>
          {say('reply.check.past', { time: stateTime(promised, zone, locale) })}
        </p>
      )}
      {statesDueTime === false && !isPast && promised !== null && (
        <p class="check-line is-warn">{say('reply.check.noDueTime', { time: stateTime(promised, zone, locale) })}</p>
      )}
      {reasons.map((line) => (
        <p key={line.code} class="check-line is-warn" data-no-time={line.code}>
          {say('reply.check.noTime', { reason: sayLine(own, 'deadline.trace', line) })}
        </p>
      ))}
      {gaps.length > 0 && (
        <p class="check-line is-warn" data-gaps={gaps.length}>
          {say('reply.check.gaps', {
            count: gaps.length,
            gaps: [...new Set(gaps.map(({ quote }) => quote))].slice(0, 6).join(' '),
          })}
        </p>
      )}
      {avoid.slice(0, 6).map(({ phrase, words, text, instead }, at) => (
        <p key={`${phrase} ${at}`} class="check-line is-bad" data-avoid={phrase}>
          {say('reply.check.avoid', { word: words.quote, text: label(text) })}
          {instead !== null && (
            <span class="check-instead">{say('reply.check.instead', { instead: label(instead) })}</span>
          )}
        </p>
      ))}
      {written.isProvisional && <p class="check-line">{say('reply.check.provisional')}</p>}
    </div>
  );
}

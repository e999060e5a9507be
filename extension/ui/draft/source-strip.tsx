import type { PageCapture } from '../../../core/capture/page-capture.ts';
import { showTime } from '../show-time.ts';
import { useSpeech } from '../speech.ts';
import { viewSource } from './view-source.ts';
import './source-strip.css';

/** What was read, from where, by which way, and what of it the clerk should look at. */
export function SourceStrip({ capture, asOf, zone }: { capture: PageCapture; asOf: string; zone: string }) {
  const speech = useSpeech();
  const { say } = speech;
  const { from, sentAt, sentAtText } = capture;
  const subject = capture.blocks.find(({ role }) => role === 'subject')?.text ?? capture.title;
  const sender = from === null ? null : (from.name ?? from.address);
  const when = sentAt === null ? sentAtText : showTime(speech, sentAt, zone, asOf);
  const { way, trust, checks, wholeText } = viewSource(capture, speech);
  return (
    <header class="source">
      <h1 dir="auto">{subject === '' ? say('panel.source.noSubject') : subject}</h1>
      <p class="source-line">
        {sender !== null && <bdi>{sender}</bdi>}
        {when !== null && <span>{when}</span>}
        <span data-source-way={capture.readBy.recipe ?? capture.readBy.way}>{way}</span>
      </p>
      {trust !== null && (
        <p class="source-trust" data-source-trust="sourcesOnly">
          {trust}
        </p>
      )}
      {checks.length > 0 && (
        <div class={checks.some(({ isGrave }) => isGrave) ? 'source-checks notice notice-warn' : 'source-checks hint'}>
          <ul>
            {checks.map(({ code, text }) => (
              <li key={code} data-source-check={code}>
                {text}
              </li>
            ))}
          </ul>
          {wholeText !== null && (
            <a class="link" href={wholeText} target="_blank" rel="noreferrer" data-action="whole-text">
              {say('panel.source.wholeText')}
            </a>
          )}
        </div>
      )}
    </header>
  );
}

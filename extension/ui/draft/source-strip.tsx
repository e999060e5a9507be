import type { PageCapture } from '../../../core/capture/page-capture.ts';
import { showTime } from '../show-time.ts';
import { useSpeech } from '../speech.ts';

/** What was read, and from where. */
export function SourceStrip({ capture, asOf, zone }: { capture: PageCapture; asOf: string; zone: string }) {
  const speech = useSpeech();
  const { say } = speech;
  const { from, sentAt, sentAtText, readBy, notFound } = capture;
  const subject = capture.blocks.find(({ role }) => role === 'subject')?.text ?? capture.title;
  const sender = from === null ? null : (from.name ?? from.address);
  const when = sentAt === null ? sentAtText : showTime(speech, sentAt, zone, asOf);
  const known = notFound.filter((part) => PARTS.has(part));
  return (
    <header class="source">
      <h1 dir="auto">{subject === '' ? say('panel.source.noSubject') : subject}</h1>
      <p class="source-line">
        {sender !== null && <bdi>{sender}</bdi>}
        {when !== null && <span>{when}</span>}
        <span>{say(`panel.source.${readBy.way}`)}</span>
      </p>
      {known.length > 0 && (
        <p class="hint">
          {say('panel.notFound.intro', {
            parts: known.map((part) => say(`panel.notFound.${part}`)).join(say('panel.notFound.separator')),
          })}
        </p>
      )}
    </header>
  );
}

const PARTS = new Set('subject from to sentAt body fields comments attachments closedFrame rest'.split(' '));

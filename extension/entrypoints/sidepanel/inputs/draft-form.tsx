import { useEffect, useRef, useState } from 'preact/hooks';
import { captureOfForm, formChannel } from '../../../../core/capture/capture-of-form.ts';
import type { PageCapture } from '../../../../core/capture/page-capture.ts';
import { call } from '../../../messages/call.ts';
import { FormCard } from '../../../ui/inputs/form-card.tsx';
import { WAYS, type Way } from '../../../ui/inputs/ways.ts';
import { useSpeech } from '../../../ui/speech.ts';
import { withSentMoment } from '../../background/sent-moment.ts';
import { openedWords } from './opened-words.ts';
import { keepFormText, keptFormText } from './kept-form-text.ts';

export interface DraftFormProps {
  windowId: number;
  clipId: string;
  capture: PageCapture;
  /** The words were read again: what the clerk changed by hand stays. */
  onRevise: (capture: PageCapture) => void;
}

/** A pause in typing, after which the words are read again. */
const TYPING_MS = 250;

/** The form's own part of a draft; nothing for what came from a page or a file. */
export function DraftForm(props: DraftFormProps) {
  return props.capture.readBy.way === 'form' ? <OpenForm {...props} /> : null;
}

function OpenForm({ windowId, clipId, capture, onRevise }: DraftFormProps) {
  const speech = useSpeech();
  const { say } = speech;
  const [text, setText] = useState<string | null>(null);
  const channel = formChannel(capture);
  const way = WAYS.find((each) => say(`inputs.way.${each}.channel`) === channel) ?? null;
  const last = useRef('');
  useEffect(() => void keptFormText(clipId).then((kept) => setText((now) => now ?? kept)), [clipId]);

  const revise = (words: string, chosen: Way | null) => {
    const word = chosen === null ? channel : say(`inputs.way.${chosen}.channel`);
    const edge = { capturedAt: capture.capturedAt, zone: capture.zone };
    const channelLabel = say('inputs.form.channelLabel');
    const form = { channel: word, channelLabel, text: words, openedText: openedWords(speech, edge) };
    const revised = withSentMoment(captureOfForm(form, edge));
    onRevise(revised);
    void keepFormText(clipId, words);
    void call('openCapture', { windowId, clipId, capture: revised });
  };
  useEffect(() => {
    if (text === null || text === last.current) return undefined;
    const timer = setTimeout(() => {
      last.current = text;
      revise(text, way);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);

  if (text === null) return null;
  return <FormCard way={way} text={text} onText={setText} onWay={(chosen) => revise(text, chosen)} />;
}

import { useSpeech } from '../speech.ts';

export interface HandoffCardProps {
  waiting: number;
  isPaneConnected: boolean | null;
  /** What the last export did, in words. */
  result: { isGood: boolean; text: string } | null;
  onExport: () => void;
}

/** Whether Excel listens in this browser, and the file for when it does not. */
export function HandoffCard({ waiting, isPaneConnected, result, onExport }: HandoffCardProps) {
  const { say } = useSpeech();
  const state = isPaneConnected === true ? 'connected' : 'disconnected';
  return (
    <section class="card handoff" data-connected={isPaneConnected === true}>
      <p class="handoff-state" role="status">
        <span class="dot" aria-hidden="true" />
        <strong>{say(`panel.handoff.${state}`)}</strong>
      </p>
      <p>{say(`panel.handoff.${state}Body`)}</p>
      <p class="row">
        <button
          type="button"
          class={`button ${isPaneConnected === true ? '' : 'button-main'}`}
          data-action="export"
          disabled={waiting === 0}
          onClick={onExport}
        >
          {waiting === 0 ? say('panel.handoff.nothing') : say('panel.handoff.export', { count: waiting })}
        </button>
      </p>
      {result !== null && (
        <p class={`notice ${result.isGood ? 'notice-good' : 'notice-bad'}`} role="status" data-notice="exported">
          {result.text}
        </p>
      )}
      <p class="note">{say('panel.handoff.explain')}</p>
    </section>
  );
}

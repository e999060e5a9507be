import { useSpeech } from '../speech.ts';

export interface HandoffCardProps {
  waiting: number;
  isPaneConnected: boolean | null;
  /** What the last export did, in words. */
  result: { isGood: boolean; text: string } | null;
  onExport: () => void;
  /** The same as rows of the user's ledger. */
  onRows: (way: 'copy' | 'workbook') => void;
  onOpenLedger: () => void;
}

/** Whether Excel listens in this browser, and the file for when it does not. */
export function HandoffCard({ waiting, isPaneConnected, result, onExport, onRows, onOpenLedger }: HandoffCardProps) {
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
        {waiting > 0 && (
          <>
            <button type="button" class="button" data-action="copy-rows" onClick={() => onRows('copy')}>
              {say('options.handoff.copy', { count: waiting })}
            </button>
            <button type="button" class="button" data-action="export-workbook" onClick={() => onRows('workbook')}>
              {say('options.handoff.workbook')}
            </button>
          </>
        )}
      </p>
      {result !== null && (
        <p class={`notice ${result.isGood ? 'notice-good' : 'notice-bad'}`} role="status" data-notice="exported">
          {result.text}
        </p>
      )}
      <p class="note">
        {say('panel.handoff.explain')}{' '}
        <button type="button" class="link" data-action="open-ledger" onClick={onOpenLedger}>
          {say('options.handoff.columns')}
        </button>
      </p>
    </section>
  );
}

import { useState } from 'preact/hooks';
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

/** One line: whether Excel listens in this browser, and the file for when it does not. The other ways are folded. */
export function HandoffCard({ waiting, isPaneConnected, result, onExport, onRows, onOpenLedger }: HandoffCardProps) {
  const { say } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const isConnected = isPaneConnected === true;
  const state = isConnected ? 'connected' : 'disconnected';
  return (
    <section class="handoff" data-connected={isConnected}>
      <div class="handoff-line">
        <p class="handoff-state" role="status">
          <span class="dot" aria-hidden="true" />
          {say(`panel.handoff.${state}`)}
        </p>
        <button
          type="button"
          class={`button ${isConnected ? '' : 'button-main'}`}
          data-action="export"
          disabled={waiting === 0}
          onClick={onExport}
        >
          {waiting === 0 ? say('panel.handoff.nothing') : say('panel.handoff.export', { count: waiting })}
        </button>
        <button
          type="button"
          class="button handoff-more"
          data-action="handoff-more"
          aria-expanded={isOpen}
          aria-controls="handoff-ways"
          aria-label={say('queue.handoffMore')}
          title={say('queue.handoffMore')}
          onClick={() => setOpen(!isOpen)}
        >
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d="M4 6l4 4 4-4" />
          </svg>
        </button>
      </div>
      {isConnected && waiting > 0 && !isOpen && <p class="note">{say('panel.handoff.connectedBody')}</p>}
      <div id="handoff-ways" class="handoff-ways" hidden={!isOpen}>
        <p>{say(`panel.handoff.${state}Body`)}</p>
        {waiting > 0 && (
          <p class="row">
            <button type="button" class="button" data-action="copy-rows" onClick={() => onRows('copy')}>
              {say('options.handoff.copy', { count: waiting })}
            </button>
            <button type="button" class="button" data-action="export-workbook" onClick={() => onRows('workbook')}>
              {say('options.handoff.workbook')}
            </button>
          </p>
        )}
        <p class="note">
          {say('panel.handoff.explain')}{' '}
          <button type="button" class="link" data-action="open-ledger" onClick={onOpenLedger}>
            {say('options.handoff.columns')}
          </button>
        </p>
      </div>
      {result !== null && (
        <p class={`notice ${result.isGood ? 'notice-good' : 'notice-bad'}`} role="status" data-notice="exported">
          {result.text}
        </p>
      )}
    </section>
  );
}

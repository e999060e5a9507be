import { useSpeech } from '../speech.ts';

export type BatchAct =
  | 'handOver'
  | 'copyRows'
  | 'workbook'
  | 'markHandedOver'
  | 'markRegistered'
  | 'requeue'
  | 'link'
  | 'remove'
  | 'restore';

export interface BatchBarProps {
  chosen: number;
  /** How many the list holds altogether; offered when not all of them are chosen. */
  total: number;
  isRemoved: boolean;
  isBusy: boolean;
  onAct: (act: BatchAct) => void;
  onAll: () => void;
  onNone: () => void;
}

const MARKS = ['markHandedOver', 'markRegistered', 'requeue'] as const;

/** What can be done with the chosen complaints at once. */
export function BatchBar({ chosen, total, isRemoved, isBusy, onAct, onAll, onNone }: BatchBarProps) {
  const { say } = useSpeech();
  return (
    <div class="batch-bar" role="group" aria-label={say('queue.batch.label')}>
      <div class="batch-line">
        <strong>{say('queue.batch.chosen', { count: chosen })}</strong>
        {chosen < total && (
          <button type="button" class="link" data-action="choose-all" onClick={onAll}>
            {say('queue.batch.all', { count: Math.min(total, 10_000) })}
          </button>
        )}
        <button type="button" class="link" data-action="choose-none" onClick={onNone}>
          {say('queue.batch.none')}
        </button>
      </div>
      <div class="row">
        {isRemoved ? (
          <button
            type="button"
            class="button button-main"
            data-action="batch-restore"
            disabled={isBusy}
            onClick={() => onAct('restore')}
          >
            {say('queue.act.restore')}
          </button>
        ) : (
          <>
            <button
              type="button"
              class="button button-main"
              data-action="batch-hand-over"
              disabled={isBusy}
              onClick={() => onAct('handOver')}
            >
              {say('queue.act.handOver')}
            </button>
            <button
              type="button"
              class="button"
              data-action="batch-copy-rows"
              disabled={isBusy}
              onClick={() => onAct('copyRows')}
            >
              {say('options.handoff.copyShort')}
            </button>
            <button
              type="button"
              class="button"
              data-action="batch-workbook"
              disabled={isBusy}
              onClick={() => onAct('workbook')}
            >
              {say('options.handoff.workbook')}
            </button>
            <select
              class="batch-mark"
              data-action="batch-mark"
              aria-label={say('queue.act.mark')}
              disabled={isBusy}
              value=""
              onChange={(event) => {
                const act = MARKS.find((each) => each === event.currentTarget.value);
                event.currentTarget.value = '';
                if (act !== undefined) onAct(act);
              }}
            >
              <option value="">{say('queue.act.mark')}</option>
              {MARKS.map((mark) => (
                <option key={mark} value={mark}>
                  {say(`queue.act.${mark}`)}
                </option>
              ))}
            </select>
            {chosen > 1 && (
              <button
                type="button"
                class="button"
                data-action="batch-link"
                disabled={isBusy || chosen > 50}
                onClick={() => onAct('link')}
              >
                {say('queue.act.link')}
              </button>
            )}
            <button
              type="button"
              class="button"
              data-action="batch-remove"
              disabled={isBusy}
              onClick={() => onAct('remove')}
            >
              {say('queue.act.remove')}
            </button>
          </>
        )}
      </div>
    </div>
  );
}

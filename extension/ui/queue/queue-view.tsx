import { useMemo, useRef, useState } from 'preact/hooks';
import type { QueueQuestion } from '../../../core/queue/queue-question.ts';
import { useSpeech } from '../speech.ts';
import { BackupNotice, type BackupNoticeProps } from './backup-notice.tsx';
import { BatchBar, type BatchAct } from './batch-bar.tsx';
import { DoneNotice, type Done } from './done-notice.tsx';
import { FiguresCard, type FiguresCardProps } from './figures-card.tsx';
import { HandoffCard, type HandoffCardProps } from './handoff-card.tsx';
import { QueueRow } from './queue-row.tsx';
import { QueueSearch } from './queue-search.tsx';
import './queue.css';
import { filtersSet, viewRow, type QueueList } from './view-queue.ts';
import { VirtualList } from './virtual-list.tsx';

/** Height of a row, as in queue.css. */
const ROW = 70;

export interface QueueViewProps {
  /** Undefined until the first answer. */
  list: QueueList | undefined;
  question: QueueQuestion;
  chosen: ReadonlySet<string>;
  handoff: HandoffCardProps;
  figures: Pick<FiguresCardProps, 'isOpen' | 'figures' | 'fault' | 'onToggle'>;
  done: Done | null;
  isBusy: boolean;
  /** Whether the browser promised not to clear the queue by itself; null: not known. */
  isPersistent: boolean | null;
  trouble: string | null;
  backup: BackupNoticeProps | null;
  zone: string;
  asOf: string;
  onAsk: (question: QueueQuestion) => void;
  onRange: (from: number, to: number) => void;
  onOpen: (id: string) => void;
  onChoose: (ids: readonly string[], isChosen: boolean) => void;
  onChooseAll: () => void;
  onAct: (act: BatchAct) => void;
  onClearRemoved: () => void;
  onCloseDone: () => void;
}

/** All saved complaints: search, the list, what can be done with several, and the ways to hand them over. */
export function QueueView(props: QueueViewProps) {
  const { list, question, chosen, handoff, done, isBusy, zone, asOf } = props;
  const speech = useSpeech();
  const { say } = speech;
  const scroller = useRef<HTMLDivElement>(null);
  const [asksToClear, askToClear] = useState(false);
  const rows = useMemo(
    () => (list?.rows ?? []).map((row) => viewRow(row, { speech, zone, asOf })),
    [list, speech, zone, asOf],
  );
  if (list === undefined) {
    return (
      <div class="scroll" data-view="queue">
        {props.trouble === null ? (
          <p class="hint" role="status">
            {say('queue.loading')}
          </p>
        ) : (
          <p class="notice notice-bad" role="alert">
            {props.trouble}
          </p>
        )}
      </div>
    );
  }
  const { total, reading } = list;
  const isAsking = question.search.trim() !== '' || question.shelf !== 'all' || filtersSet(question) > 0;
  const isEmpty = !isAsking && total === 0 && (list.counts?.removed ?? 0) === 0;
  return (
    <div class="tab-body" data-view="queue">
      {!isEmpty && <QueueSearch question={question} counts={list.counts} facets={list.facets} onAsk={props.onAsk} />}
      <div class="scroll queue-scroll" ref={scroller} tabIndex={-1}>
        {props.trouble !== null && (
          <p class="notice notice-bad" role="alert">
            {props.trouble}
          </p>
        )}
        {list.unreadable > 0 && (
          <p class="notice notice-bad">{say('panel.queue.unreadable', { count: list.unreadable })}</p>
        )}
        {props.backup !== null && <BackupNotice {...props.backup} />}
        {!isAsking && <HandoffCard {...handoff} />}
        {!isAsking && !isEmpty && <FiguresCard {...props.figures} zone={zone} asOf={asOf} onAsk={props.onAsk} />}
        {isEmpty ? (
          <p class="hint">{say('panel.queue.empty')}</p>
        ) : (
          <section aria-labelledby="queue-title">
            <div class="queue-title">
              <h2 id="queue-title" class={isAsking ? '' : 'visually-hidden'} aria-live="polite">
                {isAsking ? say('queue.found', { count: total }) : say('panel.queue.title')}
              </h2>
              {reading !== null && (
                <p class="note queue-reading" role="status" data-reading>
                  {say('queue.reading', { percent: Math.floor((100 * reading.read) / Math.max(1, reading.of)) })}
                </p>
              )}
              {question.shelf === 'removed' && total > 0 && !asksToClear && (
                <button type="button" class="link" data-action="clear-removed" onClick={() => askToClear(true)}>
                  {say('queue.clear.button')}
                </button>
              )}
            </div>
            {question.shelf === 'removed' && asksToClear && (
              <div class="notice notice-bad" role="alertdialog" aria-labelledby="clear-question">
                <p id="clear-question">{say('queue.clear.ask', { count: list.counts?.removed ?? total })}</p>
                <p class="row">
                  <button
                    type="button"
                    class="button"
                    data-action="clear-confirmed"
                    onClick={() => {
                      askToClear(false);
                      props.onClearRemoved();
                    }}
                  >
                    {say('queue.clear.yes')}
                  </button>
                  <button type="button" class="button" onClick={() => askToClear(false)}>
                    {say('queue.clear.no')}
                  </button>
                </p>
              </div>
            )}
            {total === 0 && reading !== null ? null : total === 0 ? (
              <p class="hint">{say(question.shelf === 'removed' ? 'queue.noneRemoved' : 'queue.noneFound')}</p>
            ) : (
              <VirtualList
                label={say('panel.queue.title')}
                total={total}
                height={ROW}
                scroller={scroller}
                onRange={props.onRange}
                row={(place) => {
                  const row = rows[place - list.from];
                  if (row === undefined) return <li key={place} class="queue-row queue-blank" aria-hidden="true" />;
                  return (
                    <QueueRow
                      key={row.id}
                      row={row}
                      place={place + 1}
                      of={total}
                      isChosen={chosen.has(row.id)}
                      onOpen={() => props.onOpen(row.id)}
                      onChoose={(isChosen) => props.onChoose([row.id], isChosen)}
                    />
                  );
                }}
              />
            )}
          </section>
        )}
        {props.isPersistent === false && !isEmpty && <p class="note queue-storage">{say('queue.storage.mayClear')}</p>}
        {props.isPersistent === true && !isEmpty && <p class="note queue-storage">{say('queue.storage.kept')}</p>}
      </div>
      {done !== null && <DoneNotice done={done} onClose={props.onCloseDone} />}
      {chosen.size > 0 && (
        <BatchBar
          chosen={chosen.size}
          total={total}
          isRemoved={question.shelf === 'removed'}
          isBusy={isBusy}
          onAct={props.onAct}
          onAll={props.onChooseAll}
          onNone={() => props.onChoose([...chosen], false)}
        />
      )}
    </div>
  );
}

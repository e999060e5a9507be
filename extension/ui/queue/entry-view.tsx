import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CapturedFile } from '../../../core/capture/captured-file.ts';
import type { EntryEdit } from '../../../core/queue/change-entry.ts';
import type { EntryLink, QueueEntry } from '../../../core/queue/queue-entry.ts';
import type { QueueRow } from '../../../core/queue/queue-row.ts';
import { TimeInput } from '../draft/time-input.tsx';
import { useSpeech } from '../speech.ts';
import { toneOf } from '../tones.ts';
import { DoneNotice, type Done } from './done-notice.tsx';
import { EntryFiles } from './entry-files.tsx';
import { EntryFold } from './entry-fold.tsx';
import { EntryLinks } from './entry-links.tsx';
import { EntryNotes } from './entry-notes.tsx';
import { EntryWords } from './entry-words.tsx';
import { STATE_TONES } from './queue-row.tsx';
import { editsWith, unsavedOf, type UnsavedEntry } from './unsaved-entry.ts';
import './queue.css';
import type { TwinReason } from '../../../core/queue/find-twins.ts';
import {
  aheadLines,
  editOf,
  entryDeadlines,
  entryFields,
  historyLines,
  otherFields,
  startOfEdits,
  type EntryContext,
  type EntryEdits,
} from './view-entry.ts';
import { stateOf } from './view-queue.ts';

export interface EntryViewProps {
  entry: QueueEntry;
  related: QueueRow[];
  /** Complaints that may be the same one; null until they were looked for. */
  twins: { id: string; customer: string | null; title: string; reasons: TwinReason[] }[] | null;
  context: EntryContext;
  /** What was typed here before and not saved. */
  unsaved: UnsavedEntry | null;
  done: Done | null;
  isBusy: boolean;
  onBack: () => void;
  onUnsaved: (unsaved: UnsavedEntry | null) => void;
  onEdit: (edit: EntryEdit) => void;
  onNote: (note: { act: 'add'; text: string } | { act: 'remove'; noteId: string }) => void;
  onLink: (link: EntryLink) => void;
  onUnlink: (id: string) => void;
  onFindTwins: () => void;
  onOpen: (id: string) => void;
  onAct: (act: 'remove' | 'restore' | 'align' | 'handOver' | 'markRegistered') => void;
  onOpenFile: (file: CapturedFile) => void;
  onCloseDone: () => void;
  /** The reply editor; null where no reply can be written. */
  reply: (() => ComponentChildren) | null;
}

/** One complaint, opened: everything can be changed, and every change can be seen. */
export function EntryView(props: EntryViewProps) {
  const { entry, context, done, isBusy } = props;
  const speech = useSpeech();
  const { say, label } = speech;
  const { pack, zone } = context;
  const [edits, setEdits] = useState<EntryEdits>(() => editsWith(entry, props.unsaved));
  const [note, setNote] = useState(props.unsaved?.note ?? '');
  const saved = useRef(entry);
  // What was saved elsewhere is taken over, unless the user is in the middle of a change.
  useEffect(() => {
    if (editOf(saved.current, edits, context) === null) setEdits(startOfEdits(entry));
    saved.current = entry;
  }, [entry]);
  useEffect(() => props.onUnsaved(unsavedOf(entry, edits, note)), [entry, edits, note]);
  const edit = editOf(entry, edits, context);
  const fields = entryFields(entry, edits, context);
  const state = stateOf({ state: entry.state, isRemoved: entry.removedAt !== null, links: entry.links });
  const ahead = aheadLines(entry, context);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [entry.id]);

  const { values } = entry;
  const setValue = (field: string, value: string) =>
    setEdits((now) => ({ ...now, values: { ...now.values, [field]: value } }));
  return (
    <div class="tab-body" data-view="entry" data-id={entry.id}>
      <div class="entry-bar">
        <button type="button" class="button" data-action="back" onClick={props.onBack}>
          ‹ {say('queue.entry.back')}
        </button>
        {state === 'removed' ? (
          <ActButton action="restore" words="queue.act.restore" isOff={isBusy} onAct={() => props.onAct('restore')} />
        ) : (
          <span class="row">
            {state !== 'registered' && state !== 'duplicate' && (
              <ActButton
                action="hand-over-one"
                words="queue.act.handOver"
                isOff={isBusy || edit !== null}
                onAct={() => props.onAct('handOver')}
              />
            )}
            <ActButton action="remove" words="queue.act.remove" isOff={isBusy} onAct={() => props.onAct('remove')} />
          </span>
        )}
      </div>
      <form
        class="scroll entry"
        onSubmit={(event) => {
          event.preventDefault();
          if (edit !== null) props.onEdit(edit);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || edit === null) return;
          event.preventDefault();
          props.onEdit(edit);
        }}
      >
        <header class="entry-head">
          <h1 ref={heading} tabIndex={-1} dir="auto">
            {values.customerName ?? values.contactName ?? values.contactEmail ?? say('panel.queue.noCustomer')}
          </h1>
          <span class={`badge badge-${STATE_TONES[state]}`}>{say(`queue.state.${state}`)}</span>
          <p class="note" dir="auto">
            {entry.capture.title}
          </p>
        </header>

        {state === 'duplicate' && <p class="notice notice-info">{say('queue.entry.isDuplicate')}</p>}
        {state === 'removed' && <p class="notice notice-warn">{say('queue.entry.isRemoved')}</p>}
        {entry.state === 'registered' && ahead.length === 0 && (
          <p class="notice notice-info">{say('queue.entry.isRegistered')}</p>
        )}
        {ahead.length > 0 && (
          <div class="notice notice-warn" data-notice="ahead">
            <p>{say('queue.entry.ahead')}</p>
            <ul class="ahead">
              {ahead.map((line) => (
                <li key={line.field}>
                  <span>{line.field}</span> <del dir="auto">{line.before}</del> → <ins dir="auto">{line.now}</ins>
                </li>
              ))}
            </ul>
            <ActButton action="align" words="queue.entry.align" isOff={isBusy} onAct={() => props.onAct('align')} />
          </div>
        )}

        {entry.promised.length > 0 && (
          <section class="card" aria-labelledby="entry-deadlines">
            <h2 id="entry-deadlines">{say('queue.entry.deadlines')}</h2>
            <ul class="entry-deadlines">
              {entryDeadlines(entry, context).map((deadline) => (
                <li key={deadline.milestone} data-status={deadline.status}>
                  <span class="deadline-name">{deadline.label}</span>
                  <span class="entry-due">
                    <strong>{deadline.at ?? say(`deadline.basis.${deadline.basis}`)}</strong>
                    {deadline.status !== 'none' && (
                      <span class={`badge badge-${toneOf(deadline.status)}`}>
                        {say(`deadline.status.${deadline.status}`)}
                      </span>
                    )}
                    {deadline.rest !== null && <span class="note">{deadline.rest}</span>}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}

        <section class="group" aria-labelledby="entry-fields">
          <h2 id="entry-fields">{say('queue.entry.fields')}</h2>
          {pack !== null && (
            <>
              <div class="field" data-field="category">
                <label for="entry-category">{say('fields.category')}</label>
                <div class="control">
                  <select
                    id="entry-category"
                    value={edits.category ?? ''}
                    onChange={(event) =>
                      setEdits({
                        ...edits,
                        category: event.currentTarget.value === '' ? null : event.currentTarget.value,
                      })
                    }
                  >
                    <option value="">{say('panel.queue.noCategory')}</option>
                    {pack.categories.map((each) => (
                      <option key={each.id} value={each.id}>
                        {label(each.label)}
                      </option>
                    ))}
                  </select>
                </div>
              </div>
              <div class="field" data-field="severity">
                <label for="entry-grade">{say('fields.severity')}</label>
                <div class="control">
                  <select
                    id="entry-grade"
                    value={edits.grade}
                    onChange={(event) => setEdits({ ...edits, grade: event.currentTarget.value })}
                  >
                    {pack.grades.map((each) => (
                      <option key={each.id} value={each.id}>
                        {label(each.label)}
                      </option>
                    ))}
                  </select>
                </div>
              </div>
            </>
          )}
          {fields.map(({ field, kind, label: name, value, isChanged }) => (
            <div key={field} class={`field field-${kind}`} data-field={field} data-changed={isChanged}>
              <label for={`entry-${field}`}>{name}</label>
              <div class="control">
                {kind === 'time' && (
                  <TimeInput
                    id={`entry-${field}`}
                    label={name}
                    value={value}
                    zone={zone}
                    describedBy="entry-fields"
                    onChange={(next) => setValue(field, next)}
                  />
                )}
                {kind === 'line' && (
                  <input
                    id={`entry-${field}`}
                    type="text"
                    value={value}
                    maxLength={40_000}
                    autocomplete="off"
                    spellcheck={false}
                    onInput={(event) => setValue(field, event.currentTarget.value)}
                  />
                )}
                {kind === 'text' && (
                  <textarea
                    id={`entry-${field}`}
                    rows={field === 'description' ? 5 : 2}
                    value={value}
                    maxLength={40_000}
                    onInput={(event) => setValue(field, event.currentTarget.value)}
                  />
                )}
              </div>
            </div>
          ))}
          <select
            class="add-field"
            aria-label={say('queue.entry.addField')}
            data-action="add-field"
            value=""
            onChange={(event) => {
              const field = event.currentTarget.value;
              event.currentTarget.value = '';
              if (field === '') return;
              setValue(field, '');
              setTimeout(() => document.getElementById(`entry-${field}`)?.focus());
            }}
          >
            <option value="">+ {say('queue.entry.addField')}</option>
            {otherFields(fields).map((field) => (
              <option key={field} value={field}>
                {say(`fields.${field}`)}
              </option>
            ))}
          </select>
        </section>

        {props.reply !== null && (
          <EntryFold name="reply" title={say('panel.draft.saved.reply')}>
            {props.reply}
          </EntryFold>
        )}
        <EntryNotes
          notes={entry.notes}
          text={note}
          onText={setNote}
          context={context}
          isBusy={isBusy}
          onNote={props.onNote}
        />
        <EntryLinks {...props} />
        <EntryFiles files={entry.files} attachments={entry.capture.attachments} onOpenFile={props.onOpenFile} />

        <EntryFold name="words" title={say('queue.entry.words')}>
          {() => <EntryWords capture={entry.capture} />}
        </EntryFold>
        <section class="card" aria-labelledby="entry-source">
          <h2 id="entry-source">{say('queue.entry.source')}</h2>
          <SourceAddress url={entry.capture.url} />
          <p class="note number">{say('panel.saved.number', { id: entry.id })}</p>
        </section>

        <details class="card entry-history">
          <summary>{say('queue.entry.history', { count: entry.history.length })}</summary>
          <ol>
            {historyLines(entry, context).map(({ at, text, change }, place) => (
              <li key={place}>
                <span class="note">{at}</span>
                <span>{text}</span>
                {change !== null && (
                  <span class="history-change">
                    {change.before !== null && <del dir="auto">{change.before}</del>}
                    {change.before !== null && change.after !== null && ' → '}
                    {change.after !== null && <ins dir="auto">{change.after}</ins>}
                  </span>
                )}
              </li>
            ))}
          </ol>
        </details>
      </form>
      {done !== null && <DoneNotice done={done} onClose={props.onCloseDone} />}
      {edit !== null && (
        <footer class="save-bar">
          <div class="save-row">
            <span class="save-facts">
              <span>{say(entry.state === 'handedOver' ? 'queue.entry.willRequeue' : 'queue.entry.unsaved')}</span>
            </span>
            <span class="row">
              <button
                type="button"
                class="button"
                data-action="discard"
                disabled={isBusy}
                onClick={() => setEdits(startOfEdits(entry))}
              >
                {say('queue.entry.discard')}
              </button>
              <button
                type="button"
                class="button button-main"
                data-action="save-entry"
                disabled={isBusy}
                onClick={() => props.onEdit(edit)}
              >
                {say('queue.entry.save')}
              </button>
            </span>
          </div>
        </footer>
      )}
    </div>
  );
}

/** Only addresses of the web become links: what an import brought may claim any. */
function SourceAddress({ url }: { url: string | null }) {
  const { say } = useSpeech();
  if (url === null) return <p class="note">{say('queue.entry.noAddress')}</p>;
  if (!/^https?:\/\//i.test(url)) return <p class="address">{url}</p>;
  return (
    <p class="address">
      <a href={url} target="_blank" rel="noreferrer noopener">
        {url}
      </a>
    </p>
  );
}

interface ActButtonProps {
  action: string;
  words: string;
  isOff: boolean;
  onAct: () => void;
}

function ActButton({ action, words, isOff, onAct }: ActButtonProps) {
  const { say } = useSpeech();
  return (
    <button type="button" class="button" data-action={action} disabled={isOff} onClick={onAct}>
      {say(words)}
    </button>
  );
}

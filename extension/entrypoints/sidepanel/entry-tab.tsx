import { useMemo, useState } from 'preact/hooks';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import { policyWithLaws } from '../../../core/policy/policy-with-laws.ts';
import type { EntryEdit } from '../../../core/queue/change-entry.ts';
import type { EntryLink } from '../../../core/queue/queue-entry.ts';
import { downloadEnvelope } from '../../handoff/download-envelope.ts';
import { call } from '../../messages/call.ts';
import type { Done } from '../../ui/queue/done-notice.tsx';
import { EntryView } from '../../ui/queue/entry-view.tsx';
import { useSpeech } from '../../ui/speech.ts';
import { openFile } from './inputs/file-place.ts';
import { EntryReply } from './entry-reply.tsx';
import { keepEntry, useKeptEntry } from './kept-entry.ts';
import { useEntry } from './use-entry.ts';

export interface EntryTabProps {
  id: string;
  version: number;
  company: CompanySettings | null;
  laws: readonly string[];
  zone: string;
  asOf: string;
  onOpen: (id: string | null) => void;
}

type Result<T> = { ok: true; value: T } | { ok: false; code: string; detail: Record<string, string | number> };

/** One entry of the queue, opened. */
export function EntryTab({ id, version, company, laws, zone, asOf, onOpen }: EntryTabProps) {
  const speech = useSpeech();
  const { say } = speech;
  const { entry, related, twins, findTwins } = useEntry(id, version);
  const unsaved = useKeptEntry(id);
  const [done, setDone] = useState<Done | null>(null);
  const [isBusy, setBusy] = useState(false);
  const policyId = entry?.policy.id;
  const pack = useMemo(
    () => (policyId === undefined ? null : (policyWithLaws(policyId, laws, company)?.pack ?? null)),
    [policyId, laws, company],
  );

  /** Does one thing, says how it went, and how it is taken back. */
  const run = async <T,>(
    act: () => Promise<Result<T>>,
    words: (value: T) => string | null,
    undo: ((value: T) => () => Promise<unknown>) | null,
  ) => {
    setBusy(true);
    try {
      const result = await act();
      if (!result.ok) {
        setDone({ isGood: false, text: say(`queue.trouble.${result.code}`, result.detail), undo: null });
        return;
      }
      const text = words(result.value);
      const back = undo?.(result.value);
      setDone(
        text === null
          ? null
          : {
              isGood: true,
              text,
              undo:
                back === undefined
                  ? null
                  : () =>
                      void run(
                        async () => ({ ok: true, value: await back() }),
                        () => say('queue.undone'),
                        null,
                      ),
            },
      );
    } catch (error) {
      setDone({ isGood: false, text: say('queue.trouble.unexpected', { detail: String(error) }), undo: null });
    } finally {
      setBusy(false);
    }
  };

  if (entry === undefined || unsaved === undefined) return <p class="hint plain">{say('queue.loading')}</p>;
  if (entry === null) {
    return (
      <div class="plain" data-view="entry-gone">
        <p>{say('queue.entry.gone')}</p>
        <p class="row">
          <button type="button" class="button" data-action="back" onClick={() => onOpen(null)}>
            {say('queue.entry.back')}
          </button>
        </p>
      </div>
    );
  }

  const edit = (change: EntryEdit) => {
    const { values, category, grade, promised } = entry;
    return run(
      () => call('editEntry', { id, edit: change }),
      (value) =>
        say(
          entry.state === 'handedOver' && value.entry?.state === 'queued'
            ? 'queue.entry.savedRequeued'
            : 'queue.entry.saved',
        ),
      () => () => call('editEntry', { id, edit: { values, category, grade, promised } }),
    );
  };
  const link = (wanted: EntryLink) =>
    run(
      () => call('linkEntry', { id, link: wanted }),
      () => say(wanted.kind === 'duplicateOf' ? 'queue.links.merged' : 'queue.links.linked'),
      ({ valuesBefore }) =>
        () =>
          call('unlinkEntry', { id, to: wanted.to, valuesOfOther: valuesBefore }),
    );
  const act = async (what: 'remove' | 'restore' | 'align' | 'handOver' | 'markRegistered') => {
    if (what === 'handOver') {
      await run(
        async () => ({ ok: true, value: (await call('handOver', { ids: [id] })).envelope }),
        (envelope) => say('panel.handoff.exported', { count: envelope.count, file: downloadEnvelope(envelope) }),
        null,
      );
      return;
    }
    await run(
      () => call('actOnEntries', { ids: [id], act: what }),
      () => say(`queue.done.${what}`, { count: 1 }),
      what === 'align'
        ? null
        : ({ before }) =>
            () =>
              call('putBack', { before }),
    );
  };

  return (
    <EntryView
      key={id}
      entry={entry}
      related={related}
      twins={
        twins?.map(({ id: twin, values, title, reasons }) => ({
          id: twin,
          customer: values.customerName ?? values.contactName ?? null,
          title,
          reasons,
        })) ?? null
      }
      context={{ speech, pack, company, zone, asOf }}
      unsaved={unsaved}
      reply={
        pack === null || entry.removedAt !== null
          ? null
          : () => <EntryReply entry={entry} pack={pack} company={company} zone={zone} asOf={asOf} />
      }
      done={done}
      isBusy={isBusy}
      onBack={() => onOpen(null)}
      onUnsaved={(typed) => void keepEntry(id, typed)}
      onEdit={(change) => void edit(change)}
      onNote={(note) =>
        void run(
          () => call('noteEntry', { id, note }),
          () => null,
          null,
        )
      }
      onLink={(wanted) => void link(wanted)}
      onUnlink={(to) =>
        void run(
          () => call('unlinkEntry', { id, to, valuesOfOther: null }),
          () => say('queue.links.unlinked'),
          null,
        )
      }
      onFindTwins={() => void findTwins()}
      onOpen={onOpen}
      onAct={(what) => void act(what)}
      onOpenFile={(file) =>
        void openFile(file).then((isThere) => {
          if (!isThere) setDone({ isGood: false, text: say('queue.files.gone', { name: file.name }), undo: null });
        })
      }
      onCloseDone={() => setDone(null)}
    />
  );
}

import { useState } from 'preact/hooks';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import { downloadEnvelope } from '../../handoff/download-envelope.ts';
import { call } from '../../messages/call.ts';
import type { BatchAct } from '../../ui/queue/batch-bar.tsx';
import type { Done } from '../../ui/queue/done-notice.tsx';
import { withMeanings } from '../../ui/queue/name-book.ts';
import { QueueView } from '../../ui/queue/queue-view.tsx';
import { sayRows } from '../../ui/queue/say-rows.ts';
import { showTime } from '../../ui/show-time.ts';
import { useSpeech } from '../../ui/speech.ts';
import { EntryTab } from './entry-tab.tsx';
import { handOverRows, type RowsWay } from './hand-over-rows.ts';
import { openOptions } from './open-options.ts';
import { downloadBackup, useBackup } from './use-backup.ts';
import { useKeptStorage } from './use-kept-storage.ts';
import { useQueueFigures } from './use-queue-figures.ts';
import { useQueueList } from './use-queue-list.ts';
import type { QueueInUse } from './use-queue.ts';

export interface QueueTabProps {
  queue: QueueInUse;
  company: CompanySettings | null;
  laws: readonly string[];
  zone: string;
  asOf: string;
}

/** The queue: one entry where one is opened, else the list. */
export function QueueTab(props: QueueTabProps) {
  const { openId, open, version } = props.queue;
  if (openId === null) return <QueueListTab {...props} />;
  return <EntryTab {...props} id={openId} version={version} onOpen={open} />;
}

function QueueListTab({ queue, zone, asOf }: QueueTabProps) {
  const speech = useSpeech();
  const { say } = speech;
  const { backup, close } = useBackup();
  const { question, waiting } = queue;
  const { list, fault, onRange } = useQueueList(question, queue.version, asOf);
  const figures = useQueueFigures(queue.version, zone, asOf);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<Done | null>(null);
  const [exported, setExported] = useState<{ isGood: boolean; text: string } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isPersistent = useKeptStorage((list?.rows.length ?? 0) > 0);

  const tell = (text: string, undo: (() => Promise<unknown>) | null = null) =>
    setDone({
      isGood: true,
      text,
      undo:
        undo === null
          ? null
          : () =>
              void busy(async () => {
                await undo();
                tell(say('queue.undone'));
              }),
    });
  const busy = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      setDone({ isGood: false, text: say('queue.trouble.unexpected', { detail: String(error) }), undo: null });
    } finally {
      setBusy(false);
    }
  };

  const exportFile = async (ids?: string[]) => {
    const { envelope } = await call('handOver', ids === undefined ? {} : { ids });
    return say('panel.handoff.exported', { count: envelope.count, file: downloadEnvelope(envelope) });
  };
  const exportAll = async () => {
    try {
      setExported({ isGood: true, text: await exportFile() });
    } catch (error) {
      setExported({ isGood: false, text: say('panel.handoff.exportFailed', { detail: String(error) }) });
    }
  };

  const exportRows = async (way: RowsWay) => {
    try {
      setExported(sayRows(await handOverRows(way, null, speech), speech));
    } catch (error) {
      setExported({ isGood: false, text: say('panel.handoff.exportFailed', { detail: String(error) }) });
    }
  };

  const act = (what: BatchAct) =>
    busy(async () => {
      const ids = [...chosen];
      if (what === 'handOver') tell(await exportFile(ids));
      else if (what === 'copyRows' || what === 'workbook') {
        const rows = await handOverRows(what === 'copyRows' ? 'copy' : 'workbook', ids, speech);
        setDone({ ...sayRows(rows, speech), undo: null });
      } else if (what === 'link') await linkAll(ids);
      else {
        const result = await call('actOnEntries', { ids, act: what });
        if (!result.ok) {
          setDone({ isGood: false, text: say(`queue.trouble.${result.code}`, result.detail), undo: null });
          return;
        }
        const { before } = result.value;
        tell(
          say(`queue.done.${what}`, { count: before.length }),
          before.length === 0 ? null : () => call('putBack', { before }),
        );
      }
      setChosen(new Set());
    });

  /** All others are linked to the oldest. */
  const linkAll = async (ids: string[]) => {
    const [first, ...others] = [...ids].sort();
    if (first === undefined) return;
    for (const id of others) {
      const result = await call('linkEntry', { id, link: { to: first, kind: 'sameMatter' } });
      if (!result.ok) {
        setDone({ isGood: false, text: say(`queue.trouble.${result.code}`, result.detail), undo: null });
        return;
      }
    }
    tell(say('queue.done.link', { count: ids.length }), async () => {
      for (const id of others) await call('unlinkEntry', { id, to: first, valuesOfOther: null });
    });
  };

  const clearRemoved = () =>
    busy(async () => {
      const result = await call('clearRemoved', {});
      if (result.ok) tell(say('queue.clear.done', { count: result.value.cleared }));
      else setDone({ isGood: false, text: say(`queue.trouble.${result.code}`, result.detail), undo: null });
    });

  return (
    <QueueView
      list={list}
      question={question}
      chosen={chosen}
      handoff={{
        waiting,
        isPaneConnected: queue.isPaneConnected,
        result: exported,
        onExport: () => void exportAll(),
        onRows: (way) => void exportRows(way),
        onOpenLedger: () => void openOptions('ledger'),
      }}
      figures={figures}
      done={done}
      isBusy={isBusy}
      isPersistent={isPersistent}
      backup={
        backup && {
          time: showTime(speech, backup.takenAt, zone, asOf),
          count: backup.count,
          onDownload: () =>
            void busy(async () => tell(say('queue.backup.downloaded', { file: await downloadBackup(backup) }))),
          onClose: close,
        }
      }
      trouble={fault === null ? null : say('queue.trouble.unreachable', { detail: fault })}
      zone={zone}
      asOf={asOf}
      onAsk={(next) => {
        setChosen(new Set());
        queue.ask(next);
      }}
      onRange={onRange}
      onOpen={queue.open}
      onChoose={(ids, isChosen) =>
        setChosen((now) => new Set(isChosen ? [...now, ...ids] : [...now].filter((id) => !ids.includes(id))))
      }
      onChooseAll={() =>
        void busy(async () => setChosen(new Set((await call('findIds', { question: withMeanings(question) })).ids)))
      }
      onAct={(what) => void act(what)}
      onClearRemoved={() => void clearRemoved()}
      onCloseDone={() => setDone(null)}
    />
  );
}

import type { Moment } from '../core/complaint/moment.ts';
import { readEnvelope, type EnvelopeReading } from '../core/handoff/read-envelope.ts';
import { done, type Outcome } from '../core/outcome.ts';
import { cellAddress } from '../core/register/cell-address.ts';
import type { Area } from '../core/register/sheet-reading.ts';
import { importHandoff, previewReading, type HandoffChoices, type HandoffPreview } from './actions/import-handoff.ts';
import type { StandingRegister } from './actions/look-around.ts';
import type { PaneBridge } from './bridge/pane-bridge.ts';
import { readFiles, type FilesReading } from './import-files.ts';
import { answersNotice, importPreviewModel, importResultModel } from './pane-models.ts';
import type { PaneStore } from './pane-store.ts';
import type { PaneWork } from './pane-work.ts';
import type { ImportModel, ImportPreview, ImportWay, PaneCallbacks } from './taskpane/pane-state.ts';

type ImportCallbacks = Pick<
  PaneCallbacks,
  'findExtension' | 'readQueue' | 'readFiles' | 'readPaste' | 'chooseTwin' | 'confirmImport' | 'cancelImport'
>;

export interface ImportScreen {
  callbacks: ImportCallbacks;
  /** Stops a long import; what was written until then stands. */
  cancel: () => void;
}

interface Parts {
  store: PaneStore;
  work: PaneWork;
  bridge: PaneBridge;
  now: () => Moment;
  register: () => StandingRegister | null;
  /** The register has changed: look again. */
  onImported: () => Promise<unknown>;
  /** Rows were written, by their address. */
  onWritten: (address: string) => void;
}

/** Drives the screen that takes clipped complaints into the register. */
export function importScreen({ store, work, bridge, now, register, onImported, onWritten }: Parts): ImportScreen {
  let shown: { way: ImportWay; preview: HandoffPreview } | null = null;
  let stop: AbortController | null = null;
  const importing = (change: Partial<ImportModel>) => store.set({ importing: { ...store.get().importing, ...change } });

  const show = async (way: ImportWay, files: string[], busy: string, read: () => Promise<Outcome<FilesReading>>) => {
    const standing = register();
    if (standing === null) return;
    const made = await work.during(busy, async () => {
      const input = await read();
      if (!input.ok) return input;
      const preview = await previewReading(input.value.reading, standing.memory);
      return preview.ok ? done({ preview: preview.value, aside: input.value.aside }) : preview;
    });
    if (made === null) return;
    const { preview, aside } = made.value;
    shown = { way, preview };
    importing({ preview: importPreviewModel(preview, way, files, aside), result: null });
    const notice = answersNotice(preview.answersAside, store.get().locale);
    if (notice !== null) store.set({ notice });
  };

  const confirm = async () => {
    const standing = register();
    const model = store.get().importing.preview;
    if (shown === null || model === null || standing === null) return;
    const { way, preview } = shown;
    const choices = choicesOf(model);
    const halt = new AbortController();
    stop = halt;
    const made = await work.during('pane.busy.importing', () =>
      importHandoff(preview.reading, standing.memory, now(), {
        ...choices,
        signal: halt.signal,
        onProgress: (part, of) => store.set({ busy: { code: 'pane.busy.importing', done: part, of, canCancel: true } }),
      }),
    );
    stop = null;
    if (made === null) return;
    shown = null;
    // The rows were written and read back; only now may the extension be told.
    const acknowledged = await acknowledge(way, [...made.value.added, ...made.value.alreadyThere]);
    await onImported();
    importing({ preview: null, result: importResultModel(made.value, way, acknowledged, choices) });
    const { area } = made.value.written;
    if (area !== null) onWritten(addressOf(area));
    if (acknowledged === true) bridge.greet();
  };

  const acknowledge = async (way: ImportWay, ids: string[]): Promise<boolean | null> => {
    if (way !== 'bridge' && store.get().importing.bridge.kind !== 'connected') return null;
    if (ids.length === 0) return null;
    return (await bridge.acknowledge(ids)).ok;
  };

  return {
    callbacks: {
      findExtension: () => bridge.greet(),
      readQueue: () =>
        void show('bridge', [], 'pane.busy.asking', async () => {
          const asked = await bridge.askQueue();
          return asked.ok ? readAlone(asked.value) : asked;
        }),
      readFiles: (files) =>
        void show(
          'file',
          files.map(({ name }) => name),
          'pane.busy.reading',
          () => readFiles(files),
        ),
      readPaste: (text) => void show('paste', [], 'pane.busy.reading', () => Promise.resolve(readAlone(text))),
      chooseTwin: (id, choice) => {
        const { preview } = store.get().importing;
        if (preview === null) return;
        const complaints = preview.complaints.map((complaint) =>
          complaint.id === id && complaint.twin !== null
            ? { ...complaint, twin: { ...complaint.twin, choice } }
            : complaint,
        );
        importing({ preview: { ...preview, complaints } });
      },
      confirmImport: () => void confirm(),
      cancelImport: () => {
        shown = null;
        importing({ preview: null });
      },
    },
    cancel: () => stop?.abort(),
  };
}

function readAlone(input: unknown): Outcome<FilesReading> {
  const read: Outcome<EnvelopeReading> = readEnvelope(input);
  return read.ok ? done({ reading: read.value, aside: [] }) : read;
}

function choicesOf({ complaints }: ImportPreview): HandoffChoices {
  return {
    skipped: complaints.flatMap(({ id, twin }) => (twin?.choice === 'skip' ? [id] : [])),
    links: complaints.flatMap(({ id, twin }) => (twin?.choice === 'link' ? [{ id, number: twin.number }] : [])),
  };
}

function addressOf({ row, column, rowCount, columnCount }: Area): string {
  return `${cellAddress(row, column)}:${cellAddress(row + rowCount - 1, column + columnCount - 1)}`;
}

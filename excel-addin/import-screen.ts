import type { Moment } from '../core/complaint/moment.ts';
import { done, refuse, type Outcome } from '../core/outcome.ts';
import { importHandoff, previewHandoff, type HandoffPreview } from './actions/import-handoff.ts';
import type { StandingRegister } from './actions/look-around.ts';
import type { PaneBridge } from './bridge/pane-bridge.ts';
import { answersNotice, importPreviewModel, importResultModel } from './pane-models.ts';
import type { PaneStore } from './pane-store.ts';
import type { PaneWork } from './pane-work.ts';
import type { ImportModel, ImportWay, PaneCallbacks } from './taskpane/pane-state.ts';

/** Far more than ten thousand complaints take. */
const LARGEST_FILE = 64 * 1024 * 1024;

type ImportCallbacks = Pick<
  PaneCallbacks,
  'findExtension' | 'readQueue' | 'readFile' | 'readPaste' | 'confirmImport' | 'cancelImport'
>;

interface Parts {
  store: PaneStore;
  work: PaneWork;
  bridge: PaneBridge;
  now: () => Moment;
  register: () => StandingRegister | null;
  /** The register has changed: look again. */
  onImported: () => Promise<unknown>;
}

/** Drives the screen that takes clipped complaints into the register. */
export function importScreen({ store, work, bridge, now, register, onImported }: Parts): ImportCallbacks {
  let shown: { way: ImportWay; preview: HandoffPreview } | null = null;
  const importing = (change: Partial<ImportModel>) => store.set({ importing: { ...store.get().importing, ...change } });

  const show = async (way: ImportWay, fileName: string | null, busy: string, read: () => Promise<Outcome<unknown>>) => {
    const standing = register();
    if (standing === null) return;
    const made = await work.during(busy, async () => {
      const input = await read();
      return input.ok ? previewHandoff(input.value, standing.memory, now()) : input;
    });
    if (made === null) return;
    shown = { way, preview: made.value };
    importing({ preview: importPreviewModel(made.value, way, fileName), result: null });
    const notice = answersNotice(made.value.answersAside, store.get().locale);
    if (notice !== null) store.set({ notice });
  };

  const confirm = async () => {
    const standing = register();
    if (shown === null || standing === null) return;
    const { way, preview } = shown;
    const made = await work.during('pane.busy.importing', () => importHandoff(preview.reading, standing.memory, now()));
    if (made === null) return;
    shown = null;
    // The rows were written and read back; only now may the extension be told.
    const acknowledged = await acknowledge(way, [...made.value.added, ...made.value.alreadyThere]);
    await onImported();
    importing({ preview: null, result: importResultModel(made.value, way, acknowledged) });
    if (acknowledged === true) bridge.greet();
  };

  const acknowledge = async (way: ImportWay, ids: string[]): Promise<boolean | null> => {
    if (way !== 'bridge' && store.get().importing.bridge.kind !== 'connected') return null;
    if (ids.length === 0) return null;
    return (await bridge.acknowledge(ids)).ok;
  };

  return {
    findExtension: () => bridge.greet(),
    readQueue: () => void show('bridge', null, 'pane.busy.asking', bridge.askQueue),
    readFile: (file) => void show('file', file.name, 'pane.busy.reading', () => textOf(file)),
    readPaste: (text) => void show('paste', null, 'pane.busy.reading', () => Promise.resolve(done(text))),
    confirmImport: () => void confirm(),
    cancelImport: () => {
      shown = null;
      importing({ preview: null });
    },
  };
}

async function textOf(file: File): Promise<Outcome<unknown>> {
  if (file.size > LARGEST_FILE) return refuse('fileTooLarge');
  try {
    return done(await file.text());
  } catch (error) {
    return refuse('fileUnreadable', { reason: String(error) });
  }
}

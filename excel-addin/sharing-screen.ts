import { PERSONAL_KINDS } from '../core/sharing/personal-kind.ts';
import { whoIs, type Given } from '../core/sharing/pseudonyms.ts';
import { done, refuse, type Outcome } from '../core/outcome.ts';
import { makeSharingCopy, type SharingCopy } from './actions/make-sharing-copy.ts';
import type { StandingRegister } from './actions/look-around.ts';
import type { PaneStore } from './pane-store.ts';
import type { PaneWork } from './pane-work.ts';
import { keyFile, readKeyFile, type KeyStore } from './sharing/key-store.ts';
import { MOST_UNPACKED } from './sharing/open-package.ts';
import type { Words } from './taskpane/pane-state.ts';
import type { SharedCopy, SharingCallbacks, SharingModel } from './taskpane/sharing-state.ts';
import { openAsWorkbook } from './workbook/whole-file.ts';

interface Parts {
  store: PaneStore;
  work: PaneWork;
  words: Words;
  keys: KeyStore;
  register: () => StandingRegister | null;
  /** Hands a file to the user. */
  save: (name: string, content: Uint8Array | string) => void;
}

export interface SharingScreen {
  callbacks: SharingCallbacks;
  cancel: () => void;
}

/** Files that a person picks are workbooks, not whole disks. */
const LARGEST_FILE = 200 * 1024 * 1024;
const LARGEST_KEY_FILE = 10_000;

/** Drives the copy for others: making it, taking it, and telling who is behind a pseudonym. */
export function sharingScreen({ store, work, words, keys, register, save }: Parts): SharingScreen {
  const session = {
    copy: null as { file: Uint8Array; name: string } | null,
    given: null as Given[] | null,
    newKey: null as string | null,
    stop: null as AbortController | null,
  };
  const set = (change: Partial<SharingModel>) => store.set({ sharing: { ...store.get().sharing, ...change } });
  const forget = () => {
    session.copy = null;
    set({ copy: null });
  };
  const trouble = (code: string, params = {}) =>
    store.set({ notice: { tone: 'error', code: `sharing.trouble.${code}`, params } });

  /** Troubles of our own are told in our words, those of the workbook in the pane's. */
  const make = async (chosen: File | null, isForLookUp = false): Promise<SharingCopy | null> => {
    const { choice } = store.get().sharing;
    const stop = new AbortController();
    session.stop = stop;
    const read =
      chosen === null ? null : chosen.size > LARGEST_FILE ? 'tooBig' : new Uint8Array(await chosen.arrayBuffer());
    const made = await work.during('sharing.busy.read', async (): Promise<Outcome<Outcome<SharingCopy>>> => {
      if (read === 'tooBig') return done(refuse('tooBig'));
      const memory = register()?.memory ?? null;
      const choices = isForLookUp ? { ...choice, what: 'book' as const, isMasked: true, keepStaff: false } : choice;
      const copy = await makeSharingCopy(
        choices,
        { key: keys.key(), locale: store.get().locale, memory, chosen: read },
        {
          signal: stop.signal,
          onProgress: (stage, at, of) => {
            store.set({ busy: { code: `sharing.busy.${stage}`, done: at, of, canCancel: true } });
          },
        },
      );
      return copy.ok || OWN.has(copy.code) ? done(copy) : copy;
    });
    session.stop = null;
    set({ isKeyStored: keys.isStored() });
    if (made === null) return null;
    if (made.value.ok) {
      session.given = made.value.value.given;
      return made.value.value;
    }
    const { code } = made.value;
    if (code !== 'cancelled') trouble(code, { limit: MOST_UNPACKED / 1024 / 1024 });
    if (code === 'noFile') set({ needsFile: true });
    return null;
  };

  const show = async (chosen: File | null) => {
    forget();
    const copy = await make(chosen);
    if (copy === null) return;
    const { what } = store.get().sharing.choice;
    const book = (chosen?.name ?? bookName()).replace(/\.\w+$/, '');
    const name = words(what === 'report' ? 'sharing.reportName' : 'sharing.fileName', { name: book });
    session.copy = { file: copy.file, name };
    set({ copy: copyModel(copy, name), needsFile: chosen !== null });
  };

  const bookName = (): string => {
    const path = Office.context.document.url;
    const last = path.split(/[\\/]/).at(-1) ?? '';
    return last === '' ? 'Redress' : decoded(last);
  };

  const lookUp = async (asked: string) => {
    const given = session.given ?? (await make(null, true))?.given;
    if (given !== undefined) set({ found: whoIs(given, asked) });
  };

  const loadKey = async (file: File) => {
    const key = file.size > LARGEST_KEY_FILE ? null : readKeyFile(await file.text());
    if (key === null) {
      store.set({ notice: { tone: 'error', code: 'sharing.key.bad', params: {} } });
      return;
    }
    session.newKey = key;
    set({ isReplacing: true });
  };

  return {
    cancel: () => session.stop?.abort(),
    callbacks: {
      chooseSharing: (change) => {
        forget();
        set({ choice: { ...store.get().sharing.choice, ...change } });
      },
      makeSharing: () => void show(null),
      makeSharingOf: (file) => void show(file),
      downloadSharing: () => {
        if (session.copy !== null) save(session.copy.name, session.copy.file);
      },
      openSharing: () => {
        const { copy } = session;
        if (copy === null) return;
        void work
          .during('sharing.busy.write', async () => done(await openAsWorkbook(copy.file)))
          .then((opened) => {
            if (opened?.value === false) trouble('opened');
          });
      },
      lookUpPseudonym: (asked) => void lookUp(asked),
      saveSharingKey: () => {
        save(words('sharing.key.fileName'), keyFile(keys.key()));
        set({ isKeyStored: keys.isStored() });
      },
      loadSharingKey: (file) => void loadKey(file),
      replaceSharingKey: (isWanted) => {
        if (isWanted && session.newKey !== null) {
          keys.replace(session.newKey);
          session.given = null;
          forget();
          set({ found: null, isKeyStored: keys.isStored() });
          store.set({ notice: { tone: 'success', code: 'sharing.key.loaded', params: {} } });
        }
        session.newKey = null;
        set({ isReplacing: false });
      },
    },
  };
}

/** Codes that have words in `sharing.trouble`. */
const OWN = new Set([
  'noFile',
  'encrypted',
  'notWorkbook',
  'tooBig',
  'unreadable',
  'noSheets',
  'noReport',
  'cancelled',
]);

/** The host may give the address of a file instead of its name. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name.split('?')[0] ?? name);
  } catch (error) {
    if (error instanceof URIError) return name;
    throw error;
  }
}

function copyModel({ file, told }: SharingCopy, name: string): SharedCopy {
  const { formulasToValues, formulasWithNames, resultsLeftOut, linksRemoved } = told;
  const { leftOut, masked, examples, sheets, sheetsLeftOut, openColumns } = told;
  const lines = [
    ...Object.entries({ formulasToValues, formulasWithNames, resultsLeftOut, linksRemoved }).map(([what, count]) => ({
      code: `sharing.told.${what}`,
      count,
    })),
    ...Object.entries(leftOut).map(([what, count]) => ({ code: `sharing.leftOut.${what}`, count })),
  ];
  return {
    name,
    kilobytes: Math.ceil(file.length / 1024),
    masked: PERSONAL_KINDS.map((kind) => ({ kind, count: masked[kind] })).filter(({ count }) => count > 0),
    examples,
    sheets: sheets.length,
    sheetsLeftOut,
    openColumns,
    told: lines.filter(({ count }) => count > 0),
  };
}

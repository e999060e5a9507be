import { isSetSupported, type Profile } from '../protocol/profile.ts';

export interface OfficeStubOptions {
  displayLanguage?: string;
  contentLanguage?: string;
  /** The file's address, or its name. */
  url?: string;
  /** The whole workbook as a file; without it the host gives none, as Excel on the web does after a file was renamed (OfficeDev/office-js #98). */
  file?: (() => Uint8Array) | undefined;
}

/**
 * The part of `Office` that comes from office.js and not from the Excel client: enough for a task pane with a shared runtime. Runs in
 * Node and in a page. What is missing here is undefined, as in a real host that lacks it.
 */
export function makeOfficeStub(profile: Profile, options: OfficeStubOptions = {}): OfficeStub {
  const settings = new Map<string, unknown>();
  const actions = new Map<string, (...args: unknown[]) => unknown>();
  const behavior = { startup: 'none', visible: true };
  const info = { host: 'Excel', platform: profile.platform };
  const succeeded = (callback?: (result: unknown) => void): void =>
    callback?.({ status: 'succeeded', value: undefined, error: undefined });
  return {
    HostType: {
      Word: 'Word',
      Excel: 'Excel',
      PowerPoint: 'PowerPoint',
      Outlook: 'Outlook',
      OneNote: 'OneNote',
      Project: 'Project',
      Access: 'Access',
    },
    PlatformType: {
      PC: 'PC',
      OfficeOnline: 'OfficeOnline',
      Mac: 'Mac',
      iOS: 'iOS',
      Android: 'Android',
      Universal: 'Universal',
    },
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    FileType: { Compressed: 'compressed', Pdf: 'pdf', Text: 'text' },
    StartupBehavior: { none: 'none', load: 'load' },
    VisibilityMode: { hidden: 'Hidden', taskpane: 'Taskpane' },
    onReady(callback) {
      return Promise.resolve(info).then(async (ready) => {
        await callback?.(ready);
        return ready;
      });
    },
    context: {
      host: 'Excel',
      platform: profile.platform,
      diagnostics: { host: 'Excel', platform: profile.platform, version: '16.0.18000.20000' },
      displayLanguage: options.displayLanguage ?? 'en-US',
      contentLanguage: options.contentLanguage ?? 'en-US',
      officeTheme: undefined,
      requirements: { isSetSupported: (name, minimum) => isSetSupported(profile, name, minimum) },
      document: {
        url: options.url ?? 'Book1.xlsx',
        getFileAsync: fileGiver(options.file),
        settings: {
          get: (name) => settings.get(name) ?? null,
          set: (name, value) => void settings.set(name, value),
          remove: (name) => void settings.delete(name),
          saveAsync: (...args) =>
            succeeded(args.findLast((arg): arg is (result: unknown) => void => typeof arg === 'function')),
          refreshAsync: (callback) => succeeded(callback),
        },
      },
    },
    actions: {
      associate: (name, action) => void actions.set(name, action),
      _associated: actions,
    },
    addin: {
      setStartupBehavior(startup) {
        behavior.startup = startup;
        return Promise.resolve();
      },
      getStartupBehavior: () => Promise.resolve(behavior.startup),
      showAsTaskpane() {
        behavior.visible = true;
        return Promise.resolve();
      },
      hide() {
        behavior.visible = false;
        return Promise.resolve();
      },
    },
  };
}

/**
 * `Document.getFileAsync` gives the workbook as it stands, saved or not, in slices of at most 4 MB; two files may be open,
 * and one that is not closed counts (learn.microsoft.com, Office.Document and Office.File).
 */
function fileGiver(read: (() => Uint8Array) | undefined): OfficeStub['context']['document']['getFileAsync'] {
  const LARGEST = 4_194_304;
  let open = 0;
  const failed = (callback: (result: unknown) => void, code: number, message: string): void => {
    callback({ status: 'failed', value: undefined, error: { code, message, name: 'Error' } });
  };
  return (kind, options, callback) => {
    if (read === undefined || kind !== 'compressed') {
      failed(callback, 11001, 'A network problem has prevented retrieval of the file.');
      return;
    }
    if (open === 2) {
      failed(callback, 5008, 'There are too many open files.');
      return;
    }
    open++;
    const bytes = read();
    const size = Math.min(options.sliceSize ?? LARGEST, LARGEST);
    callback({
      status: 'succeeded',
      value: {
        size: bytes.length,
        sliceCount: Math.ceil(bytes.length / size),
        getSliceAsync(index: number, answer: (result: unknown) => void) {
          const data = Array.from(bytes.subarray(index * size, (index + 1) * size));
          setTimeout(() => answer({ status: 'succeeded', value: { data, index, size: data.length } }));
        },
        closeAsync(answer?: (result: unknown) => void) {
          open--;
          answer?.({ status: 'succeeded', value: undefined });
        },
      },
    });
  };
}

export interface OfficeStub {
  HostType: Record<string, string>;
  PlatformType: Record<string, string>;
  AsyncResultStatus: Record<string, string>;
  FileType: Record<string, string>;
  StartupBehavior: Record<string, string>;
  VisibilityMode: Record<string, string>;
  onReady(
    callback?: (info: { host: string; platform: string }) => unknown,
  ): Promise<{ host: string; platform: string }>;
  context: {
    host: string;
    platform: string;
    diagnostics: { host: string; platform: string; version: string };
    displayLanguage: string;
    contentLanguage: string;
    officeTheme: undefined;
    requirements: { isSetSupported(name: string, minimum?: string): boolean };
    document: {
      url: string;
      getFileAsync(kind: string, options: { sliceSize?: number }, callback: (result: unknown) => void): void;
      settings: {
        get(name: string): unknown;
        set(name: string, value: unknown): void;
        remove(name: string): void;
        saveAsync(...args: unknown[]): void;
        refreshAsync(callback?: (result: unknown) => void): void;
      };
    };
  };
  actions: {
    associate(name: string, action: (...args: unknown[]) => unknown): void;
    /** For tests: the functions that ribbon buttons would call. */
    _associated: ReadonlyMap<string, (...args: unknown[]) => unknown>;
  };
  addin: {
    setStartupBehavior(behavior: string): Promise<void>;
    getStartupBehavior(): Promise<string>;
    showAsTaskpane(): Promise<void>;
    hide(): Promise<void>;
  };
}

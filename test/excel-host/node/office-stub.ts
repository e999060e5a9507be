import { isSetSupported, type Profile } from '../protocol/profile.ts';

export interface OfficeStubOptions {
  displayLanguage?: string;
  contentLanguage?: string;
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

export interface OfficeStub {
  HostType: Record<string, string>;
  PlatformType: Record<string, string>;
  AsyncResultStatus: Record<string, string>;
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

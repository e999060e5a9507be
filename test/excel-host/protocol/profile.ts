/** What a version of Excel can do, as far as an add-in notices ([R requirement-sets/excel], facts 2.1). */
export interface Profile {
  name: ProfileName;
  excelApi: number;
  platform: 'OfficeOnline' | 'PC' | 'Mac';
  /** Bytes of a request or response; only Excel on the web has the limit ([D concepts/resource-limits…]). */
  payloadLimit: number | null;
  /** Other requirement sets and their versions. */
  sets: Record<string, number>;
}

export type ProfileName = 'web' | 'm365' | 'ltsc2021';

const MEGABYTE = 1024 * 1024;

export const PROFILES: Record<ProfileName, Profile> = {
  web: {
    name: 'web',
    excelApi: 1.21,
    platform: 'OfficeOnline',
    payloadLimit: 5 * MEGABYTE,
    sets: {
      ExcelApiOnline: 1.1,
      SharedRuntime: 1.2,
      AddinCommands: 1.1,
      RibbonApi: 1.2,
      KeyboardShortcuts: 1.1,
      DelayForCellEdit: 1.1,
    },
  },
  m365: {
    name: 'm365',
    excelApi: 1.21,
    platform: 'PC',
    payloadLimit: null,
    sets: {
      SharedRuntime: 1.2,
      AddinCommands: 1.1,
      RibbonApi: 1.2,
      KeyboardShortcuts: 1.1,
      OpenBrowserWindowApi: 1.1,
      DelayForCellEdit: 1.1,
    },
  },
  ltsc2021: {
    name: 'ltsc2021',
    excelApi: 1.14,
    platform: 'PC',
    payloadLimit: null,
    sets: { SharedRuntime: 1.1, AddinCommands: 1.1, RibbonApi: 1.1, OpenBrowserWindowApi: 1.1, DelayForCellEdit: 1.1 },
  },
};

/** `isSetSupported('ExcelApi', '1.14')`: versions compare part by part, so that 1.9 is below 1.14. */
export function isSetSupported(profile: Profile, name: string, minimum: string | number = '1.1'): boolean {
  const own = name.toLowerCase() === 'excelapi' ? profile.excelApi : profile.sets[name];
  if (own === undefined) return false;
  const [ownMajor = 0, ownMinor = 0] = String(own).split('.').map(Number);
  const [major = 0, minor = 0] = String(minimum).split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

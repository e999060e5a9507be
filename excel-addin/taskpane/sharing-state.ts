import type { PersonalKind } from '../../core/sharing/personal-kind.ts';

export interface SharingChoice {
  what: 'book' | 'report';
  isMasked: boolean;
  keepStaff: boolean;
  keepPictures: boolean;
  keepPerformance: boolean;
  keepOriginals: boolean;
}

/** A copy that was made, as its card tells it. */
export interface SharedCopy {
  name: string;
  kilobytes: number;
  masked: { kind: PersonalKind; count: number }[];
  examples: { kind: PersonalKind; before: string; after: string }[];
  sheets: number;
  sheetsLeftOut: string[];
  /** Headings of columns that stay as they are, by sheet. */
  openColumns: { sheet: string; headings: string[] }[];
  /** Whole wording codes with their counts. */
  told: { code: string; count: number }[];
}

export interface SharingModel {
  choice: SharingChoice;
  copy: SharedCopy | null;
  /** Excel gave no file: the user may choose it. */
  needsFile: boolean;
  /** People behind a pseudonym; null: nobody has asked. */
  found: { kind: PersonalKind; value: string; pseudonym: string }[] | null;
  /** A key was chosen that would replace the one of this browser. */
  isReplacing: boolean;
  isKeyStored: boolean;
}

export interface SharingCallbacks {
  chooseSharing: (change: Partial<SharingChoice>) => void;
  makeSharing: () => void;
  makeSharingOf: (file: File) => void;
  downloadSharing: () => void;
  openSharing: () => void;
  lookUpPseudonym: (pseudonym: string) => void;
  saveSharingKey: () => void;
  loadSharingKey: (file: File) => void;
  replaceSharingKey: (isWanted: boolean) => void;
}

export const NO_SHARING: SharingModel = {
  choice: {
    ...{ what: 'book', isMasked: true },
    ...{ keepStaff: false, keepPictures: false, keepPerformance: false, keepOriginals: false },
  },
  ...{ copy: null, needsFile: false, found: null, isReplacing: false, isKeyStored: true },
};

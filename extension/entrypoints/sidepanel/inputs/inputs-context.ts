import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageCapture } from '../../../../core/capture/page-capture.ts';
import type { OpenedMail } from '../../../queue/file-database.ts';
import type { Way } from '../../../ui/inputs/ways.ts';

/** What every part of the panel may do to bring complaints in that are on no page. */
export interface Inputs {
  mails: OpenedMail[];
  reading: { done: number; all: number } | null;
  chooseFiles: () => void;
  startForm: (way: Way) => void;
  openMail: (id: string) => void;
  /** The separate complaints of one mail: each waits like an opened mail, and the first is opened. */
  openPieces: (captures: PageCapture[], title: string) => void;
  markDone: (id: string) => void;
  removeMails: (ids: string[]) => void;
}

const NOTHING: Inputs = {
  mails: [],
  reading: null,
  chooseFiles: () => undefined,
  startForm: () => undefined,
  openMail: () => undefined,
  openPieces: () => undefined,
  markDone: () => undefined,
  removeMails: () => undefined,
};

export const InputsContext = createContext<Inputs>(NOTHING);
export const useInputs = () => useContext(InputsContext);

import type { ImportPreview, TwinChoice } from './pane-state.ts';

/** What an import would do by the choices as they are. */
export interface ImportTally {
  toAdd: number;
  linked: number;
  skipped: number;
  /** Nothing is added, and there is nothing to be told as registered. */
  isNone: boolean;
}

export function importTally({ complaints, added, alreadyThere }: ImportPreview): ImportTally {
  const chosen = (choice: TwinChoice) => complaints.filter(({ twin }) => twin?.choice === choice).length;
  const [linked, skipped] = [chosen('link'), chosen('skip')];
  const toAdd = added - linked - skipped;
  return { toAdd, linked, skipped, isNone: toAdd + linked + alreadyThere === 0 };
}

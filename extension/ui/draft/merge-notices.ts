import type { Notice } from '../../../core/workflow/who-to-tell.ts';

/** The same people to be told equally soon, for one reason or several. */
export interface MergedNotice extends Pick<Notice, 'tell' | 'within' | 'isAtOnce'> {
  key: string;
  /** The rules that ask for it, in their order. */
  reasons: Notice[];
}

/** Notices to the same people become one: what is to be done is read once, and why stands below it. */
export function mergeNotices(notices: readonly Notice[]): MergedNotice[] {
  const merged = new Map<string, MergedNotice>();
  for (const notice of notices) {
    const { tell, within, isAtOnce } = notice;
    const key = JSON.stringify([[...tell].sort(), within, isAtOnce]);
    const known = merged.get(key);
    if (known === undefined) merged.set(key, { key, tell, within, isAtOnce, reasons: [notice] });
    else known.reasons.push(notice);
  }
  return [...merged.values()];
}

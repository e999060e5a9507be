import { foldText } from '../text/fold-text.ts';

/** A name as names are compared: folded, without blanks. */
function plain(name: string): string {
  return foldText(name).folded.replace(/\s/g, '');
}

/** Whether two names are the same but for width, script, case and blanks: `王 芳` is `王芳`. */
export function sameName(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

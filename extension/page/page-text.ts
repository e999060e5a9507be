import type { BlockRole } from '../../core/capture/page-capture.ts';

export type MailRole = Extract<BlockRole, 'body' | 'quoted' | 'signature'>;

export interface TextSegment {
  role: MailRole;
  text: string;
}

/** Collects text line by line, as a reader sees it: no doubled spaces, blocks on lines of their own, at most the gaps shown. */
export interface PageText {
  write(text: string, keepsSpaces: boolean): void;
  /** The end of a block: the next words stand on a new line. */
  endLine(): void;
  /** `<br>`: ends a line, or leaves one empty. */
  breakLine(): void;
  /** A paragraph's margin: one empty line, however many meet. */
  gap(): void;
  enter(role: MailRole): void;
  segments(): TextSegment[];
}

export function createPageText(): PageText {
  const done: { role: MailRole; lines: string[] }[] = [{ role: 'body', lines: [] }];
  let line = '';
  let wantsGap = false;

  const current = () => done[done.length - 1]?.lines ?? [];
  const endLine = () => {
    if (line.trim() !== '') {
      const lines = current();
      if (wantsGap && lines.length > 0 && lines[lines.length - 1] !== '') lines.push('');
      lines.push(line.trimEnd());
      wantsGap = false;
    }
    line = '';
  };
  const breakLine = () => {
    if (line.trim() === '') current().push('');
    else endLine();
  };

  return {
    write(text, keepsSpaces) {
      if (keepsSpaces) {
        text.split(/\r\n|\r|\n/).forEach((part, index) => {
          if (index > 0) breakLine();
          line += part;
        });
        return;
      }
      const folded = text.replace(/[ \t\r\n\f]+/g, ' ');
      line += line === '' || /\s$/.test(line) ? folded.trimStart() : folded;
    },
    endLine,
    breakLine,
    gap() {
      endLine();
      wantsGap = true;
    },
    enter(role) {
      endLine();
      if (done[done.length - 1]?.role !== role) done.push({ role, lines: [] });
    },
    segments() {
      endLine();
      return done.map(({ role, lines }) => ({ role, text: tidy(lines) })).filter(({ text }) => text !== '');
    },
  };
}

/** Leading and trailing empty lines go; of several empty lines two stay. */
function tidy(lines: string[]): string {
  return lines
    .map((text) => text.replace(/\u00a0/g, ' ').trimEnd())
    .join('\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .replace(/^\n+|\n+$/g, '');
}

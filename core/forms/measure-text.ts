/** Of a cell's width, what its two inner margins take, in points. */
const INNER_MARGIN = 6;
/** Height of a line by the size of its font; roomy enough for the fonts of all three languages. */
const LINE = 1.36;
/** Above and below the text of a cell, together; small text stands closer. */
function padding(size: number): number {
  return size >= 9 ? 4 : 2;
}

/** The height in points of so many lines. */
export function linesHeight(lines: number, size: number): number {
  return Math.ceil(Math.max(1, lines) * size * LINE + padding(size));
}

/** How many lines of this size stand in so many points. */
export function linesWithin(points: number, size: number): number {
  // A hair more, so that a height made for so many lines holds as many whatever the rounding.
  return Math.floor((points - padding(size)) / (size * LINE) + 1e-6);
}

/**
 * Cuts a text into the lines that a cell of this width shows, a little too many rather than too few. Joined they give the
 * text again: blanks stay at the end of their line, a line break at the end of its. Words are kept together where they fit.
 */
export function wrapLines(text: string, width: number, size: number): string[] {
  if (text.length < LONG) return wrap(text, width, size);
  const key = `${width} ${size} ${text}`;
  const known = recent.get(key);
  if (known !== undefined) return known;
  if (recent.size >= RECENT) recent.clear();
  const lines = wrap(text, width, size);
  recent.set(key, lines);
  return lines;
}

/** Long texts are measured again and again while a page is laid out; what came out is kept for a while. */
const LONG = 100;
const RECENT = 300;
const recent = new Map<string, string[]>();

function wrap(text: string, width: number, size: number): string[] {
  const room = Math.max(size * 1.5, width - INNER_MARGIN);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  /** Where the line may end, and how much of it is used up to there. */
  let end = 0;
  let usedToEnd = 0;
  for (const character of text) {
    if (character === '\n') {
      lines.push(`${line}\n`);
      line = '';
      used = end = usedToEnd = 0;
      continue;
    }
    const wide = characterWidth(character) * size;
    if (used + wide > room && line !== '' && character !== ' ') {
      const cut = end > 0 ? end : line.length;
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
      used = end > 0 ? used - usedToEnd : 0;
      end = usedToEnd = 0;
    }
    line += character;
    used += wide;
    if (mayEndAfter(character)) {
      end = line.length;
      usedToEnd = used;
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

/** Widths in units of the font's size: Han and full-width forms fill a square. */
function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x1100) return code >= 0x1f000 ? 1.4 : 1.02;
  if (/[ijlftr.,:;'|!()[\] \u00A0]/.test(character)) return 0.36;
  if (/[mwMW@%]/.test(character)) return 0.95;
  if (/[A-Z]/.test(character)) return 0.7;
  if (/[a-z]/.test(character)) return 0.54;
  return code < 0x250 ? 0.58 : 0.8;
}

function mayEndAfter(character: string): boolean {
  return character === ' ' || character === '-' || character === '/' || (character.codePointAt(0) ?? 0) >= 0x2e80;
}

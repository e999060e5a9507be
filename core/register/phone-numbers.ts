/** The telephone numbers in a text, as written; an extension belongs to its number. */
export function phoneNumbers(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .replace(/(?:转|轉|分机|分機|ext\.?|x|#)\s*\d{1,6}/gi, ' ')
    .replace(/(\d{11})-\d{3,5}(?!\d)/g, '$1');
  return [...plain.matchAll(/\+?\(?\d[\d*×\s\-–—().]{5,}[\d*×]/g)]
    .flatMap(([run]) => splitRun(run))
    .filter((number) => number.replace(/[^\d*×]/g, '').length >= 7);
}

/** The digits of a number without the signs between them; the 0 in +44 (0)20 is dialled only within the country. */
export function phoneDigits(number: string): string {
  return number.replace(/\(0\)(?=\s*\d)/, '').replace(/\D/g, '');
}

/** No number on earth is longer. */
const MOST_DIGITS = 15;

/** Two numbers with only a blank or a line break between them: 13800001111 13900002222. */
function splitRun(run: string): string[] {
  const pieces = run.split(/\s*\n\s*|(?<=\d{7,})[\s—–]+(?=\+?\d{3,})|\s{2,}(?=\+?\(?\d{3,})|(?<=\d{3,})\s+(?=\+)/);
  return pieces.flatMap((piece) => halves(piece.trim()));
}

/** 0407 398 164 0485 987 999: too long for one, and parted by a blank into two of one length. */
function halves(piece: string): string[] {
  const length = phoneDigits(piece).length;
  if (length <= MOST_DIGITS) return [piece];
  for (const { index } of piece.matchAll(/\s+/g)) {
    const pair = [piece.slice(0, index), piece.slice(index).trim()];
    if (pair.every((each) => phoneDigits(each).length * 2 === length)) return pair;
  }
  return [piece];
}

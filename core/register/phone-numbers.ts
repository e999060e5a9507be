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

/** Two numbers with only a blank between them: 13800001111 13900002222. */
function splitRun(run: string): string[] {
  const pieces = run.split(/(?<=\d{7,})[\s—–]+(?=\+?\d{3,})|\s{2,}(?=\+?\(?\d{3,})/);
  return pieces.map((piece) => piece.trim());
}

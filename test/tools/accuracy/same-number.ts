const EXTENSION = /\s*(?:ext(?:ension)?\.?|x|转|轉|分机|分機|#)\s*[:：.]?\s*(\d{1,6})\s*$/i;

/** A number of an order, batch or case: digits and letters only, and all of them. */
export function isSameId(value: string, gold: string): boolean {
  const [got, wanted] = [bare(value), bare(gold)];
  return got !== '' && got === wanted;
}

/** A telephone number: digits and letters only. The gold's extension may be missing in the value, but not be another one. */
export function isSamePhone(value: string, gold: string): boolean {
  const [got, wanted] = [phoneOf(value), phoneOf(gold)];
  return (
    got.digits !== '' && got.digits === wanted.digits && (got.extension === null || got.extension === wanted.extension)
  );
}

export function isSameEmail(value: string, gold: string): boolean {
  const fold = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/^mailto:|[\s<>]|[.,;]$/g, '');
  return fold(value) !== '' && fold(value) === fold(gold);
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Masked digits (138****1234) are one mark each, however they are written. */
function phoneOf(text: string): { digits: string; extension: string | null } {
  const folded = text.normalize('NFKC');
  const extension = EXTENSION.exec(folded)?.[1] ?? null;
  const digits = folded
    .replace(EXTENSION, '')
    .replace(/[x×*●•]/gi, '*')
    .toLowerCase();
  return { digits: digits.replace(/[^\p{L}\p{N}*]/gu, ''), extension };
}

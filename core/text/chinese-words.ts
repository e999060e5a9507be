/** A word as it stands in a text. */
export interface TextWord {
  start: number;
  end: number;
  text: string;
}

/** Absent in browsers older than the floor; then every sign is a word of its own. */
const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;

/**
 * The words of a text by the dictionary that every current browser and Node carry (`Intl.Segmenter`). Names that the
 * dictionary does not know come out sign by sign, so a boundary is only a hint of where a name may begin or end.
 * Example: `买了一份凉拌木耳回家` → 买, 了, 一份, 凉拌, 木耳, 回家.
 */
export function chineseWords(text: string): TextWord[] {
  const parts = segmenter === null ? signsOf(text) : segmenter.segment(text);
  const words: TextWord[] = [];
  for (const { segment, index } of parts) words.push({ start: index, end: index + segment.length, text: segment });
  return words;
}

function* signsOf(text: string): Generator<{ segment: string; index: number }> {
  let index = 0;
  for (const segment of text) {
    yield { segment, index };
    index += segment.length;
  }
}

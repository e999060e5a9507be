const CHECKED = String.raw`[☑☒✅🗹✓✔√■●◉▣◼⬛]|[(（\[【]\s*[√✓✔vVxX×■●☑]\s*[)）\]】]`;
const UNCHECKED = String.raw`[□☐○◯▢◻⬜〇]|[(（\[【][\s_]*[)）\]】]`;
const BOX = new RegExp(`(${CHECKED})|(${UNCHECKED})`, 'gu');
const EDGES = /^[\s、,，;；/|:：]+|[\s、,，;；/|]+$/g;
const LONGEST_OPTION = 40;

/**
 * The options that are ticked in a line of tick boxes, joined by 、; `''` when none is, null when the text is no such line.
 * The box may stand before its option (`☑电话 □来访`) or behind it (`电话（√） 来访（ ）`).
 * Example: `tickedOptions('□电话 ☑微信 □来访')` → `微信`.
 */
export function tickedOptions(text: string): string | null {
  const boxes = [...text.matchAll(BOX)];
  const isTicked = boxes.map(([, checked]) => checked !== undefined);
  if (boxes.length === 0 || (boxes.length === 1 && isTicked[0] !== true && !/^\s*\S{1,12}$/u.test(text))) return null;
  const starts = boxes.map(({ index }) => index);
  const ends = boxes.map(({ index, 0: box }) => index + box.length);
  const isBefore = text.slice(0, starts[0]).replace(EDGES, '') === '';
  const options = boxes.map((_, at) =>
    (isBefore
      ? text.slice(ends[at], starts[at + 1] ?? text.length)
      : text.slice(at === 0 ? 0 : ends[at - 1], starts[at])
    ).replace(EDGES, ''),
  );
  if (options.some((option) => option.length > LONGEST_OPTION)) return null;
  return options.filter((option, at) => isTicked[at] === true && option !== '').join('、');
}

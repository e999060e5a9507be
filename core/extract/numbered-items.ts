/** An item of a list that runs on in one text, in offsets of it. */
export interface ListItem {
  start: number;
  end: number;
}

/** `1.` `2、` `(3)` `a)` `一、` `第二,` `一是`, at the start or behind a blank or the end of a clause. */
const MARK =
  /(?:^|[\n;,。.\s:])\s?(?:\d{1,2}\s?[.、)](?!\d)|\(\d{1,2}\)|\(?[a-e]\)|[一二三四五六](?:、|\))|第[一二三四五六](?:个|,|、)|[一二三四五六]是|\([一二三四五六]\))\s?/g;

/**
 * The items of a numbered list in a folded text, without their numbers and closing signs; empty when fewer than two are
 * numbered. An item ends where the next begins or at the end of its sentence. Example: `1)赔偿 2)道歉` → 赔偿, 道歉.
 */
export function numberedItems(folded: string): ListItem[] {
  const marks = [...folded.slice(0, 4_000).matchAll(MARK)];
  if (marks.length < 2) return [];
  return marks.flatMap((mark, index) => {
    const start = mark.index + mark[0].length;
    const next = marks[index + 1]?.index ?? folded.length;
    const words = /^[^。!?\n]*/.exec(folded.slice(start, next))?.[0] ?? '';
    const kept = words.replace(/[;,.\s]+(?:and|or|以及|并且?)?[;,.\s]*$/, '');
    return kept.trim().length < 2 ? [] : [{ start, end: start + kept.length }];
  });
}

/**
 * The items of a list that only semicolons part (`减免租金;更换备用车;书面说明`), without a closing `and`; empty when it is no
 * list. A text with a full stop inside is prose.
 */
export function listedBySemicolons(folded: string): ListItem[] {
  if (/[。!?\n]\s*\S|\. \S/.test(folded)) return [];
  const parts = [...folded.slice(0, 2_000).matchAll(/[^;]+/g)];
  if (parts.length < 2) return [];
  const items = parts.map((part) => {
    const lead = /^\s*(?:and |以及|并且?|同时)?\s*/.exec(part[0])?.[0].length ?? 0;
    const kept = part[0].replace(/[,.\s]+$/, '');
    return { start: part.index + lead, end: part.index + kept.length };
  });
  return items.every(({ start, end }) => end - start >= 2) ? items : [];
}

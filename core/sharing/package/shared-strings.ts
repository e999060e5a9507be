import type { Steps } from '../../steps.ts';
import { fromCellText, fromXml, toCellText, toXml } from '../xml/entities.ts';

/** One string of a workbook: its element as written, without readings, and its text. */
export interface SharedString {
  written: string;
  text: string;
}

const READING = /<rPh\b[\s\S]*?<\/rPh>|<phoneticPr\b[^>]*\/>|<phoneticPr\b[\s\S]*?<\/phoneticPr>/g;

const STRINGS_A_STEP = 2_000;

/** The strings of a workbook in their order. */
export function* readSharedStrings(xml: string): Steps<SharedString[]> {
  const strings: SharedString[] = [];
  for (const [, inner = ''] of xml.matchAll(/<si\b[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g)) {
    strings.push(stringOf(inner));
    if (strings.length % STRINGS_A_STEP === 0) yield { done: 0, of: 1 };
  }
  return strings;
}

/** A string by what stands inside its element, `si` or `is`: runs of letters with a look of their own make one text. */
export function stringOf(inner: string): SharedString {
  const written = inner.replace(READING, '');
  const text = [...written.matchAll(/<t\b[^>]*?(?:\/>|>([^<]*)<\/t>)/g)].map(([, part = '']) => part).join('');
  return { written, text: fromCellText(fromXml(text)) };
}

/** The strings of the copy: only those that its cells use, so that nothing is left behind. */
export interface StringsOut {
  /** The place of a text; `like` is the string it came from, whose look is kept where the text is the same. */
  place: (text: string, like?: SharedString) => number;
  xml: () => string;
}

export function stringsOut(): StringsOut {
  const places = new Map<string, number>();
  const written: string[] = [];
  let uses = 0;
  return {
    place: (text, like) => {
      uses++;
      const element =
        like !== undefined && like.text === text && /<r\b/.test(like.written) ? like.written : textElement(text);
      const known = places.get(element);
      if (known !== undefined) return known;
      places.set(element, written.length);
      written.push(element);
      return written.length - 1;
    },
    xml: () =>
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${uses}" ` +
      `uniqueCount="${written.length}">${written.map((element) => `<si>${element}</si>`).join('')}</sst>`,
  };
}

function textElement(text: string): string {
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
  return `<t${space}>${toXml(toCellText(text))}</t>`;
}

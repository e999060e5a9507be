import { isLatinName, chineseNameLikeness } from '../extract/person-names.ts';
import type { PersonalKind } from './personal-kind.ts';

/** Folded values that personal columns hold, for finding them in other texts. */
export interface KnownValues {
  /** `pseudonym` stands for it wherever it is found. */
  add: (folded: string, kind: PersonalKind, pseudonym: string) => void;
  /** The pseudonym of a text that is such a value as a whole. */
  whole: (folded: string) => string | undefined;
  /** All places of such values in a condensed text; longer ones win. */
  find: (condensed: string) => { start: number; end: number; kind: PersonalKind; pseudonym: string }[];
}

interface Entry {
  text: string;
  kind: PersonalKind;
  pseudonym: string;
}

const HAN = /\p{sc=Han}/u;
const WORD = /[\p{L}\p{N}]/u;
/** Words that stand around a name and around little else. */
const BEFORE_NAME = /[是叫由与和跟对给找被请向让把为的在、:联客户人员]$/u;
const AFTER_NAME =
  /^(?:先生|女士|小姐|太太|经理|主任|总|工|师傅|说|称|反映|来电|致电|要求|表示|投诉|反馈|提出|认为|已|的|和|与|、|,|。)/;

/** An empty index of known values. */
export function knownValues(): KnownValues {
  const byText = new Map<string, Entry>();
  /** How long the values are that begin with these two characters, longest first: streets and companies share beginnings. */
  const lengths = new Map<string, number[]>();
  const searchable = new Map<string, Entry>();
  const entryAt = (text: string, at: number): Entry | undefined => {
    for (const length of lengths.get(text.slice(at, at + 2)) ?? []) {
      const entry = searchable.get(text.slice(at, at + length));
      if (entry !== undefined && isAt(text, at, entry.text)) return entry;
    }
    return undefined;
  };
  return {
    add: (text, kind, pseudonym) => {
      if (text.length < 2 || byText.has(text)) return;
      const entry = { text, kind, pseudonym };
      byText.set(text, entry);
      if (!isSearchable(entry)) return;
      searchable.set(text, entry);
      const start = text.slice(0, 2);
      const known = lengths.get(start) ?? [];
      if (!known.includes(text.length))
        lengths.set(
          start,
          [...known, text.length].sort((one, other) => other - one),
        );
    },
    whole: (folded) => byText.get(folded)?.pseudonym,
    find: (text) => {
      const found = [];
      for (let at = 0; at < text.length - 1; at++) {
        const entry = entryAt(text, at);
        if (entry === undefined) continue;
        found.push({ start: at, end: at + entry.text.length, kind: entry.kind, pseudonym: entry.pseudonym });
        at += entry.text.length - 1;
      }
      return found;
    },
  };
}

/** Plain words and short numbers are no value to look for inside other texts. */
function isSearchable({ text, kind }: Entry): boolean {
  if (kind === 'person' || kind === 'staff') return HAN.test(text) || text.length >= 3;
  if (kind === 'address') return text.length >= 5;
  return text.length >= 5 && /\d|@/.test(text);
}

/** Values of letters and digits stand for themselves only as a word; so does a name of two characters that may be a word. */
function isAt(text: string, at: number, value: string): boolean {
  const [before, after] = [text[at - 1] ?? '', text[at + value.length] ?? ''];
  const isPlain = (sign: string) => WORD.test(sign) && !HAN.test(sign);
  if (isPlain(value[0] ?? '') && isPlain(before)) return false;
  if (isPlain(value.at(-1) ?? '') && isPlain(after)) return false;
  if (value.length > 2 || !HAN.test(value) || chineseNameLikeness(value) >= 0.5) return true;
  return (
    !HAN.test(before) ||
    !HAN.test(after) ||
    BEFORE_NAME.test(text.slice(0, at)) ||
    AFTER_NAME.test(text.slice(at + value.length, at + value.length + 4))
  );
}

const COMPANY_END =
  /(?:股份)?(?:有限)?(?:责任)?(?:总公司|分公司|公司|集团|商行|商贸|经营部|门店|(?<=\p{sc=Han}{3})厂|(?<=\p{sc=Han}{3})店)$/u;
const COMPANY_PLACE =
  /^(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|\p{sc=Han}{2,3}[省市县区])(?:省|市)?/u;

const LATIN_COMPANY = /\b(?:ltd|limited|llc|inc|corp|corporation|gmbh|plc|pty|co)\b\.?$/;

/** Whether a folded text is a firm's name by its ending: 宏盛建材有限公司, Acme Ltd. */
export function isCompanyName(folded: string): boolean {
  if (LATIN_COMPANY.test(folded)) return folded.includes(' ');
  return COMPANY_END.test(folded) && !isCommonEnding(folded);
}

/** Whether a part of a name is only what many names end with: 有限公司. */
export function isCommonEnding(folded: string): boolean {
  return folded.replace(COMPANY_END, '').length < 2;
}

/** Other forms in which people write a name: 宏盛建材 for 江苏宏盛建材有限公司, Smith for Mary Smith. Folded, like the name. */
export function shortForms(folded: string, original: string): string[] {
  const forms = new Set<string>();
  const body = folded
    .replace(/\(.*?\)/g, '')
    .replace(COMPANY_END, '')
    .replace(COMPANY_END, '');
  if (HAN.test(folded) && body !== folded) {
    if (body.length >= 3) forms.add(body);
    const bare = body.replace(COMPANY_PLACE, '');
    if (bare.length >= 3) forms.add(bare);
  }
  if (isLatinName(original.trim())) {
    const words = folded.split(/\s+/);
    for (const word of [words[0], words.at(-1)]) if (word !== undefined && word.length >= 4) forms.add(word);
  }
  forms.delete(folded);
  return [...forms];
}

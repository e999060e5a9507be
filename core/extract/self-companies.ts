import { chineseCompanies, SENTENCE } from './company-names.ts';
import type { DraftValue } from './complaint-draft.ts';
import type { Letter } from './letter.ts';
import { draftValue, evidenceIn } from './passage.ts';

/** `我公司(无锡正大精工)`: what stands in the brackets is the company, whatever its form. */
function inBrackets(lead: string, clause: string): { start: number; end: number } | null {
  const name = lead.includes('(') ? /^[\p{Script=Han}a-z\d]{4,20}(?=\))/u.exec(clause)?.[0] : undefined;
  return name === undefined ? null : { start: 0, end: name.length };
}

/** `我是河西兴隆粮油店的`: a name of three characters or more that ends as shops and offices do. */
function shopIn(clause: string): { start: number; end: number } | null {
  const name = /^[\p{Script=Han}]{3,14}(?:店|行|站|社|馆|坊|铺|档口|庄|厅|门市)(?=的|老?[\p{Script=Han}]{0,3}$)/u.exec(
    clause,
  )?.[0];
  return name === undefined || SENTENCE.test(name) || /^(?:一[家个]|在|开)/.test(name)
    ? null
    : { start: 0, end: name.length };
}

const SELF_COMPANY =
  /(?:我们(?:学校|单位|医院|店|园|酒店|餐厅|工厂|社区)|我司|我们公司|我公司|本公司|我厂|我们?是|我们厂|敝公司|敝司|我社|我店)(?:是|为)?\s?\(?\s?/g;

/** Companies and shops that the writer says to be or to write for: `我司…`, `我是河西兴隆粮油店的`. */
export function selfCompanies(letter: Letter): DraftValue[] {
  const found: DraftValue[] = [];
  for (const passage of letter.body) {
    for (const match of passage.folded.slice(0, 5_000).matchAll(SELF_COMPANY)) {
      const at = match.index + match[0].length;
      const clause = /^[^,。;!?\n)]{0,40}\)?/.exec(passage.folded.slice(at, at + 41))?.[0] ?? '';
      const company = chineseCompanies(clause)[0];
      const named = company ?? inBrackets(match[0], clause) ?? shopIn(clause);
      if (named === null || named.start > 0) continue;
      const value = draftValue(evidenceIn(passage, at, at + named.end), 0.75);
      if (value !== null) found.push(value);
    }
  }
  return found;
}

import { chineseCompanies, latinCompany } from './company-names.ts';
import type { DraftValue } from './complaint-draft.ts';
import type { TailLine } from './letter-tail.ts';
import { draftValue, evidenceIn } from './passage.ts';

/** Companies in the lines at the end of a letter, by the form of their names. */
export function tailCompanies(tail: TailLine[]): DraftValue[] {
  const found: DraftValue[] = [];
  for (const line of tail) {
    const isLatin = !/\p{Script=Han}/u.test(line.folded);
    if (isLatin) {
      const text = line.passage.text.slice(line.passage.toOriginal(line.start), line.passage.toOriginal(line.end));
      const company = latinCompany(text);
      if (company === null) continue;
      const start = line.passage.start + line.passage.toOriginal(line.start) + company.start;
      const quote = text.slice(company.start, company.end);
      pushValue(found, draftValue({ block: line.passage.block, start, end: start + quote.length, quote }, 0.85));
      continue;
    }
    if (/(?:抄送|收货方|贵司|贵公司|你们|合同签订)/.test(line.folded)) continue;
    const company = chineseCompanies(line.folded)[0];
    if (company === undefined || line.folded.length > 60) continue;
    pushValue(found, draftValue(evidenceIn(line.passage, line.start + company.start, line.start + company.end), 0.88));
  }
  return found;
}

function pushValue(list: DraftValue[], value: DraftValue | null): void {
  if (value !== null) list.push(value);
}

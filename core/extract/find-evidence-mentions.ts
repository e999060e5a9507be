import type { DraftValue } from './complaint-draft.ts';
import type { Letter } from './letter.ts';
import { draftValue, evidenceIn, evidenceInHead } from './passage.ts';
import type { Passage } from './passage.ts';
import { sentencesOf } from './sentences.ts';

const THINGS =
  /拍照|拍到|纪录器|纪录|照片|图片|相片|视频|影片|录像|录影|录音|截图|截屏|发票|收据|小票|报告|凭证|磅单|过磅单|聊天记录|通话记录|监控|监视器|行车记录仪|单据|合同|病历|影本|复印件|清单|证据|样品|留样|实物|工单|回单|明细|检验单|检测单|账单|帐单|photo|picture|video|screenshot|receipt|report|invoice|letter|statement|ticket|sheet|recording|footage|log|evidence|certificate|pod|bill of lading/;
const KEPT =
  /附件|附上|附后|附图|见附|如附|附于|随信|随附|^附|保存|保留|留着|留存|留有|留了|都留|有留|都有|也有|我有|存了|存着|存档|备份|可以发|可提供|可以提供|拍了|拍下|拍照|拍到|录影|录了|有录|有拍|有图|导出|冻在|发你们|寄回|attach|enclos|see below|i have|we have|i've|took|taken|can provide|available|kept|keeping|on file/;
const PREFIX =
  /^(?:[\s,;:、(]|附件?(?:是|为|有)?\s?:?|附上|另附|证据(?:见附件)?\s?:|凭证\s?:|attached\s?:|attachments?\s?:|enclosed\s?:|enc\s?:|enclosures?\s?:|p\.?s\.?\s?:?)+/;
const SUFFIX = /(?:见附件|附后|如附件|已附上|附上|在附件)$/;

/**
 * The proof that the complainant speaks of: what is attached, kept or can be sent. Without such words the names of the
 * files shown with the mail are the evidence.
 */
export function findEvidenceMentions(letter: Letter, attachments: string[]): DraftValue[] {
  const found = letter.body
    .flatMap((passage) => mentionsIn(passage))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, 3);
  if (found.length > 0 || attachments.length === 0) return found;
  const names = attachments.join('、');
  const value = draftValue(evidenceInHead(names), 0.6, { doubt: 'fromAttachments' });
  return value === null ? [] : [value];
}

function mentionsIn(passage: Passage): DraftValue[] {
  const found: DraftValue[] = [];
  for (const sentence of sentencesOf(passage)) {
    if (!THINGS.test(sentence.folded) || !KEPT.test(sentence.folded.trim())) continue;
    const run = evidentialRun(sentence.folded);
    if (run === null) continue;
    const text = sentence.folded.slice(run.start, run.end);
    const lead = PREFIX.exec(text)?.[0].length ?? 0;
    const kept = text
      .slice(lead)
      .replace(/[\s,;:)、]+$/, '')
      .replace(SUFFIX, '')
      .replace(/[\s,;:)、]+$/, '');
    if (kept.length < 2) continue;
    const start = sentence.start + run.start + lead;
    const isListed = lead > 1;
    const value = draftValue(evidenceIn(passage, start, start + kept.length), isListed ? 0.85 : 0.7);
    if (value !== null) found.push(value);
  }
  return found;
}

/** From the first clause that speaks of proof to the last one after it; what is said in between belongs to it. */
function evidentialRun(sentence: string): { start: number; end: number } | null {
  const clauses = [...sentence.matchAll(/[^,;()]+/g)];
  const flags = clauses.map((clause) => ({ thing: THINGS.test(clause[0]), kept: KEPT.test(clause[0].trim()) }));
  const first = flags.findIndex((flag) => flag.thing && flag.kept);
  const anchor = first >= 0 ? first : flags.findIndex((flag) => flag.thing);
  if (anchor < 0) return null;
  let last = anchor;
  while (last + 1 < flags.length && (flags[last + 1]?.kept === true || (first < 0 && flags[last + 1]?.thing === true)))
    last += 1;
  const from = clauses[anchor];
  const to = clauses[last];
  return from === undefined || to === undefined ? null : { start: from.index, end: to.index + to[0].length };
}

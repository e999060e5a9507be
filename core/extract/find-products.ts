import type { DraftValue } from './complaint-draft.ts';
import type { Letter } from './letter.ts';
import { draftValue, evidenceIn } from './passage.ts';
import type { Passage } from './passage.ts';
import { chineseWords } from '../text/chinese-words.ts';
import type { TextWord } from '../text/chinese-words.ts';
import { namedGoods } from './named-goods.ts';
import { openGoods } from './open-goods.ts';
import { openGoodsInEnglish } from './open-goods-english.ts';
import { foreignLead, MAKES_NO_GOODS, THING } from './product-boundaries.ts';
import { CHINESE_PRODUCT_HEADS, ENGLISH_PRODUCT_HEADS, FAINT_PRODUCT_HEADS } from './product-words.ts';
import type { ProductMention } from './product-mention.ts';
import { sharedGoods } from './shared-goods.ts';

const HEADS = [...CHINESE_PRODUCT_HEADS].sort((a, b) => b.length - a.length).join('|');
/** Modifiers left of a head; the signs that end them are particles, verbs, measures, pronouns and numbers. */
const STOP =
  '\\s,.。;:!?、"“”「」『』【】()（）/|\\d+的了在是把给与和跟到从于被让用将我你您他她它们这那此该每各个台件只箱批包袋盒瓶辆套款份条根块片次种家店买购送卖换修收订拆喝吃拿发运供有没很又也都就才刚还再更最太因对向为等上下前后来去年月日号吨两一二三四五六七八九十半几多少或及时候里面全';
const CHINESE = new RegExp(`([^${STOP}]{0,8}?)(${HEADS})`, 'g');
const GOT =
  /(?:买|购|订|换|送|供应|使用|收到|到货|进料|喝|吃|用|拆|装|发|运|产的|家的|贵司|贵厂|贵公司|你们|型号)[^,。;!?\n]{0,14}$/;
/** Letters about supply, houses, rooms and money name goods only as what was damaged or used. */
const SERVICE =
  /停电|供电|电压|电费|物业|业主|小区|入住|退房|订房|房间|酒店|支行|银行|营业厅|宽带|流量|漏水|楼上|邻居|抢修|保安|停车|\b(?:my stay|checked in|power cut|outage|landlord|tenant|estimated bill|meter reading|flat \d|block [a-z]\b|booking|reservation)\b/;
const READ = 12_000;
/** From this score on a mention may be what the complaint is about. */
const ENOUGH = 0.48;
/** What the first words of a letter name is rather what it is about. */
const OPENING = 24;
const FAINT = new Set(FAINT_PRODUCT_HEADS);
/** What was found in the goods is not the goods: `吃出玻璃`, `里面有铁片`. */
const FOREIGN =
  /(?:吃出|喝出|咬到|吐出|混入|夹着|里面?(?:有|是|都是)|发现(?:有)?|(?<!没)有)[^,。;!?\n]{0,8}$|\b(?:found|contained|piece of|bits of)\s(?:an? |some )?(?:[a-z]+ ){0,2}$/;
/** What goods come in is seldom what the complaint is about. */
const PACKAGING = /纸箱|包裹|快递|标签|包装膜|carton|pallet|bag|label/;
/** A vessel alone: the goods are what is in it, if the letter names them. */
const VESSEL =
  /^(?:(?:the|leaking|damaged|torn|wet) )?(?:drums?|crates?|cartons?|box(?:es)?|pallets?|bags?|sacks?|containers?|bottles?|jars?|tubs?|ibcs?|kegs?|tins?|cans?)$|(?:吨袋|编织袋|纸箱|外箱|彩盒|玻璃瓶|罐身|瓶身|盒子|箱子|袋子|瓶子|罐子|桶)$/;
/** `my ticket DD-40929`: what has such a number is a paper. */
const NUMBERED = /^(?:tickets?|claims?|accounts?|policy|policies|parcels?)$/;
/** `水果湖店`: the noun is part of a place's name. */
const PLACE_NAME =
  /^[\p{Script=Han}]?(?:店|站|(?<![网线电管油气水回])路|街|巷|村|镇|乡|湖|桥|港|山|小区|花园|广场|市场)(?!里|铺|[的是在])/u;
/** `eating Silken Tofu`: a deed, not a part of the name. */
const DEED =
  /^(?:eating|drinking|using|wearing|driving|riding|opening|cooking|making|buying|getting|having|charging|cleaning|washing|wanting|needing|fitting|installing|selling|loading|unloading|testing|supplying|replacing|missing|leaking|broken|collecting|returning|sending|receiving|ordering|holding|taking|bringing|putting)[ _]/;
const CAR =
  /(?<![\d-])((?:19|20)\d{2} (?:[a-z]{3,12} ){1,2}[a-z]{2,12}(?: [a-z]?\d{2,4})?)(?= (?:does|is|was|has|had|will|with|and|that|which|at|the)\b|[,.;\n]|$)/g;
const HEADS_EN = ENGLISH_PRODUCT_HEADS.split('|')
  .sort((a, b) => b.length - a.length)
  .map((head) => head.replace(/y$/, '(?:y|ie)').replace(/ /g, '[ _]'))
  .join('|');
const STOP_EN =
  'the|a|an|my|your|our|their|his|her|its|of|for|in|with|and|to|were|was|is|are|had|has|have|this|that|these|those|on|at|by|from|or|new|same|first|second|two|three|four|five|six|all|some|any|each|both|one|other|when|while|as|but|not|no|used|using|supplied|ordered|bought|purchased|delivered|received|only|just|last|latest|replacement|damaged|broken|faulty|wrong|wet|front|rear|we|i|you|it|they|got|under|per|about|despite|ordering|several|multiple|many|after|before|came|loose|inside|outside|complaint|complaints|regarding|concerning|re|using|wearing|into|over|off|out|up|down|like|because|since|until|between|than|then|where|which|who|what|how|if|so|such|very|too|just|please|get|got|make|made|send|sent|take|took|want|need|like|would|could|should|will|can|did|does|do|be|been|being';
const ENGLISH = new RegExp(
  `(?<![a-z\\d])((?:(?!(?:${STOP_EN})\\b)[a-z][a-z&'-]*(?:\\d[a-z\\d-]*)?[ _]|(?!(?:${STOP_EN})\\b)[a-z]+\\d[a-z\\d-]* ){0,3})\\b((?:${HEADS_EN})(?:e?s)?)(?![a-z_-]|\\.[a-z_])`,
  'g',
);
const BOUGHT =
  /\b(?:bought|purchased|ordered|complain about|complaint about|shipment of|delivery of|leased|financed)\s(?:a|an|the|your|my|some|one|two|this)?\s?(?:pair of |set of )?([a-z\d][\w&'-]{0,30}(?:\s[a-z\d][\w&'-]{0,30}){0,4}?)(?=\s(?:i|we|from|off|at|on|in|with|for|last|and|that|which|online|via|through|by|has|is|was|were|had|this|back|to)\b|[,.;(\n]|$)/g;
/**
 * The products the complaint is about, best first: nouns of goods with their modifiers, and what was bought. A noun that
 * the subject names too, or that stands beside words of buying and delivering, comes first.
 */
export function findProducts(letter: Letter): ProductMention[] {
  const own = mentionsIn(letter, [...letter.body, ...(letter.subject === null ? [] : [letter.subject])]);
  if ((own[0]?.score ?? 0) >= ENOUGH) return own;
  const older = mentionsIn(letter, letter.quoted).filter((mention) => mention.score >= ENOUGH);
  return [...own, ...older.map((mention) => ({ ...mention, isOlder: true }))];
}

function mentionsIn(letter: Letter, passages: Passage[]): ProductMention[] {
  const subject = letter.subject?.folded ?? '';
  const called = addressee(letter);
  const found = passages.flatMap((passage) => {
    const words = /\p{Script=Han}/u.test(passage.folded) ? chineseWords(passage.folded.slice(0, READ)) : [];
    const isService = SERVICE.test(`${subject}\n${passage.folded.slice(0, 500)}`);
    const framed = [
      ...bought(passage),
      ...openGoods(passage, words),
      ...namedGoods(passage),
      ...(letter.language === 'en' ? openGoodsInEnglish(passage) : []),
    ];
    return [
      ...nouns(passage, words, subject, passage === letter.subject),
      ...framed.map((mention) => weighed(mention, subject, isService, passage === letter.subject)),
    ];
  });
  if (passages !== letter.quoted) found.push(...sharedGoods(letter));
  const counts = new Map<string, number>();
  for (const mention of found) counts.set(mention.head, (counts.get(mention.head) ?? 0) + 1);
  const isHeld = found.some((mention) => mention.score >= ENOUGH && !VESSEL.test(mention.head));
  const foreign = new Set(found.filter(({ isForeign }) => isForeign).map(({ head }) => head));
  return found
    .filter((mention) => mention.end - mention.start > 1)
    .map((mention) => (isInBrackets(mention) ? { ...mention, score: mention.score - 0.25 } : mention))
    .map((mention) => (isHeld && VESSEL.test(mention.head) ? { ...mention, score: mention.score - 0.4 } : mention))
    .map((mention) => (isCalled(mention, called) ? { ...mention, score: mention.score - 0.4 } : mention))
    .map((mention) => (foreign.has(mention.head) ? { ...mention, score: mention.score - 0.25 } : mention))
    .map((mention) => ({
      ...mention,
      score: mention.score + Math.min(0.15, ((counts.get(mention.head) ?? 1) - 1) * 0.05),
    }))
    .sort((a, b) => b.score - a.score);
}

/** Whom the letter calls in its first line (`海风民宿老板:`, `Dear PayNest team,`), folded; empty without such a line. */
function addressee(letter: Letter): string {
  const line = letter.body[0]?.folded.trimStart().slice(0, 60).split('\n')[0]?.trimEnd() ?? '';
  return /^[^,。;!?]{2,24}(?:[:,]|您好|你好|收|启)[。!,]?$/.test(line) ? line : '';
}

/** The seller whom the letter calls is not what was bought. */
function isCalled({ passage, start, end }: ProductMention, called: string): boolean {
  return called.includes(passage.folded.slice(start, end)) && /\p{Script=Han}/u.test(called);
}

/** What stands in brackets tells more of what stands before them: `营养餐(菜品:土豆烧鸡)`. */
function isInBrackets({ passage, start }: ProductMention): boolean {
  return /\p{Script=Han} ?\([^()\n]*$/u.test(passage.folded.slice(Math.max(0, start - 24), start));
}

/** What the subject speaks of is believed more; beside a service, what is named in passing less. */
function weighed(mention: ProductMention, subject: string, isService: boolean, isSubject: boolean): ProductMention {
  const kind = /[a-z]+$/.exec(mention.head)?.[0] ?? mention.head.slice(-2);
  const isNamed = !isSubject && kind.length >= 2 && subject.includes(kind);
  return {
    ...mention,
    score: mention.score + (isNamed ? 0.12 : isService && !isSubject && !THING.test(mention.head) ? -0.08 : 0),
  };
}

/** A name that no list knows and that does not end like a thing's wants more to speak for it: none is better than a wrong one. */
function barFor({ head, start, isKnown }: ProductMention): number {
  return isKnown === true || THING.test(head) || start < OPENING ? ENOUGH : 0.55;
}

/** The mentions as values: one for each distinct name, at most four. */
export function productValues(mentions: ProductMention[]): DraftValue[] {
  const found: DraftValue[] = [];
  for (const mention of mentions) {
    if (mention.score < (found.length === 0 ? barFor(mention) : 0.56) || found.length >= 4) {
      continue;
    }
    const evidence = evidenceIn(mention.passage, mention.start, mention.end);
    const value =
      mention.isOlder === true
        ? draftValue(evidence, mention.score / 2, { doubt: 'fromQuotedMail' })
        : draftValue(evidence, Math.min(0.84, mention.score));
    if (
      value !== null &&
      !found.some((other) => other.value.includes(value.value) || value.value.includes(other.value))
    )
      found.push(value);
  }
  return found;
}

function nouns(passage: Passage, words: readonly TextWord[], subject: string, isSubject: boolean): ProductMention[] {
  const text = passage.folded.slice(0, READ);
  const isService = SERVICE.test(`${subject}\n${text.slice(0, 500)}`);
  const found: ProductMention[] = [];
  for (const pattern of [CHINESE, ENGLISH]) {
    for (const match of text.matchAll(pattern)) {
      const head = match[2] ?? '';
      const end =
        match.index +
        match[0].length +
        (pattern === ENGLISH ? restOfName(passage, match, match.index + match[0].length) : 0);
      const lead = pattern === CHINESE ? foreignLead(match[1] ?? '', match.index, words) : 0;
      const from = FAINT.has(head) && pattern === CHINESE ? end - head.length : match.index + lead;
      const deed = pattern === ENGLISH ? (DEED.exec(text.slice(from, end))?.[0].length ?? 0) : 0;
      const start = /^[一二三四五]级/.test(text.slice(Math.max(0, from - 1), from + 1)) ? from - 1 : from + deed;
      if (pattern === CHINESE && MAKES_NO_GOODS.test(text.slice(end, end + 4))) continue;
      if (NUMBERED.test(head) && /^ (?:no\.? |number |#)?[a-z]{0,5}-?\d/.test(text.slice(end, end + 12))) continue;
      if (pattern === CHINESE && PLACE_NAME.test(text.slice(end, end + 4))) continue;
      if (pattern === CHINESE && /^[a-z]/.test(head) && /[a-z]$/.test(text.slice(0, end - head.length))) continue;
      if (pattern === CHINESE && /[a-z]$/.test(head) && /^[a-z]/.test(text.slice(end, end + 1))) continue;
      const before = text.slice(Math.max(0, start - 20), start);
      let score = FAINT.has(head) ? (pattern === ENGLISH ? 0.2 : 0.26) : 0.38;
      if (subject.includes(head) && !isSubject) score += 0.3;
      if (isSubject) score += 0.12;
      if (GOT.test(before)) score += 0.2;
      else if (isService && !subject.includes(head) && !SERVICE.test(head)) score -= 0.12;
      if (PACKAGING.test(head)) score -= subject.includes(head) ? 0 : 0.15;
      score += 0.12 * Math.max(0, 1 - start / 600);
      found.push({
        passage,
        start,
        end,
        head,
        score,
        isKnown: !FAINT.has(head),
        isForeign: FAINT.has(head) && FOREIGN.test(before),
      });
    }
  }
  return found;
}

/** `Silken Tofu Cubes`: a name in capitals goes on behind the noun that the list knows. */
function restOfName(passage: Passage, match: RegExpExecArray | RegExpMatchArray, end: number): number {
  const whole = passage.text.slice(passage.toOriginal(match.index ?? 0), passage.toOriginal(end));
  const rest = /^(?: [A-Z][a-z]{2,14}){1,2}(?=[\s,.;:()]|$)/.exec(
    passage.text.slice(passage.toOriginal(end), passage.toOriginal(end) + 32),
  )?.[0];
  const isNamed = /^(?:[A-Z][\w&'-]* )+[A-Z][\w&'-]*$/.test(whole.replace(/^[a-z ]+(?=[A-Z])/, ''));
  return isNamed && rest !== undefined ? rest.length : 0;
}

function bought(passage: Passage): ProductMention[] {
  const text = passage.folded.slice(0, 6_000);
  return [BOUGHT, CAR].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const name = (match[1] ?? '').trimEnd();
      if (
        name.length < 2 ||
        (pattern === BOUGHT && (/^[a-z]+ed$/.test(name) || /^[\d,.]+ ?(?:kgs?|tonnes?|pcs|m|mt)\b/.test(name)))
      )
        return [];
      const start = match.index + match[0].indexOf(name, match[0].length - (match[1] ?? '').length);
      return [{ passage, start, end: start + name.length, head: name, score: 0.58 }];
    }),
  );
}

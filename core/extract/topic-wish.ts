/** A remedy at the end of a clause, with what completes it: `退我`, `换新`, `报销一下`, `赔一半`, `拉走吧`. */
const REMEDY_LAST =
  /(?:照[算赔付]|退(?:款|货|钱|费|还|回|掉|给|我|一|订)?|赔(?:偿|付|我)?|换(?:新|货|成)?|补(?:发|寄|齐|上|给)?|报销|承担|负责|负担|出|认|免|减|吸收|买单|拉走|拖走|收走|运走|收回|修好?|重[做打印贴装]|返工|处理)(?:掉|回来|回去|给我们?|我们?|一下|一部分|一半|新的?|齐|上|好|走|全[款额]|[一两二三四五六七八九十\d][^,;]{0,6})?(?:吧|呗|啊|啦|哈|为盼|就行|就好|即可|就可以)?$/;
/** What makes a wish of it: somebody who owes it, how much of it, or the tone. */
const OWED =
  /(?:你们|贵[司厂店行]|贵公司|厂家|厂商)[厂店家]?(?:来|得|要|必须|应|照|按|全|都|也|一起|给|拉|拖|收走|收回|出|承|负|认|处理|换|退|赔)|(?:必须|务必|照价|全[部额]?|统统|一律|对半|按[^,;]{1,10}|照[实单数算]?|也(?:得|要|请)|(?<![觉值显记懂晓舍])得)[^,;]{0,8}$|(?:退|赔|补|换|还)(?:给|还)?我们?|(?:吧|呗|一下|就行|就好|即可)$/;
/** Refused, told, asked, past or somebody else's. */
const NOT_WISHED =
  /了|过|没|不|别|拒|说|称|回[复覆]|答应|承诺|客服|店员|师傅|司机|他|她|为什么|为何|怎么|凭什么|谁|吗|之前|当时|曾|一直|每次|以为|本来|已|如果|要是|万一|可以|能否|才|却|还是|规定|合同|协议|条款|刚|开始|正在|一会|的时候|后来/;

/** A clause before it that asks as well: `楼板要敲掉重打`. */
const LEADS_TO_WISH =
  /^[^,;]{0,10}(?:要|得|必须|求你?|请|把|你们?)[^,;]{0,8}(?:退|赔|换|修|补|重|来|派|看|查|拉|拖|敲|道歉)/;

/**
 * Where a clause begins that names a thing and the remedy for it without any word of asking: `衣服你们照价赔`, `钱退我`,
 * `中介费也得退一部分吧`. Null when no clause of the folded sentence does. Clauses are parted by commas and semicolons.
 */
export function topicWish(sentence: string): number | null {
  let run: number | null = null;
  for (const clause of sentence.matchAll(/(?:\([^()]{0,60}\)|[^,;:]|(?<=\d),(?=\d{3}))+/g)) {
    const words = clause[0].trim();
    const mayBe = words.length > 2 && words.length <= 40 && !NOT_WISHED.test(words);
    if (mayBe && REMEDY_LAST.test(words) && OWED.test(words)) return run ?? clause.index;
    run = mayBe && LEADS_TO_WISH.test(words) ? (run ?? clause.index) : null;
  }
  return null;
}

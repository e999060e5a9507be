/** A company or shop as it stands in folded text. */
export interface CompanyMention {
  start: number;
  end: number;
}

const FORMS =
  '股份有限公司|有限责任公司|有限公司|集团公司|总公司|分公司|公司|专业合作社|合作社|农民合作社|家庭农场|农场|集团|总厂|机械厂|加工厂|制造厂|化工厂|水泥厂|搅拌站|工厂|商行|五金行|水产行|建材行|轮胎行|车行|银行|经营部|经销部|门市部|批发部|商店|超市|便利店|车业|工作室|事务所|设计院|研究院|研究所|医院|诊所|学校|大学|中学|小学|幼儿园|酒店|宾馆|饭店|餐厅|餐馆|民宿|药房|书店|花店|企业社|工程行|实业社|商社|连锁店|旗舰店|分店|加盟店|旅行社|俱乐部|协会|商会|工会|家委会|业主委员会|居委会|村委会|幼儿园|养老院|福利院|图书馆|博物馆|健身房|培训班|早教中心|副食|服饰厂|纺织厂|商贸|货运代理|货代|染整|预拌|铝业|五金|水产|冷冻|汽修|门市|管理委员会|管委会|业委会|中药行|药行|药局|药店|茶行|米行|布行|书局|饼店|照相馆|影楼|理发店|美容院|养生馆|洗衣店|修理厂|维修部|服务部|粮油批发|便利|厂';
const CHINESE = new RegExp(
  `[\\p{Script=Han}a-z0-9·&]{2,24}(?:\\([\\p{Script=Han}]{2,6}\\)[\\p{Script=Han}]{0,16})?(?<=${FORMS})(?![\\p{Script=Han}]{0,2}(?:部门|领导))`,
  'gu',
);
/** A name that ends with a trade and stands alone in a signature (苏州恒泰纺织). */
const TRADES =
  /(?<![\p{Script=Han}])[\p{Script=Han}]{2,10}(?:纺织|电子|化工|建材|物流|科技|机械|食品|餐饮|贸易|实业|服饰|家具|水产|农机|印刷|包装|塑胶|塑料|精密|电机|营造|陶瓷|五金|汽修)(?![\p{Script=Han}])/gu;
const LATIN =
  /(?:(?:[\p{Lu}\d][\p{L}\d&.'’-]*,?|\([\p{Lu}][\p{L} ]{1,20}\)|&|of|and|the) ){1,6}?(?:Pty\.? Ltd|Pte\.? Ltd|Sdn\.? Bhd|Private Limited|Pvt\.? Ltd|Co\.,? Ltd|GmbH(?: & Co\.? KG)?|Ltd|Limited|LLC|L\.L\.C\.|Inc|Corp|Corporation|PLC|plc|AG|B\.?V|S\.?A|S\.?r\.?l|Oy|AB|A\/S|K\.?K|Co|e\.V|s\.r\.o|d\.o\.o|a\.s|Sp\. z o\.o|Kft|ApS|Oyj|S\.p\.A|N\.?V|SAS|SARL|Ltda|LLP|LP|Bhd|Cooperative|Coop|Trust)\b\.?/gu;
const LATIN_TRADES =
  /(?:^|[,|]\s?)((?:(?:[\p{Lu}][\p{L}&'’-]*|&|of|and) ){1,5}(?:Logistics|Dental|Contracting|Farms?|Pastoral|Foods?|Construction|Engineering|Precast|Concrete|Motors?|Electronics|Trading|Services|Solutions|Industries|Hospital|Clinic|School|University|Hotel|Cafe|Restaurant|Bakery|Stores?|Group|Holdings|Partners|Enterprises?|Builders|Supplies|Manufacturing|Practice|Surgery|Pharmacy|Joinery|Carpets|Cleaning|Landscapes|Roofing|Plumbing|Electrical|Interiors|Kitchens|Garage|Autos|Transport|Haulage|Freight|Couriers|Fitness|Gym|Spa|Salon|Nursery|Academy|College|Association|Council|Club|Society|Foundation|Seafoods|Restaurants?|Caterers|Catering|Brewery|Vineyard|Properties|Lettings|Homes|Medical|Pharma|Labs|Laboratories|Software|Systems|Technologies|Digital|Media|Studios?|Architects|Consulting|Castings|Plastics|Packaging|Textiles|Fabrics|Toys|Decor|Payroll|Foundations|Joiners|Bakers|Bakes|Grocers|Florists|Opticians|Vets|Veterinary|Church|Parish|Readymix|Ready-Mix|Aggregates|Timber|Flooring|Tiles|Windows|Ceramics|Glass|Metals|Steel|Forge|Tooling|Aerospace|Marine|Offshore|Energy|Solar|Water|Utilities|Insurance|Travel|Tours|Events|Theatre|Library|Museum|Shop|Diner|Deli|Inn|Lodge|Pub|Bistro|Patisserie|Creamery|Butchers|Fishmongers|Nurseries|Workshop|Works|Mill|Yard|Marina|Centre|Center))\s*(?=$|[,|/·])/u;

/** Companies, shops, cooperatives and other bodies named in a folded line of Chinese. */
export function chineseCompanies(folded: string): CompanyMention[] {
  const named = [...folded.slice(0, 2_000).matchAll(CHINESE)];
  const found = named.length > 0 ? named : [...folded.slice(0, 200).matchAll(TRADES)];
  return found
    .map((match) => ({ start: match.index + leadOf(match[0]), end: match.index + match[0].length }))
    .filter(({ start, end }) => !KIND_ONLY.test(folded.slice(start, end)) && !SENTENCE.test(folded.slice(start, end)));
}

/** `请总公司`, `附:医院化验单`: a form of company with nothing before it names none. */
const KIND_ONLY = new RegExp(
  `^(?:总|分|贵|本|我|你们?|该|这家|那家|一家|某|大|小|老|原|附|送|去|在|儿童|人民|附近|当地)?(?:${FORMS})$`,
);
/** Words of a sentence that the pattern ran over on its way to a form of company. */
export const SENTENCE =
  /[我你您他她叫找说让问自请去打被]|希望|故障|投诉|要求|已经|联系|反映|处理|电话|没有|不给|这|那|[与和]贵|[到出进回返]厂$|^\d+[年月日]/;
/** Words before a company's name that a pattern cannot part from it. */
const LEAD =
  /^(?:联系人|投诉人|投诉单位|单位|公司|客户|我是|我们是|我司|我方|来自|代表|由|在|于|到|向|请|给|致|跟|和|与|的|叫)(?=[\p{Script=Han}]{4})/u;

function leadOf(name: string): number {
  const lead = LEAD.exec(name)?.[0] ?? '';
  return lead === '公司' ? 0 : lead.length;
}

/** `Head of Quality, `: a post before the company on the same line. */
const POST_BEFORE =
  /^[^,]*\b(?:Head|Manager|Engineer|Director|Buyer|Officer|Lead|Supervisor|Coordinator|Executive|Assistant|Specialist|Quality|Purchasing|Procurement|Owner|Founder|President|Chef|Planner|Controller|Accountant|Secretary)\b[^,]*, (?=\p{Lu})/u;

/** The company in a line of a signature in Latin script, in its own letters; offsets of `line`. */
export function latinCompany(line: string): CompanyMention | null {
  const short = line.slice(0, 200);
  const found = [...short.matchAll(LATIN)].at(0);
  if (found !== undefined) {
    const title = POST_BEFORE.exec(found[0])?.[0].length ?? 0;
    return { start: found.index + title, end: found.index + found[0].length };
  }
  const trade = LATIN_TRADES.exec(short);
  if (trade?.[1] === undefined) return null;
  const start = trade.index + trade[0].indexOf(trade[1]);
  return { start, end: start + trade[1].length };
}

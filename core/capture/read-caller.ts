/** Who a clerk's note says is complaining: notes begin with it, in the third person, without any label. */
export interface Caller {
  company: string | null;
  name: string | null;
  phone: string | null;
  /** The time of day at which the note says that the call came: 上午九点四十. */
  time: string | null;
  /** What the note says behind that. */
  rest: string;
}

/** The hundred or so most frequent family names, simplified and traditional, and the usual double ones. */
const FAMILY =
  '欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|東方|皇甫|[王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文]';
const COMPANY = String.raw`[^\s，,。；;：:、（(]{2,40}?(?:公司|集团|集團|工厂|工廠|厂|廠|商行|商店|门店|門市|超市|医院|醫院|学校|學校|中心|搅拌站|攪拌站|项目部|專案|合作社|事业部|事業部|局|院)`;
const TITLE =
  '先生|女士|小姐|太太|经理|經理|主任|师傅|師傅|老师|老師|老板|老闆|店长|店長|部长|部長|科长|科長|厂长|廠長|站长|站長|总|總|工';
const NAME = String.raw`(?:(?:${FAMILY})(?:(?:${TITLE})|[\u4e00-\u9fa5]{1,2}?(?:${TITLE})?)|[小老阿](?:${FAMILY}))`;
const CUSTOMER = '客户|客戶|顾客|顧客|用户|用戶|消费者|消費者|经销商|經銷商';
/** `合肥建工王经理 138…`: a firm without its form, only before a person's title and a number. */
const SHORT_FIRM = String.raw`(?![^，,：:\s]*?(?:[我你您他她昨今前明说說找请請让讓把被了是和跟与與在给給]|司机|司機|业务|業務|销售|銷售|师傅|師傅|${CUSTOMER}))[\u4e00-\u9fa5]{3,12}?(?=\s*(?:${FAMILY})[\u4e00-\u9fa5]{0,2}?(?:${TITLE})[\s，,、（(：:]*(?:(?:电话|電話|手机|手機)[\s：:]*)?[+0-9])`;
const PHONE = String.raw`(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8}(?:[-转轉]\d{1,6})?|09\d{2}[- ]?\d{3}[- ]?\d{3}|400[- ]?\d{3}[- ]?\d{4}`;
const CALLS = '来电|來電|致电|致電|打来电话|打來電話|来访|來訪|来信|來信|来函|來函';

const BETWEEN = String.raw`[\s，,、（(）)：:]*`;
const HEAD = new RegExp(
  String.raw`^(?:${CUSTOMER})?\s*(?:(?<company>${COMPANY}|${SHORT_FIRM})(?:的|，|,|、|\s)*)?(?<name>${NAME})?${BETWEEN}` +
    String.raw`(?:(?:${CALLS})${BETWEEN}(?<called>${PHONE})?|(?:联系|聯絡)?(?:电话|電話|手机|手機|tel\.?)?${BETWEEN}(?<phone>${PHONE}))`,
  'iu',
);
const DIGIT = '[\\d一二两兩三四五六七八九十]';
const TIME = String.raw`(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上)?\s?(?:${DIGIT}{1,3}[点點时時](?:半|[一三]刻|${DIGIT}{1,3}分?)?|\d{1,2}[:：]\d{2})`;
const MEANS = '电话|電話|来电|來電|微信|来访|來訪|投诉|投訴';
/** `上午九点四十接电话：`, `客户来电：`, `门店登记：`: what a clerk writes before who it was. */
const LEAD = new RegExp(
  String.raw`^[【\[]?(?:今天|今日|刚才|剛才|刚刚|剛剛|刚|剛)?(?<time>${TIME})?[\s，,]*(?:` +
    String.raw`接(?:到|听|聽|了)?(?:${CUSTOMER})?的?(?:一[个個通])?(?:${MEANS})+|` +
    String.raw`(?:${CUSTOMER})(?:打[来來]|${MEANS}|到店|上[门門])+|` +
    String.raw`(?:柜台|櫃台|櫃檯|门店|門店|前台|电话|電話|微信)?(?:来电|來電|来访|來訪|登记|登記|记录|紀錄|转述|轉述|投诉|投訴|接待)` +
    String.raw`)(?:[】\]][\s：:，,]*|[\s：:，,]+)`,
  'u',
);
/** Who speaks of themselves is read by what they say. */
const FIRST_PERSON = /^(?:您好|你好|喂|我|这里|這裡|本公司|敝)/;

/**
 * Reads the beginning of a note such as 华科公司张伟，电话 139…, 张女士来电 or 上午九点四十接电话：中建八局李工 137…. Only where a number or a word for calling, coming or
 * writing stands beside it: without either, a sentence may begin with anything. Each value stands in the note as it is.
 */
export function readCaller(note: string): Caller | null {
  const whole = note.trimStart();
  const lead = LEAD.exec(whole);
  const text = whole.slice(lead?.[0].length ?? 0);
  const match = FIRST_PERSON.test(text) ? null : HEAD.exec(text);
  if (match?.groups === undefined) return null;
  const { company = null, name = null, phone, called } = match.groups;
  if (company === null && name === null) return null;
  const rest = text.slice(match[0].length).replace(/^[\s，,、。；;：:）)]+/, '');
  return { company, name, phone: phone ?? called ?? null, time: lead?.groups?.time ?? null, rest };
}

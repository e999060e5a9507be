/** Family names by which a Chinese person's name is told from other words; the two-character ones first. */
const SURNAMES =
  '欧阳|上官|司马|诸葛|司徒|皇甫|尉迟|东方|慕容|端木|夏侯|' +
  '[傅晋隗裘缪宗郁嵇滑翁荀羊甄储汲宓蓬郗仰祖武束薄鄂籍蔺屠莘贡逄扶堵宰郦雍璩濮寿扈晏慕茹习宦慎戈庾暨衡殳沃蔚夔隆厍晁勾訾阚鞠丰蒯荆竺逯桓王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝封官谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢扬练劳谌奚皮粟冼蔺楼盘满闻位厉仝郜蹇颉揭鹿植冯粘招池伊修尧]';

/** Words that begin with a family name's character and are no names. */
const NOT_NAMES =
  /^(?:位于|路人|常生|全部|应该|时间|时候|成都|成本|安排|安装|方案|方面|高速|高度|高温|金额|金属|金融|水泥|马上|马达|路上|路面|车间|车辆|车位|车主|车款|包装|包裹|管理|关于|文件|文书|明天|明显|明细|何时|何况|任何|任务|经理|和我|和你|和他|向你|向您|于是|于今|于本|单位|单号|单据|单价|连续|连同|连接|解决|解释|解除|司机|华东|华南|华北|华中|南京|南方|江苏|江西|江门|商品|商家|商城|商务|师傅|师父|程序|程度|常见|常用|安全|安心|平台|万元|万分|万一|施工|武汉|温度|温馨|许多|许可|余款|余额|余下|严重|严格|段时|钱款|钱包|简单|简直|项目|边上|边缘|房屋|房子|房东|房间|盛夏|景区|荣誉|原因|原件|原装|原厂|班长|班组|官方|官网|满意|满电|应当|广告|终端|农机|农业|农药|古镇|游客|游戏|易碎|齐全|尚未|宁可|宁愿|康复|龙头|石头|牛奶|牛肉|毛病|毛刺|白色|白天|方便|苏打|夏天|秦岭|雷达|雷击|陶瓷|谢谢|感谢|顾客|客服|尤其|江湖|梅雨|米粉|米饭|麦田|黄色|黄豆|孔数|路程|查询|查看|查明|计算|封口|封存|伍佰|时限|冷藏|冷冻|冷链|冷气|冷媒|席位|全额|全款|全新|全程|全责|曲轴|林场|乐意|费用|付款|付费|和平|成品|成立|从未|应付|连锁|项链|池塘|练习|广场|谈判|楼上|楼下|楼道|闻到|位置|原料|申请|申诉|申报|简要|仓库|敬上|敬启|谨上|谨启|此致|敬礼|祝好|祝您|顺祝|盼复|望复|祝商|商祺|安好|台安|时祺|顺颂|附件|附后|路桥)/;
const CHINESE_NAME = new RegExp(`^(?:${SURNAMES})[\\p{Script=Han}]{1,2}$`, 'u');
const CHINESE_POLITE = new RegExp(`^(?:${SURNAMES})(?:[\\p{Script=Han}]{0,2})(?:先生|小姐|女士|太太|同学|老师)$`, 'u');
const NICK_NAME = new RegExp(`^[老小阿](?:${SURNAMES})$`, 'u');
const LATIN_NAME =
  /^(?:(?:mr|mrs|ms|miss|dr)\.? )?[\p{Lu}][\p{L}'’.-]*(?: (?:[\p{Lu}][\p{L}'’.-]*|bin|binti|van|de|der|von|al|di|da|le|la)){1,4}$/u;
const LATIN_NOT_NAME =
  /\b(?:team|service|services|support|department|dept|system|center|centre|notice|mail|news|newsletter|shop|store|customer|care|office|sales|admin|info|daemon|delivery|ltd|llc|inc|gmbh|limited|company|group|regards|sincerely|faithfully|thanks|sent|dear|please|manager|director|engineer|technical|plant|logistics|purchasing|quality|procurement|operations|purchasing|precast|warehouse|supervisor|officer|coordinator|assistant|head|lead|hello|attn|re|fwd|best|kind|yours|cheers|hi)\b/i;

/** 佳佳妈妈, 李姐: called by whose parent one is, or by age. */
const PARENT_NAME = /^[\p{Script=Han}]{1,3}(?:妈妈|爸爸|妈|爸|姐|哥|奶奶|爷爷|阿姨)$/u;

/** How much a folded Chinese token looks like a person: 1 a full name, 0.8 高先生, 0.5 老田, 0 something else. */
export function chineseNameLikeness(folded: string): number {
  if (NOT_NAMES.test(folded)) return 0;
  if (CHINESE_POLITE.test(folded)) return 0.8;
  if (CHINESE_NAME.test(folded)) return 1;
  if (NICK_NAME.test(folded)) return 0.5;
  return PARENT_NAME.test(folded) ? 0.4 : 0;
}

/** Whether a text in its own letters looks like a person's name in Latin script. */
export function isLatinName(text: string): boolean {
  return text.length <= 60 && LATIN_NAME.test(text) && !LATIN_NOT_NAME.test(text);
}

/** Words by which a mail program, a form or a newsletter speaks for itself; never the complainant's own, folded. */
const BOILERPLATE =
  /(?:系统自动(?:发送|发出|生成)|自动(?:发送|回复)|请勿(?:直接)?回复|勿直接回信|如有(?:任何)?疑问,?请|(?:点|回复|链接|邮件)[^,。]{0,6}(?:退订|取消订阅)|退订(?:请|回复|链接)|不想再收到|网站管理员|来源ip|本邮件(?:由|及其|仅)|本信件由|unsubscribe|do not reply|don't reply|generated automatically|automatically generated|contact form on|site admin|this (?:e-?mail|message) (?:was sent|is confidential|and any)|external sender|managing directors|registered office)/;

/** Whether a folded sentence belongs to the frame of a mail (footers of forms, disclaimers), not to what somebody wrote. */
export function isBoilerplate(folded: string): boolean {
  return BOILERPLATE.test(folded.slice(0, 400));
}

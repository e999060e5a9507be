/**
 * How ledgers of any trade say that a complaint is closed or still open, after folding and without blanks. They count only
 * where a policy pack's own names say nothing; the first open or closed status of the pack is taken.
 */
export const STATUS_WORDS: Record<'closed' | 'open', readonly string[]> = {
  closed: [
    ...['是', '√', '✓', '✔', '☑', 'v', 'y', 'yes', 'ok', 'true', '完', '毕', '结'],
    ...[
      '已结',
      '已完',
      '完结',
      '已完结',
      '结束',
      '已结束',
      '办结',
      '已办结',
      '结案',
      '已结案',
      '结清',
      '已结清',
      '销案',
      '已销案',
    ],
    ...[
      '完成',
      '已完成',
      '处理完成',
      '处理完毕',
      '已处理',
      '已处理完',
      '已解决',
      '解决',
      '已关闭',
      '关闭',
      '关单',
      '已关单',
    ],
    ...['闭环', '已闭环', '归档', '已归档', '已回复结案', '撤诉', '已撤诉', '撤销', '已撤销'],
    ...[
      'close',
      'closed',
      'done',
      'resolved',
      'solved',
      'settled',
      'sorted',
      'finished',
      'complete',
      'completed',
      'withdrawn',
    ],
  ],
  open: [
    ...['否', '×', 'x', '✗', '✘', '☐', 'n', 'no', 'false', '未'],
    ...[
      '未结',
      '未完',
      '未结案',
      '未办结',
      '未完成',
      '未处理',
      '未解决',
      '未关闭',
      '未闭环',
      '处理中',
      '进行中',
      '跟进',
      '跟踪',
    ],
    ...['open', 'new', 'ongoing', 'pending', 'inprogress', 'wip', 'onhold', 'outstanding', 'active', 'reopened'],
  ],
};

/** Words of a complaint that was taken back rather than settled. */
export const TAKEN_BACK = /撤|作废|取消|withdr[ae]w|cancel|void/;

/** Forms that mean open whatever stands around them: 待…, 未…, …中, waiting for …. */
export const OPEN_FORMS = /^(待|等待|未|尚未|还没|没)|中$|^(waiting|awaiting|not |under )/;

/** Status words by which it is the customer's turn: 等客户回复, 待客户寄样, waiting for the customer; not 待回复客户. */
export const CUSTOMERS_TURN =
  /(等待?|待|候)(客[户戶]|[顾顧]客|用[户戶]|[对對]方)|(waiting|awaiting|pending)( for| on)? (the )?(customer|client)/i;

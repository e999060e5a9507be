import type { Locale } from '../../../core/policy/localized.ts';
import { PACKS } from '../../../core/policy/packs.ts';
import { writeTimeSerial } from '../../../core/register/write-time-serial.ts';
import { translate } from '../../../core/wording/translate.ts';
import type { Today, TodayRow } from '../../../excel-addin/actions/read-today.ts';
import { todayModel } from '../../../excel-addin/pane-models.ts';
import type { TodayModel } from '../../../excel-addin/taskpane/pane-state.ts';

const ZONE = 'Asia/Shanghai';
const AS_OF = '2026-11-22T10:00:00+08:00';
const [GENERAL] = PACKS as readonly [(typeof PACKS)[number]];

/** Today's complaints of a register in this language, as its cells say them. */
function rows(locale: Locale): TodayRow[] {
  const state = (code: string) => translate(locale, `register.state.${code}`);
  const provisional = translate(locale, 'register.stateNote.provisional');
  const at = (moment: string) => writeTimeSerial(moment, ZONE);
  const milestone = (index: number) => GENERAL.milestones.at(index)?.label[locale] ?? '';
  const grade = (index: number) => ({ grade: GENERAL.grades.at(index)?.label[locale] ?? '', gravity: index });
  return [
    {
      ...{ number: 'TS-202611-0007', customer: '中交二航局第三项目部', row: 20, column: 13, isFromBefore: false },
      about: '车辆晚到 4 小时，现场停工，要求赔偿误工费用并更换承运商',
      ...{ milestone: milestone(0), word: 'overdue', state: state('overdue'), ...grade(2) },
      due: at('2026-11-21T17:30:00+08:00'),
    },
    {
      ...{ number: 'TS-202611-0009', customer: '浙江金桥混凝土有限公司', row: 22, column: 15, isFromBefore: true },
      about: '到货重量短少 1.2 吨',
      ...{ milestone: milestone(-1), word: 'overdue', state: state('overdue') + provisional, ...grade(1) },
      due: at('2025-12-26T18:00:00+08:00'),
    },
    {
      ...{ number: 'TS-202611-0012', customer: '江苏宏盛建材有限公司', row: 25, column: 13, isFromBefore: false },
      about: '细度超标，要求退货',
      ...{ milestone: milestone(0), word: 'dueSoon', state: state('dueSoon'), ...grade(0) },
      due: at('2026-11-22T10:05:00+08:00'),
    },
    {
      ...{ number: 'TS-202611-0013', customer: '', row: 26, column: 15, isFromBefore: false },
      about: '结块，等客户寄回样品',
      ...{ milestone: milestone(-1), word: 'running', state: state('paused'), ...grade(0) },
      due: at('2026-11-29T18:00:00+08:00'),
    },
  ];
}

/** The screen of today, told by the register's own reading. */
export function todayStates(locale: Locale): Record<string, TodayModel> {
  const [late, ...others] = rows(locale);
  if (late === undefined) throw new Error('no rows');
  const [later, soon, waiting] = others;
  const model = (today: Pick<Today, 'rows' | 'counts' | 'fromBefore' | 'lists'>) =>
    todayModel(
      { ...today, sheet: '2026年投诉', canWait: true, policy: GENERAL },
      { date1904: false, zone: ZONE },
      { locale, asOf: AS_OF },
    );
  const some = (...list: (TodayRow | undefined)[]) => list.filter((row) => row !== undefined);
  return {
    today: model({
      rows: 26,
      counts: { overdue: 2, dueSoon: 1, running: 4, unset: 1, closed: 18 },
      fromBefore: 1,
      lists: { overdue: some(late, later), dueSoon: some(soon), new: others, waiting: some(waiting) },
    }),
    todayCalm: model({
      rows: 18,
      counts: { overdue: 0, dueSoon: 0, running: 2, unset: 0, closed: 16 },
      fromBefore: 0,
      lists: { overdue: [], dueSoon: [], new: [], waiting: [] },
    }),
  };
}

import type { DayKind } from '../../core/working-time/official/official-calendar.ts';

/** A date on which a notice or a law says otherwise than the package; `open`: no day off. */
export interface MendedDay {
  date: string;
  name: string;
  kind: Exclude<DayKind, 'unsure'>;
}

const off = (date: string, name: string): MendedDay => ({ date, name, kind: 'holiday' });
const open = (date: string): MendedDay => ({ date, name: 'open', kind: 'open' });

/** What is mended, by country or region. */
export const MENDED_DAYS: Readonly<Record<string, readonly MendedDay[]>> = {
  TW: [
    // 行政院核定之 114 年政府行政機關辦公日曆表（修正版）: the last one with a make-up workday.
    off('2025-01-27', '農曆除夕前一日（調整放假）'),
    { date: '2025-02-08', name: '農曆除夕前一日（補行上班）', kind: 'makeUp' },
    open('2025-02-01'),
    open('2025-02-02'),
    off('2025-04-03', '兒童節（補假）'),
    off('2025-04-04', '兒童節 / 清明節'),
    off('2025-05-01', '勞動節'),
    off('2025-05-30', '端午節（補假）'),
    off('2025-09-28', '孔子誕辰紀念日 / 教師節'),
    off('2025-09-29', '孔子誕辰紀念日 / 教師節（補假）'),
    off('2025-10-24', '臺灣光復暨金門古寧頭大捷紀念日（補假）'),
    off('2025-10-25', '臺灣光復暨金門古寧頭大捷紀念日'),
    off('2025-12-25', '行憲紀念日'),
    // 行政院核定之 115 年政府行政機關辦公日曆表.
    off('2026-02-15', '小年夜'),
    off('2026-02-20', '小年夜（補假）'),
    open('2026-02-21'),
    off('2026-02-27', '228和平紀念日（補假）'),
    off('2026-04-03', '兒童節（補假）'),
    off('2026-04-05', '清明節'),
    off('2026-04-06', '清明節（補假）'),
    off('2026-05-01', '勞動節'),
    off('2026-09-28', '孔子誕辰紀念日 / 教師節'),
    off('2026-10-09', '國慶日 / 雙十節（補假）'),
    off('2026-10-25', '臺灣光復暨金門古寧頭大捷紀念日'),
    off('2026-10-26', '臺灣光復暨金門古寧頭大捷紀念日（補假）'),
    off('2026-12-25', '行憲紀念日'),
    // By 紀念日及節日實施條例 and the rule for days in lieu; the year counts as not published all the same.
    off('2027-02-04', '小年夜'),
    off('2027-02-09', '農曆年初一（補假）'),
    off('2027-02-10', '農曆年初二（補假）'),
    off('2027-03-01', '228和平紀念日（補假）'),
    off('2027-04-05', '清明節'),
    off('2027-04-06', '兒童節（補假）'),
    off('2027-04-30', '勞動節（補假）'),
    off('2027-05-01', '勞動節'),
    off('2027-09-28', '孔子誕辰紀念日 / 教師節'),
    off('2027-10-11', '國慶日 / 雙十節（補假）'),
    off('2027-10-25', '臺灣光復暨金門古寧頭大捷紀念日'),
    off('2027-12-24', '行憲紀念日（補假）'),
    off('2027-12-25', '行憲紀念日'),
    off('2027-12-31', '中華民國開國紀念日 / 元旦（補假）'),
  ],
  // Presidential/parliamentary election: Polling Day, Ministry of Manpower.
  SG: [off('2025-05-03', 'Polling Day')],
  // Royal proclamation of 3 February 2026.
  'GB-SCT': [off('2026-06-15', 'World Cup bank holiday')],
  // 5 U.S.C. 6103(b): a holiday on a Saturday is observed on the Friday before.
  US: [off('2028-11-10', 'Veterans Day (substitute day)')],
};

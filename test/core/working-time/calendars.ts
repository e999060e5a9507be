import type { WorkingCalendar } from '../../../core/working-time/working-calendar.ts';

/** 09:00–12:00 and 13:30–18:00, the hours of the golden vectors. */
export const OFFICE_HOURS = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '18:00' },
];

/** Monday to Friday with China's official days, make-up workdays at the usual hours. */
export const CHINA_OFFICE: WorkingCalendar = {
  zone: 'Asia/Shanghai',
  country: 'CN',
  week: { 1: OFFICE_HOURS, 2: OFFICE_HOURS, 3: OFFICE_HOURS, 4: OFFICE_HOURS, 5: OFFICE_HOURS, 6: [], 7: [] },
  makeUpWindows: OFFICE_HOURS,
  overrides: [],
};

/** A calendar that never opens. */
export const CLOSED: WorkingCalendar = {
  zone: 'Asia/Shanghai',
  country: null,
  week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] },
  makeUpWindows: [],
  overrides: [],
};

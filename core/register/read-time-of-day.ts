import { foldText } from '../text/fold-text.ts';
import type { CellValue } from './sheet-reading.ts';
import type { TimeOfDay } from './time-reading.ts';

const DAY_PART = String.raw`上午|下午|中午|正午|早上|早晨|清晨|凌晨|傍晚|晚上|晚间|夜间|夜里|深夜|午后|早|晚|[ap]\.?m\.?`;
const LOOSE = '(?:左右|许|前后|多)?';
/** 14:30:05 · 14时30分 · 下午3点半 · pm 3:20 · 3:20 pm · 14:30 hrs. */
const CLOCK = new RegExp(
  String.raw`(?:(${DAY_PART})\s*)?(?<!\d)(\d{1,2})\s*(?::|时|点钟?)\s*(?:(\d{1,2})\s*(?::\s*(\d{1,2})(?:\.\d+)?|分(?:钟?\s*(\d{1,2})\s*秒)?)?|(半|[一三]刻|整))?${LOOSE}\s*([ap]\.?m\.?(?![a-z])|(?:hours|hrs?)(?![a-z])\.?)?`,
);
/** 3pm · 11.38am · 1610hrs · 16h10. */
const SHORT_CLOCKS = [
  /(?<![\d.])(\d{1,2})(?:\.(\d{2}))?\s*([ap]\.?m\.?)(?![a-z])/,
  /(?<!\d)(\d{1,2})(\d{2})\s*(?:hours|hrs?|h)(?![a-z\d])\.?/,
  /(?<!\d)(\d{1,2})h(\d{2})(?![a-z\d])/,
];
const BARE_DAY_PART = new RegExp(String.raw`(?:${DAY_PART})(?![a-z])${LOOSE}`);
const PIECES: Record<string, number> = { 半: 30, 一刻: 15, 三刻: 45 };

/** Takes the time of day out of folded text. `time` is null when none is written; `impossible` for 25:00 and the like. */
export function splitTimeOfDay(folded: string): { rest: string; time: TimeOfDay | null; impossible: boolean } {
  const clock = CLOCK.exec(folded);
  if (clock !== null) {
    const [whole, before, hour, minute, second, secondWord, piece, after] = clock;
    const time = {
      hour: onDayPart(Number(hour), before ?? after),
      minute: PIECES[piece ?? ''] ?? Number(minute ?? 0),
      second: Number(second ?? secondWord ?? 0),
    };
    return { rest: cut(folded, clock.index, whole), time, impossible: !isOnClock(time) };
  }
  for (const form of SHORT_CLOCKS) {
    const short = form.exec(folded);
    if (short === null) continue;
    const [whole, hour, minute, after] = short;
    const time = { hour: onDayPart(Number(hour), after), minute: Number(minute ?? 0), second: 0 };
    return { rest: cut(folded, short.index, whole), time, impossible: !isOnClock(time) };
  }
  const bare = BARE_DAY_PART.exec(folded);
  return { rest: bare === null ? folded : cut(folded, bare.index, bare[0]), time: null, impossible: false };
}

/**
 * Reads a cell of a column that holds only the time of day: a fraction of a day, `14:30`, `11.38am`, 下午3点, `1430`.
 * Null when there is none. Example: `readTimeOfDay(0.5)` → 12:00.
 */
export function readTimeOfDay(value: CellValue): TimeOfDay | null {
  if (typeof value === 'number') return Number.isInteger(value) ? fromDigits(String(value)) : fromDayFraction(value);
  const folded = foldText(String(value)).folded.trim();
  const digits = fromDigits(folded);
  if (digits !== null) return digits;
  const { rest, time, impossible } = splitTimeOfDay(folded);
  return impossible || rest.trim() !== '' ? null : time;
}

/** The clock time that a serial number's fraction stands for, to the nearest second; 24:00:00 never comes out. */
export function fromDayFraction(serial: number): TimeOfDay {
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400) % 86_400;
  return { hour: Math.floor(seconds / 3600), minute: Math.floor(seconds / 60) % 60, second: seconds % 60 };
}

function fromDigits(text: string): TimeOfDay | null {
  const match = /^(\d{1,2})(\d{2})$/.exec(text);
  if (match === null) return null;
  const time = { hour: Number(match[1]), minute: Number(match[2]), second: 0 };
  return isOnClock(time) ? time : null;
}

function onDayPart(hour: number, dayPart: string | undefined): number {
  if (dayPart === undefined || hour > 12) return hour;
  if (/^(下午|傍晚|晚|夜|午后|p)/.test(dayPart)) return hour === 12 && /^(晚|夜)/.test(dayPart) ? 24 : (hour % 12) + 12;
  if (/^(中午|正午)/.test(dayPart)) return hour < 6 ? hour + 12 : hour;
  if (/^深夜/.test(dayPart)) return hour >= 6 && hour < 12 ? hour + 12 : hour;
  return hour === 12 ? (/^(上午|凌晨|a)/.test(dayPart) ? 0 : 12) : hour;
}

/** 24:00 is allowed: the end of the day. */
function isOnClock({ hour, minute, second }: TimeOfDay): boolean {
  return minute < 60 && second < 60 && (hour < 24 || (hour === 24 && minute === 0 && second === 0));
}

function cut(text: string, index: number, part: string): string {
  return `${text.slice(0, index).replace(/\s*(?:[,;@]|(?<=[\d\s])at)\s*$/, '')} ${text.slice(index + part.length)}`;
}

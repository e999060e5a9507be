import { done, refuse, type Outcome } from '../../outcome.ts';
import type { BlankAnswer } from '../../policy/blank-answer.ts';
import type { PolicyPack } from '../../policy/policy-pack.ts';
import { TARGET_UNITS, targetOf } from '../../policy/target-form.ts';
import type { WarnPoint } from '../../policy/warn-point.ts';
import type { CellValue } from '../sheet-reading.ts';
import type { AskedBlank } from './answer-cell.ts';
import { choiceNames, inAllLanguages, unitNames } from './choice-names.ts';
import { nameKey, nameReader } from './name-reader.ts';

/** What is wrong with a cell: the unit's, or the answer's by the kind that its question takes. */
export type AnswerTrouble = 'unit' | BlankAnswer['kind'];

/**
 * The answer that two cells give; null where both say nothing. Names may be those of any language, numbers in full width. `pack`
 * is the policy with the company's answers, as far as they are read. Nothing is guessed: what is not understood is refused.
 */
export function readAnswerCells(
  cells: { answer: CellValue; unit: CellValue },
  blank: AskedBlank,
  pack: PolicyPack,
): Outcome<BlankAnswer | null, AnswerTrouble> {
  const text = plain(cells.answer);
  const { kind } = blank.answer;
  if (kind === 'target') return readTarget(text, plain(cells.unit));
  if (text === '') return done(null);
  const answer = readKind(text, String(cells.answer).trim(), blank, pack);
  return answer === null ? refuse(kind) : done(answer);
}

function readTarget(amount: string, unitText: string): Outcome<BlankAnswer | null, AnswerTrouble> {
  const readUnit = nameReader(unitNames());
  const byAmount = readUnit(amount) === 'immediately';
  if (amount === '' && (unitText === '' || readUnit(unitText) !== 'immediately')) return done(null);
  const unit = TARGET_UNITS.find((id) => id === (byAmount ? 'immediately' : readUnit(unitText)));
  if (unit === undefined) return refuse('unit');
  // A number beside “at once” says two things.
  if (unit === 'immediately' && amount !== '' && !byAmount) return refuse('target');
  const target = targetOf({ amount, unit });
  return target === null ? refuse('target') : done({ kind: 'target', target });
}

function readKind(text: string, raw: string, blank: AskedBlank, pack: PolicyPack): BlankAnswer | null {
  switch (blank.answer.kind) {
    case 'calendar':
    case 'target':
      return null;
    case 'choice': {
      const option = nameReader(choiceNames(blank, pack))(text);
      return option === null ? null : { kind: 'choice', option };
    }
    case 'role': {
      const role = nameReader(pack.roles)(text);
      return role === null ? null : { kind: 'role', role };
    }
    case 'number': {
      const bare = text.replace(/(?<=\d),(?=\d{3}\b)/g, '').replace(/\s*(?:元|%|天|年|¥)$/, '');
      return /^\d{1,10}(\.\d{1,4})?$/.test(bare) ? { kind: 'number', number: Number(bare) } : null;
    }
    case 'timesWithinDays': {
      const [, times, days] = /^(\d{1,6})\D{1,8}(\d{1,6})\D{0,6}$/.exec(text) ?? [];
      return times === undefined ? null : { kind: 'timesWithinDays', times: Number(times), withinDays: Number(days) };
    }
    case 'text':
      return { kind: 'text', text: raw };
    case 'scale':
      return readScale(raw);
    case 'warnPoints':
      return readWarnPoints(text, pack);
    case 'ladder':
      return readLadder(text, pack);
  }
}

function readScale(raw: string): BlankAnswer | null {
  const names = raw.split(/[<＜\n]/).map((name) => name.trim());
  if (names.length < 2 || names.includes('') || new Set(names).size < names.length) return null;
  const steps = names.map((name, at) => ({ id: `step${at + 1}`, label: { 'zh-CN': name, 'zh-TW': name, en: name } }));
  return { kind: 'scale', steps };
}

function readWarnPoints(text: string, pack: PolicyPack): BlankAnswer | null {
  const gradeOf = nameReader(pack.grades);
  const points: Record<string, WarnPoint[]> = {};
  for (const part of parts(text)) {
    const cut = part.lastIndexOf(':');
    const grade = cut < 0 ? 'default' : gradeOf(part.slice(0, cut));
    const list = part
      .slice(cut + 1)
      .split(/[,、]/)
      .map(readPoint);
    const whole = list.filter((point) => point !== null);
    if (grade === null || Object.hasOwn(points, grade) || whole.length < list.length) return null;
    points[grade] = whole;
  }
  return { kind: 'warnPoints', points };
}

function readPoint(text: string): WarnPoint | null {
  const percent = /^(\d{1,2}(?:\.\d{1,6})?) ?%$/.exec(text.trim());
  if (percent) return { share: Number(percent[1]) / 100 };
  const { sign, rest } = withoutSign(text.trim());
  const minutes = readDuration(rest);
  return minutes === null || sign === 1 || minutes === 0 ? null : { minutes };
}

function readLadder(text: string, pack: PolicyPack): BlankAnswer | null {
  const roleOf = nameReader(pack.roles);
  const steps = parts(text).map((part) => {
    const cut = part.indexOf(':');
    const { sign, rest } = withoutSign(part.slice(0, Math.max(0, cut)).trim());
    const [minutes, tell] = [readDuration(rest), roleOf(part.slice(cut + 1))];
    // Before or after must be said: nobody is told at the wrong side of a deadline by a guess.
    if (minutes === null || tell === null || (sign === null && minutes !== 0)) return null;
    return { minutes: minutes * (sign ?? 1) + 0, tell };
  });
  const whole = steps.filter((step) => step !== null);
  return whole.length < steps.length ? null : { kind: 'ladder', steps: whole };
}

const SIGNS = (['before', 'after'] as const).map((id) => ({
  sign: id === 'before' ? -1 : 1,
  words: Object.values(inAllLanguages(`settings.sheet.${id}`)).map(nameKey),
}));

/** `提前 2 小时` → -1 and `2 小时`. */
function withoutSign(text: string): { sign: number | null; rest: string } {
  for (const { sign, words } of SIGNS) {
    const word = words.find((each) => text.startsWith(each));
    if (word !== undefined) return { sign, rest: text.slice(word.length).trim() };
  }
  return { sign: null, rest: text };
}

const DURATIONS = (
  [
    ['days', 1_440],
    ['hours', 60],
    ['minutes', 1],
  ] as const
).map(([id, each]) => ({
  each,
  words: Object.values(inAllLanguages(`settings.sheet.${id}`)).map(nameKey),
}));

/** Minutes; null for anything that is no whole number of them. */
function readDuration(text: string): number | null {
  const [, amount, unit = ''] = /^(\d{1,7}(?:\.\d{1,4})?) ?(\D+)$/.exec(text) ?? [];
  const each = DURATIONS.find(({ words }) => words.includes(nameKey(unit)))?.each;
  if (amount === undefined || each === undefined) return null;
  const minutes = Number(amount) * each;
  return Number.isInteger(minutes) ? minutes : null;
}

function parts(text: string): string[] {
  return text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Full width, case and outer blanks aside. */
function plain(cell: CellValue): string {
  return String(cell).normalize('NFKC').trim().toLowerCase();
}

import type { Moment } from '../core/complaint/moment.ts';
import { done } from '../core/outcome.ts';
import type { Field } from '../core/complaint/field.ts';
import { wordTaught } from '../core/register/settings/learned-words.ts';
import { registerPolicy } from '../core/register/settings/register-policy.ts';
import type { LearnedWord } from '../core/register/settings/team-settings.ts';
import { findingWords } from '../core/register/finding-text.ts';
import { translate } from '../core/wording/translate.ts';
import type { StandingRegister } from './actions/look-around.ts';
import { makeFindingsSheet } from './actions/make-findings-sheet.ts';
import { readReview, type ReviewRead } from './actions/review-findings.ts';
import { shownFindings, shownValue } from './findings-model.ts';
import type { PaneStore } from './pane-store.ts';
import type { PaneWork } from './pane-work.ts';
import type { FindingsCallbacks, LeftCell } from './taskpane/findings-state.ts';
import { keepDecision, takeDecisionBack } from './workbook/finding-decisions.ts';
import { writeFixes, type CellFix, type FixesDone, type WrittenFix } from './workbook/write-fixes.ts';

interface Parts {
  store: PaneStore;
  work: PaneWork;
  now: () => Moment;
  register: () => StandingRegister | null;
  /** Cells of the user's were changed: their rows are to be brought in line. */
  onWritten: (address: string) => void;
  /** Words of the team's own are to be remembered with the register. */
  learnWords: (taught: readonly LearnedWord[]) => Promise<void>;
}

export interface FindingsScreen {
  callbacks: FindingsCallbacks;
  enter: () => Promise<void>;
  /** Says everything again, in the language chosen now. */
  repaint: () => void;
  cancel: () => void;
}

/** What stands between two sources of one row. */
const NOTES_APART = '；';
/** Of larger registers only what was decided is taken off the list after an action; all is checked again when asked for. */
const ROWS_CHECKED_QUIETLY = 1_000;

/** Drives the screen of findings: look, accept, take back, say that it is right so, print. */
export function findingsScreen({ store, work, now, register, onWritten, learnWords }: Parts): FindingsScreen {
  let read: ReviewRead | null = null;
  let accepted: WrittenFix[] = [];
  let left: LeftCell[] = [];
  let cancel: AbortController | null = null;

  const repaint = () => {
    const { locale } = store.get();
    const shown =
      read === null ? null : shownFindings(read, { accepted: accepted.map(asShown).toReversed(), left }, locale);
    store.set({ findings: { shown } });
  };

  const look = async () => {
    const standing = register();
    if (standing === null) return;
    const stop = new AbortController();
    cancel = stop;
    const made = await work.during('pane.busy.reading', () =>
      readReview(standing.memory, {
        asOf: now(),
        signal: stop.signal,
        onProgress: (stage, at, of) => {
          const code = stage === 'comparing' ? 'findings.busy.comparing' : `pane.busy.${stage}`;
          store.set({ busy: { code, done: at, of, canCancel: true } });
        },
      }),
    );
    cancel = null;
    if (made !== null) read = made.value;
    repaint();
  };

  const write = async (fixes: readonly CellFix[]): Promise<FixesDone | null> => {
    if (read === null || fixes.length === 0) return null;
    const { memory, columns } = read;
    const stop = new AbortController();
    cancel = stop;
    const made = await work.during('findings.busy.writing', () =>
      writeFixes({
        ...{ memory, columns, fixes, at: now(), signal: stop.signal },
        onProgress: (at, of) => store.set({ busy: { code: 'findings.busy.writing', done: at, of, canCancel: of > 1 } }),
      }),
    );
    cancel = null;
    if (made === null) return null;
    const { written, left: leftIds } = made.value;
    const byId = new Map(fixes.map((fix) => [fix.id, fix]));
    left = leftIds.flatMap(({ id, because }) => {
      const fix = byId.get(id);
      return fix === undefined ? [] : [{ number: fix.number, header: fix.header, because }];
    });
    if (written.length > 0) onWritten(written.map(({ address }) => address).join(','));
    return made.value;
  };

  /** What was written is off the list at once; what else changed by it is seen when all is checked again. */
  const after = async ({ written }: FixesDone, keys: ReadonlySet<string>) => {
    if (read === null) return;
    const isDone = ({ key }: { key: string }) => keys.has(key);
    const { items, spellings, twins } = read.review;
    read = {
      ...read,
      review: {
        items: items.filter((item) => !isDone(item)),
        spellings: spellings.filter((group) => !isDone(group)),
        twins,
      },
    };
    if (written.length > 0 && read.rows <= ROWS_CHECKED_QUIETLY) await look();
    else repaint();
  };

  const accept = async (wanted: (item: ReviewRead['review']['items'][number]) => boolean) => {
    if (read === null) return;
    const { memory, review } = read;
    const dismissed = new Set(read.dismissed.map(({ key }) => key));
    const fixes = review.items
      .filter((item) => wanted(item) && !dismissed.has(item.key))
      .flatMap(({ key, number, header, value, fix, finding }): CellFix[] =>
        fix === null || header === null
          ? []
          : [{ id: key, number, header, before: value, to: { fix }, why: findingWords(finding, memory.locale) }],
      );
    const made = await write(fixes);
    if (made === null) {
      repaint();
      return;
    }
    accepted.push(...made.written);
    const fieldOf = new Map(review.items.map(({ key, finding }) => [key, finding.field]));
    await learn(made.written, ({ id }) => fieldOf.get(id) ?? null);
    await after(made, new Set(made.written.map(({ id }) => id)));
  };

  /** A word that was mapped to one of the policy's names by agreeing to a change is known from now on. */
  const learn = async (written: readonly WrittenFix[], fieldOf: (fix: WrittenFix) => Field | null) => {
    const pack = read === null ? null : (registerPolicy(read.memory)?.pack ?? null);
    const taught = written.flatMap((fix) => {
      const words = { word: String(fix.before), canonical: String(fix.after) };
      const word = pack === null ? null : wordTaught(fieldOf(fix), words, pack);
      return word === null ? [] : [word];
    });
    if (taught.length > 0) await learnWords(taught);
  };

  const teach = async (taught: LearnedWord) => {
    await learnWords([taught]);
    await look();
  };

  const undo = async (id: string) => {
    const chosen = accepted.find((fix) => idOf(fix) === id);
    if (chosen === undefined || read === null) return;
    const { number, header, before, beforeFormat, after: value } = chosen;
    const why = translate(read.memory.locale, 'findings.undone');
    const made = await write([{ id, number, header, before: value, to: { value: before, format: beforeFormat }, why }]);
    if (made === null) return;
    if (made.written.length > 0) accepted = accepted.filter((fix) => fix !== chosen);
    if (made.written.length > 0) await look();
    else repaint();
  };

  const chooseSpelling = async (key: string, text: string, others: readonly string[]) => {
    const group = read?.review.spellings.find((each) => each.key === key);
    if (group === undefined || read === null) return;
    const { locale } = read.memory;
    const why = translate(locale, 'findings.spelling.why', { text });
    const fixes = group.spellings
      .filter((spelling) => spelling.text !== text && !others.includes(spelling.text))
      .flatMap(({ cells }) =>
        cells.map(({ row, number, value }): CellFix => ({
          ...{ id: `${key} ${row}`, number, header: group.header, before: value, to: { fix: text }, why },
        })),
      );
    const made = await write(fixes);
    if (made === null) {
      repaint();
      return;
    }
    accepted.push(...made.written);
    await learn(made.written, () => group.field);
    await after(made, new Set(made.left.length === 0 && !made.isCut ? [key] : []));
  };

  const decide = async (change: () => ReturnType<typeof keepDecision>) => {
    const kept = await work.during('findings.busy.writing', change);
    if (kept === null || read === null) return;
    read = { ...read, dismissed: kept.value };
    left = [];
    repaint();
  };

  /** Two rows that are one complaint name each other in their sources, or do so no more. False: they could not be written. */
  const nameEachOther = async (key: string, isSame: boolean): Promise<boolean> => {
    const pair = read?.review.twins.find((each) => each.key === key);
    const header = read?.columns.find(({ role }) => role === 'source')?.header;
    // Where the column of sources was deleted, the decision alone is kept.
    if (read === null || pair === undefined || header === undefined) return true;
    const { locale } = read.memory;
    const why = translate(locale, isSame ? 'findings.twins.same' : 'findings.undone');
    const fixes = pair.numbers.map((number, side): CellFix => {
      const before = pair.sources[side] ?? '';
      const note = translate(locale, 'findings.twins.note', { number: pair.numbers[1 - side] ?? '' });
      const others = before.split(NOTES_APART).filter((part) => part !== note && part !== '');
      const value = (isSame ? [...others, note] : others).join(NOTES_APART);
      return { id: `${key} ${number}`, number, header, before, to: { value, format: '@' }, why };
    });
    const made = await write(fixes);
    return made !== null && made.left.length === 0 && !made.isCut;
  };

  const linkTwins = async (key: string) => {
    if (await nameEachOther(key, true)) await decide(() => keepDecision({ key, at: now(), says: 'same' }));
    await look();
  };

  const recall = async (key: string) => {
    const isSame = read?.dismissed.find((item) => item.key === key)?.says === 'same';
    if (isSame && !(await nameEachOther(key, false))) {
      repaint();
      return;
    }
    await decide(() => takeDecisionBack(key));
    if (isSame) await look();
  };

  const print = async () => {
    const standing = register();
    if (standing === null) return;
    if (read === null) await look();
    if (read === null) return;
    const current = read;
    const made = await work.during('findings.busy.sheet', async () => {
      const sheet = await makeFindingsSheet(current, { at: now(), accepted });
      return sheet.ok ? done(sheet.value) : sheet;
    });
    if (made === null) return;
    store.set({ notice: { tone: 'success', code: 'findings.sheetMade', params: { sheet: made.value.sheet } } });
  };

  return {
    enter: look,
    repaint,
    cancel: () => cancel?.abort(),
    callbacks: {
      checkFindings: () => {
        left = [];
        void look();
      },
      acceptFix: (key) => void accept((item) => item.key === key),
      acceptKind: (kind) => void accept((item) => item.kind === kind),
      teachWord: (taught) => void teach(taught),
      undoFix: (id) => void undo(id),
      dismissFinding: (key) => void decide(() => keepDecision({ key, at: now() })),
      recallFinding: (key) => void recall(key),
      linkTwins: (key) => void linkTwins(key),
      chooseSpelling: (key, text, others) => void chooseSpelling(key, text, others),
      makeFindingsSheet: () => void print(),
    },
  };
}

function idOf({ id, number, header, address }: WrittenFix): string {
  return `${id} ${number} ${header} ${address}`;
}

function asShown(fix: WrittenFix) {
  const { number, address, header, before, after } = fix;
  return { id: idOf(fix), number, address, header, before: shownValue(before), after: shownValue(after) };
}

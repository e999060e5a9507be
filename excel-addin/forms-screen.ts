import type { Moment } from '../core/complaint/moment.ts';
import { ANALYSIS_REPORT } from '../core/forms/analysis-report.ts';
import { assessmentStandardSheet } from '../core/forms/assessment-standard.ts';
import { flowChartSheet } from '../core/forms/flow-chart.ts';
import type { FormComplaint, FormFrame } from '../core/forms/form-complaint.ts';
import { sayForms } from '../core/forms/print-text.ts';
import { formOf, recordSheet } from '../core/forms/record-sheet.ts';
import type { SheetPlan } from '../core/forms/sheet-plan.ts';
import { timeLimitSheet } from '../core/forms/time-limits.ts';
import { done, refuse, type Outcome } from '../core/outcome.ts';
import { numbersOfMonth } from '../core/register/numbers-of-month.ts';
import type { StandingRegister } from './actions/look-around.ts';
import { readComplaintBook, type ComplaintBook } from './actions/read-complaint.ts';
import { complaintFile } from './complaint-file.ts';
import { inSlices } from './in-slices.ts';
import type { PaneStore } from './pane-store.ts';
import type { PaneWork } from './pane-work.ts';
import { isOfComplaint, type FormChoice, type FormsCallbacks, type FormsModel } from './taskpane/forms-state.ts';
import { formsThatStand, writeForms } from './workbook/form-sheet.ts';
import { readSelectedNumbers } from './workbook/selected-numbers.ts';

/** So many sheets are made at once; more would bury the workbook. */
const FORMS_AT_ONCE = 30;

interface Parts {
  store: PaneStore;
  work: PaneWork;
  now: () => Moment;
  register: () => StandingRegister | null;
}

export interface FormsScreen {
  callbacks: FormsCallbacks;
  cancel: () => void;
}

interface Planned {
  plans: SheetPlan[];
  left: number;
}

/** Drives the printing of papers: record form and analysis report by complaint, and the appendices of the policy. */
export function formsScreen({ store, work, now, register }: Parts): FormsScreen {
  const session = { planned: null as Planned | null, stop: null as AbortController | null };
  const change = (part: Partial<FormsModel>) => store.set({ forms: { ...store.get().forms, ...part } });

  const plan = async (choice: FormChoice, signal: AbortSignal): Promise<Outcome<Planned>> => {
    const standing = register();
    if (standing === null) return refuse('registerGone', { table: '' });
    const read = await readComplaintBook(standing.memory, now());
    if (!read.ok) return read;
    const book = read.value;
    const name = store.get().complaint.companyName.trim();
    const frame: FormFrame = {
      ...{ pack: book.pack, locale: choice.locale ?? book.memory.locale, zone: book.memory.zone, asOf: now() },
      companyName: name === '' ? null : name,
    };
    if (!isOfComplaint(choice.kind)) return done({ plans: [appendix(choice.kind, frame)], left: 0 });
    if (choice.rows === 'empty') return done({ plans: [paper(choice.kind, null, frame)], left: 0 });
    const numbers = await wanted(choice, book, signal);
    if (!numbers.ok) return numbers;
    if (numbers.value.length === 0) return refuse(choice.rows === 'month' ? 'formNoneInMonth' : 'formNoneSelected');
    const plans: SheetPlan[] = [];
    for (const number of numbers.value.slice(0, FORMS_AT_ONCE)) {
      const file = complaintFile(book, number, now());
      if (!file.ok) return file;
      plans.push(paper(choice.kind, file.value, frame));
    }
    return done({ plans, left: numbers.value.length - plans.length });
  };

  const write = async (planned: Planned, replace: boolean) => {
    const stop = new AbortController();
    session.stop = stop;
    const written = await work.during('forms.pane.writing', () =>
      writeForms(
        planned.plans,
        { replace },
        {
          signal: stop.signal,
          onProgress: (at, of) => {
            store.set({ busy: { code: 'forms.pane.writing', done: at, of, canCancel: true } });
          },
        },
      ),
    );
    session.stop = null;
    session.planned = null;
    const continued = planned.plans.filter(({ pages }) => pages > 1).length;
    change({
      standing: [],
      made: written === null ? null : { sheets: written.value.sheets, continued, left: planned.left },
    });
  };

  const make = async () => {
    change({ made: null, standing: [] });
    const { choice } = store.get().forms;
    const stop = new AbortController();
    session.stop = stop;
    const made = await work.during('forms.pane.planning', async () => {
      const planned = await plan(choice, stop.signal);
      if (!planned.ok) return planned;
      const standing = await formsThatStand(planned.value.plans.map(({ name }) => name));
      return standing.ok ? done({ planned: planned.value, standing: standing.value }) : standing;
    });
    session.stop = null;
    if (made === null) return;
    session.planned = made.value.planned;
    if (made.value.standing.length > 0) change({ standing: made.value.standing });
    else await write(made.value.planned, false);
  };

  return {
    cancel: () => session.stop?.abort(),
    callbacks: {
      chooseForm: (part) => {
        session.planned = null;
        const { choice } = store.get().forms;
        const month = choice.month === '' ? now().slice(0, 7) : choice.month;
        change({ choice: { ...choice, month, ...part }, standing: [], made: null });
      },
      makeForms: (standing) => {
        if (standing === 'ask' || session.planned === null) void make();
        else void write(session.planned, standing === 'replace');
      },
      leaveForms: () => {
        session.planned = null;
        change({ standing: [] });
      },
    },
  };
}

function paper(kind: FormChoice['kind'], complaint: FormComplaint | null, frame: FormFrame): SheetPlan {
  if (kind === 'record') return recordSheet(complaint, frame, formOf(frame.pack));
  const plan = recordSheet(complaint, frame, ANALYSIS_REPORT);
  // Beside the record form of the same complaint, not in its place.
  return complaint === null
    ? plan
    : { ...plan, name: sayForms(frame.locale)('appendix.reportOf', { number: complaint.number }) };
}

function appendix(kind: FormChoice['kind'], frame: FormFrame): SheetPlan {
  if (kind === 'flowChart') return flowChartSheet(frame);
  return kind === 'timeLimits' ? timeLimitSheet(frame) : assessmentStandardSheet(frame);
}

async function wanted(choice: FormChoice, book: ComplaintBook, signal: AbortSignal): Promise<Outcome<string[]>> {
  if (choice.rows === 'month') {
    const [, year, month] = /^(\d{4})[-/.年](\d{1,2})月?$/.exec(choice.month.trim()) ?? [];
    if (year === undefined || month === undefined) return refuse('formMonth');
    return inSlices(numbersOfMonth(book.register, `${year}-${month.padStart(2, '0')}`, book.rules), { signal });
  }
  const header = book.register.columns.find(({ role }) => role === 'number')?.header;
  return header === undefined ? done([]) : readSelectedNumbers(book.memory.tableName, header);
}

import type { Field } from '../core/complaint/field.ts';
import type { Moment } from '../core/complaint/moment.ts';
import { listDeadlineBlanks } from '../core/policy/list-deadline-blanks.ts';
import type { CompanySettings } from '../core/policy/company-settings.ts';
import type { Locale } from '../core/policy/localized.ts';
import type { OverlayFinding } from '../core/policy/overlay-company.ts';
import { findPack, PACKS } from '../core/policy/packs.ts';
import type { PolicyPack } from '../core/policy/policy-pack.ts';
import { policyQuestions } from '../core/policy/policy-questions.ts';
import { policyWithLaws } from '../core/policy/policy-with-laws.ts';
import { sayOverlay } from '../core/wording/say-overlay.ts';
import { columnLetters } from '../core/register/cell-address.ts';
import { gatheredFrom } from '../core/register/gathered-from.ts';
import { TIME_FORMAT } from '../core/register/register-columns.ts';
import { dayAt, epochOf, toEpoch } from '../core/working-time/zoned-time.ts';
import { translate } from '../core/wording/translate.ts';
import type { LedgerColumn, LedgerReading, LedgerRefusal } from '../core/register/ledger-reading.ts';
import { isDateFormat, readTimeCell } from '../core/register/read-time-cell.ts';
import { DAILY_PATTERN, numberPattern } from '../core/register/settings/number-pattern.ts';
import { cutAt } from '../core/register/unique-name.ts';
import { firstOfMonth } from '../core/register/unsaid-status.ts';
import { fromDayFraction } from '../core/register/read-time-of-day.ts';
import type { CellValue, SheetReading } from '../core/register/sheet-reading.ts';
import type { RegisterMemory, RegisterPlan } from '../core/register/register-plan.ts';
import { kindTitle, previewGroups } from './findings-model.ts';
import type { HandoffChoices, HandoffDone, HandoffPreview, RowTwin } from './actions/import-handoff.ts';
import type { StandingRegister, Surroundings } from './actions/look-around.ts';
import type { RegisterPreview } from './actions/preview-register.ts';
import type { Today, TodayRow } from './actions/read-today.ts';
import { suggestCompany } from './actions/suggest-company.ts';
import { withSuggestedTargets } from './taskpane/nothing-yet.ts';
import type {
  FoundModel,
  ImportPreview,
  ImportTwin,
  ImportResult,
  ImportWay,
  LimitModel,
  MappingColumn,
  MappingModel,
  Notice,
  PreviewModel,
  RegisterModel,
  TodayComplaint,
  TodayModel,
} from './taskpane/pane-state.ts';

const SAMPLES = 3;
const SAMPLE_LENGTH = 40;

export function foundModel(
  { choice, used }: Surroundings,
  register: StandingRegister | null,
  pendingSheet: string | null,
  locale: Locale,
): FoundModel {
  const [ledger = null, ...others] = choice.ledgers;
  const gathered = choice.gathered.find(({ name }) => name === ledger?.sheet);
  // A month of those that are put together is chosen from among them.
  const isOffered = ({ name }: SheetReading) => choice.ledgers.some(({ sheet }) => sheet === name);
  const members = new Set(choice.gathered.filter(isOffered).flatMap((sheet) => sheet.gathered?.sheets ?? []));
  return {
    ledger,
    gathered: gathered === undefined ? null : gatheredFrom(gathered),
    others: others
      .filter(({ sheet }) => !members.has(sheet))
      .map(({ sheet, dataRows }) => ({ sheet, rows: dataRows.length })),
    refused: [
      ...used.map((sheet) => ({ code: 'inRegister' as const, sheet })),
      ...choice.refusals.filter((refusal): refusal is LedgerRefusal => refusal.code !== 'noSuchSheet'),
    ],
    unfinished: pendingSheet === null ? null : { sheet: pendingSheet },
    register: register === null ? null : registerModel(register, locale),
  };
}

function registerModel({ sheet, memory }: StandingRegister, locale: Locale): RegisterModel {
  const pack = packOf(memory.policy.id);
  return {
    sheet,
    policy: pack.label[locale],
    company: memory.company,
    suggestion: suggestCompany(pack, memory.zone),
  };
}

/** The pack of this id; the default one where a workbook names a pack that this version does not have. */
function packOf(id: string): PolicyPack {
  const pack = findPack(id) ?? PACKS[0];
  if (pack === undefined) throw new Error('There is no policy pack');
  return pack;
}

/** What the pack proposes where it sets no time limit itself, in words of the milestone and the grades. */
function limitModels(pack: PolicyPack, { targets }: CompanySettings, locale: Locale): LimitModel[] {
  return pack.milestones.flatMap(({ id, label }) => {
    const own = targets[id];
    if (own === undefined) return [];
    const byGrade = pack.grades.flatMap((grade) => {
      const target = own[grade.id] ?? own['default'];
      return target === undefined ? [] : [{ grade: grade.label[locale], target }];
    });
    return [{ milestone: label[locale], targets: byGrade }];
  });
}

export function mappingModel(
  sheet: SheetReading,
  ledger: LedgerReading,
  choice: { policyId: string; company: CompanySettings | null; locale: Locale; zone: string },
): MappingModel {
  const { policyId, company, locale, zone } = choice;
  const pack = packOf(policyId);
  const suggestion = suggestCompany(pack, zone);
  const own = policyWithLaws(policyId, [], company);
  return {
    columns: ledger.columns.map((column) => mappingColumn(sheet, ledger, column, zone)),
    packs: PACKS.map(({ id, label, description }) => ({ id, label: label[locale], description: description[locale] })),
    policyId,
    company,
    suggestion,
    limits: limitModels(pack, withSuggestedTargets(company, suggestion), locale),
    countsDays: listDeadlineBlanks(pack, suggestion).some(({ code }) => code === 'firstDay'),
    pack: own?.pack ?? pack,
    questions: policyQuestions(pack, company),
  };
}

function mappingColumn(sheet: SheetReading, ledger: LedgerReading, column: LedgerColumn, zone: string): MappingColumn {
  const samples = new Set<string>();
  for (const row of ledger.dataRows) {
    if (samples.size === SAMPLES) break;
    const shown = shownCell(sheet, row, column.column, zone);
    if (shown !== '') samples.add(shown);
  }
  return { ...column, letter: columnLetters(column.column), samples: [...samples] };
}

/** A cell as a reader knows it: dates as dates, long texts cut. */
function shownCell(
  { used, values, numberFormats, date1904 }: SheetReading,
  row: number,
  column: number,
  zone: string,
): string {
  if (used === null) return '';
  const value = values[row - used.row]?.[column - used.column] ?? '';
  const format = numberFormats[row - used.row]?.[column - used.column] ?? 'General';
  const text = typeof value === 'number' ? shownNumber(value, format, date1904, zone) : String(value);
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > SAMPLE_LENGTH ? `${line.slice(0, SAMPLE_LENGTH)}…` : line;
}

/** A number as its format shows it, where that is a day or a time of day. */
function shownNumber(value: number, format: string, date1904: boolean, zone: string): string {
  if (value >= 0 && value < 1 && /h/i.test(format)) {
    const { hour, minute } = fromDayFraction(value);
    return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  }
  return isDateFormat(format) ? shownTime(value, format, date1904, zone) : String(value);
}

function shownTime(value: CellValue, format: string, date1904: boolean, zone: string): string {
  const time = readTimeCell(value, format, { date1904, zone, orderHint: null, yearHint: null });
  return time.ok ? time.value.replace('T', ' ').slice(0, 16) : String(value);
}

export function previewModel(
  { plan, ledger, gathered, summary, left, pending }: RegisterPreview,
  locale: Locale,
): PreviewModel {
  const firstColumn = Math.min(...ledger.columns.map(({ column }) => column));
  return {
    sheet: ledger.sheet,
    gathered,
    placement: plan.placement,
    backup: summary.backup,
    rows: summary.rows,
    otherRows: summary.otherRows.count,
    mapped: summary.columns.mapped,
    unmapped: summary.columns.unmapped,
    added: plan.columns.slice(plan.firstAdded).map(({ header }) => header),
    lists: plan.lists.map(({ title }) => title),
    left,
    findings: summary.findings,
    unanswered: unansweredIn(plan),
    unsaid: unsaidIn(plan, ledger, pending),
    numbers: numbersIn(plan, pending),
    groups: previewGroups(plan.findings, { sheet: ledger.sheet, firstColumn, locale }),
    habits: plan.habits.map((habit) => ({ text: kindTitle(habit, locale), count: Number(habit.params['inRows']) })),
  };
}

function unsaidIn(
  { statusUnsaid, memory }: RegisterPlan,
  { columns }: RegisterPreview['ledger'],
  { asOf, closedBefore }: RegisterPreview['pending'],
): PreviewModel['unsaid'] {
  if (statusUnsaid === 0) return null;
  const has = (field: Field) => columns.some(({ fields }) => fields.includes(field));
  return {
    ...{ count: statusUnsaid, closedBefore, suggested: firstOfMonth({ asOf, zone: memory.zone }) },
    ...{ hasStatusColumn: has('status'), hasClosingColumn: has('closedAt') },
  };
}

function numbersIn(
  { ownNumbers, memory }: RegisterPlan,
  { asOf }: RegisterPreview['pending'],
): PreviewModel['numbers'] {
  const daily = numberPattern(DAILY_PATTERN);
  if (ownNumbers === null || !daily.ok) return null;
  const { pattern, last, next } = ownNumbers;
  const anew = pattern.includes('+}')
    ? 'never'
    : pattern.includes('{dd}')
      ? 'daily'
      : pattern.includes('{mm}')
        ? 'monthly'
        : /\{(?:y|roc)/.test(pattern)
          ? 'yearly'
          : 'never';
  const goesOn = memory.team?.numberPattern === pattern;
  return { ...{ last, next, anew, goesOn }, daily: daily.value.write(dayAt(toEpoch(asOf), memory.zone), 1) };
}

/** What of a company's answers does not count, told above the view; null when all of them count. */
export function answersNotice(findings: readonly OverlayFinding[], locale: Locale): Notice | null {
  const list = sayOverlay(findings, locale);
  return list === null ? null : { tone: 'warning', code: 'pane.notice.answersAside', params: { list } };
}

/** What the policy leaves to the company and the company has not answered. */
function unansweredIn({ memory }: RegisterPlan): PreviewModel['unanswered'] {
  return [...new Set(listDeadlineBlanks(packOf(memory.policy.id), memory.company).map(({ code }) => code))];
}

const COMPLAINTS_LISTED = 20;

export function todayModel(
  { sheet, rows, counts, fromBefore, lists, canWait, policy }: Today,
  { date1904, zone }: Pick<RegisterMemory, 'date1904' | 'zone'>,
  { locale, asOf }: { locale: Locale; asOf: Moment },
): TodayModel {
  const thisYear = dayAt(toEpoch(asOf), zone).slice(0, 5);
  const shown = (row: TodayRow): TodayComplaint => {
    const { due, word, state } = row;
    const at = due === null ? '' : shownTime(due, TIME_FORMAT, date1904, zone);
    return {
      ...row,
      state: word === 'overdue' ? sayLate(state, at, { zone, locale, asOf }) : state,
      due: at.startsWith(thisYear) ? at.slice(thisYear.length) : at,
    };
  };
  const listed = (list: readonly TodayRow[]) => ({
    count: list.length,
    first: list.slice(0, COMPLAINTS_LISTED).map(shown),
  });
  return {
    ...{ sheet, rows, counts, fromBefore, canWait, policy: policy.label[locale] },
    lists: {
      overdue: listed(lists.overdue),
      dueSoon: listed(lists.dueSoon),
      new: listed(lists.new),
      waiting: listed(lists.waiting),
    },
  };
}

/** The state with how long ago it was due, in whole days, else in whole hours; a reservation of the state stays. */
function sayLate(state: string, due: string, { zone, locale, asOf }: { zone: string; locale: Locale; asOf: Moment }) {
  const [, day, time = '00:00'] = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?$/.exec(due) ?? [];
  const hours = day === undefined ? 0 : Math.floor((toEpoch(asOf) - epochOf(day, time, zone)) / 3_600_000);
  if (hours < 1) return state;
  const [reservation = ''] = /\s*[（(].*$/.exec(state) ?? [];
  const [code, count] = hours < 24 ? ['lateHours', hours] : ['lateDays', Math.floor(hours / 24)];
  return translate(locale, `pane.today.${code}`, { count }) + reservation;
}

export function importPreviewModel(
  { complaints, reading }: HandoffPreview,
  way: ImportWay,
  files: string[],
  aside: ImportPreview['aside'] = [],
): ImportPreview {
  const added = complaints.filter(({ isNew }) => isNew).length;
  return {
    way,
    files,
    aside,
    complaints: complaints.map(({ complaint: { id, values }, isNew, twin }) => ({
      id,
      customer: values.customerName ?? values.contactName ?? '',
      about: values.description ?? values.demand ?? '',
      isNew,
      twin: twin === null ? null : twinModel(twin, complaints),
    })),
    rejected: reading.rejected.length,
    added,
    alreadyThere: complaints.length - added,
    repeated: reading.envelope.complaints.length - complaints.length,
  };
}

/** A complaint is known by the first words of what it is about. */
const SHORT_ABOUT = 20;

function twinModel(twin: RowTwin, complaints: HandoffPreview['complaints']): ImportTwin {
  const code = (like: string) => `pane.import.twin.${like}${twin.value === null ? 'Words' : ''}`;
  const value = twin.value ?? '';
  if (twin.kind === 'incoming') {
    const other = complaints.find(({ complaint }) => complaint.id === twin.id)?.complaint.values;
    const about = cutAt(other?.description ?? other?.demand ?? '', SHORT_ABOUT);
    return {
      kind: 'incoming',
      like: { code: code('likeIncoming'), params: { about, value } },
      number: '',
      canLink: false,
      choice: 'import',
    };
  }
  const like = { code: code('like'), params: { row: twin.sheetRow + 1, value } };
  return { kind: 'row', like, number: twin.number, canLink: twin.canLink, choice: 'import' };
}

export function importResultModel(
  { added, alreadyThere, rejected, left, isStopped, written }: HandoffDone,
  way: ImportWay,
  acknowledged: boolean | null,
  { skipped, links }: HandoffChoices,
): ImportResult {
  const { area, sheet } = written;
  return {
    way,
    added: added.length,
    alreadyThere: alreadyThere.length,
    rejected: rejected.length,
    ...{ linked: links.length, skipped: skipped.length },
    left,
    isStopped,
    place: area === null ? null : { sheet, row: area.row, column: area.column, lastRow: area.row + area.rowCount - 1 },
    acknowledged,
  };
}

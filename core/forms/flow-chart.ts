import type { PolicyPack } from '../policy/policy-pack.ts';
import type { Step } from '../policy/workflow.ts';
import { policyNames } from '../register/log/policy-names.ts';
import { safeText } from '../register/safe-cell.ts';
import type * as z from 'zod';
import { APPENDIX_MARGINS, appendixFooter } from './appendix.ts';
import { lookOf } from './bands.ts';
import type { FormFrame } from './form-complaint.ts';
import { linesHeight, wrapLines } from './measure-text.ts';
import { FORM_FONT, sayForms } from './print-text.ts';
import type { CellLook, PlannedArea, SheetPlan } from './sheet-plan.ts';

type FlowStep = z.infer<typeof Step>;

/** One way of complaints: the grades that take it, and its steps, level by level. */
interface Flow {
  label: string;
  levels: FlowStep[][];
}

const SIZE = 9.5;
/** Cells of a flow: enough that two or three steps can stand beside each other. */
const CELLS = 6;
const ARROW = 15;

/** The policy's steps as a flow chart, one column for each way that grades take, on one A4 page. Steps of one level stand beside each other. */
export function flowChartSheet(frame: FormFrame): SheetPlan {
  const { pack, locale, companyName } = frame;
  const t = sayForms(locale);
  const flows = flowsOf(frame);
  const isWide = flows.length > 2;
  const gap = 1;
  const columns = Math.max(1, flows.length) * CELLS + Math.max(0, flows.length - 1) * gap;
  const gapWidth = 12;
  const width = ((isWide ? 740 : 500) - gapWidth * Math.max(0, flows.length - 1)) / (Math.max(1, flows.length) * CELLS);
  const columnWidths = Array.from({ length: columns }, (_, at) => (at % (CELLS + gap) === CELLS ? gapWidth : width));
  const rowHeights: number[] = [];
  const cells: PlannedArea[] = [];
  const put = (column: number, columnCount: number, text: string, look: CellLook) => {
    cells.push({ row: rowHeights.length, column, rowCount: 1, columnCount, text: safeText(text).text, look });
  };
  if (companyName !== null) {
    put(0, columns, companyName, lookOf('company', SIZE));
    rowHeights.push(linesHeight(1, SIZE + 1));
  }
  put(0, columns, t('appendix.flowChart'), lookOf('title', SIZE));
  rowHeights.push(linesHeight(1, SIZE + 7) + 6);
  flows.forEach(({ label }, at) =>
    put(at * (CELLS + gap), CELLS, label, { ...lookOf('section', SIZE), align: 'Center', border: 'box' }),
  );
  rowHeights.push(linesHeight(1, SIZE));
  const depth = Math.max(0, ...flows.map(({ levels }) => levels.length));
  for (let level = 0; level < depth; level++) {
    flows.forEach(({ levels }, at) => {
      if (level < levels.length) put(at * (CELLS + gap), CELLS, '↓', { ...lookOf('center', SIZE), border: 'none' });
    });
    rowHeights.push(ARROW);
    let lines = 1;
    flows.forEach(({ levels }, at) => {
      const steps = levels[level] ?? [];
      const span = Math.floor(CELLS / Math.max(1, steps.length));
      steps.forEach((step, index) => {
        const text = stepText(step, pack, frame);
        const isLast = index === steps.length - 1;
        const columnCount = isLast ? CELLS - span * index : span;
        lines = Math.max(lines, wrapLines(text, span * width, SIZE).length);
        put(at * (CELLS + gap) + span * index, columnCount, text, {
          ...lookOf('center', SIZE),
          border: step.when === null ? 'box' : 'dashed',
          fill: step.done === 'closedAt' ? '#E4E7EB' : null,
        });
      });
    });
    rowHeights.push(linesHeight(lines, SIZE) + 4);
  }
  put(0, columns, t('flow.legend'), lookOf('note', SIZE));
  rowHeights.push(linesHeight(2, SIZE));
  return {
    ...{
      name: t('appendix.flowChart'),
      font: FORM_FONT[locale],
      columnWidths,
      rowHeights,
      cells,
      pages: 1,
      continued: [],
    },
    page: {
      orientation: isWide ? 'Landscape' : 'Portrait',
      ...{ margins: APPENDIX_MARGINS, fit: 'onePage', breaks: [], titleRows: 0, footer: appendixFooter(frame) },
    },
  };
}

/** Who does it stands below what is done. */
function stepText({ label, by, approvedBy, when }: FlowStep, pack: PolicyPack, { locale }: FormFrame): string {
  const t = sayForms(locale);
  const { role } = policyNames(pack, locale);
  const who =
    approvedBy === null
      ? t('flow.by', { role: role(by) })
      : t('flow.byApproved', { role: role(by), approver: role(approvedBy) });
  return `${when === null ? '' : t('flow.ifNeeded')}${label[locale]}\n${who}`;
}

/** Grades that take the same way share a column. */
function flowsOf({ pack, locale }: FormFrame): Flow[] {
  const byWay = new Map<string, { grades: string[]; steps: readonly FlowStep[] }>();
  for (const { id, label } of pack.grades) {
    const own = pack.workflow[id] === undefined ? 'default' : id;
    const steps = pack.workflow[own];
    if (steps === undefined) continue;
    const way = byWay.get(own) ?? { grades: [], steps };
    way.grades.push(label[locale]);
    byWay.set(own, way);
  }
  return [...byWay.values()].map(({ grades, steps }) => ({
    label: grades.join(locale === 'en' ? ', ' : '、'),
    levels: levelsOf(steps),
  }));
}

/** Each step one level below the last of those before it. A circle, which the pack's checks forbid, ends at the number of steps. */
function levelsOf(steps: readonly FlowStep[]): FlowStep[][] {
  const level = new Map<string, number>(steps.map(({ id }) => [id, 0]));
  for (let round = 0; round < steps.length; round++)
    for (const { id, after } of steps)
      level.set(id, Math.min(steps.length, Math.max(0, ...after.map((before) => (level.get(before) ?? -1) + 1))));
  const levels: FlowStep[][] = [];
  for (const step of steps) (levels[level.get(step.id) ?? 0] ??= []).push(step);
  return levels.filter((each) => each.length > 0);
}

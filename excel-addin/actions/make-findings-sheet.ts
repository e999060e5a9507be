import type { Moment } from '../../core/complaint/moment.ts';
import { refuse, type Outcome } from '../../core/outcome.ts';
import { findPack } from '../../core/policy/packs.ts';
import { cellAddress } from '../../core/register/cell-address.ts';
import { findingWords } from '../../core/register/finding-text.ts';
import {
  findingsReportInSteps,
  inReportOrder,
  type SheetFinding,
} from '../../core/register/findings/findings-sheet.ts';
import { twinWords } from '../../core/register/findings/twin-words.ts';
import { ROWS_A_STEP, type Steps } from '../../core/steps.ts';
import { translate } from '../../core/wording/translate.ts';
import { inSlices } from '../in-slices.ts';
import { writeFindingsSheet } from '../workbook/findings-sheet.ts';
import type { WorkbookTrouble } from '../workbook/run-batch.ts';
import type { WrittenFix } from '../workbook/write-fixes.ts';
import type { ReviewRead } from './review-findings.ts';

/** Writes all that was found, decided and accepted onto a new sheet, dated, to be printed and signed. */
export async function makeFindingsSheet(
  read: ReviewRead,
  { at, accepted }: { at: Moment; accepted: readonly WrittenFix[] },
): Promise<Outcome<{ sheet: string }, WorkbookTrouble | 'registerGone' | 'cancelled'>> {
  const { memory, sheet, rows } = read;
  const { locale, zone } = memory;
  const pack = findPack(memory.policy.id);
  if (pack === null) return refuse('registerGone', { table: memory.tableName });
  const policy = pack.label[locale];
  const findings = await inSlices(sheetFindings(read, accepted));
  if (!findings.ok) return findings;
  const report = await inSlices(
    findingsReportInSteps({ findings: findings.value, sheet, rows, policy, at, zone, locale }),
  );
  if (!report.ok) return report;
  return writeFindingsSheet(report.value, { sheet: 'findings', at, locale });
}

function* sheetFindings(read: ReviewRead, accepted: readonly WrittenFix[]): Steps<SheetFinding[]> {
  const { review, dismissed, sheet, memory, firstColumn } = read;
  const { locale } = memory;
  const keys = new Set(dismissed.map(({ key }) => key));
  const decisionOf = (key: string) => (keys.has(key) ? ('dismissed' as const) : ('open' as const));
  const change = (before: unknown, after: unknown) =>
    translate(locale, 'findings.sheet.change', { before: String(before), after: String(after) });
  const items: SheetFinding[] = [];
  for (const { key, number, finding, value, fix } of review.items) {
    if (items.length % ROWS_A_STEP === 0) yield { done: items.length, of: review.items.length };
    items.push({
      ...{ level: finding.level, number, decision: decisionOf(key) },
      place: { sheet, address: cellAddress(finding.row, finding.column ?? firstColumn) },
      text: findingWords(finding, locale),
      proposal: fix === null ? '' : change(value, fix),
    });
  }
  return inReportOrder<SheetFinding>([
    ...items,
    ...review.spellings.map(({ key, header, column, spellings }) => ({
      ...{ level: 'info' as const, number: '', decision: decisionOf(key), proposal: spellings[0]?.text ?? '' },
      place: { sheet, address: cellAddress(spellings[1]?.rows[0] ?? 0, column) },
      text: translate(locale, 'findings.sheet.spellings', {
        header,
        list: spellings.map(({ text, rows: own }) => `${text} (${own.length})`).join(' / '),
      }),
    })),
    ...review.twins.map((twin) => ({
      ...{ level: 'info' as const, number: twin.numbers.join(' + '), decision: decisionOf(twin.key), proposal: '' },
      place: { sheet, address: cellAddress(twin.other, firstColumn) },
      text: twinWords(twin, locale),
    })),
    ...accepted.map(({ number, address, header, before, after }) => ({
      ...{ level: 'info' as const, number, decision: 'accepted' as const, text: header },
      place: { sheet, address },
      proposal: change(before, after),
    })),
  ]);
}

import { expect, it } from 'vitest';
import { cellAddress, columnLetters } from '../../core/register/cell-address.ts';
import type { LearnedWord } from '../../core/register/settings/team-settings.ts';
import { previewGroups } from '../../excel-addin/findings-model.ts';
import { findingsScreen } from '../../excel-addin/findings-screen.ts';
import { createStore } from '../../excel-addin/pane-store.ts';
import { paneWork } from '../../excel-addin/pane-work.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';
import { ledgerWithSlips } from './slips-fixture.ts';

async function screen(ledger = ledgerWithSlips()) {
  const opened = openWorkbook(ledger);
  valueOf(await build());
  const register = await standing();
  const store = createStore('zh-CN');
  const touched: string[] = [];
  const taught: LearnedWord[] = [];
  const findings = findingsScreen({
    ...{ store, work: paneWork(store), now: () => AS_OF, register: () => register },
    onWritten: (address) => touched.push(address),
    learnWords: (words) => {
      taught.push(...words);
      return Promise.resolve();
    },
  });
  await findings.enter();
  const shown = () => {
    const { shown: now } = store.get().findings;
    if (now === null) throw new Error(`nothing is shown: ${JSON.stringify(store.get().notice)}`);
    return now;
  };
  const group = (kind: string) => shown().groups.find((each) => each.kind === kind);
  const cell = (address: string) => opened.host.values(register.sheet, address)[0]?.[0];
  /** Types into the first rows of one of our columns. */
  const type = (role: string, texts: string[]) => {
    const row = opened.host.workbook.tableNamed(register.memory.tableName)?.area.row ?? 0;
    const at = register.memory.columns.findIndex((each) => each.role === role);
    texts.forEach((text, index) => {
      opened.host.userEdits(register.sheet, cellAddress(row + 1 + index, at), [[text]]);
    });
  };
  /** What stands in the column of sources, by number. */
  const sources = () => {
    const table = opened.host.workbook.tableNamed(register.memory.tableName);
    if (!table) throw new Error('no table');
    const column = (role: string) => {
      const at = columnLetters(table.area.column + register.memory.columns.findIndex((each) => each.role === role));
      const [first, last] = [table.area.row + 2, table.area.row + table.area.rows];
      return opened.host.values(register.sheet, `${at}${first}:${at}${last}`).map(([value]) => value);
    };
    const texts = column('source');
    return Object.fromEntries(column('number').map((number, at) => [String(number), texts[at]]));
  };
  /** Waits until the work that a callback began is over. */
  const act = async (work: () => void) => {
    work();
    await expect.poll(() => store.get().busy, { timeout: 20_000 }).toBeNull();
    await expect.poll(() => store.get().busy, { interval: 5 }).toBeNull();
  };
  return { ...findings.callbacks, store, shown, group, cell, sources, act, touched, taught, type };
}

it('accepts all of a kind, shows each as accepted, and takes one back', async () => {
  const { acceptKind, undoFix, shown, group, cell, act, touched } = await screen();
  expect(group('numberAsText')).toMatchObject({ level: 'info', count: 2, fixable: 2 });
  await act(() => acceptKind('numberAsText'));
  await expect.poll(() => shown().accepted.length, { timeout: 20_000 }).toBe(2);
  expect([cell('H13'), cell('H15')]).toEqual([21, 23]);
  expect(touched).toEqual(['H13,H15']);
  const first = shown().accepted.find(({ address }) => address === 'H13');
  await act(() => undoFix(first?.id ?? ''));
  await expect.poll(() => shown().accepted.length, { timeout: 20_000 }).toBe(1);
  expect(cell('H13')).toBe('21');
  await expect.poll(() => group('numberAsText')?.count, { timeout: 20_000 }).toBe(1);
}, 60_000);

it('writes the chosen spelling in place of the others', async () => {
  const { chooseSpelling, shown, cell, act } = await screen();
  const [choice] = shown().spellings;
  expect(choice?.spellings.map(({ text, rows }) => [text, rows])).toEqual([
    ['质检部', expect.any(Number)],
    ['質檢部', 1],
    ['质 检部', 1],
  ]);
  await act(() => chooseSpelling(choice?.key ?? '', '质检部', []));
  await expect.poll(() => shown().spellings, { timeout: 20_000 }).toEqual([]);
  expect([cell('G9'), cell('G11')]).toEqual(['质检部', '质检部']);
  expect(shown().accepted).toHaveLength(2);
}, 60_000);

it('proposes the name of the workbook’s own list, and leaves what is said to be another', async () => {
  const { chooseSpelling, shown, cell, act } = await screen(ledgerWithSlips(true));
  const [choice] = shown().spellings;
  expect(choice).toMatchObject({
    listed: '部门对照',
    spellings: [
      { text: '质控部', rows: 1 },
      { text: '质检部', rows: 11 },
      { text: '物流部', rows: 4 },
      { text: '質檢部', rows: 1 },
      { text: '质 检部', rows: 1 },
    ],
  });
  const logistics = cell('G3');
  await act(() => chooseSpelling(choice?.key ?? '', '质控部', ['物流部']));
  await expect.poll(() => shown().accepted.length, { timeout: 20_000 }).toBe(13);
  expect([cell('G2'), cell('G9'), cell('G11'), cell('G3')]).toEqual(['质控部', '质控部', '质控部', logistics]);
}, 60_000);

it('tells a finding no more that is right so, until it is called back', async () => {
  const { dismissFinding, recallFinding, checkFindings, shown, group, cell, act } = await screen();
  const key = group('closedBeforeReceived')?.rows[0]?.key ?? '';
  const before = cell('I19');
  await act(() => dismissFinding(key));
  await expect.poll(() => group('closedBeforeReceived'), { timeout: 20_000 }).toBeUndefined();
  await act(checkFindings);
  expect(group('closedBeforeReceived')).toBeUndefined();
  expect(shown().dismissed).toMatchObject([{ key }]);
  expect(cell('I19')).toBe(before);
  await act(() => recallFinding(key));
  await expect.poll(() => group('closedBeforeReceived')?.count, { timeout: 20_000 }).toBe(1);
}, 60_000);

it('takes two rows for one complaint: both name each other, it is told no more, and it can be undone', async () => {
  const { linkTwins, recallFinding, checkFindings, shown, act, sources } = await screen();
  const [pair] = shown().twins;
  if (pair === undefined) throw new Error('no twins');
  const [one = '', other = ''] = pair.sides.map(({ number }) => number);
  const before = sources();
  await act(() => linkTwins(pair.key));
  await expect.poll(() => shown().twins, { timeout: 20_000 }).toEqual([]);
  expect(sources()).toMatchObject({ [one]: `与 ${other} 为同一起投诉`, [other]: `与 ${one} 为同一起投诉` });
  await act(checkFindings);
  expect(shown().twins).toEqual([]);
  expect(shown().dismissed).toMatchObject([{ key: pair.key, number: `${one} + ${other}` }]);
  await act(() => recallFinding(pair.key));
  await expect.poll(() => shown().twins.length, { timeout: 20_000 }).toBe(1);
  expect(sources()).toEqual(before);
}, 60_000);

it('asks once what a word means that the policy does not know, and hands on what it is told', async () => {
  const { checkFindings, teachWord, shown, group, act, taught, type } = await screen();
  type('category', ['发错货', '发错货']);
  await act(checkFindings);
  expect(group('unknownChoice')).toMatchObject({ count: 2, rowsTouched: 2 });
  const words = group('unknownChoice')?.rows.map(({ word }) => word?.word ?? null);
  expect(words).toEqual(['发错货', null]);
  const [meaning] = shown().groups.flatMap(({ rows }) => rows.flatMap(({ word }) => word?.meanings ?? []));
  await act(() => teachWord({ of: 'category', word: '发错货', means: meaning?.id ?? '' }));
  expect(taught).toEqual([{ of: 'category', word: '发错货', means: meaning?.id }]);
}, 60_000);

it('tells before anything is made how many rows each rule touches', () => {
  const at = (row: number) => ({ row, column: 4, level: 'info' as const, field: 'category' as const });
  const groups = previewGroups(
    [
      { ...at(3), code: 'unknownCategory', params: { value: '发错货', count: 5 } },
      { ...at(4), code: 'unknownCategory', params: { value: '少发', count: 2 } },
      { ...at(4), code: 'strayBlanks', params: { text: 'a' } },
      { ...at(4), code: 'strayBlanks', column: 5, params: { text: 'b' } },
    ],
    { sheet: '台账', firstColumn: 0, locale: 'zh-CN' },
  );
  expect(groups.map(({ kind, count, rowsTouched }) => [kind, count, rowsTouched])).toEqual([
    ['unknownCategory', 2, 7],
    ['strayBlanks', 2, 1],
  ]);
});

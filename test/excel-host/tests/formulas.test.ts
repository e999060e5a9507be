import { describe, expect, test } from 'vitest';
import { emptyHost, onSheet } from './on-host.ts';

/** Cells beside the formula under test; the clock stands at 2026-11-22 12:00. */
const CELLS: [string, unknown[][]][] = [
  [
    'A1',
    [
      ['产品', '数量', '日期', '状态'],
      ['粉煤灰', 3, 46_000, '处理中'],
      ['水泥', 5, 46_010, '已结案'],
      ['粉煤灰', 7, 46_020, ''],
    ],
  ],
];

async function compute(formula: string): Promise<unknown> {
  const opened = emptyHost();
  for (const [address, values] of CELLS) opened.host.userEdits('Ledger', address, values);
  return onSheet(opened, async (sheet, context) => {
    const cell = sheet.getRange('F2');
    cell.formulas = [[formula]];
    cell.load('values');
    await context.sync();
    return cell.values[0]?.[0] as unknown;
  });
}

describe('formulas', () => {
  test.each([
    ['=1+2*3', 7],
    ['=-2^2', 4],
    ['=2^-1', 0.5],
    ['=10%', 0.1],
    ['="a"&1&TRUE', 'a1TRUE'],
    ['="A"="a"', true],
    ['=1/0', '#DIV/0!'],
    ['="x"+1', '#VALUE!'],
    ['=NOPE()', '#NAME?'],
    ['=IF(AND(B2>1,A2<>""),"007","")', '007'],
    ['=IF(Z1="","empty","full")', 'empty'],
    ['=Z1', 0],
    ['=IFERROR(VLOOKUP("石灰",A2:B4,2,FALSE),"无")', '无'],
    ['=VLOOKUP("水泥",A2:B4,2,FALSE)', 5],
    ['=INDEX(B2:B4,MATCH("水*",A2:A4,0))', 5],
    ['=XLOOKUP("粉煤灰",A2:A4,C2:C4)', 46_000],
    ['=ADDRESS(5,28,4)', 'AB5'],
    ['=ADDRESS(5,28)', '$AB$5'],
    ['=ADDRESS(5,28,3)', '$AB5'],
    ['=ADDRESS(ROW(B4),COLUMN(B4),2,TRUE,"客户 投诉")', "'客户 投诉'!B$4"],
    ['=SUM(B2:B4,"4")', 19],
    ['=SUM(B:B)', 15],
    ['=SUMIF(A2:A4,"粉煤灰",B2:B4)', 10],
    ['=SUMIFS(B2:B4,A2:A4,"粉煤灰",B2:B4,">3")', 7],
    ['=COUNTIF(D2:D4,"<>")', 2],
    ['=COUNTIF(A:A,"?煤灰")', 2],
    ['=COUNTIFS(A2:A4,"粉煤灰",D2:D4,"")', 1],
    ['=SUMPRODUCT((A2:A4="粉煤灰")*(B2:B4))', 10],
    ['=AVERAGE(B2:B4)', 5],
    ['=MAX(B2:B4)-MIN(B2:B4)', 4],
    ['=ROUND(2.675,2)', 2.68],
    ['=ROUNDUP(-1.21,1)', -1.3],
    ['=MOD(-1,3)', 2],
    ['=TEXT(C2,"yyyy-mm-dd")', '2025-12-09'],
    ['=TEXT(0.256,"0.0%")', '25.6%'],
    ['=YEAR(C2)*100+MONTH(C2)', 202_512],
    ['=DATE(2026,14,1)', 46_419],
    ['=DATE(1900,3,1)', 61],
    ['=EOMONTH(DATE(2024,1,31),1)', 45_351],
    ['=DATEDIF(DATE(2025,11,23),TODAY(),"m")', 11],
    ['=NOW()-TODAY()', 0.5],
    ['=WEEKDAY(TODAY(),2)', 7],
    ['=NETWORKDAYS(DATE(2026,11,20),DATE(2026,11,24))', 3],
    ['=WORKDAY(DATE(2026,11,20),1)', 46_349],
    ['=DATEVALUE("2026-03-05")+"1"', 46_087],
    ['=LEN("投诉")&MID("客户投诉",3,2)', '2投诉'],
    ['=SUBSTITUTE("a-b-c","-","/",2)', 'a-b/c'],
    ['=FIND("b","abc")+SEARCH("C","abc")', 5],
    ['=TEXTJOIN("、",TRUE,A2:A4)', '粉煤灰、水泥、粉煤灰'],
    ['=IFS(B2>5,"高",B2>2,"中",TRUE,"低")', '中'],
    ['=SWITCH(D2,"已结案",1,"处理中",2,0)', 2],
    ['=CHOOSE(2,"a","b")', 'b'],
    ['=ISBLANK(Z9)', true],
    ['=ISNUMBER(C2)', true],
    ['=SUM({1,2;3,4})', 10],
    ['=ROW(A3)+COLUMN(B1)', 5],
    ['=SUM(OFFSET(B1,1,0,2,1))', 8],
    ['=INDIRECT("B"&3)', 5],
    ['=F2', 0],
  ])('%s is %j', async (formula, expected) => {
    expect(await compute(formula)).toEqual(expected);
  });

  test('a formula follows its cells, through other formulas', () => {
    const opened = emptyHost();
    opened.host.userEdits('Ledger', 'A1:A3', [[1], ['=A1*2'], ['=A2+1']]);
    expect(opened.host.values('Ledger', 'A3')).toEqual([[3]]);
    opened.host.userEdits('Ledger', 'A1', [[10]]);
    expect(opened.host.values('Ledger', 'A3')).toEqual([[21]]);
  });

  test('what the host cannot compute is listed and shows #NAME?', () => {
    const opened = emptyHost();
    opened.host.userEdits('Ledger', 'A1', [['=BESSELI(1,2)']]);
    expect(opened.host.values('Ledger', 'A1')).toEqual([['#NAME?']]);
    expect([...opened.host.workbook.notComputed]).toEqual(['BESSELI']);
  });
});

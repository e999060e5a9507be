import { strToU8, zipSync } from 'fflate';

/** Personal values of invented people, planted in every kind of place that a workbook has. */
export const PLANTED = {
  name: '欧阳明月',
  short: '张伟',
  spread: '张　伟',
  company: '江苏宏盛建材有限公司',
  phone: '13800138000',
  spacedPhone: '138 0013 8000',
  spokenPhone: '一三八零零一三八零零零',
  mail: 'mingyue.ouyang@example.com',
  id: '11010519491231002X',
  card: '6222021234567890128',
  plate: '粤B·12345',
  address: '浦东新区世纪大道100号5栋1202室',
  order: 'DD20260902000777',
  author: 'Zhu Zhanghao',
  staff: '孙倩茹',
  path: 'D:\\客诉\\欧阳明月',
};

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOC = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACK = 'http://schemas.openxmlformats.org/package/2006/relationships';
const A = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const { name, short, spread, company, phone, spacedPhone, spokenPhone, mail, id, card, plate, address, order } =
  PLANTED;

const relations = (...lines: [kind: string, target: string, mode?: 'External'][]) =>
  `${HEAD}<Relationships xmlns="${PACK}">${lines
    .map(
      ([kind, target, mode], at) =>
        `<Relationship Id="rId${at + 1}" Type="${kind.includes(':') ? kind : `${DOC}/${kind}`}" Target="${target}"${mode === undefined ? '' : ' TargetMode="External"'}/>`,
    )
    .join('')}</Relationships>`;

/** Strings of the sheets by their place; a name over two runs among them. */
const STRINGS = [
  ...['登记编号', '客户名称', '联系电话', '订单号', '问题描述', '产品名称', '经办人', '末四位', '是否同一人'],
  ...['20260902-001', name, order, `${short}来电，${spacedPhone}，住${address}`, '粉煤灰', PLANTED.staff],
  ...['20260902-002', company, `回${spokenPhone}或${mail}，${id}，${card}，${plate}`, spread, '客户', '件数'],
].map((text) => `<si><t xml:space="preserve">${text}</t></si>`);
const RUNS = `<si><r><rPr><b/></rPr><t>欧阳</t></r><r><t>明月</t></r><rPh sb="0" eb="2"><t>${name}</t></rPh></si>`;

const s = (ref: string, at: number) => `<c r="${ref}" t="s"><v>${at}</v></c>`;

const LEDGER = `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${DOC}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">
<sheetPr codeName="${short}"><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:I4"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetData>
<row r="1">${['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'].map((letter, at) => s(`${letter}1`, at)).join('')}</row>
<row r="2">${s('A2', 9)}${s('B2', 10)}<c r="C2"><v>${phone}</v></c>${s('D2', 11)}${s('E2', 12)}${s('F2', 13)}${s('G2', 14)}<c r="H2" t="str"><f>RIGHT(C2,4)</f><v>8000</v></c><c r="I2" t="b"><f>B2="${name}"</f><v>1</v></c></row>
<row r="3">${s('A3', 15)}${s('B3', 16)}<c r="C3" t="inlineStr"><is><r><t>138 0013</t></r><r><t> 8000</t></r></is></c>${s('D3', 11)}${s('E3', 17)}${s('F3', 13)}${s('G3', 14)}<c r="H3" t="str"><f>H2&amp;""</f><v>8000</v></c><c r="I3" t="str"><f>[1]名单!$A$1</f><v>${name}</v></c></row>
<row r="4">${s('B4', 21)}</row>
</sheetData><autoFilter ref="A1:I4"><filterColumn colId="1"><filters><filter val="${name}"/></filters></filterColumn></autoFilter>
<scenarios><scenario name="${short}" user="${PLANTED.author}"><inputCells r="A1" val="${phone}"/></scenario></scenarios>
<conditionalFormatting sqref="B2:B3"><cfRule type="containsText" dxfId="0" priority="1" operator="containsText" text="${short}"><formula>NOT(ISERROR(SEARCH("${short}",B2)))</formula></cfRule></conditionalFormatting>
<dataValidations count="1"><dataValidation type="list" sqref="B2:B3" promptTitle="${short}" prompt="问${name}" error="${phone}"><formula1>"${name},${company}"</formula1></dataValidation></dataValidations>
<hyperlinks><hyperlink ref="E2" r:id="rId3" display="${mail}" tooltip="${name}"/><hyperlink ref="E3" location="'${name}'!A1" display="${name}"/></hyperlinks>
<pageSetup orientation="landscape" r:id="rId4"/><headerFooter><oddHeader>&amp;L&amp;"宋体,常规"&amp;10${short} ${phone}&amp;R&amp;P</oddHeader><oddFooter>&amp;C${mail}</oddFooter></headerFooter>
<drawing r:id="rId5"/><legacyDrawing r:id="rId6"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts>
<extLst><ext uri="{CCE6A557-97bc-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>'${name}'!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>F2:F3</xm:sqref></x14:dataValidation></x14:dataValidations></ext><ext uri="{00000000-1111-2222-3333-444444444444}"><x14:unknown>${phone}</x14:unknown></ext></extLst></worksheet>`;

const PEOPLE = `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${DOC}"><sheetData><row r="1">${s('A1', 18)}</row><row r="2">${s('A2', 10)}<c r="B2"><f>COUNTIF(客诉[客户名称],A2)</f><v>1</v></c></row></sheetData></worksheet>`;

const PIVOT_SHEET = `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${DOC}"><sheetData><row r="3">${s('A3', 19)}${s('B3', 20)}</row><row r="4">${s('A4', 10)}<c r="B4"><v>1</v></c></row><row r="5">${s('A5', 16)}<c r="B5"><v>1</v></c></row></sheetData></worksheet>`;

const CACHE = `${HEAD}<pivotCacheDefinition xmlns="${MAIN}" xmlns:r="${DOC}" r:id="rId1" refreshedBy="${PLANTED.author}" refreshedDate="45000" recordCount="2"><cacheSource type="worksheet"><worksheetSource name="客诉"/></cacheSource><cacheFields count="9"><cacheField name="登记编号" numFmtId="0"><sharedItems/></cacheField><cacheField name="客户名称" numFmtId="0"><sharedItems count="2"><s v="${name}"/><s v="${company}"/></sharedItems></cacheField><cacheField name="联系电话" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" containsInteger="1" minValue="${phone}" maxValue="${phone}" count="2"><n v="${phone}"/><s v="${spacedPhone}"/></sharedItems></cacheField><cacheField name="订单号"><sharedItems/></cacheField><cacheField name="问题描述"><sharedItems count="1"><s v="${short}来电"/></sharedItems></cacheField><cacheField name="产品名称"><sharedItems/></cacheField><cacheField name="经办人"><sharedItems/></cacheField><cacheField name="末四位"><sharedItems/></cacheField><cacheField name="是否同一人"><sharedItems/></cacheField></cacheFields></pivotCacheDefinition>`;
const RECORDS = `${HEAD}<pivotCacheRecords xmlns="${MAIN}" count="1"><r><s v="1"/><x v="0"/><n v="${phone}"/><s v="${order}"/><s v="${address}"/></r></pivotCacheRecords>`;
const PIVOT = `${HEAD}<pivotTableDefinition xmlns="${MAIN}" name="按${name}" cacheId="1" dataCaption="值"><location ref="A3:B5" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="9"><pivotField showAll="0"/><pivotField axis="axisRow" showAll="0"><items count="3"><item x="0" n="${name}"/><item x="1"/><item t="default"/></items></pivotField>${'<pivotField showAll="0"/>'.repeat(6)}<pivotField dataField="1" showAll="0"/></pivotFields><rowFields count="1"><field x="1"/></rowFields><dataFields count="1"><dataField name="${short}的件数" fld="8" subtotal="count"/></dataFields><filters count="1"><filter fld="1" type="captionEqual" id="1" stringValue1="${name}"><autoFilter ref="A1"><filterColumn colId="0"><customFilters><customFilter val="${name}"/></customFilters></filterColumn></autoFilter></filter></filters></pivotTableDefinition>`;

const TABLE = `${HEAD}<table xmlns="${MAIN}" id="1" name="客诉" displayName="客诉" ref="A1:I4" comment="${name}"><autoFilter ref="A1:I4"/><tableColumns count="9">${['登记编号', '客户名称', '联系电话', '订单号', '问题描述', '产品名称', '经办人', '末四位', '是否同一人'].map((column, at) => `<tableColumn id="${at + 1}" name="${column}"/>`).join('')}</tableColumns></table>`;

const run = (text: string) => `<a:r><a:t>${text}</a:t></a:r>`;
const XDR = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const anchor = (inner: string) =>
  `<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>5</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>20</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>${inner}<xdr:clientData/></xdr:twoCellAnchor>`;
const DRAWING = `${HEAD}<xdr:wsDr xmlns:xdr="${XDR}" xmlns:a="${A}" xmlns:r="${DOC}">${anchor(`<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="${short}的框" descr="${name} ${phone}"><a:hlinkClick r:id="rId3"/></xdr:cNvPr><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr/><xdr:txBody><a:bodyPr/><a:p>${run('联系欧阳')}${run(`明月 ${phone}`)}</a:p></xdr:txBody></xdr:sp>`)}${anchor(`<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="3" name="图" descr="${name}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame>`)}${anchor(`<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="4" name="${name}.png"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId2"/></xdr:blipFill><xdr:spPr/></xdr:pic>`)}</xdr:wsDr>`;
const CHART = `${HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="${A}" xmlns:r="${DOC}"><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p>${run('欧阳')}${run('明月的投诉')}</a:p></c:rich></c:tx></c:title><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>'${name}'!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${short}</c:v></c:pt></c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:f>'${name}'!$A$2</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${name}</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>'${name}'!$B$2</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="1"/><c:pt idx="0"><c:v>1</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart><c:externalData r:id="rId1"/></c:chartSpace>`;

const text = (value: string) => strToU8(value);

/** The workbook's parts by name. */
export function plantedParts(): Record<string, Uint8Array> {
  const secret = text(Object.values(PLANTED).join(' '));
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relations(
      ['officeDocument', 'xl/workbook.xml'],
      ['http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml'],
      ['extended-properties', 'docProps/app.xml'],
      ['custom-properties', 'docProps/custom.xml'],
      [
        'http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes',
        'xl/webextensions/taskpanes.xml',
      ],
    ),
    'docProps/core.xml': `<x><creator>${PLANTED.author}</creator><title>${name}</title></x>`,
    'docProps/app.xml': `<x><Company>${company}</Company><TitlesOfParts>${name}</TitlesOfParts></x>`,
    'docProps/custom.xml': `<x>${phone}</x>`,
    'xl/webextensions/taskpanes.xml': `<x>${phone}</x>`,
    'customXml/item1.xml': `<x>${Object.values(PLANTED).join(' ')}</x>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOC}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><fileSharing userName="${PLANTED.author}"/><workbookPr codeName="${short}"/><mc:AlternateContent><mc:Choice Requires="x15"><absPath url="${PLANTED.path}"/></mc:Choice></mc:AlternateContent><bookViews><workbookView/></bookViews><sheets><sheet name="台账" sheetId="1" r:id="rId1"/><sheet name="${name}" sheetId="2" r:id="rId2"/><sheet name="统计" sheetId="3" r:id="rId3"/></sheets><externalReferences><externalReference r:id="rId8"/></externalReferences><definedNames><definedName name="${short}" comment="${phone}">'${name}'!$A$2</definedName><definedName name="外">[1]名单!$A$1</definedName><definedName name="电话号">"${phone}"</definedName></definedNames><customWorkbookViews><customWorkbookView name="${PLANTED.author}"/></customWorkbookViews><pivotCaches><pivotCache cacheId="1" r:id="rId7"/></pivotCaches><extLst><ext uri="{1}">${phone}</ext></extLst></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['worksheet', 'worksheets/sheet2.xml'],
      ['worksheet', 'worksheets/sheet3.xml'],
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['customXml', '../customXml/item1.xml'],
      ['pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml'],
      ['externalLink', 'externalLinks/externalLink1.xml'],
      ['http://schemas.microsoft.com/office/2017/10/relationships/person', 'persons/person.xml'],
      ['http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'vbaProject.bin'],
      ['connections', 'connections.xml'],
    ),
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0&quot;${short}&quot;"/></numFmts><fonts count="1"><font><sz val="11"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="${name}样式" xfId="0"/></cellStyles><dxfs count="1"><dxf/></dxfs></styleSheet>`,
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${STRINGS.slice(0, 18).join('')}${RUNS}${STRINGS.slice(19).join('')}<si><t xml:space="preserve">${spread}</t></si><si><t>${PLANTED.author} 没有单元格用到</t></si></sst>`,
    'xl/worksheets/sheet1.xml': LEDGER,
    'xl/worksheets/_rels/sheet1.xml.rels': relations(
      ['table', '../tables/table1.xml'],
      ['comments', '../comments1.xml'],
      ['hyperlink', `mailto:${mail}`, 'External'],
      ['printerSettings', '../printerSettings/printerSettings1.bin'],
      ['drawing', '../drawings/drawing1.xml'],
      ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
      ['http://schemas.microsoft.com/office/2017/10/relationships/threadedComment', '../threadedComments/t1.xml'],
      ['oleObject', '../embeddings/oleObject1.bin'],
      ['queryTable', '../queryTables/queryTable1.xml'],
    ),
    'xl/worksheets/sheet2.xml': PEOPLE,
    'xl/worksheets/sheet3.xml': PIVOT_SHEET,
    'xl/worksheets/_rels/sheet3.xml.rels': relations(['pivotTable', '../pivotTables/pivotTable1.xml']),
    'xl/pivotTables/pivotTable1.xml': PIVOT,
    'xl/pivotTables/_rels/pivotTable1.xml.rels': relations([
      'pivotCacheDefinition',
      '../pivotCache/pivotCacheDefinition1.xml',
    ]),
    'xl/pivotCache/pivotCacheDefinition1.xml': CACHE,
    'xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels': relations(['pivotCacheRecords', 'pivotCacheRecords1.xml']),
    'xl/pivotCache/pivotCacheRecords1.xml': RECORDS,
    'xl/tables/table1.xml': TABLE,
    'xl/comments1.xml': `${HEAD}<comments xmlns="${MAIN}"><authors><author>${PLANTED.author}</author></authors><commentList><comment ref="B2" authorId="0"><text><r><t>打给138 00</t></r><r><t>13 8000，${short}</t></r></text></comment></commentList></comments>`,
    'xl/drawings/vmlDrawing1.vml': `<xml><v:shape alt="${name}">${phone}<br></v:shape></xml>`,
    'xl/drawings/drawing1.xml': DRAWING,
    'xl/drawings/_rels/drawing1.xml.rels': relations(
      ['chart', '../charts/chart1.xml'],
      ['image', '../media/image1.png'],
      ['hyperlink', `mailto:${mail}`, 'External'],
    ),
    'xl/charts/chart1.xml': CHART,
    'xl/charts/_rels/chart1.xml.rels': relations(['package', '../embeddings/book.xlsx']),
    'xl/externalLinks/externalLink1.xml': `<externalLink>${name}${phone}</externalLink>`,
    'xl/persons/person.xml': `<personList><person displayName="${PLANTED.author}"/></personList>`,
    'xl/threadedComments/t1.xml': `<ThreadedComments>${name} ${phone}</ThreadedComments>`,
    'xl/connections.xml': `<connections>${mail}</connections>`,
    'xl/queryTables/queryTable1.xml': `<queryTable name="${name}"/>`,
  };
  return {
    ...Object.fromEntries(Object.entries(parts).map(([part, xml]) => [part, text(xml)])),
    'xl/media/image1.png': secret,
    'xl/embeddings/oleObject1.bin': secret,
    'xl/embeddings/book.xlsx': secret,
    'xl/vbaProject.bin': secret,
    'xl/printerSettings/printerSettings1.bin': secret,
  };
}

/** The workbook as a file. */
export const plantedWorkbook = (): Uint8Array => zipSync(plantedParts());

import { cleanXml } from './clean-xml.ts';
import type { CopyContext } from './copy-context.ts';
import { cellArea } from './read-book.ts';
import { fromCellText, fromXml, toXml } from '../xml/entities.ts';
import { attributesOf, rewriteXml } from '../xml/rewrite-xml.ts';

const ANCHOR = /<((?:\w+:)?(?:twoCellAnchor|oneCellAnchor|absoluteAnchor))\b[^>]*>[\s\S]*?<\/\1>/g;
const LEADS = /\s(?:\w+:)?(?:id|embed|link|pict|dm|lo|qs|cs)="(rId[^"]*|R[0-9a-f]{8,})"/g;

/**
 * Shapes, pictures and charts on a sheet. What leads to a part that the copy does not hold (a picture, a slicer, an embedded
 * file) is left out with its place; words of shapes and alternative texts are masked.
 */
export function copiedDrawing(xml: string, context: CopyContext, kept: ReadonlySet<string>): string {
  const withAnchors = xml.replace(ANCHOR, (anchor) => {
    const bare = anchor.replace(/<((?:\w+:)?hlinkClick|(?:\w+:)?hlinkHover)\b[^>]*?(?:\/>|>[\s\S]*?<\/\1>)/g, '');
    const isForeign = /<(?:\w+:)?(?:AlternateContent|contentPart)\b/.test(bare);
    if (!isForeign && [...bare.matchAll(LEADS)].every(([, id = '']) => kept.has(id))) return bare;
    return '';
  });
  return cleanXml(withAnchors.replace(/<mc:AlternateContent\b[\s\S]*?<\/mc:AlternateContent>/g, ''), context, {
    paragraph: 'p',
  });
}

/** A chart. One whose rows the copy does not hold keeps its picture: the values it showed last are written into it. */
export function copiedChart(xml: string, context: CopyContext): string {
  const refs = [...xml.matchAll(/<(?:\w+:)?f>([^<]*)<\/(?:\w+:)?f>/g)].map(([, ref = '']) => fromXml(ref));
  const isAlone = refs.some((ref) => !leadsToSheet(ref, context));
  if (isAlone) context.told.formulasToValues++;
  return cleanXml(isAlone ? asLiterals(xml) : xml, context, {
    paragraph: 'p',
    open: ({ local }) =>
      local === 'externalData' || local === 'userShapes' || local === 'printSettings' || local === 'pivotSource'
        ? 'drop'
        : null,
  });
}

function leadsToSheet(ref: string, { sheetNames, book }: CopyContext): boolean {
  const bare = ref.replace(/^\(|\)$/g, '');
  const name = /^(?:'((?:[^']|'')+)'|([^!'[\]]+))!/.exec(bare);
  if (name !== null) return sheetNames.has((name[1] ?? name[2] ?? '').replaceAll("''", "'"));
  return book.names.some((candidate) => candidate.name === bare);
}

/** Values that were drawn from cells, as values of the chart itself (ECMA-376 part 1, 21.2.2: numLit, strLit). */
function asLiterals(xml: string): string {
  return rewriteXml(xml, {
    open: (element, path) => {
      const { local, name } = element;
      const prefix = name.slice(0, name.length - local.length);
      const isTitle = path.includes('tx');
      if (local === 'f') return 'drop';
      if (local === 'multiLvlStrRef') return 'drop';
      if (local === 'numRef' || local === 'strRef') return 'unwrap';
      if (local === 'numCache') element.name = `${prefix}numLit`;
      if (local === 'strCache') {
        if (isTitle) return 'unwrap';
        element.name = `${prefix}strLit`;
      }
      if (isTitle && (local === 'ptCount' || (local === 'pt' && path.at(-1) === 'strCache'))) {
        return local === 'pt' ? 'unwrap' : 'drop';
      }
      return 'keep';
    },
    close: (local, written) =>
      // A title that was a cell has no place for a bare value; without it the chart goes by its series' name.
      (local === 'title' && !/<(?:\w+:)?rich\b/.test(written)) || (local === 'cat' && !/Lit\b/.test(written))
        ? ''
        : written,
  });
}

/** Comments: their words masked, their authors by their pseudonyms. */
export function copiedComments(xml: string, context: CopyContext, keepStaff: boolean): string {
  const { masker } = context;
  return cleanXml(
    xml.replace(/(<author>)([^<]*)(<\/author>)/g, (_, open: string, author: string, close: string) => {
      const name = fromCellText(fromXml(author));
      return `${open}${toXml(keepStaff ? masker.text(name) : masker.whole('staff', name))}${close}`;
    }),
    context,
    { paragraph: 'text', open: ({ local }) => (local === 'commentPr' ? 'drop' : null) },
  );
}

/** The boxes in which comments are shown, made anew: those of the workbook may hold anything. */
export function commentBoxes(comments: string): string {
  const places = [...comments.matchAll(/<comment\s([^>]*)>/g)].flatMap(([, written = '']) => {
    const area = cellArea(attributesOf(written).get('ref') ?? '');
    return area === null ? [] : [{ row: area.firstRow, column: area.firstColumn }];
  });
  const boxes = places.map(
    ({ row, column }, at) =>
      `<v:shape id="_x0000_s${1025 + at}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;` +
      `width:144pt;height:79pt;z-index:${at + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
      '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
      '<v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
      `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  );
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>' +
    '</o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
    `<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${boxes.join('')}</xml>`
  );
}

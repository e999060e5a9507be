import { cellName } from '../model/address.ts';
import type { CellComment, Sheet } from '../model/workbook.ts';
import { childOf, element, elementsOf, parseDocument, serializeDocument, type XmlElement } from '../xml/xml-tree.ts';
import {
  addRelationship,
  freePath,
  partText,
  readRelationships,
  setContentType,
  setDefaultContentType,
  setPartText,
  type Parts,
} from './package-parts.ts';

const THREADED = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
const THREADED_RELATION = 'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment';
const PERSON_RELATION = 'http://schemas.microsoft.com/office/2017/10/relationships/person';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PERSON_ID = '{52454452-4553-4D00-8000-000000000001}';

/**
 * Writes the sheet's comments as threaded comments with the note beside each that older versions show (MS-XLSX 2.1.29).
 * Notes and comments that were in the file stay. Answers the relation id of the drawing that carries the note shapes.
 */
export function writeComments(sheet: Sheet, parts: Parts): string | null {
  const part = sheet.part ?? '';
  const relations = readRelationships(parts, part);
  const pathOf = (kind: string): string | undefined => relations.find((relation) => relation.kind === kind)?.target;
  writePerson(sheet, parts);
  const threadedPath =
    pathOf('threadedComment') ?? newPart(parts, part, 'xl/threadedComments/threadedComment', THREADED_RELATION);
  const before = readList(parts, threadedPath, 'ThreadedComments', THREADED);
  const written = syncThreaded(before, sheet.comments);
  setPartText(parts, threadedPath, serializeDocument(before));
  setContentType(parts, threadedPath, 'application/vnd.ms-excel.threadedcomments+xml');
  const notesPath = pathOf('comments') ?? newPart(parts, part, 'xl/comments', 'comments');
  const notes = readList(parts, notesPath, 'comments', MAIN);
  syncNotes(notes, sheet.comments, written);
  setPartText(parts, notesPath, serializeDocument(notes));
  setContentType(parts, notesPath, 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml');
  const drawingPath = pathOf('vmlDrawing');
  const known = new Set(sheet.notes.map((note) => cellName(note.row, note.column)));
  const shapes = sheet.comments.filter(
    (comment) => !written.existing.has(comment.id) && !known.has(cellName(comment.row, comment.column)),
  );
  const path = drawingPath ?? freePath(parts, 'xl/drawings/vmlDrawing', '.vml');
  setPartText(parts, path, withShapes(drawingPath ? partText(parts, drawingPath) : undefined, shapes));
  setDefaultContentType(parts, 'vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing');
  return drawingPath
    ? (relations.find((relation) => relation.target === drawingPath)?.id ?? null)
    : addRelationship(parts, part, 'vmlDrawing', path);
}

interface Written {
  existing: Set<string>;
  removed: Set<string>;
}

function newPart(parts: Parts, owner: string, stem: string, kind: string): string {
  const path = freePath(parts, stem, '.xml');
  addRelationship(parts, owner, kind, path);
  return path;
}

function readList(parts: Parts, path: string, name: string, namespace: string): XmlElement {
  const text = partText(parts, path);
  return text === undefined ? element(name, { xmlns: namespace }) : parseDocument(text);
}

function syncThreaded(root: XmlElement, comments: readonly CellComment[]): Written {
  const existing = new Set(elementsOf(root, 'threadedComment').map((node) => node.attributes['id'] ?? ''));
  const wanted = new Map(comments.map((comment) => [comment.id, comment]));
  const removed = new Set<string>();
  root.children = root.children.filter((node) => {
    if (typeof node === 'string') return true;
    const id = node.attributes['parentId'] ?? node.attributes['id'] ?? '';
    if (!wanted.has(id)) removed.add(node.attributes['ref'] ?? '');
    return wanted.has(id);
  });
  for (const node of elementsOf(root, 'threadedComment')) {
    const comment = wanted.get(node.attributes['id'] ?? '');
    const text = childOf(node, 'text');
    if (comment && text) text.children = [comment.content];
    if (comment) node.attributes['done'] = comment.resolved ? '1' : '0';
  }
  for (const comment of comments) {
    if (existing.has(comment.id)) continue;
    const { id, createdAt: dT } = comment;
    root.children.push(
      element('threadedComment', { ref: cellName(comment.row, comment.column), dT, personId: PERSON_ID, id }, [
        element('text', {}, [comment.content]),
      ]),
    );
  }
  return { existing, removed };
}

function syncNotes(root: XmlElement, comments: readonly CellComment[], written: Written): void {
  let authors = childOf(root, 'authors');
  let list = childOf(root, 'commentList');
  if (!authors) root.children.unshift((authors = element('authors')));
  if (!list) root.children.push((list = element('commentList')));
  list.children = list.children.filter(
    (node) => typeof node === 'string' || !written.removed.has(node.attributes['ref'] ?? ''),
  );
  for (const comment of comments) {
    const ref = cellName(comment.row, comment.column);
    list.children = list.children.filter((node) => typeof node === 'string' || node.attributes['ref'] !== ref);
    const author = `tc=${comment.id}`;
    let authorId = elementsOf(authors).findIndex((node) => node.children[0] === author);
    if (authorId < 0) {
      authorId = elementsOf(authors).length;
      authors.children.push(element('author', {}, [author]));
    }
    const text = `[Threaded comment]\n\nComment:\n    ${comment.content}`;
    list.children.push(
      element('comment', { ref, authorId, shapeId: 0 }, [element('text', {}, [element('t', {}, [text])])]),
    );
  }
}

function writePerson(sheet: Sheet, parts: Parts): void {
  const { workbookPart } = sheet.workbook;
  const found = readRelationships(parts, workbookPart).find((relation) => relation.kind === 'person');
  const path = found?.target ?? 'xl/persons/person.xml';
  const root = readList(parts, path, 'personList', THREADED);
  if (!elementsOf(root).some((node) => node.attributes['id'] === PERSON_ID)) {
    const displayName = sheet.comments.at(-1)?.author ?? 'Redress';
    root.children.push(element('person', { displayName, id: PERSON_ID, userId: displayName, providerId: 'None' }));
  }
  setPartText(parts, path, serializeDocument(root));
  if (found) return;
  setContentType(parts, path, 'application/vnd.ms-excel.person+xml');
  addRelationship(parts, workbookPart, PERSON_RELATION, path);
}

const EMPTY_DRAWING =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>';

function withShapes(drawing: string | undefined, comments: readonly CellComment[]): string {
  const base = drawing ?? EMPTY_DRAWING;
  let number = Math.max(1024, ...[...base.matchAll(/_x0000_s(\d+)/g)].map(([, digits]) => Number(digits)));
  const shapes = comments.map(({ row, column }) => {
    number += 1;
    const anchor = [column + 1, 15, row, 2, column + 3, 15, row + 4, 4].join(', ');
    return `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:108pt;height:60pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
  });
  return base.replace(/<\/xml>\s*$/, `${shapes.join('')}</xml>`);
}

import { parseArea } from '../model/address.ts';
import type { Sheet } from '../model/workbook.ts';
import { childOf, elementsOf, parseDocument, textOf, withoutRootPrefix } from '../xml/xml-tree.ts';
import { partText, readRelationships, type Parts } from './package-parts.ts';

/** Threaded comments become comments of the model; what has only an old-style note is remembered as a note. */
export function readComments(sheet: Sheet, parts: Parts): void {
  const relations = readRelationships(parts, sheet.part ?? '');
  const persons = readPersons(sheet, parts);
  const threaded = relations.find((relation) => relation.kind === 'threadedComment');
  const text = threaded ? partText(parts, threaded.target) : undefined;
  for (const node of text ? elementsOf(parseDocument(text), 'threadedComment') : []) {
    const { ref = '', id = '', dT = '', personId = '', parentId, done } = node.attributes;
    const area = parseArea(ref);
    if (!area || parentId !== undefined) continue;
    sheet.comments.push({
      id,
      row: area.row,
      column: area.column,
      content: textOf(childOf(node, 'text')),
      author: persons.get(personId) ?? '',
      createdAt: dT,
      resolved: done === '1',
    });
  }
  const legacy = relations.find((relation) => relation.kind === 'comments');
  const legacyText = legacy ? partText(parts, legacy.target) : undefined;
  const list = legacyText ? childOf(parseDocument(withoutRootPrefix(legacyText)), 'commentList') : undefined;
  for (const node of list ? elementsOf(list, 'comment') : []) {
    const area = parseArea(node.attributes['ref'] ?? '');
    if (!area || sheet.comments.some((comment) => comment.row === area.row && comment.column === area.column)) continue;
    sheet.notes.push({ row: area.row, column: area.column });
  }
}

function readPersons(sheet: Sheet, parts: Parts): Map<string, string> {
  const relation = readRelationships(parts, sheet.workbook.workbookPart).find(
    (candidate) => candidate.kind === 'person',
  );
  const text = relation ? partText(parts, relation.target) : undefined;
  const persons = text ? elementsOf(parseDocument(text), 'person') : [];
  return new Map(persons.map((node) => [node.attributes['id'] ?? '', node.attributes['displayName'] ?? '']));
}

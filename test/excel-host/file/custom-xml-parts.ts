import type { Workbook } from '../model/workbook.ts';
import { element, parseDocument, serializeDocument } from '../xml/xml-tree.ts';
import {
  addRelationship,
  freePath,
  partText,
  readRelationships,
  removePart,
  removeRelationship,
  setContentType,
  setPartText,
  type Parts,
} from './package-parts.ts';

const DATASTORE = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps';

/** Custom XML parts hang on the workbook part; each has a properties part with its id (ECMA-376 part 1, 22.5). */
export function readCustomXml(workbook: Workbook): void {
  for (const relation of readRelationships(workbook.parts, workbook.workbookPart)) {
    const xml = relation.kind === 'customXml' ? partText(workbook.parts, relation.target) : undefined;
    if (xml !== undefined) workbook.customXml.push({ id: idOf(workbook.parts, relation.target), xml });
  }
}

function idOf(parts: Parts, part: string): string {
  const properties = readRelationships(parts, part).find((relation) => relation.kind === 'customXmlProps');
  const text = properties ? partText(parts, properties.target) : undefined;
  return text ? (parseDocument(text).attributes['ds:itemID'] ?? part) : part;
}

/** Writes the parts that are new or changed and takes away those that were deleted. */
export function writeCustomXml(workbook: Workbook, parts: Parts): void {
  const wanted = new Map(workbook.customXml.map((part) => [part.id, part.xml]));
  for (const relation of readRelationships(parts, workbook.workbookPart)) {
    if (relation.kind !== 'customXml') continue;
    const id = idOf(parts, relation.target);
    const xml = wanted.get(id);
    if (xml === undefined) {
      for (const properties of readRelationships(parts, relation.target)) removePart(parts, properties.target);
      removePart(parts, relation.target);
      removeRelationship(parts, workbook.workbookPart, relation.id);
    } else setPartText(parts, relation.target, xml);
    wanted.delete(id);
  }
  for (const [id, xml] of wanted) {
    const path = freePath(parts, 'customXml/item', '.xml');
    setPartText(parts, path, xml);
    addRelationship(parts, workbook.workbookPart, 'customXml', path);
    const properties = freePath(parts, 'customXml/itemProps', '.xml');
    setPartText(
      parts,
      properties,
      serializeDocument(element('ds:datastoreItem', { 'ds:itemID': id, 'xmlns:ds': DATASTORE })),
    );
    setContentType(parts, properties, 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml');
    addRelationship(parts, path, PROPERTIES, properties);
  }
}

import { strFromU8, strToU8 } from 'fflate';
import { element, elementsOf, parseDocument, serializeDocument, type XmlElement } from '../xml/xml-tree.ts';

/** The files of an OPC package by path without leading slash, and the relations between them. */
export type Parts = Map<string, Uint8Array>;

export interface Relationship {
  id: string;
  /** The last segment of the type's URI (worksheet, styles, table …): the strict and the transitional form agree in it. */
  kind: string;
  type: string;
  target: string;
  external: boolean;
}

const OFFICE_RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

export function partText(parts: Parts, path: string): string | undefined {
  const bytes = parts.get(path);
  return bytes ? strFromU8(bytes).replace(/^\uFEFF/, '') : undefined;
}

export function setPartText(parts: Parts, path: string, text: string): void {
  parts.set(path, strToU8(text));
}

export function relationsPath(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

export function readRelationships(parts: Parts, part: string): Relationship[] {
  const text = partText(parts, relationsPath(part));
  if (text === undefined) return [];
  return elementsOf(parseDocument(text), 'Relationship').map((node) => {
    const { Id = '', Type = '', Target = '', TargetMode } = node.attributes;
    const external = TargetMode === 'External';
    return {
      id: Id,
      type: Type,
      kind: Type.slice(Type.lastIndexOf('/') + 1),
      target: external ? Target : resolveTarget(part, Target),
      external,
    };
  });
}

function resolveTarget(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const segments = part.split('/').slice(0, -1);
  for (const segment of target.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

/** As the usual producers write it: relative to the folder of the part. */
function relativeTarget(part: string, target: string): string {
  const from = part.split('/').slice(0, -1);
  const to = target.split('/');
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common += 1;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}

/** Adds a relation and answers its id; `type` may be a short kind of the officeDocument family or a whole URI. */
export function addRelationship(parts: Parts, part: string, type: string, target: string, external = false): string {
  const path = relationsPath(part);
  const text = partText(parts, path);
  const root = text === undefined ? element('Relationships', { xmlns: PACKAGE_RELATIONS }) : parseDocument(text);
  const taken = new Set(elementsOf(root).map((node) => node.attributes['Id']));
  let number = taken.size + 1;
  while (taken.has(`rId${number}`)) number += 1;
  const id = `rId${number}`;
  root.children.push(
    element('Relationship', {
      Id: id,
      Type: type.includes('/') ? type : `${OFFICE_RELATIONS}/${type}`,
      Target: external ? target : relativeTarget(part, target),
      TargetMode: external ? 'External' : undefined,
    }),
  );
  setPartText(parts, path, serializeDocument(root));
  return id;
}

export function removeRelationship(parts: Parts, part: string, id: string): void {
  const text = partText(parts, relationsPath(part));
  if (text === undefined) return;
  const root = parseDocument(text);
  root.children = root.children.filter((node) => typeof node === 'string' || node.attributes['Id'] !== id);
  setPartText(parts, relationsPath(part), serializeDocument(root));
}

const CONTENT_TYPES = '[Content_Types].xml';

export function setContentType(parts: Parts, part: string, contentType: string): void {
  const root = contentTypes(parts);
  root.children = root.children.filter(
    (node) => typeof node === 'string' || node.attributes['PartName'] !== `/${part}`,
  );
  root.children.push(element('Override', { PartName: `/${part}`, ContentType: contentType }));
  setPartText(parts, CONTENT_TYPES, serializeDocument(root));
}

export function setDefaultContentType(parts: Parts, extension: string, contentType: string): void {
  const root = contentTypes(parts);
  if (elementsOf(root, 'Default').some((node) => node.attributes['Extension']?.toLowerCase() === extension)) return;
  root.children.unshift(element('Default', { Extension: extension, ContentType: contentType }));
  setPartText(parts, CONTENT_TYPES, serializeDocument(root));
}

export function removePart(parts: Parts, part: string): void {
  parts.delete(part);
  parts.delete(relationsPath(part));
  const root = contentTypes(parts);
  root.children = root.children.filter(
    (node) => typeof node === 'string' || node.attributes['PartName'] !== `/${part}`,
  );
  setPartText(parts, CONTENT_TYPES, serializeDocument(root));
}

/** A path that is still free: `xl/tables/table` + `.xml` → xl/tables/table3.xml. */
export function freePath(parts: Parts, stem: string, extension: string): string {
  let number = 1;
  while (parts.has(`${stem}${number}${extension}`)) number += 1;
  return `${stem}${number}${extension}`;
}

function contentTypes(parts: Parts): XmlElement {
  return parseDocument(partText(parts, CONTENT_TYPES) ?? '<Types/>');
}

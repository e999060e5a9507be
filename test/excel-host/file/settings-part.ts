import type { Workbook } from '../model/workbook.ts';
import { childOf, element, elementsOf, parseDocument, serializeDocument, type XmlElement } from '../xml/xml-tree.ts';
import {
  addRelationship,
  freePath,
  partText,
  readRelationships,
  setContentType,
  setPartText,
  type Parts,
} from './package-parts.ts';

/**
 * Add-in settings live where Excel itself keeps them: in a web-extension part (MS-OWEXML 2.2.2), one per add-in, as
 * properties whose values are JSON. Parts of other add-ins are left alone.
 */
export const ADD_IN_ID = '5e7d2a3c-90b1-4f6e-8c55-7265647265a1';

const PANES = 'http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes';
const EXTENSION = 'http://schemas.microsoft.com/office/2011/relationships/webextension';
const WE = 'http://schemas.microsoft.com/office/webextensions/webextension/2010/11';
const WETP = 'http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function readSettings(workbook: Workbook): void {
  const own = findOwnPart(workbook.parts);
  if (!own) return;
  for (const property of elementsOf(childOf(own.root, 'properties') ?? own.root, 'property')) {
    const { name, value } = property.attributes;
    if (name !== undefined && value !== undefined) workbook.settings.set(name, parseValue(value));
  }
}

function parseValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text; // written by something that does not use JSON: the text itself is the value
  }
}

export function writeSettings(workbook: Workbook, parts: Parts): void {
  const properties = [...workbook.settings].map(([name, value]) =>
    element('we:property', { name, value: JSON.stringify(value) }),
  );
  const own = findOwnPart(parts);
  if (own) {
    const list = childOf(own.root, 'properties');
    if (list) list.children = properties;
    setPartText(parts, own.path, serializeDocument(own.root));
    return;
  }
  const path = freePath(parts, 'xl/webextensions/webextension', '.xml');
  const root = element('we:webextension', { 'xmlns:we': WE, id: `{${ADD_IN_ID.toUpperCase()}}` }, [
    element('we:reference', { id: ADD_IN_ID, version: '1.0.0.0', store: 'developer', storeType: 'Registry' }),
    element('we:alternateReferences'),
    element('we:properties', {}, properties),
    element('we:bindings'),
    element('we:snapshot', { 'xmlns:r': R }),
  ]);
  setPartText(parts, path, serializeDocument(root));
  setContentType(parts, path, 'application/vnd.ms-office.webextension+xml');
  linkFromPanes(parts, path);
}

function linkFromPanes(parts: Parts, extensionPart: string): void {
  let panes = readRelationships(parts, '').find((relation) => relation.type === PANES)?.target;
  if (!panes) {
    panes = 'xl/webextensions/taskpanes.xml';
    setPartText(parts, panes, serializeDocument(element('wetp:taskpanes', { 'xmlns:wetp': WETP })));
    setContentType(parts, panes, 'application/vnd.ms-office.webextensiontaskpanes+xml');
    addRelationship(parts, '', PANES, panes);
  }
  const id = addRelationship(parts, panes, EXTENSION, extensionPart);
  const root = parseDocument(partText(parts, panes) ?? '');
  root.children.push(
    element('wetp:taskpane', { dockstate: 'right', visibility: 0, width: 350, row: 0 }, [
      element('wetp:webextensionref', { 'xmlns:r': R, 'r:id': id }),
    ]),
  );
  setPartText(parts, panes, serializeDocument(root));
}

function findOwnPart(parts: Parts): { path: string; root: XmlElement } | null {
  const panes = readRelationships(parts, '').find((relation) => relation.type === PANES)?.target;
  if (!panes) return null;
  for (const relation of readRelationships(parts, panes)) {
    const text = relation.type === EXTENSION ? partText(parts, relation.target) : undefined;
    if (text === undefined) continue;
    const root = parseDocument(text);
    if (childOf(root, 'reference')?.attributes['id'] === ADD_IN_ID) return { path: relation.target, root };
  }
  return null;
}

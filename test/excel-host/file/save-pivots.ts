import type { Workbook } from '../model/workbook.ts';
import { allPivots } from '../model/pivot/place-pivot.ts';
import { putChild, removeChild } from '../xml/ordered-child.ts';
import { childOf, element, elementsOf, localAttribute, type XmlElement } from '../xml/xml-tree.ts';
import {
  addRelationship,
  freePath,
  readRelationships,
  removePart,
  removeRelationship,
  setContentType,
  setPartText,
  type Parts,
} from './package-parts.ts';
import { cacheDefinitionPart, cacheRecordsPart, pivotTablePart } from './write-pivot.ts';

const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Writes new and changed pivots, each with a cache of its own, and takes away the parts of those that went. `root` is the workbook's
 * element; answers whether its list of caches was changed. Runs before the styles are written: formats may be added.
 */
export function writePivots(workbook: Workbook, parts: Parts, root: XmlElement, order: readonly string[]): boolean {
  const sheetWent = workbook.changed.sheets && childOf(root, 'pivotCaches') !== undefined;
  if (!sheetWent && !workbook.sheets.some((sheet) => sheet.changed.has('pivots'))) return false;
  const main = workbook.workbookPart;
  const known = readRelationships(parts, main);
  const listed = elementsOf(childOf(root, 'pivotCaches') ?? element('none'), 'pivotCache');
  const caches = listed.map((node) => ({
    id: Number(node.attributes['cacheId']),
    relation: localAttribute(node, 'id') ?? '',
    target: known.find((relation) => relation.id === localAttribute(node, 'id'))?.target ?? '',
  }));
  const living = new Set(allPivots(workbook).map(({ pivot }) => pivot.part));
  for (const sheet of workbook.sheets.filter((own) => own.changed.has('pivots') && own.part !== null)) {
    for (const relation of readRelationships(parts, sheet.part ?? '')) {
      if (
        relation.kind !== 'pivotTable' ||
        living.has(relation.target) ||
        !workbook.knownPivotParts.has(relation.target)
      )
        continue;
      removePart(parts, relation.target);
      removeRelationship(parts, sheet.part ?? '', relation.id);
    }
  }
  for (const { sheet, pivot } of allPivots(workbook)) {
    if (!pivot.changed) continue;
    // A cache that another pivot of the file shares stays with that one.
    const shared = allPivots(workbook).some(
      (other) => other.pivot !== pivot && other.pivot.cachePart === pivot.cachePart,
    );
    let cachePart = shared ? null : pivot.cachePart;
    let cache = caches.find(({ target }) => target === cachePart);
    if (!cachePart || !cache) {
      cachePart = freePath(parts, 'xl/pivotCache/pivotCacheDefinition', '.xml');
      const id = Math.max(0, ...caches.map((own) => own.id)) + 1;
      setPartText(parts, cachePart, '');
      setContentType(parts, cachePart, `${CONTENT}.pivotCacheDefinition+xml`);
      cache = { id, relation: addRelationship(parts, main, 'pivotCacheDefinition', cachePart), target: cachePart };
      caches.push(cache);
    }
    let records = readRelationships(parts, cachePart).find(({ kind }) => kind === 'pivotCacheRecords');
    if (!records) {
      const path = freePath(parts, 'xl/pivotCache/pivotCacheRecords', '.xml');
      setContentType(parts, path, `${CONTENT}.pivotCacheRecords+xml`);
      const id = addRelationship(parts, cachePart, 'pivotCacheRecords', path);
      records = { id, kind: 'pivotCacheRecords', type: '', target: path, external: false };
    }
    setPartText(parts, records.target, cacheRecordsPart(pivot));
    setPartText(parts, cachePart, cacheDefinitionPart(pivot, workbook.styles, records.id));
    const part = pivot.part ?? freePath(parts, 'xl/pivotTables/pivotTable', '.xml');
    setPartText(parts, part, pivotTablePart(pivot, workbook.styles, cache.id));
    if (!readRelationships(parts, sheet.part ?? '').some(({ target }) => target === part)) {
      setContentType(parts, part, `${CONTENT}.pivotTable+xml`);
      addRelationship(parts, sheet.part ?? '', 'pivotTable', part);
    }
    for (const relation of readRelationships(parts, part)) removeRelationship(parts, part, relation.id);
    addRelationship(parts, part, 'pivotCacheDefinition', cachePart);
  }
  return writeCacheList(workbook, parts, root, caches, order);
}

interface Cache {
  id: number;
  relation: string;
  target: string;
}

/** Caches that no pivot uses any more go with their records. */
function writeCacheList(
  workbook: Workbook,
  parts: Parts,
  root: XmlElement,
  caches: Cache[],
  order: readonly string[],
): boolean {
  const main = workbook.workbookPart;
  const used = new Set<string>();
  for (const path of parts.keys()) {
    if (!path.includes('pivotTable') || path.endsWith('.rels')) continue;
    for (const { kind, target } of readRelationships(parts, path))
      if (kind === 'pivotCacheDefinition') used.add(target);
  }
  const kept = caches.filter((cache) => used.has(cache.target));
  for (const gone of caches.filter((cache) => !used.has(cache.target))) {
    for (const { target } of readRelationships(parts, gone.target)) removePart(parts, target);
    removePart(parts, gone.target);
    removeRelationship(parts, main, gone.relation);
  }
  removeChild(root, 'pivotCaches');
  if (kept.length > 0) {
    const nodes = kept.map((cache) => element('pivotCache', { cacheId: cache.id, 'r:id': cache.relation }));
    root.attributes['xmlns:r'] ??= 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    putChild(root, element('pivotCaches', {}, nodes), order);
  }
  return true;
}

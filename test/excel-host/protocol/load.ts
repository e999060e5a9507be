import { refuse } from '../model/host-error.ts';
import { camelCase, pascalCase, type HostObject } from './host-object.ts';
import type { Query } from './wire.ts';

/** Answers a load: the asked-for properties under their wire names, nested for paths, `_Items` for collections. */
export function loadObject(object: HostObject, query: Query): Record<string, unknown> {
  const names = [...(query.Select ?? []), ...(query.Expand ?? [])]
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return loadNames(object, names, query);
}

function loadNames(object: HostObject, names: readonly string[], query: Query): Record<string, unknown> {
  const items = object.items();
  if (items === null) return loadInto({ ...object.identity() }, object, names);
  const own = names.filter((name) => object.has(firstSegment(name)) !== null);
  const ofItems = names.filter((name) => object.has(firstSegment(name)) === null);
  const result = own.length > 0 || names.length === 0 ? loadInto({}, object, own) : {};
  if (ofItems.length === 0 && own.length > 0) return result;
  const skip = query.Skip ?? 0;
  const wanted = items.slice(skip, query.Top === undefined ? undefined : skip + query.Top);
  result['_Items'] = wanted.map((item) => loadNames(item, ofItems, {}));
  return result;
}

function loadInto(
  result: Record<string, unknown>,
  object: HostObject,
  names: readonly string[],
): Record<string, unknown> {
  const expanded = names.length === 0 || names.includes('*') || names.includes('$all') ? object.defaultNames : [];
  const plain = new Set([
    ...expanded,
    ...names.filter((name) => !name.includes('/') && !isMarker(name)).map(camelCase),
  ]);
  for (const name of plain) {
    if (object.has(name) === 'navigation') {
      const child = object.navigate(name);
      result[pascalCase(name)] = child ? loadNames(child, [], {}) : null;
    } else if (object.has(name) === 'scalar') result[pascalCase(name)] = object.read(name);
    else refuse('InvalidArgument', `Excel host: ${object.className} has no property "${name}" to load`);
  }
  const nested = new Map<string, string[]>();
  for (const name of names.filter((path) => path.includes('/'))) {
    const head = firstSegment(name);
    nested.set(head, [...(nested.get(head) ?? []), name.slice(name.indexOf('/') + 1)]);
  }
  for (const [name, rest] of nested) {
    if (object.has(name) !== 'navigation') {
      refuse('InvalidArgument', `Excel host: ${object.className} has no object "${name}" to load from`);
    }
    const child = object.navigate(name);
    result[pascalCase(name)] = child ? loadNames(child, rest, {}) : null;
  }
  return result;
}

function isMarker(name: string): boolean {
  return name === '*' || name === '$all' || name === '$none';
}

function firstSegment(name: string): string {
  return camelCase(name.split('/')[0] ?? name);
}

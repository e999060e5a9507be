import { HostError, refuse } from '../model/host-error.ts';
import { camelCase, isHostObject, pascalCase, type HostObject } from './host-object.ts';
import { loadObject } from './load.ts';
import type { HostSession } from './session.ts';
import type { Action, ObjectPath, RequestBody, ResponseBody } from './wire.ts';

export interface RequestHooks {
  root(session: HostSession): HostObject;
  /** Called before each action; may throw a fault. */
  beforeAction(index: number, action: Action): void;
}

/**
 * Runs the actions strictly in order. The first error ends the request; what was done before it stays done ([D develop/
 * application-specific-api-model.md], facts 3.2 "error in batch").
 */
export function processRequest(session: HostSession, body: RequestBody, hooks: RequestHooks): ResponseBody {
  const objects = new ObjectPaths(session, body, hooks);
  const response: ResponseBody = { Results: [], TraceIds: [], Error: null };
  for (const [index, action] of body.Actions.entries()) {
    try {
      hooks.beforeAction(index, action);
      const Value = runAction(objects, action);
      if (action.ActionType === 5) response.TraceIds.push(action.Id);
      response.Results.push({ ActionId: action.Id, Value: Value ?? null });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      response.Error = {
        Code: error.code,
        Message: error.message,
        ActionIndex: index,
        Location: locationOf(objects, action),
        HttpStatusCode: error.httpStatusCode,
      };
      break;
    }
  }
  session.live.clear();
  return response;
}

function runAction(objects: ObjectPaths, action: Action): unknown {
  switch (action.ActionType) {
    case 1:
      return instantiate(objects.resolve(action.ObjectPathId));
    case 2: {
      const object = objects.resolve(action.ObjectPathId);
      return object && loadObject(object, action.QueryInfo ?? {});
    }
    case 3: {
      const object = objects.resolve(action.ObjectPathId);
      if (!object) return null; // a method of a null object does nothing ([D *OrNullObject methods])
      const result = object.invoke(action.Name ?? '', objects.argumentsOf(action.ArgumentInfo));
      return isHostObject(result) ? instantiate(result) : result;
    }
    case 4: {
      const object = objects.resolve(action.ObjectPathId) ?? refuse('ItemNotFound');
      object.write(camelCase(action.Name ?? ''), objects.argumentsOf(action.ArgumentInfo)[0]);
      return null;
    }
    case 5:
      return null;
    case 6:
      return recursiveQuery(objects.resolve(action.ObjectPathId), action);
    case 7: {
      const object = objects.resolve(action.ObjectPathId);
      return object && loadObject(object, action.QueryInfo ?? {});
    }
    case 8:
      return ensureUnchanged(objects.resolve(action.ObjectPathId) ?? refuse('ItemNotFound'), action);
    case 9: {
      const object = objects.resolve(action.ObjectPathId) ?? refuse('ItemNotFound');
      update(object, action.ObjectState ?? {});
      return null;
    }
    default:
      return refuse('InvalidArgument', `Excel host: action type ${action.ActionType} is not implemented`);
  }
}

function instantiate(object: HostObject | null): unknown {
  return object ? { ...object.identity() } : null;
}

function recursiveQuery(object: HostObject | null, action: Action): unknown {
  const queries = action.RecursiveQueryInfo?.Queries ?? {};
  const own = object ? queries[object.className] : undefined;
  if (object && !own) refuse('InvalidArgument', `Excel host: loadRecursive names no options for ${object.className}`);
  return object && loadObject(object, own ?? {});
}

function ensureUnchanged(object: HostObject, action: Action): null {
  for (const [name, expected] of Object.entries(action.ObjectState ?? {})) {
    if (JSON.stringify(object.read(camelCase(name))) !== JSON.stringify(expected)) refuse('Conflict');
  }
  return null;
}

function update(object: HostObject, state: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(state)) {
    const name = camelCase(key);
    if (object.has(name) !== 'navigation') object.write(name, value);
    else update(object.navigate(name) ?? refuse('ItemNotFound'), value as Record<string, unknown>);
  }
}

function locationOf(objects: ObjectPaths, action: Action): string {
  const path = objects.pathOf(action.ObjectPathId);
  const className = objects.known(action.ObjectPathId)?.className ?? '';
  const member = action.ActionType === 1 ? (path?.Name ?? '') : (action.Name ?? '');
  return className === '' ? camelCase(member) : `${className}.${camelCase(member)}`;
}

/** The objects that the request's paths stand for; each is found once and then stays the same object. */
class ObjectPaths {
  private readonly objects = new Map<number, HostObject | null>();

  constructor(
    private readonly session: HostSession,
    private readonly body: RequestBody,
    private readonly hooks: RequestHooks,
  ) {}

  pathOf(id: number | undefined): ObjectPath | undefined {
    return id === undefined ? undefined : this.body.ObjectPaths[String(id)];
  }

  known(id: number | undefined): HostObject | null | undefined {
    return id === undefined ? undefined : this.objects.get(id);
  }

  resolve(id: number | undefined): HostObject | null {
    if (id === undefined) return refuse('InvalidArgument');
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const path = this.pathOf(id) ?? refuse('InvalidArgument', `Excel host: object path ${id} is missing`);
    const object = this.find(path);
    this.objects.set(id, object);
    return object;
  }

  argumentsOf(info: Action['ArgumentInfo']): unknown[] {
    const values = info?.Arguments ?? [];
    const references = info?.ReferencedObjectPathIds ?? [];
    return values.map((value, at) => this.argument(value, references[at]));
  }

  private argument(value: unknown, reference: unknown): unknown {
    if (typeof reference === 'number' && reference !== 0) return this.resolve(reference);
    if (Array.isArray(value) && Array.isArray(reference)) {
      return value.map((entry: unknown, at) => this.argument(entry, (reference as unknown[])[at]));
    }
    return this.inside(value);
  }

  /** Objects inside a plain argument (`{ list: { source: range } }`) come as `{ _ObjectPathId }`. */
  private inside(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const path = (value as Record<string, unknown>)['_ObjectPathId'];
    if (typeof path === 'number') return this.resolve(path);
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, this.inside(entry)]));
  }

  private find(path: ObjectPath): HostObject | null {
    const { ObjectPathType: type, Name: name = '' } = path;
    if (type === 1) return this.hooks.root(this.session);
    if (type === 6) return this.session.references.get(name) ?? refuse('ItemNotFound');
    if (type === 7) return null;
    if (type === 2) return refuse('ApiNotFound', `Excel host: ${name} is not implemented`);
    const parent = this.resolve(path.ParentObjectPathId);
    if (!parent) return null; // what hangs on a null object is a null object
    const args = this.argumentsOf(path.ArgumentInfo);
    if (type === 4) return parent.navigate(camelCase(name));
    if (type === 5) return parent.itemByKey(args[0]) ?? refuse('ItemNotFound');
    if (type !== 3) return refuse('InvalidArgument', `Excel host: object path type ${type} is not implemented`);
    const result = parent.invoke(name, args);
    if (result === null || isHostObject(result)) return result;
    throw new Error(`${parent.className}.${pascalCase(name)} gave no object`);
  }
}

import { HostError } from '../model/host-error.ts';
import type { HostSession } from './session.ts';

/** What stands behind a proxy of the client: an Office.js object as the request processor sees it. */
export interface HostObject {
  readonly className: string;
  readonly target: object;
  /** `_Id`, `Id` or `_ReferenceId`: how the client addresses the object from now on. */
  identity(): Record<string, unknown>;
  /** Names (camelCase) that a load without names brings. */
  readonly defaultNames: readonly string[];
  has(name: string): 'scalar' | 'navigation' | null;
  read(name: string): unknown;
  write(name: string, value: unknown): void;
  navigate(name: string): HostObject | null;
  invoke(name: string, args: unknown[]): unknown;
  /** Null for what is no collection. */
  items(): HostObject[] | null;
  itemByKey(key: unknown): HostObject | null;
}

export interface Scalar<T> {
  get(target: T, session: HostSession): unknown;
  set?(target: T, value: unknown, session: HostSession): void;
  /** Only loaded when asked for by name. */
  onDemand?: true;
  /** The ExcelApi set it came with, where that is above the host's floor of 1.14. */
  since?: number;
}

/**
 * One Office.js class as a table. Names are those of the JavaScript API (camelCase); the wire says them in PascalCase. A member that
 * the table does not hold is an error naming it, never a silent success.
 */
export interface ClassTable<T extends object> {
  name: string;
  identity?(target: T, session: HostSession): Record<string, unknown>;
  scalars?: Record<string, Scalar<T>>;
  navigation?: Record<string, (target: T, session: HostSession) => HostObject | null>;
  methods?: Record<string, (target: T, args: unknown[], session: HostSession) => unknown>;
  /** Events by the name inside `_Register…Event`. */
  events?: readonly string[];
  items?(target: T, session: HostSession): HostObject[];
  itemByKey?(target: T, key: unknown, session: HostSession): HostObject | null;
}

export interface Wrap<T extends object> {
  (session: HostSession, target: T): HostObject;
  /** The names the class answers to, for checks against the client. */
  readonly members: { className: string; properties: string[]; methods: string[]; events: readonly string[] };
}

export function defineClass<T extends object>(table: ClassTable<T>): Wrap<T> {
  const scalars = new Map(Object.entries(table.scalars ?? {}));
  const navigation = new Map(Object.entries(table.navigation ?? {}));
  const methods = new Map(Object.entries(table.methods ?? {}));
  const events = new Set(
    (table.events ?? []).flatMap((event) => [`_Register${event}Event`, `_Unregister${event}Event`]),
  );
  const defaultNames = [...scalars].filter(([, scalar]) => !scalar.onDemand).map(([name]) => name);
  const unknown = (name: string): never => {
    throw new HostError('ApiNotFound', `Excel host: ${table.name}.${name} is not implemented`);
  };
  const checkLevel = (name: string, since: number | undefined, session: HostSession): void => {
    if (since !== undefined && since > session.profile.excelApi) {
      throw new HostError('ApiNotFound', `${table.name}.${name} needs ExcelApi ${since}`);
    }
  };
  const members = {
    className: table.name,
    properties: [...scalars.keys(), ...navigation.keys()],
    methods: [...methods.keys()],
    events: table.events ?? [],
  };
  const wrap = (session: HostSession, target: T): HostObject => ({
    className: table.name,
    target,
    defaultNames,
    identity: () => table.identity?.(target, session) ?? {},
    has: (name) => (scalars.has(name) ? 'scalar' : navigation.has(name) ? 'navigation' : null),
    read(name) {
      const scalar = scalars.get(name) ?? unknown(name);
      checkLevel(name, scalar.since, session);
      return scalar.get(target, session);
    },
    write(name, value) {
      const scalar = scalars.get(name) ?? unknown(name);
      checkLevel(name, scalar.since, session);
      if (!scalar.set) throw new HostError('InvalidArgument', `${table.name}.${name} is read-only`);
      if (value === null || value === undefined) {
        // A whole property cannot be null ([D excel/excel-add-ins-blank-null-values.md]).
        throw new HostError('InvalidArgument', `${table.name}.${name} cannot be null`);
      }
      scalar.set(target, value, session);
    },
    navigate: (name) => (navigation.get(name) ?? unknown(name))(target, session),
    invoke(name, args) {
      if (events.has(name)) return null;
      return (methods.get(camelCase(name)) ?? unknown(name))(target, args, session);
    },
    items: () => table.items?.(target, session) ?? null,
    itemByKey(key) {
      if (!table.itemByKey) return unknown('getItem');
      return table.itemByKey(target, key, session);
    },
  });
  return Object.assign(wrap, { members });
}

export function camelCase(name: string): string {
  return name.startsWith('_') ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

export function pascalCase(name: string): string {
  return name.startsWith('_') ? name : name.charAt(0).toUpperCase() + name.slice(1);
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && 'className' in value && 'identity' in value;
}

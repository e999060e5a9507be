import { refuse } from '../model/host-error.ts';
import { parseDocument } from '../xml/xml-tree.ts';
import { defineClass } from '../protocol/host-object.ts';
import type { HostSession } from '../protocol/session.ts';
import { text } from './arguments.ts';
import type { CustomXmlScope, OnCustomXml } from './targets.ts';

function namespaceOf(xml: string): string {
  const root = parseDocument(xml);
  const prefix = root.name.includes(':') ? `xmlns:${root.name.split(':')[0] ?? ''}` : 'xmlns';
  return root.attributes[prefix] ?? ''; // only set when the root says so (facts 2.2 "hidden settings")
}

function checked(xml: string): string {
  try {
    parseDocument(xml);
  } catch {
    return refuse('InvalidArgument', 'The XML of the part is not well-formed.');
  }
  return xml;
}

function ids({ workbook, namespaceUri }: CustomXmlScope): string[] {
  return workbook.customXml
    .filter(({ xml }) => namespaceUri === null || namespaceOf(xml) === namespaceUri)
    .map(({ id }) => id);
}

function wrap(scope: CustomXmlScope, key: unknown, session: HostSession): ReturnType<typeof customXmlPart> | null {
  const id = ids(scope).find((candidate) => candidate.toLowerCase() === text(key).toLowerCase());
  return id === undefined ? null : session.objects.customXmlPart(session, { workbook: scope.workbook, id });
}

export const customXmlParts = defineClass<CustomXmlScope>({
  name: 'CustomXmlPartCollection',
  items: (scope, session) =>
    ids(scope).map((id) => session.objects.customXmlPart(session, { workbook: scope.workbook, id })),
  itemByKey: wrap,
  methods: {
    add({ workbook }, [xml], session) {
      const number = workbook.customXml.length + 1;
      let id = '';
      for (let at = number; id === '' || workbook.customXml.some((part) => part.id === id); at += 1) {
        id = `{${at.toString(16).toUpperCase().padStart(8, '0')}-0000-4000-8000-435553544F4D}`;
      }
      workbook.customXml.push({ id, xml: checked(text(xml)) });
      workbook.changed.customXml = true;
      return session.objects.customXmlPart(session, { workbook, id });
    },
    getByNamespace: ({ workbook }, [uri], session) =>
      session.objects.customXmlParts(session, { workbook, namespaceUri: text(uri) }),
    getCount: (scope) => ids(scope).length,
    getItemOrNullObject: (scope, [key], session) => wrap(scope, key, session),
    getOnlyItem(scope, _args, session) {
      const all = ids(scope);
      return all.length === 1 ? wrap(scope, all[0], session) : refuse('InvalidOperation');
    },
    getOnlyItemOrNullObject(scope, _args, session) {
      const all = ids(scope);
      return all.length === 1 ? wrap(scope, all[0], session) : null;
    },
  },
});

export const customXmlPart = defineClass<OnCustomXml>({
  name: 'CustomXmlPart',
  identity: ({ id }) => ({ Id: id }),
  scalars: {
    id: { get: ({ id }) => id },
    namespaceUri: { get: (target) => namespaceOf(partOf(target).xml) },
  },
  methods: {
    getXml: (target) => partOf(target).xml,
    setXml(target, [xml]) {
      partOf(target).xml = checked(text(xml));
      target.workbook.changed.customXml = true;
      return null;
    },
    delete({ workbook, id }) {
      workbook.customXml = workbook.customXml.filter((part) => part.id !== id);
      workbook.changed.customXml = true;
      return null;
    },
  },
});

function partOf({ workbook, id }: OnCustomXml): { id: string; xml: string } {
  return workbook.customXml.find((part) => part.id === id) ?? refuse('ItemNotFound');
}

import { attributesOf } from '../xml/rewrite-xml.ts';

/** A workbook's file, opened: the parts of its package by name, as text. */
export interface SourcePackage {
  names: readonly string[];
  /** The text of a part; null: there is none. */
  text: (name: string) => string | null;
}

export interface Relation {
  id: string;
  /** The last word of its type, which is the same in both editions of the standard: `worksheet`, `pivotTable`. */
  kind: string;
  type: string;
  /** Name of the part, or the address as it is written where it leads out of the workbook. */
  target: string;
  isExternal: boolean;
}

/** Where a part's relations are written: `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
export function relationsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The relations of a part; of the package itself by `''`. */
export function relationsOf(source: SourcePackage, part: string): Relation[] {
  const xml = source.text(relationsName(part)) ?? '';
  return [...xml.matchAll(/<(?:\w+:)?Relationship\s([^>]*?)\/?>/g)].map(([, written = '']) => {
    const attributes = attributesOf(written);
    const type = attributes.get('Type') ?? '';
    const target = attributes.get('Target') ?? '';
    const isExternal = attributes.get('TargetMode') === 'External';
    return {
      id: attributes.get('Id') ?? '',
      kind: type.slice(type.lastIndexOf('/') + 1),
      type,
      target: isExternal ? target : resolved(source, part, target),
      isExternal,
    };
  });
}

/** Names are compared without regard to capitals, as packages do (ECMA-376 part 2, 6.3.5). */
function resolved(source: SourcePackage, part: string, target: string): string {
  const steps = target.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  const name = steps.join('/');
  if (source.names.includes(name)) return name;
  return source.names.find((other) => other.toLowerCase() === name.toLowerCase()) ?? name;
}

const MAIN =
  /^(?:http:\/\/schemas\.openxmlformats\.org\/spreadsheetml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/spreadsheetml\/main)$/;

/** A part of the spreadsheet's own vocabulary without the prefix that some programs write before each name of it. */
export function plainPart(xml: string): string {
  const root = /<([\w.-]+):[\w.-]+(\s[^>]*)>/.exec(xml.slice(0, 4000));
  const prefix = root?.[1];
  if (root === null || prefix === undefined || /<[A-Za-z]/.test(xml.slice(0, root.index))) return xml;
  if (!MAIN.test(attributesOf(root[2] ?? '').get(`xmlns:${prefix}`) ?? '')) return xml;
  return xml.replace(new RegExp(`<(/?)${prefix}:`, 'g'), '<$1').replace(new RegExp(`\\sxmlns:${prefix}=`), ' xmlns=');
}

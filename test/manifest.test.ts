import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { describe, expect, it } from 'vitest';
import { RIBBON_COMMANDS } from '../excel-addin/commands/ribbon-commands.ts';
import { SHORTCUT_ACTIONS, shortcutsFile } from '../excel-addin/commands/shortcuts.ts';
import { METADATA_FILES } from '../excel-addin/functions/function-metadata.ts';
import { ROOT } from './support/import-graph.ts';
import { parseDocument, type XmlElement } from './excel-host/xml/xml-tree.ts';

const BASE = 'https://localhost:3000/';
/** Written from one source by the build itself (excel-addin/vite.config.ts). */
const MADE_BY_THE_BUILD: string[] = [...Object.values(METADATA_FILES), 'shortcuts.json'];
const manifest = parseDocument(readFileSync(join(ROOT, 'manifest.xml'), 'utf8'));
const all = [...walk(manifest)];
const named = (name: string) => all.filter((element) => local(element) === name);

function* walk(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* walk(child);
}
function local({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}
function textOf({ children }: XmlElement): string {
  return children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
}
function below(element: XmlElement, name: string): XmlElement[] {
  return [...walk(element)].filter((child) => child !== element && local(child) === name);
}

/** Width and height of a PNG, from its header. */
function pixels(file: string): [number, number] {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const resources = new Map(
  ['Image', 'Url', 'String'].flatMap((kind) =>
    named(kind).flatMap((element): [string, { kind: string; element: XmlElement }][] => {
      const id = element.attributes['id'];
      return id === undefined ? [] : [[id, { kind, element }]];
    }),
  ),
);

describe('manifest.xml', () => {
  it('refers only to resources that exist, each of the right kind', () => {
    const kinds: Record<string, string> = {
      SourceLocation: 'Url',
      Runtime: 'Url',
      FunctionFile: 'Url',
      LearnMoreUrl: 'Url',
      Image: 'Image',
    };
    const references = all.filter(({ attributes }) => attributes['resid'] !== undefined);
    expect(references.length).toBeGreaterThan(15);
    for (const element of references)
      expect(resources.get(element.attributes['resid'] ?? '')?.kind, element.attributes['resid']).toBe(
        kinds[local(element)] ?? 'String',
      );
  });

  it('defines no resource that nothing refers to', () => {
    const used = new Set(all.map(({ attributes }) => attributes['resid']));
    expect([...resources.keys()].filter((id) => !used.has(id))).toEqual([]);
  });

  it('runs pane and commands in one shared runtime', () => {
    const [runtime] = named('Runtime');
    expect(runtime?.attributes['lifetime']).toBe('long');
    const pages = [
      ...named('FunctionFile'),
      ...[...named('Action'), ...named('Page')].flatMap((element) => below(element, 'SourceLocation')),
    ];
    expect(pages.length).toBe(3);
    for (const page of pages) expect(page.attributes['resid']).toBe(runtime?.attributes['resid']);
    const sets = named('Set').map(({ attributes }) => `${attributes['Name']} ${attributes['MinVersion']}`);
    expect(sets).toEqual(['SharedRuntime 1.1', 'ExcelApi 1.14']);
  });

  it('gives each control and resource an id of its own, and resources short ones', () => {
    const ids = all
      .filter((element) => ['CustomTab', 'Group', 'Control', 'Image', 'Url', 'String'].includes(local(element)))
      .flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of resources.keys()) expect(id.length, id).toBeLessThanOrEqual(32);
  });

  it('speaks https to one origin only', () => {
    const addresses = all.flatMap(({ attributes }) =>
      Object.entries(attributes).flatMap(([name, value]) =>
        !name.startsWith('xmlns') && /^\w+:\/\//.test(value) ? [value] : [],
      ),
    );
    expect(addresses.length).toBeGreaterThan(8);
    for (const address of addresses) expect(address.startsWith(BASE), address).toBe(true);
  });

  it('points only to files that the build makes', () => {
    for (const element of [
      ...named('Image'),
      ...named('Url'),
      ...named('IconUrl'),
      ...named('HighResolutionIconUrl'),
      ...named('SupportUrl'),
      ...named('Override').filter(({ attributes }) => attributes['Value']?.startsWith(BASE)),
      ...named('ExtendedOverrides'),
    ]) {
      const { DefaultValue, Value, Url } = element.attributes;
      const address = DefaultValue ?? Value ?? Url;
      if (address === undefined) continue;
      const path = address.slice(BASE.length);
      if (MADE_BY_THE_BUILD.includes(path)) continue;
      const place = path === 'taskpane.html' ? 'excel-addin' : 'excel-addin/public';
      expect(existsSync(join(ROOT, place, path)), path).toBe(true);
    }
  });

  it('has every icon in 16, 32 and 80, each picture as large as it says', () => {
    const icons = named('Icon');
    expect(icons.length).toBe(9);
    for (const icon of icons)
      expect(below(icon, 'Image').map(({ attributes }) => attributes['size'])).toEqual(['16', '32', '80']);
    const sized = [
      ...icons
        .flatMap((icon) => below(icon, 'Image'))
        .map(({ attributes }) => ({
          size: Number(attributes['size']),
          address: resources.get(attributes['resid'] ?? '')?.element.attributes['DefaultValue'] ?? '',
        })),
      { size: 32, address: named('IconUrl')[0]?.attributes['DefaultValue'] ?? '' },
      { size: 64, address: named('HighResolutionIconUrl')[0]?.attributes['DefaultValue'] ?? '' },
    ];
    for (const { size, address } of sized)
      expect(pixels(join(ROOT, 'excel-addin/public', address.slice(BASE.length))), address).toEqual([size, size]);
  });

  it('says every text in three languages, within the limits of the host', () => {
    const texts = [...named('String'), ...named('DisplayName'), ...named('Description')].filter(
      ({ attributes }) => attributes['DefaultValue'] !== undefined,
    );
    expect(texts.length).toBeGreaterThan(8);
    for (const element of texts) {
      const overrides = below(element, 'Override');
      expect(overrides.map(({ attributes }) => attributes['Locale'])).toEqual(['zh-CN', 'zh-TW']);
      const limit = textIsLong(element) ? 250 : 125;
      for (const words of [element, ...overrides].map(
        ({ attributes }) => attributes['DefaultValue'] ?? attributes['Value'] ?? '',
      )) {
        expect(words).not.toBe('');
        expect(words.length, words).toBeLessThanOrEqual(limit);
      }
    }
    expect(named('DefaultLocale').map(textOf)).toEqual(['en-US']);
  });

  it('names exactly the commands that the add-in ties to its ribbon', () => {
    expect(named('FunctionName').map(textOf).sort()).toEqual([...RIBBON_COMMANDS].sort());
  });

  it('offers worksheet functions whose metadata stands in each language', () => {
    const [metadata] = named('Metadata').flatMap((element) => below(element, 'SourceLocation'));
    const url = resources.get(metadata?.attributes['resid'] ?? '')?.element;
    expect(url?.attributes['DefaultValue']).toBe(`${BASE}${METADATA_FILES.en}`);
    expect(url && below(url, 'Override').map(({ attributes }) => [attributes['Locale'], attributes['Value']])).toEqual([
      ['zh-CN', `${BASE}${METADATA_FILES['zh-CN']}`],
      ['zh-TW', `${BASE}${METADATA_FILES['zh-TW']}`],
    ]);
    const namespace = resources.get('Functions.Namespace')?.element;
    expect(namespace?.attributes['DefaultValue']).toBe('REDRESS');
    // Formulas of one language are read in the others: the namespace is the same.
    expect(namespace && below(namespace, 'Override').every(({ attributes }) => attributes['Value'] === 'REDRESS')).toBe(
      true,
    );
  });

  it('has key combinations for commands that exist, each its own, none of them Excel’s', () => {
    const file = shortcutsFile() as {
      actions: { id: string; name: string }[];
      shortcuts: { action: string; key: Record<string, string> }[];
    };
    expect(file.actions.map(({ id }) => id)).toEqual([...SHORTCUT_ACTIONS]);
    expect(file.shortcuts.map(({ action }) => action)).toEqual([...SHORTCUT_ACTIONS]);
    for (const { name } of file.actions) expect(name).toMatch(/[\u4e00-\u9fff]/);
    for (const platform of ['default', 'mac']) {
      const keys = file.shortcuts.map(({ key }) => key[platform] ?? '');
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) expect(key).toMatch(/^(Ctrl|Command)\+Alt\+Shift\+[A-Z]$/);
    }
  });

  it('asks for no more than reading and writing the document, and has an id and a version of the right form', () => {
    expect(named('Permissions').map(textOf)).toEqual(['ReadWriteDocument']);
    expect(textOf(named('Id')[0] ?? manifest)).toMatch(
      /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
    expect(textOf(named('Version')[0] ?? manifest)).toMatch(/^\d+(\.\d+){1,3}$/);
  });
});

function textIsLong(element: XmlElement): boolean {
  return (
    local(element) === 'Description' || named('LongStrings').some((list) => below(list, 'String').includes(element))
  );
}

describe('Microsoft’s own reader of manifests', () => {
  it('understands it', async () => {
    const read = await OfficeAddinManifest.readManifestFile(join(ROOT, 'manifest.xml'));
    expect(read).toMatchObject({ officeAppType: 'TaskPaneApp', hosts: ['Workbook'], permissions: 'ReadWriteDocument' });
    expect(read.displayName).toBeTruthy();
  });
});

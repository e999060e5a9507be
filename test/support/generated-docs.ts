import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import * as z from 'zod';
import { Field, TimeField } from '../../core/complaint/field.ts';
import { Condition } from '../../core/policy/condition.ts';
import { HandlingStep } from '../../core/policy/guidance.ts';
import { Localized } from '../../core/policy/localized.ts';
import { PolicyPack, Target } from '../../core/policy/policy-pack.ts';
import { Id, Source } from '../../core/policy/rule-source.ts';
import { deadlinesPage } from './deadlines-page.ts';
import { ROOT } from './import-graph.ts';
import { kindOfPlace, type PlaceKind } from './citations.ts';
import { recipesPage } from './recipes-page.ts';
import { citations, readRequirements, type Requirement } from './requirements.ts';

/** The pages under `docs/` that are made from the product itself, by path, as they must stand there. */
export async function generatedDocs(): Promise<Map<string, string>> {
  const pages = {
    'docs/policy-pack.schema.json': packSchema(),
    'docs/requirements.md': requirementsPage(),
    'docs/deadlines.md': deadlinesPage(),
    'docs/recipes.md': recipesPage(),
  };
  const formatted = Object.entries(pages).map(async ([path, text]): Promise<[string, string]> => {
    const config = await resolveConfig(join(ROOT, path));
    return [path, await format(text, { ...config, filepath: path })];
  });
  return new Map(await Promise.all(formatted));
}

/** The JSON Schema of a pack's file, for editors. `@name` in a list of words names a shared list. */
function packSchema(): string {
  const schema = z.toJSONSchema(PolicyPack, { io: 'input', reused: 'ref', metadata: named() });
  return JSON.stringify({ title: 'Redress policy pack', ...schema });
}

/** Parts that stand in many places get a name of their own in the schema. */
function named() {
  const registry = z.registry<{ id: string }>();
  const parts = { Id, Source, Localized, Condition, Target, Field, TimeField, HandlingStep };
  for (const [id, part] of Object.entries(parts)) registry.add(part, { id });
  return registry;
}

const DOCUMENTS: Record<string, string> = {
  S0: 'S0 – fly-ash supplier',
  S1a: 'S1a – how complaints are understood',
  S1b: 'S1b – power supply station',
  S1c: 'S1c – power company',
  S1d: 'S1d – ways of handling',
  S1e: 'S1e – car repair shop',
  S1f: 'S1f – tofu and food maker',
  S2: 'S2 – seller of electric vehicles',
  S3: 'S3 – emergency plan',
  S4: 'S4 – farm machinery',
};

/** So many places of each kind are listed. */
const LISTED = 3;
const KINDS: readonly PlaceKind[] = ['rule', 'text', 'data', 'test'];

function requirementsPage(): string {
  const requirements = readRequirements();
  const found = citations();
  const chapters = Object.entries(DOCUMENTS).map(([document, title]) => {
    const own = requirements.filter(({ id }) => id.startsWith(`${document}-`));
    return [`## ${title}`, '', ...own.map((requirement) => line(requirement, [...(found.get(requirement.id) ?? [])]))];
  });
  return [
    '# What the source documents require, and where it works',
    '',
    'Made by `npm run docs` from `docs/requirements.json`, the policy packs and the titles of the tests. A place reads',
    '`pack: section rule`, or is the test that names the requirement. S1f-C1 to S1f-C5 are contradictions in a source;',
    'the linter of packs shows them, and a person decides.',
    '',
    'Four kinds of places: a **rule** decides something (grade, lane, clock, step, gate, remedy, department …); a **text** is shown',
    'at the step where it is needed; **data** is kept and listed – a field, role or status that rules use, a paper, a measure –',
    'and decides nothing by itself; a **test** names the requirement. Where there is neither rule nor text the line says so.',
    ...chapters.flatMap((chapter) => ['', ...chapter]),
    '',
  ].join('\n');
}

function line({ id, gist }: Requirement, places: readonly string[]): string {
  const kinds = KINDS.flatMap((kind) => {
    const own = places.filter((place) => kindOfPlace(place) === kind);
    const listed = own.slice(0, LISTED).map((place) => `\`${place}\``);
    const more = own.length > LISTED ? [`${own.length - LISTED} more`] : [];
    return own.length === 0 ? [] : [`${kind}: ${[...listed, ...more].join(', ')}`];
  });
  const acts = places.some((place) => ['rule', 'text'].includes(kindOfPlace(place)));
  const isContradiction = id.includes('-C');
  return `- **${id}** ${gist} – ${acts || isContradiction ? '' : '_data only_; '}${kinds.join('; ') || '_nowhere_'}`;
}

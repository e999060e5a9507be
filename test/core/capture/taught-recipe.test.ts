import { describe, expect, it } from 'vitest';
import {
  fitsPattern,
  namesRecord,
  PAGE_PATTERN,
  patternOf,
  proposedPatterns,
} from '../../../core/capture/page-pattern.ts';
import { readTaughtFile, writeTaughtFile } from '../../../core/capture/taught-file.ts';
import {
  FIELD_LABELS,
  recipeOf,
  TaughtSelector,
  type TaughtField,
  type TaughtRecipe,
} from '../../../core/capture/taught-recipe.ts';
import { labelMeaning } from '../../../core/extract/label-words.ts';

const RECIPE: TaughtRecipe = {
  schemaVersion: 1,
  id: 'taught-one',
  name: '自建 CRM',
  origin: 'https://crm.example:8443',
  page: '/tickets/*',
  query: [],
  version: 1,
  changedAt: '2026-11-22T08:00:00Z',
  parts: [
    { part: 'body', label: '问题描述', sources: [{ selector: ':scope', read: { beside: ['问题描述'] } }] },
    { part: 'customerName', label: null, sources: [{ selector: '#customer', read: 'text', inFrames: true }] },
  ],
};

const read = (text: string, isValid: (selector: string) => boolean = () => true) => readTaughtFile(text, isValid);
const fileOf = (change: object) =>
  JSON.stringify({ format: 'redress-site-recipes', version: 1, recipes: [{ ...RECIPE, ...change }] });
const withSelector = (selector: string) =>
  fileOf({ parts: [{ part: 'body', label: null, sources: [{ selector, read: 'text' }] }] });

describe('the labels of taught fields', () => {
  it.each(Object.entries(FIELD_LABELS) as [TaughtField, string][])(
    '%s is what extraction takes %s for',
    (field, label) => {
      expect(labelMeaning(label)?.field).toBe(field);
    },
  );
});

describe('the pattern of pages', () => {
  it.each([
    ['/tickets/4711', '', '/tickets/*'],
    ['/tickets/4711/edit', '', '/tickets/*/edit'],
    ['/lightning/r/Case/5003000000D8cuIAC/view', '', '/lightning/r/Case/*/view'],
    ['/crm/', '#/case/6f9619ff-8b86-d011-b42d-00cf4fc964ff', '/crm/#/case/*'],
    ['/app', '#!/case/T-77?tab=1', '/app#!/case/*'],
    ['/Ticket/Display.html', '#top', '/Ticket/Display.html'],
    ['/v2/list', '', '/v2/list'],
    ['/', '', '/'],
  ])('of %s%s is %s', (path, hash, pattern) => {
    expect(patternOf(path, hash)).toBe(pattern);
    expect(pattern).toMatch(PAGE_PATTERN);
    expect(fitsPattern(path, hash, pattern)).toBe(true);
  });

  it.each([
    ['/tickets', '', '/tickets/*', false],
    ['/tickets/', '', '/tickets/*', false],
    ['/tickets/9/edit', '', '/tickets/*', true],
    ['/ticketsX/9', '', '/tickets/*', false],
    ['/any/where', '', '/', true],
    ['/crm/', '#/list', '/crm/#/case/*', false],
    ['/crm/', '', '/crm/#/case/*', false],
  ])('%s%s and %s: %s', (path, hash, pattern, fits) => expect(fitsPattern(path, hash, pattern)).toBe(fits));

  it.each([
    ['/tickets/4711', '', ['/tickets/*', '/tickets/4711', '/']],
    ['/tickets/4711/edit', '', ['/tickets/*/edit', '/tickets/4711/edit', '/']],
    ['/cases/late-delivery', '', ['/cases/late-delivery', '/cases/*', '/']],
    ['/Ticket/Display.html', '', ['/Ticket/Display.html', '/']],
    ['/crm/', '#/case/KS2609A?tab=1', ['/crm/#/case/*', '/crm/#/case/KS2609A', '/']],
    ['/', '', ['/']],
  ])('proposes for %s%s: %j', (path, hash, proposed) => expect(proposedPatterns(path, hash)).toEqual(proposed));

  it('tells numbers of records from words', () => {
    expect(['4711', 'T-4711', 'CASE-2026-17', 'a0B5g00000XyZ12', 'KS2609A', 'x7k21'].every(namesRecord)).toBe(true);
    expect(['edit', 'v2', 'Display.html', 'customers', 'oauth2-x', 'web2print'].some(namesRecord)).toBe(false);
  });
});

describe('a taught recipe', () => {
  it('is bound to its origin and pages, and named by what of the address is another for each record', () => {
    expect(recipeOf(RECIPE)).toMatchObject({
      hosts: ['crm.example'],
      origin: 'https://crm.example:8443',
      pages: ['/tickets/*'],
      identity: { path: ['/tickets/*'] },
      expects: ['body'],
      parts: { named: [{ label: '客户名称' }] },
    });
  });
});

describe('selectors of taught recipes', () => {
  it.each([
    ':scope',
    'body',
    '#客户',
    'div[data-field="customer"]',
    'body > div:nth-of-type(2) > p',
    'crm-record >>> crm-field:nth-of-type(1) >>> div',
    '#a span',
    'input[name="a\\"b"]',
  ])('may be %s', (selector) => expect(TaughtSelector.safeParse(selector).success).toBe(true));
  it.each([
    ':has(*)',
    'div, p',
    '.hash',
    'a{color:red}',
    '*:not(p)',
    'a::before',
    '<script>',
    'div  p',
    'div >',
    '> div',
    '[a="x',
    'a /* */',
    'a\nb',
    '#',
  ])('may not be %s', (selector) => expect(TaughtSelector.safeParse(selector).success).toBe(false));
  it('are judged in no time, however they are made', () => {
    for (const evil of [
      'a'.repeat(290),
      '#'.repeat(290),
      '[a="'.repeat(72),
      `#${'\\a'.repeat(140)}!`,
      'a '.repeat(140),
      `a${'[b]'.repeat(90)}!`,
    ])
      expect(typeof TaughtSelector.safeParse(evil).success).toBe('boolean');
  });
});

describe('a file of recipes', () => {
  it('comes back as it was written', () => {
    expect(read(writeTaughtFile([RECIPE], '2026-11-22T08:00:00Z'))).toEqual({ ok: true, value: [RECIPE] });
  });

  it.each([
    ['notJson', '<script>alert(1)</script>'],
    ['notRecipes', '{}'],
    ['notRecipes', '[]'],
    ['notRecipes', '{"format":"other","version":1,"recipes":[]}'],
    ['newerVersion', '{"format":"redress-site-recipes","version":2,"recipes":[]}'],
    ['noRecipes', '{"format":"redress-site-recipes","version":1,"recipes":[]}'],
    ['fileTooLarge', ' '.repeat(1_000_001)],
    [
      'tooMany',
      JSON.stringify({
        format: 'redress-site-recipes',
        version: 1,
        recipes: Array.from({ length: 201 }, () => RECIPE),
      }),
    ],
    ['selectorTooLong', withSelector(`#${'a'.repeat(300)}`)],
    ['selectorNotAllowed', withSelector('div:has(a)')],
    ['selectorNotAllowed', withSelector('<img src=x onerror=alert(1)>')],
    ['originNotAllowed', fileOf({ origin: 'javascript:alert(1)' })],
    ['originNotAllowed', fileOf({ origin: 'https://crm.example/path' })],
    ['originNotAllowed', fileOf({ origin: 'https://*' })],
    ['pageNotAllowed', fileOf({ page: '/**' })],
    ['pageNotAllowed', fileOf({ page: 'tickets' })],
    ['partTwice', fileOf({ parts: [RECIPE.parts[0], RECIPE.parts[0]] })],
    ['recipeDoesNotFit', fileOf({ schemaVersion: 9 })],
    ['recipeDoesNotFit', fileOf({ script: 'alert(1)' })],
    ['recipeDoesNotFit', fileOf({ id: '__proto__' })],
    [
      'recipeDoesNotFit',
      fileOf({ parts: [{ part: 'body', label: null, sources: [{ selector: 'a', read: { attribute: 'href' } }] }] }),
    ],
    ['recipeDoesNotFit', fileOf({ parts: [{ part: 'constructor', label: null, sources: [] }] })],
  ])('is refused whole: %s', (code, text) => {
    expect(read(text)).toMatchObject({ ok: false, code });
  });

  it('is refused where the browser does not take a selector', () => {
    expect(read(withSelector('crm-record >>> div'), (selector) => selector !== 'div')).toMatchObject({
      ok: false,
      code: 'selectorInvalid',
      detail: { place: 1, where: 'crm-record >>> div' },
    });
  });
});

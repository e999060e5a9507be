import { describe, expect, it } from 'vitest';
import { builtInRecipes } from '../../../extension/page/built-in-recipes.ts';
import { readByRecipe } from '../../../extension/page/read-by-recipe.ts';
import { readPage } from '../../../extension/page/read-page.ts';
import { checkExample } from '../support/check-example.ts';
import { parsePage } from '../support/parse-page.ts';

const recipes = builtInRecipes();
const examples = recipes.flatMap((recipe) => recipe.examples.map((example) => ({ recipe, example })));

describe('the built-in recipes', () => {
  it('have names of their own', () => {
    expect(new Set(recipes.map(({ id }) => id)).size).toBe(recipes.length);
  });

  it.each(examples)('$recipe.id reads its example: $example.name', ({ recipe, example }) => {
    const document = parsePage(example.html, { url: example.url, bodyClass: example.bodyClass ?? '' });
    const reading = readPage(document, { recipes, prefersSelection: false });
    checkExample(reading, recipe, example);
  });

  it.each(recipes)('$id says what it is called, which version it is and how far it was tried', (recipe) => {
    if (recipe.loose) return;
    expect(recipe.name).toBeTruthy();
    expect(recipe.version).toBeGreaterThan(0);
    expect(recipe.provenance).toBeDefined();
  });

  it.each(recipes)('$id does not claim a page without a message', (recipe) => {
    expect(readByRecipe(parsePage('<main><p>内部通知</p></main>'), recipe)).toBeNull();
  });
});

describe('a recipe', () => {
  const [webmail] = recipes.filter(({ id }) => id === 'sample-webmail');
  const read = (html: string) => {
    if (webmail === undefined) throw new Error('no recipe');
    return readByRecipe(parsePage(html), webmail);
  };

  it('says which expected parts are missing', () => {
    const reading = read('<main data-mail><h1 class="mail-subject">标题</h1><div class="mail-body">正文</div></main>');
    expect(reading?.notFound).toEqual(['from', 'sentAt']);
  });

  it('reads from one container only: a mail cannot plant a second subject or sender', () => {
    const reading = read(
      `<div class="mail-subject">别处的标题</div>
       <main data-mail><h1 class="mail-subject">真标题</h1><div class="mail-from"><span class="name">真人</span><span class="address">&lt;a@b.example&gt;</span></div>
       <div class="mail-body"><div class="mail-subject">假标题</div><p>正文</p></div></main>`,
    );
    expect(reading?.title).toBe('真标题');
    expect(reading?.from).toEqual({ name: '真人', address: 'a@b.example' });
  });

  it('takes a name that only repeats the address for no name', () => {
    const reading = read(
      '<main data-mail><h1 class="mail-subject">x</h1><div class="mail-from"><span class="name">a@b.example</span><span class="address">a@b.example</span></div><div class="mail-body">y</div></main>',
    );
    expect(reading?.from).toEqual({ name: null, address: 'a@b.example' });
  });

  it('does not take what a system shows for an empty field as its value', () => {
    const tracker = recipes.find(({ id }) => id === 'request-tracker');
    const example = tracker?.examples[0];
    if (tracker === undefined || example === undefined) throw new Error('no recipe');
    expect(JSON.stringify(readByRecipe(parsePage(example.html, { url: example.url }), tracker))).not.toContain(
      'no value',
    );
  });

  it('takes an address from where addresses stand, never from a name that its bearer chose', () => {
    const reading = read(
      '<main data-mail><h1 class="mail-subject">x</h1><div class="mail-from"><span class="name">"clerk@bank.example"</span><span class="address">"clerk@bank.example" &lt;thief@x.example&gt;</span></div><div class="mail-body">y</div></main>',
    );
    expect(reading?.from).toEqual({ name: 'clerk@bank.example', address: 'thief@x.example' });
  });

  it('reads a ticket with its fields as field blocks and later comments as context', () => {
    const crm = recipes.find(({ id }) => id === 'sample-crm');
    const example = crm?.examples[0];
    if (crm === undefined || example === undefined) throw new Error('no recipe');
    const reading = readByRecipe(parsePage(example.html, { url: example.url }), crm);
    expect(reading?.blocks).toEqual([
      { role: 'subject', label: null, text: '空气净化器滤网破损' },
      { role: 'field', label: '客户名称', text: '林小姐' },
      { role: 'field', label: '联系电话', text: '138 0013 8000' },
      { role: 'body', label: null, text: '开箱发现滤网破损，要求换货。' },
      { role: 'quoted', label: '客服小周 · 昨天', text: '已联系客户。' },
    ]);
  });
});

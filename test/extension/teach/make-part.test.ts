import { describe, expect, it } from 'vitest';
import { recipeOf, type TaughtPartRecipe, type TaughtRecipe } from '../../../core/capture/taught-recipe.ts';
import { readByRecipe } from '../../../extension/page/read-by-recipe.ts';
import { pointAt, sourcesOf } from '../../../extension/teach/make-part.ts';
import { parsePage } from '../support/parse-page.ts';

const PAGE = 'https://crm.example/tickets/4711';

/** Points at what a selector finds in one page and reads another page by what was made of it. */
function teachAndRead(page: string, at: string, next = page) {
  const document = parsePage(page, { url: PAGE });
  const element = document.querySelector(at);
  if (element === null) throw new Error(`nothing at ${at}`);
  const pointed = pointAt(element);
  if (pointed === null) return null;
  const sources = sourcesOf(pointed, false);
  const reading = readByRecipe(parsePage(next, { url: 'https://crm.example/tickets/99' }), recipeOf(taught(sources)));
  return {
    label: pointed.label,
    words: pointed.words,
    selectors: sources.map(({ selector }) => selector),
    read: reading?.blocks.find(({ role }) => role === 'field')?.text ?? null,
    notFound: reading?.notFound ?? null,
  };
}

function taught(sources: TaughtPartRecipe['sources']): TaughtRecipe {
  return {
    schemaVersion: 1,
    id: 'taught-a',
    name: 'CRM',
    origin: 'https://crm.example',
    page: '/tickets/*',
    query: [],
    version: 1,
    changedAt: '2026-11-22T08:00:00Z',
    parts: [{ part: 'customerName', label: null, sources }],
  };
}

describe('label and value', () => {
  it.each([
    ['a list', '<dl><dt>客户全名</dt><dd>{}</dd><dt>电话</dt><dd>1</dd></dl>', 'dt', 'dd'],
    [
      'a row of a table',
      '<table><tr><th>客户全名</th><td>{}</td></tr><tr><th>电话</th><td>1</td></tr></table>',
      'th',
      'td',
    ],
    [
      'a row of plain cells',
      '<table><tr><td>客户全名：</td><td>{}</td><td>电话：</td><td>1</td></tr></table>',
      'td',
      'td:nth-of-type(2)',
    ],
    [
      'a table with headings',
      '<table><thead><tr><th>单号</th><th>客户全名</th></tr></thead><tbody><tr><td>7</td><td>{}</td></tr></tbody></table>',
      'th:nth-of-type(2)',
      'td:nth-of-type(2)',
    ],
    [
      'a grid, label left',
      '<div><div><span class="label">客户全名</span></div><div><span class="v">{}</span></div></div><div><div><span>电话</span></div><div>1</div></div>',
      '.label',
      '.v',
    ],
    [
      'a grid, label above',
      '<section><div class="field-label">客户全名</div><div class="v">{}</div></section><section><div>电话</div><div>1</div></section>',
      '.field-label',
      '.v',
    ],
    [
      'spans in a row',
      '<p><span>电话</span><span>1</span><span>客户名称</span><span class="v">{}</span></p>',
      'span:nth-of-type(3)',
      '.v',
    ],
    ['a bold label before bare text', '<p><b>客户全名：</b>{}</p><p><b>电话：</b>1</p>', 'b', 'p'],
    ['label and value in one', '<ul><li>客户全名：{}</li><li>电话：1</li></ul>', 'li', 'li'],
    ['a required label', '<div><label>客户全名<span>*</span></label><div class="v">{}</div></div>', 'label', '.v'],
    ['spaces inside a label', '<dl><dt>姓　　名：</dt><dd>{}</dd></dl>', 'dt', 'dd'],
    [
      'an input with its label',
      '<form><label for="c">客户全名</label><i></i><input id="c" value="{}"></form>',
      'label',
      'input',
    ],
    [
      'an input that its label wraps',
      '<form><label><span class="t">客户全名</span><input value="{}"></label></form>',
      '.t',
      'input',
    ],
    [
      'an input named by another element',
      '<div><b id="cap">客户全名</b></div><div><div><input aria-labelledby="cap" value="{}"></div></div>',
      'b',
      'input',
    ],
  ])('%s: pointing at either reads the next record', (_, page, label, value) => {
    const [one, next] = [page.replace('{}', '林小姐'), page.replace('{}', '陈先生')];
    for (const at of [label, value]) {
      const result = teachAndRead(one, at, next);
      expect(result?.words, at).toBe('林小姐');
      expect(result?.label, at).not.toBeNull();
      expect(result?.read, at).toBe('陈先生');
    }
  });

  it('takes the place of an empty value, and says neither wrong words nor that it is missing', () => {
    const page = '<dl><dt>客户全名</dt><dd>{}</dd><dt>电话</dt><dd>1</dd></dl>';
    const result = teachAndRead(page.replace('{}', '林小姐'), 'dd', page.replace('{}', '') + '<p></p>');
    expect(result).toMatchObject({ read: null });
  });

  it('never reads secrets', () => {
    expect(
      teachAndRead('<form><label for="p">密码</label><input id="p" type="password" value="geheim"></form>', 'label')
        ?.words ?? '',
    ).not.toContain('geheim');
  });
});

describe('selectors', () => {
  it('tell a label that stands twice apart by a named element around it', () => {
    const page =
      '<section data-panel="owner"><dl><dt>姓名</dt><dd>客服小周</dd></dl></section><section data-panel="customer"><dl><dt>姓名</dt><dd>{}</dd></dl></section>';
    const result = teachAndRead(page.replace('{}', '林小姐'), '[data-panel=customer] dd', page.replace('{}', '陈先生'));
    expect(result?.read).toBe('陈先生');
    expect(result?.selectors[0]).toContain('customer');
  });

  it('keep to the label even where only the place tells it from others of the same words', () => {
    const page = (value: string) =>
      `<nav><span>订单</span><span>报表</span></nav><div><table><tr><th>订单</th><td>${value}</td></tr></table></div>`;
    const result = teachAndRead(page('PO-1'), 'td', page('PO-2'));
    expect(result?.read).toBe('PO-2');
    const moved = teachAndRead(page('PO-1'), 'td', '<div><table><tr><th>金额</th><td>100</td></tr></table></div>');
    expect(moved?.read).toBeNull();
  });

  it('take no navigation for the label of a title', () => {
    const page = '<nav><span>客户</span> <span>订单</span></nav><h1 data-testid="ticket-title">滤网破损</h1>';
    expect(teachAndRead(page, 'h1')).toMatchObject({ label: null, selectors: ['h1[data-testid="ticket-title"]'] });
  });

  it('hold through new class names', () => {
    const page = (h: string, v: string) =>
      `<div class="row_${h}"><div class="c_${h}"><div class="v_${h}" data-field="customer">${v}</div></div></div>`;
    expect(teachAndRead(page('a8f3', '林小姐'), '[data-field]', page('zz91', '陈先生'))?.read).toBe('陈先生');
    expect(teachAndRead(page('a8f3', '林小姐'), '[data-field]')?.selectors.join()).not.toContain('a8f3');
  });

  it('hold no words of the record', () => {
    const result = teachAndRead(
      '<div id="customer"><b title="林小姐" data-name="林小姐" aria-label="林小姐">林小姐</b></div>',
      'b',
    );
    expect(result?.selectors.join()).not.toContain('林小姐');
    expect(result?.selectors[0]).toBe('#customer b');
  });

  it('go by place only where there is nothing else', () => {
    const result = teachAndRead('<div><p>一</p><p>二</p></div>', 'p:nth-of-type(2)');
    expect(result?.selectors).toEqual(['body > div > p:nth-of-type(2)']);
  });
});

describe('a page that has changed', () => {
  it('is told, and nothing else is read in place of it', () => {
    const result = teachAndRead(
      '<h1 id="t">标题</h1><dl><dt>客户全名</dt><dd>林小姐</dd></dl>',
      'dd',
      '<h1 id="t">标题</h1><dl><dt>主办单位</dt><dd>别人</dd></dl>',
    );
    expect(result?.read).toBeNull();
  });
});

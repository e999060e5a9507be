import { describe, expect, it } from 'vitest';
import { visibleSegments, visibleText } from '../../../extension/page/visible-text.ts';
import { parsePage } from '../support/parse-page.ts';

const text = (html: string) => visibleText(parsePage(html).body);
const segments = (html: string) => visibleSegments([parsePage(html).body]);

describe('the visible text', () => {
  it.each([
    ['folds spaces within a line', '<p>a \n  b</p>', 'a b'],
    ['puts blocks on lines of their own', '<div>a</div><div>b</div>', 'a\nb'],
    ['ends a line at br', 'a<br>b', 'a\nb'],
    ['leaves an empty line for two br', 'a<br><br>b', 'a\n\nb'],
    ['leaves an empty line for a div with only a br', '<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
    ['makes no empty line of a br at the end of a block', '<div>a<br></div><div>b</div>', 'a\nb'],
    ['keeps spaces and lines of pre', '<pre>a\n  b\n\nc</pre>', 'a\n  b\n\nc'],
    ['parts paragraphs', '<p>a</p><p>b</p>', 'a\n\nb'],
    [
      'parts cells by tabs and rows by lines',
      '<table><tr><td>批号</td><td>A1</td></tr><tr><td>数量</td><td>2 车</td></tr></table>',
      '批号\tA1\n数量\t2 车',
    ],
    [
      'reads cells with blocks inside on one line',
      '<table><tr><td><p>批号</p></td><td><p>A1</p></td></tr></table>',
      '批号\tA1',
    ],
    ['keeps an empty cell between two', '<table><tr><td>a</td><td></td><td>c</td></tr></table>', 'a\t\tc'],
    ['reads a layout table as blocks', '<table><tr><td><p>a</p><p>b</p></td></tr></table>', 'a\n\nb'],
    [
      'pairs a description list',
      '<dl><dt>客户</dt><dd>林小姐</dd><dt>电话</dt><dd>138</dd></dl>',
      '客户\t林小姐\n电话\t138',
    ],
    ['leaves scripts, styles and form fields out', 'a<script>x</script><style>y</style><textarea>z</textarea>b', 'ab'],
    ['leaves hidden attributes out', 'a<span hidden>secret</span>b', 'ab'],
    ['leaves closed details out and keeps their summary', '<details><summary>s</summary><p>secret</p></details>', 's'],
    ['keeps what looks like markup as words', '&lt;img src=x onerror=alert(1)&gt;', '<img src=x onerror=alert(1)>'],
    ['turns hard spaces into spaces', 'a&nbsp;b', 'a b'],
  ])('%s', (_, html, expected) => {
    expect(text(html)).toBe(expected);
  });

  it('enters open shadow roots and what their slots were given', () => {
    const document = parsePage('<x-mail><span slot="who">王建国</span></x-mail>');
    const host = document.querySelector('x-mail');
    const root = host?.attachShadow({ mode: 'open' });
    const inside = document.createElement('p');
    inside.textContent = '影子里的正文';
    root?.append(inside);
    expect(visibleText(document.body)).toContain('影子里的正文');
  });

  it('stays fast on deeply nested layout tables', () => {
    const depth = 40;
    const html = '<table><tr><td>'.repeat(depth) + '正文' + '</td></tr></table>'.repeat(depth);
    expect(text(html)).toBe('正文');
  });
});

describe('the parts of a mail', () => {
  it.each([
    [
      'a Gmail quote',
      '新内容<div class="gmail_quote"><div class="gmail_attr">On Mon wrote:</div><blockquote>旧</blockquote></div>',
    ],
    ['a block quote', '<p>新内容</p><blockquote>旧</blockquote>'],
    ['everything below an Outlook head', '<p>新内容</p><div id="divRplyFwdMsg">发件人: 甲</div><div>旧</div>'],
    [
      'everything below a bordered head',
      '<p>新内容</p><div style="border-top:solid #E1E1E1 1.0pt"><p>发件人: 甲</p></div><p>旧</p>',
    ],
    ['a mark that a webmail has prefixed', '<p>新内容</p><div class="v1gmail_quote">旧</div>'],
  ])('tells %s from the new words', (_, html) => {
    const found = segments(html);
    expect(found[0]).toEqual({ role: 'body', text: '新内容' });
    expect(found.slice(1).map(({ role }) => role)).toEqual(['quoted']);
    expect(found[1]?.text).toContain('旧');
  });

  it('goes back to the new words below a quotation', () => {
    expect(segments('<p>一</p><blockquote>旧</blockquote><p>二</p>').map(({ role }) => role)).toEqual([
      'body',
      'quoted',
      'body',
    ]);
  });

  it('knows a signature', () => {
    expect(segments('<p>正文</p><div class="gmail_signature">王建国<br>138</div>')).toEqual([
      { role: 'body', text: '正文' },
      { role: 'signature', text: '王建国\n138' },
    ]);
  });

  it('takes an indented block for new words', () => {
    expect(segments('<blockquote style="margin:0 0 0 40px;border:none">缩进的新内容</blockquote>')).toEqual([
      { role: 'body', text: '缩进的新内容' },
    ]);
  });
});

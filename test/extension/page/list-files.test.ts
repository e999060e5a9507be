import { describe, expect, it } from 'vitest';
import { builtInRecipes } from '../../../extension/page/built-in-recipes.ts';
import { listFiles } from '../../../extension/page/list-files.ts';
import { parsePage } from '../support/parse-page.ts';

const MAIL = (attachments: string) => `<main data-mail data-message-id="<1@x>">
  <h1 class="mail-subject">标题</h1><div class="mail-from"><span class="name">甲</span><span class="address">&lt;a@b.example&gt;</span></div>
  <pre class="mail-body">正文</pre><ul class="mail-attachments">${attachments}</ul></main>`;

function listed(attachments: string) {
  const document = parsePage(MAIL(attachments), { url: 'https://mail.example/?open=1' });
  Object.defineProperty(document, 'baseURI', { value: 'https://mail.example/?open=1' });
  return listFiles(document, builtInRecipes());
}

describe('the files that a message shows', () => {
  it.each([
    [
      'a link around the name',
      '<li><a href="/f/1"><span class="file-name">报告.pdf</span></a> (1.2 MB)</li>',
      '/f/1',
      '1.2 MB',
    ],
    [
      'a link beside it that downloads',
      '<li><a href="/view/1" class="file-name">报告.pdf</a><a href="/download/1">↓</a></li>',
      '/download/1',
      '',
    ],
    [
      'a link that says so itself',
      '<li><a href="/view/1" class="file-name">报告.pdf</a><a href="/x/1" download>↓</a></li>',
      '/x/1',
      '',
    ],
    [
      'a link of Roundcube, to the file instead of the page around it',
      '<li><a class="file-name" href="/?_task=mail&_frame=1&_mbox=INBOX&_uid=7&_part=2&_action=get&_extwin=1">报告.pdf</a></li>',
      '/?_task=mail&_mbox=INBOX&_uid=7&_part=2&_action=get&_download=1',
      '',
    ],
  ])('takes %s', (_, html, path, sizeText) => {
    expect(listed(html)).toMatchObject([
      { url: `https://mail.example${path}`, name: '报告.pdf', kind: 'attachment', sizeText },
    ]);
  });

  it.each([
    ['without an address', '<li><span class="file-name">报告.pdf</span></li>'],
    ['a script', '<li><a class="file-name" href="javascript:alert(1)">报告.pdf</a></li>'],
    ['a file of the disk', '<li><a class="file-name" href="file:///etc/passwd">报告.pdf</a></li>'],
    ['the page itself', '<li><a class="file-name" href="#">报告.pdf</a></li>'],
  ])('leaves out what is none: %s', (_, html) => {
    expect(listed(html)).toEqual([]);
  });

  it('lists the same address once', () => {
    expect(
      listed(
        '<li><a class="file-name" href="/f/1">甲.pdf</a></li><li><a class="file-name" href="/f/1">甲.pdf</a></li>',
      ),
    ).toHaveLength(1);
  });
});

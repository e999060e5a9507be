import type { Locale } from '../../core/policy/localized.ts';
import { translate } from '../../core/wording/translate.ts';

/** Where the links of the start page lead. */
export interface StartLinks {
  mail: string;
  crm: string;
  books: { name: string; url: string }[];
  extensionFolder: string;
}

/** The first page of `npm start`: three steps, each with what to open. */
export function startPage(locale: Locale, links: StartLinks): string {
  const say = (code: string, params?: Record<string, string>): string =>
    escape(translate(locale, `demo.start.${code}`, params));
  const link = (url: string, words: string): string =>
    `<a class="go" href="${escape(url)}" target="_blank" rel="noopener">${words}</a>`;
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say('title')}</title>
<link rel="stylesheet" href="/start.css">
<main>
<h1>${say('title')}</h1>
<section><h2>${say('loadTitle')}</h2><p>${say('load', { folder: links.extensionFolder })}</p></section>
<section><h2>${say('clipTitle')}</h2><p>${say('clip')}</p><p>${link(links.mail, say('mail'))} ${link(links.crm, say('crm'))}</p></section>
<section><h2>${say('excelTitle')}</h2><p>${say('excel')}</p>
<p>${links.books.map(({ name, url }) => link(url, escape(name))).join(' ')}</p></section>
<p class="note">${say('note')}</p>
</main>
</html>
`;
}

export const START_STYLE = `
:root { color-scheme: light dark; --ink: #1d2730; --soft: #56646f; --ground: #f3f6f7; --paper: #fff; --line: #dfe5e9; --accent: #1f6f68;
  font: 15px/1.7 'PingFang SC', 'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ecef; --soft: #a3b0b8; --ground: #14191c; --paper: #1d2428; --line: #344047; --accent: #7fc9bf; } }
body { margin: 0; background: var(--ground); color: var(--ink); }
main { max-width: 46rem; margin: 0 auto; padding: 3rem 1.25rem 4rem; }
h1 { margin: 0 0 1.5rem; font-size: 1.6rem; }
section { margin-bottom: 1rem; padding: 1.1rem 1.4rem 1.3rem; border: 1px solid var(--line); border-radius: 10px; background: var(--paper); }
h2 { margin: 0 0 .3rem; font-size: 1.05rem; }
p { margin: .4rem 0; overflow-wrap: anywhere; }
.go { display: inline-block; margin: .3rem .5rem 0 0; padding: .35rem 1rem; border: 1px solid var(--accent); border-radius: 6px; color: var(--accent); text-decoration: none; }
.go:hover, .go:focus-visible { background: var(--accent); color: var(--paper); }
.note { color: var(--soft); font-size: .9rem; }
`;

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

import { describe, expect, it } from 'vitest';
import { PageCapture } from '../../../core/capture/page-capture.ts';
import { cleanAddress } from '../../../extension/page/clean-address.ts';
import { cutToLimits } from '../../../extension/page/cut-to-limits.ts';
import { saysNoSubject } from '../../../extension/page/no-subject.ts';
import { readAnyPage } from '../../../extension/page/read-any-page.ts';
import { readMoment } from '../../../extension/page/read-moment.ts';
import { parsePage } from '../support/parse-page.ts';

describe('a subject that was never written', () => {
  it.each(['(no subject)', '（沒有主旨）', '(无主题)', '<No Subject>', ' 無主旨 ', '#12:', '#12: '])('%s', (shown) =>
    expect(saysNoSubject(shown)).toBe(true),
  );
  it.each(['#12: 空调漏水', 'Re: (no subject)', '无主题公园退票', '12', ''])('%s is one', (shown) =>
    expect(saysNoSubject(shown)).toBe(false),
  );
});

describe('a moment of a page', () => {
  it.each([
    ['2026-11-20T09:05:00+08:00', '2026-11-20T09:05:00+08:00'],
    ['2026-11-20T09:05+0800', '2026-11-20T09:05:00+08:00'],
    ['2026-11-20 09:05:00Z', '2026-11-20T09:05:00Z'],
    ['2026-11-20T09:05:00.123Z', '2026-11-20T09:05:00Z'],
    ['2026-11-20T09:05', null],
    ['2026-11-20', null],
    ['viewer.message.date', null],
    ['2026-13-40T09:05:00Z', null],
    ['', null],
  ])('%s → %s', (given, expected) => {
    expect(readMoment(given)).toBe(expected);
  });
});

describe('the address of a page', () => {
  it.each([
    ['https://mail.example/read?id=5&sid=SECRET', 'https://mail.example/read?id=5'],
    ['https://u:p@mail.example/', 'https://mail.example/'],
    ['https://m.example/?access_token=x&_uid=8', 'https://m.example/?_uid=8'],
    ['about:srcdoc', null],
  ])('%s → %s', (given, expected) => {
    expect(cleanAddress(given)).toBe(expected);
  });
});

describe('general reading', () => {
  it('reads the main content without what stands around it', () => {
    const reading = readAnyPage(
      parsePage('<nav>菜单</nav><main><h1>投诉单</h1><p>袋子破了。</p></main><footer>版权</footer>'),
    );
    expect(reading?.blocks).toEqual([
      { role: 'subject', label: null, text: '投诉单' },
      { role: 'body', label: null, text: '袋子破了。' },
    ]);
    expect(reading?.notFound).toEqual(['from', 'sentAt']);
  });

  it('finds nothing on an empty page', () => {
    expect(readAnyPage(parsePage('<div> </div>'))).toBeNull();
  });

  it('takes a date only when the page shows exactly one', () => {
    const one = '<time datetime="2026-11-20T09:05:00Z">周五</time>';
    expect(readAnyPage(parsePage(`<main>字${one}</main>`))?.sentAt).toBe('2026-11-20T09:05:00Z');
    expect(readAnyPage(parsePage(`<main>字${one}${one}</main>`))?.sentAt).toBeNull();
  });
});

describe('limits', () => {
  it('cuts a huge page to what a capture may hold, and says so', () => {
    const reading = readAnyPage(parsePage(`<main>${'字'.repeat(450_000)}</main>`));
    if (reading === null) throw new Error('nothing read');
    const cut = cutToLimits(reading);
    expect(cut.notFound).toContain('rest');
    const capture = { schemaVersion: 1, capturedAt: '2026-11-22T06:00:00Z', zone: 'Asia/Shanghai', ...cut };
    expect(PageCapture.safeParse(capture).success).toBe(true);
  });
});

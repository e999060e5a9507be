import { describe, expect, it } from 'vitest';
import type { PageCapture } from '../../../core/capture/page-capture.ts';
import { viewSource } from '../../../extension/ui/draft/view-source.ts';
import { speechIn } from '../../../extension/ui/speech.ts';
import { aCapture } from '../support/a-complaint.ts';

const view = (change: Partial<PageCapture>) => viewSource(aCapture(change), speechIn('en'));
const codes = (change: Partial<PageCapture>) => view(change).checks.map(({ code }) => code);
const GMAIL = { way: 'recipe', recipe: 'gmail', name: 'Gmail', run: 'sourcesOnly' } as const;
const ROUNDCUBE = { way: 'recipe', recipe: 'roundcube', name: 'Roundcube', run: 'application' } as const;

describe('how a page was read, as the panel says it', () => {
  it('names the recipe, and that one from sources only was never tried on the real site', () => {
    expect(view({ readBy: GMAIL })).toMatchObject({
      way: 'Read by the recipe “Gmail”',
      trust: expect.stringContaining('never tried on the real site') as string,
      checks: [],
    });
  });

  it('says nothing more of a recipe that was tried and found all', () => {
    expect(view({ readBy: ROUNDCUBE })).toEqual({
      way: 'Read by the recipe “Roundcube”',
      trust: null,
      checks: [],
      wholeText: null,
    });
  });

  it.each<[string, Partial<PageCapture>, string[]]>([
    ['what was not found', { notFound: ['sentAt'] }, ['notFound']],
    ['a name without an address', { from: { name: '李敏', address: null } }, ['nameOnly']],
    ['a body from the selection', { partsFrom: { subject: 'recipe', body: 'selection' } }, ['bodyFromSelection']],
    ['a body from general reading', { partsFrom: { subject: 'recipe', body: 'page' } }, ['bodyFromPage']],
    ['a body from a frame', { partsFrom: { subject: 'recipe', body: 'frame' } }, ['bodyFromFrame']],
    ['a date from general reading', { partsFrom: { body: 'recipe', sentAt: 'page' } }, ['partsFromPage']],
    [
      'a main text that was guessed',
      { readBy: { way: 'page', recipe: null }, partsFrom: { body: 'article' } },
      ['bodyFromArticle'],
    ],
    ['a frame of another site', { notFound: ['closedFrame'] }, ['closedFrame']],
    ['next to nothing read', { doubts: ['shortBody'] }, ['shortBody']],
    ['a text that the page cuts', { doubts: ['partOfText'] }, ['partOfText']],
    ['a text that the page does not show', { doubts: ['textNotShown'], notFound: ['body'] }, ['textNotShown']],
  ])('says %s', (_, change, expected) => {
    expect(codes({ readBy: ROUNDCUBE, ...change })).toEqual(expected);
  });

  it('does not call it a recipe when the site has one and it did not fit', () => {
    const seen = view({
      readBy: { way: 'page', recipe: null, name: 'Gmail', run: 'sourcesOnly' },
      doubts: ['recipeDidNotFit'],
      partsFrom: { body: 'page', subject: 'page' },
    });
    expect(seen.way).toBe('General reading');
    expect(seen.trust).toBeNull();
    expect(seen.checks.map(({ code }) => code)).toEqual(['recipeDidNotFit']);
    expect(seen.checks[0]?.text).toContain('“Gmail”');
  });

  it('offers the way to the whole text, and no other kind of address', () => {
    expect(view({ wholeTextUrl: 'https://rt.example/Attachment/1' }).wholeText).toBe('https://rt.example/Attachment/1');
    expect(view({ wholeTextUrl: 'file:///etc/passwd' }).wholeText).toBeNull();
  });

  it('reads captures of before, which say nothing of where parts came from', () => {
    expect(view({ readBy: { way: 'page', recipe: null } })).toMatchObject({ way: 'General reading', checks: [] });
  });
});

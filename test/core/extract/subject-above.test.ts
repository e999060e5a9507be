import { describe, expect, it } from 'vitest';
import { extractDraft } from '../../../core/extract/extract-draft.ts';
import { captureOf } from './capture-of.ts';

const story = (subject: string, body: string) =>
  extractDraft(captureOf({ subject, body })).values.description?.[0] ?? null;

describe('the subject line above the story', () => {
  it.each([
    ['冷氣修三次都沒好', '師傅說要等料，到現在沒有消息。', '冷氣修三次都沒好\n師傅說要等料，到現在沒有消息。'],
    ['RE: Re[2]: Lift B again', 'It stopped once more.', 'Lift B again\nIt stopped once more.'],
    ['[EXTERNAL] 转发：油缸内泄', '从昨晚起保不住压。', '油缸内泄\n从昨晚起保不住压。'],
  ])('%s leads', (subject, body, told) => {
    expect(story(subject, body)?.value).toBe(told);
    expect(story(subject, body)?.evidence.quote).toBe(body);
  });

  it.each([
    ['(无主题)', '门口的快递不见了。'],
    ['RE:', 'Nobody came again.'],
    ['水壶漏水！', '水壶漏水。上周才买的。'],
  ])('%s says nothing new', (subject, body) => {
    expect(story(subject, body)?.value).toBe(body);
  });
});

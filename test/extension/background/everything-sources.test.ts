import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { EverythingSources } from '../../../extension/entrypoints/background/everything-answers.ts';

/** The browser's own store, in memory. */
let kept: Record<string, unknown>;
const local = {
  get: (key: string) => Promise.resolve(key in kept ? { [key]: kept[key] } : {}),
  set: (change: Record<string, unknown>) => Promise.resolve(void Object.assign(kept, structuredClone(change))),
};

const OURS = { companyName: '青石粉煤灰', handler: '李青' };
let sources: EverythingSources;

beforeEach(async () => {
  kept = {};
  vi.stubGlobal('chrome', { runtime: { id: 'x' }, storage: { local } });
  const { everythingSources } = await import('../../../extension/entrypoints/background/everything-sources.ts');
  sources = everythingSources();
});

describe('who signs replies, in an export of everything', () => {
  it('goes along and comes back', async () => {
    kept.signature = OURS;
    const part = await sources.signature?.read();
    kept = {};
    expect(await sources.signature?.take(part)).toBe(true);
    expect(kept).toEqual({ signature: OURS });
  });

  it('is not blanked by a file that has none', async () => {
    const part = await sources.signature?.read();
    kept.signature = OURS;
    expect(await sources.signature?.take(part)).toBe(true);
    expect(await sources.signature?.take({ companyName: ' ', handler: '王芳' })).toBe(true);
    expect(kept.signature).toEqual({ ...OURS, handler: '王芳' });
  });

  it.each([null, 'x', { ...OURS, more: 1 }, { companyName: 'x'.repeat(201), handler: '' }])(
    'of another shape is refused: %j',
    async (part) => {
      kept.signature = OURS;
      expect(await sources.signature?.take(part)).toBe(false);
      expect(kept.signature).toEqual(OURS);
    },
  );
});

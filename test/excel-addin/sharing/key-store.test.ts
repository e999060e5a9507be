import { describe, expect, it } from 'vitest';
import { isSharingKey } from '../../../core/sharing/pseudonyms.ts';
import { keyFile, keyStore, readKeyFile } from '../../../excel-addin/sharing/key-store.ts';

const random = (bytes: Uint8Array) => bytes.fill(7);

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
    clear: () => {
      kept.clear();
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    get length() {
      return kept.size;
    },
  };
}

const forbidden = (): Storage => {
  throw new DOMException('denied', 'SecurityError');
};

describe('the key for code names', () => {
  it('is made once and found again, apart for each partition', () => {
    const place = storage();
    let times = 0;
    const store = (partition: string) =>
      keyStore(
        () => place,
        () => partition,
        (bytes) => bytes.fill(++times),
      );
    const key = store('a').key();
    expect(isSharingKey(key)).toBe(true);
    expect(store('a').key()).toBe(key);
    expect(store('b').key()).not.toBe(key);
  });

  it('lasts as long as the page where nothing can be stored, and says so', () => {
    const store = keyStore(forbidden, () => undefined, random);
    const key = store.key();
    expect(store.key()).toBe(key);
    expect(store.isStored()).toBe(false);
    expect(store.replace('ab'.repeat(32))).toBe(false);
    expect(store.key()).toBe('ab'.repeat(32));
  });

  it('goes to a second workplace as a file', () => {
    const key = keyStore(storage, () => '', random).key();
    expect(readKeyFile(keyFile(key))).toBe(key);
    for (const bad of ['', '{', '{}', '{"redressSharingKey":"abc"}', '[1]']) expect(readKeyFile(bad)).toBeNull();
  });

  it('is made anew where what is stored is none', () => {
    const place = storage();
    place.setItem('redress.sharingKey', 'broken');
    expect(
      isSharingKey(
        keyStore(
          () => place,
          () => '',
          random,
        ).key(),
      ),
    ).toBe(true);
  });
});

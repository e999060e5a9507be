import { useEffect, useState } from 'preact/hooks';
import type { CapturedFile } from '../../../../core/capture/captured-file.ts';
import { fileStore } from './file-place.ts';

/** Pictures that are safe to show: no drawing that carries script or asks for more. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Addresses of small pictures of the kept files, by hash, for as long as they are shown. */
export function usePreviews(files: readonly CapturedFile[]): ReadonlyMap<string, string> {
  const [previews, setPreviews] = useState<ReadonlyMap<string, string>>(new Map());
  const wanted = files.filter(({ type }) => SHOWN.has(type));
  useEffect(() => {
    let isShown = true;
    const made: string[] = [];
    const show = async () => {
      const pairs = await Promise.all(
        wanted.map(async ({ sha256, type }) => {
          const bytes = await fileStore.open(sha256);
          return bytes === null ? null : ([sha256, URL.createObjectURL(new Blob([bytes], { type }))] as const);
        }),
      );
      const there = pairs.filter((pair) => pair !== null);
      made.push(...there.map(([, address]) => address));
      if (isShown) setPreviews(new Map(there));
      else for (const address of made) URL.revokeObjectURL(address);
    };
    void show();
    return () => {
      isShown = false;
      for (const address of made) URL.revokeObjectURL(address);
    };
  }, [wanted.map(({ sha256 }) => sha256).join(' ')]);
  return previews;
}

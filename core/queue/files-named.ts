import * as z from 'zod';
import { CapturedFile } from '../capture/captured-file.ts';

const WithFiles = z.looseObject({
  files: z.array(z.looseObject(CapturedFile.pick({ sha256: true, size: true }).shape)),
});

/**
 * Notes the files that an entry of any version names, by their hash with their size in bytes: the same bytes twice are one
 * file. What names none, or cannot be read, adds nothing.
 */
export function noteFilesNamed(entry: unknown, sizes: Map<string, number>): void {
  for (const { sha256, size } of WithFiles.safeParse(entry).data?.files ?? []) sizes.set(sha256, size);
}

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The newest file in the downloads folder whose name ends so, once it is complete. */
export async function downloaded(folder: string, ending: string): Promise<string> {
  for (let waited = 0; waited < 20_000; waited += 100) {
    const found = (await readdir(folder))
      .filter((name) => name.endsWith(ending))
      .sort()
      .at(-1);
    if (found !== undefined) return join(folder, found);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No ${ending} file was downloaded`);
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedDocs } from '../support/generated-docs.ts';
import { ROOT } from '../support/import-graph.ts';

/** Writes the pages under `docs/` that are made from the product itself: `npm run docs`. */
for (const [path, text] of await generatedDocs()) {
  writeFileSync(join(ROOT, path), text);
  console.log(path);
}

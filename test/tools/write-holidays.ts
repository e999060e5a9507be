import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holidayFiles } from '../support/holiday-files.ts';
import { ROOT } from '../support/import-graph.ts';

/** Writes the official days of the countries besides China: `npx tsx test/tools/write-holidays.ts`. */
for (const [path, text] of await holidayFiles()) {
  writeFileSync(join(ROOT, path), text);
  console.log(path);
}

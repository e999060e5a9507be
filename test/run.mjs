// npm test: sets up what the tests need, runs all of them, ends with `N passed, N failed`.
// Arguments go to vitest: npm test -- test/core, npm test -- --project unit.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium, ensureFirefox, ensureFonts, findLibreOffice } from './setup/ensure-browser.mjs';
import { ensurePackages, ROOT } from './setup/ensure-packages.mjs';
import { countTests, countLine } from './setup/count-tests.mjs';

ensurePackages();

const chosen = process.argv.slice(2);
const needsBrowser = !onlyProjects(chosen, ['unit', 'host']);
if (needsBrowser) {
  process.env.CHROMIUM = ensureChromium();
  ensureFonts();
  const firefox = ensureFirefox();
  if (firefox !== null) process.env.FIREFOX = firefox;
  findLibreOffice();
}

const folder = mkdtempSync(join(tmpdir(), 'redress-test-'));
const report = join(folder, 'report.json');
const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
const run = spawnSync(
  process.execPath,
  [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...chosen],
  { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, CI: process.env.CI ?? 'true' } },
);
const counts = existsSync(report)
  ? countTests(JSON.parse(readFileSync(report, 'utf8')))
  : { passed: 0, failed: 1, skipped: 0 };
rmSync(folder, { recursive: true, force: true });
const isGood = run.status === 0 && counts.failed === 0;
// vitest can fail without a failed test: an unhandled error, no test found. That counts as one failure, never as none.
console.log(countLine(isGood || counts.failed > 0 ? counts : { ...counts, failed: 1 }));
process.exitCode = isGood ? 0 : 1;

/** True when the arguments choose projects, and none but the named ones. */
function onlyProjects(args, names) {
  const projects = args.flatMap((arg, index) =>
    arg.startsWith('--project=') ? [arg.slice('--project='.length)] : arg === '--project' ? [args[index + 1]] : [],
  );
  return projects.length > 0 && projects.every((project) => names.includes(project));
}

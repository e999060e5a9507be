// npm start: on a bare machine, sets up what it needs and opens the local page. No dependency is needed to start.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensurePackages, ROOT } from '../setup/ensure-packages.mjs';

ensurePackages();
const run = spawnSync(
  process.execPath,
  ['--import', 'tsx', join(ROOT, 'test/demo/run-start.ts'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    // npm runs scripts in the project's folder; the user's paths start where npm was called.
    env: { ...process.env, REDRESS_CALLED_IN: process.env.INIT_CWD ?? process.cwd() },
    cwd: ROOT,
  },
);
process.exitCode = run.status ?? 1;

// Runs before any package is there: plain Node, no dependency.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isOldNode } from './node-version.mjs';
import { say } from './say.mjs';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Installs the locked packages when they are absent or older than the lock file. Ends the process with code 3 when it cannot. */
export function ensurePackages(root = ROOT) {
  if (isOldNode(process.versions.node)) stop(say('oldNode', { version: process.versions.node }));
  if (!arePackagesStale(root)) return;
  console.log(say('installingPackages'));
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const [command, ...first] = npm;
  const run = spawnSync(command, [...first, 'ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32' && npm.length === 1,
  });
  if (run.status !== 0) stop(say('packagesFailed'));
}

/** npm writes `node_modules/.package-lock.json` last: an older one means a broken or outdated installation. */
export function arePackagesStale(root) {
  const installed = join(root, 'node_modules', '.package-lock.json');
  return !existsSync(installed) || statSync(installed).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs;
}

function stop(message) {
  console.error(message);
  process.exit(3);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensurePackages();

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensurePackages, ROOT } from './ensure-packages.mjs';

/** Runs a TypeScript file of the project with this process's arguments, once the packages are there; ends as it ends. */
export function runScript(path) {
  ensurePackages();
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, path), ...process.argv.slice(2)], {
    stdio: 'inherit',
    // npm runs scripts in the project's folder; the user's paths start where npm was called.
    env: { ...process.env, REDRESS_CALLED_IN: process.env.INIT_CWD ?? process.cwd() },
    cwd: ROOT,
  });
  // Ctrl+C reaches both by itself; a signal sent to this process alone must be handed on.
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.on('SIGINT', () => undefined);
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 130);
  });
}

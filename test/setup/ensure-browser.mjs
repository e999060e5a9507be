// Finds what the demo and the tests need beside npm packages, and installs it where that is possible.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './ensure-packages.mjs';
import { findProgram } from './find-program.mjs';
import { say } from './say.mjs';

/** The path of Chromium; installs it when it is absent. Ends the process with code 3 when there is no way. */
export function ensureChromium() {
  const named = process.env.CHROMIUM;
  if (named) return existsSync(named) ? named : stop(say('badChromium', { path: named }));
  const found = findProgram('chromium');
  if (found !== null) return found;
  installFromDebian(['chromium', 'fonts-noto-cjk']);
  return findProgram('chromium') ?? downloadChromium() ?? stop(say('noChromium'));
}

/** The path of Firefox, or null. Installed only where that is quick and quiet: as root on Debian. */
export function ensureFirefox() {
  const named = process.env.FIREFOX;
  if (named && existsSync(named)) return named;
  if (findProgram('firefox') === null) installFromDebian(['firefox-esr']);
  const found = findProgram('firefox');
  if (found === null) console.log(say('noFirefox'));
  return found;
}

/** The path of LibreOffice, or null; with `pdftoppm` it serves the check of the printed register. Never installed here: it is large. */
export function findLibreOffice() {
  const found = findProgram('libreoffice');
  if (found === null) console.log(say('noLibreOffice'));
  return found;
}

/** Makes sure that Chinese can be drawn in pictures; says so when not. */
export function ensureFonts() {
  if (process.platform !== 'linux' || hasChineseFont()) return;
  installFromDebian(['fonts-noto-cjk']);
  if (!hasChineseFont()) console.log(say('noFonts'));
}

function hasChineseFont() {
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}

let isListUpdated = false;

/** Only as root on a Debian-like system; answers quietly otherwise, since there are other ways. */
function installFromDebian(names) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version') || process.env.REDRESS_NO_APT) return;
  console.log(say('installing', { names: names.join(', ') }));
  if (!isListUpdated) isListUpdated = apt('update');
  apt('install', '-y', '--no-install-recommends', ...names);
}

function apt(...args) {
  const run = spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return run.status === 0;
}

/** Playwright's own download; only its Chromium, not its test runner. */
function downloadChromium() {
  console.log(say('installing', { names: 'Chromium (Playwright)' }));
  const command = join(ROOT, 'node_modules', 'playwright-core', 'cli.js');
  const run = spawnSync(process.execPath, [command, 'install', 'chromium'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return run.status === 0 ? findProgram('chromium') : null;
}

function stop(message) {
  console.error(message);
  process.exit(3);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(`Chromium: ${ensureChromium()}`);
  ensureFonts();
  console.log(`Firefox: ${ensureFirefox() ?? '-'}`);
  console.log(`LibreOffice: ${findLibreOffice() ?? '-'}`);
}

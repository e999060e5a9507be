import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const MAC = '/Applications';
const WINDOWS = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean);

const NAMES = {
  chromium: {
    path: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
    files: [
      `${MAC}/Chromium.app/Contents/MacOS/Chromium`,
      `${MAC}/Google Chrome.app/Contents/MacOS/Google Chrome`,
      ...WINDOWS.map((folder) => join(folder, 'Chromium', 'Application', 'chrome.exe')),
    ],
  },
  firefox: {
    path: ['firefox-esr', 'firefox'],
    files: [
      `${MAC}/Firefox.app/Contents/MacOS/firefox`,
      ...WINDOWS.map((folder) => join(folder, 'Mozilla Firefox', 'firefox.exe')),
    ],
  },
  libreoffice: {
    path: ['soffice', 'libreoffice'],
    files: [
      `${MAC}/LibreOffice.app/Contents/MacOS/soffice`,
      ...WINDOWS.map((folder) => join(folder, 'LibreOffice', 'program', 'soffice.exe')),
    ],
  },
};

/** The path of an installed program, or null. */
export function findProgram(program) {
  const { path, files } = NAMES[program];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const inPath = path.flatMap((name) => folders.map((folder) => join(folder, name)));
  const cached = program === 'chromium' ? playwrightChromium() : [];
  return [...inPath, ...files, ...cached].find(isExecutable) ?? null;
}

/** Chromium as Playwright's download leaves it, newest first. */
function playwrightChromium() {
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    {
      darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
      win32: join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
    }[process.platform] ??
    join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(cache)) return [];
  const inside = [
    ['chrome-linux', 'chrome'],
    ['chrome-linux64', 'chrome'],
    ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
    ['chrome-win', 'chrome.exe'],
    ['chrome-win64', 'chrome.exe'],
  ];
  return readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.split('-')[1]) - Number(a.split('-')[1]))
    .flatMap((name) => inside.map((steps) => join(cache, name, ...steps)));
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // Absent or not runnable: the next candidate is tried.
  }
}

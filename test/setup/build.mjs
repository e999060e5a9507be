// Builds both halves for one base address of the add-in.
//   npm run build -- --base https://redress.example.com/ [--out dist] [--only chrome,firefox,addin,zip] [--office-js URL]
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const ROOT = resolve(import.meta.dirname, '../..');
const PARTS = ['chrome', 'firefox', 'addin', 'zip'];

const { base, out, only, officeJs } = readOptions();
const environment = {
  ...process.env,
  REDRESS_ADDIN_BASE: base,
  ...(officeJs === undefined ? {} : { REDRESS_OFFICE_JS: officeJs }),
};
const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
const vite = join(ROOT, 'node_modules/vite/bin/vite.js');

const steps = {
  chrome: () => node('extension for Chromium', [wxt, 'build', '-b', 'chrome'], join(out, 'extension')),
  firefox: () => node('extension for Firefox', [wxt, 'build', '-b', 'firefox'], join(out, 'extension')),
  addin: () => node('Excel add-in', [vite, 'build', '-c', 'excel-addin/vite.config.ts'], join(out, 'excel-addin')),
  zip: async () => {
    await node('zip for the Chrome stores', [wxt, 'zip', '-b', 'chrome'], join(out, 'extension'));
    await node('zip for the Firefox store', [wxt, 'zip', '-b', 'firefox'], join(out, 'extension'));
  },
};

// One after the other: both extension builds write the same generated types.
for (const part of PARTS) if (only.includes(part)) await steps[part]();

function readOptions() {
  const { values } = parseArgs({
    options: {
      base: { type: 'string', default: 'https://localhost:3000/' },
      out: { type: 'string', default: 'dist' },
      only: { type: 'string', default: PARTS.join(',') },
      'office-js': { type: 'string' },
    },
  });
  const address = URL.canParse(values.base) ? new URL(values.base) : null;
  if (address === null || !/^https?:$/.test(address.protocol))
    stop(`--base must be an http(s) address, not: ${values.base}`);
  const unknown = values.only.split(',').filter((part) => !PARTS.includes(part));
  if (unknown.length > 0) stop(`--only takes ${PARTS.join(', ')}; not: ${unknown.join(', ')}`);
  return {
    base: address.href.endsWith('/') ? address.href : `${address.href}/`,
    out: resolve(ROOT, values.out),
    only: values.only.split(','),
    officeJs: values['office-js'],
  };
}

function node(what, args, outFolder) {
  console.log(`build: ${what} → ${outFolder}`);
  return new Promise((resolveStep) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...environment, REDRESS_OUT: outFolder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('close', (code) => {
      if (code === 0) return resolveStep();
      console.error(output);
      stop(`building the ${what} failed (exit code ${code})`);
    });
  });
}

function stop(message) {
  console.error(`build: ${message}`);
  process.exit(2);
}

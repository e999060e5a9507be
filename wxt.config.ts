import { resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/** Where the Excel add-in is served; the bridge runs there and nowhere else. */
const addinBase = new URL(process.env['REDRESS_ADDIN_BASE'] ?? 'https://localhost:3000/');

export default defineConfig({
  srcDir: 'extension',
  entrypointsDir: 'entrypoints',
  publicDir: 'extension/public',
  modulesDir: 'extension/modules',
  outDir: process.env['REDRESS_OUT'] ?? 'dist/extension',
  manifestVersion: 3,
  imports: false,
  vite: () => ({
    plugins: [preact({ devToolsEnabled: false })],
    define: { 'import.meta.env.REDRESS_ADDIN_BASE': JSON.stringify(addinBase.href) },
    build: { target: 'es2022' },
    // The reader of .msg files asks for it; the browser can do the same by itself.
    resolve: { alias: { 'iconv-lite': resolve(import.meta.dirname, 'extension/files/text-codec.ts') } },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    short_name: 'Redress',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['activeTab', 'scripting', 'storage', 'contextMenus', 'alarms', 'notifications'],
    /** Asked for one site at a time, when the user says so; none at install. */
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    action: { default_title: '__MSG_action__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+J' }, description: '__MSG_command__' },
    },
    ...(browser === 'firefox' ? firefoxKeys() : { minimum_chrome_version: '116' }),
  }),
  /** What a reviewer needs to build the extension again, and no more. */
  zip: { excludeSources: ['dist/**', 'out/**', 'test/**', 'docs/**', 'excel-addin/**'] },
  hooks: {
    'build:manifestGenerated': (wxt, manifest) => {
      for (const script of manifest.content_scripts ?? []) script.matches = [bridgePattern(wxt.config.browser)];
    },
  },
});

/** Firefox allows no port in a match pattern; there the bridge itself refuses other ports. */
function bridgePattern(browser: string): string {
  const host = browser === 'firefox' ? addinBase.hostname : addinBase.host;
  return `${addinBase.protocol}//${host}${addinBase.pathname.replace(/[^/]*$/, '')}*`;
}

function firefoxKeys() {
  return {
    browser_specific_settings: {
      gecko: {
        id: 'redress@redress.example',
        strict_min_version: '128.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  };
}

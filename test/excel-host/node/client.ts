import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, Script } from 'node:vm';
import type { Bridge } from '../protocol/excel-host.ts';
import type { OfficeStub } from './office-stub.ts';

/** Microsoft's Excel client, unmodified, from the npm package (dist/excel-web-16.00.debug.js). */
export const CLIENT_FILE = createRequire(import.meta.url).resolve('@microsoft/office-js/dist/excel-web-16.00.debug.js');

export interface Client {
  Excel: typeof Excel;
  OfficeExtension: typeof OfficeExtension;
}

let compiled: Script | null = null;

/**
 * Every call runs the client in a vm context of its own, so that hosts do not meet. Errors, promises, dates and parsed JSON are those
 * of this realm: for the code under test an error stays `instanceof Error`.
 */
export function loadClient(bridge: Bridge, office: OfficeStub): Client {
  const page = pageGlobals(office);
  page['_richApiNativeBridge'] = bridge;
  const context = createContext(page);
  compiled ??= new Script(readFileSync(CLIENT_FILE, 'utf8'), { filename: CLIENT_FILE });
  compiled.runInContext(context);
  page['Office'] = office; // the client has put its own namespace there, without what office.js adds
  return { Excel: page['Excel'], OfficeExtension: page['OfficeExtension'] } as Client;
}

/** What the client looks for in a page; it only ever reads these. */
function pageGlobals(office: OfficeStub): Record<string, unknown> {
  const nothing = (): void => undefined;
  const store = { getItem: () => null, setItem: nothing, removeItem: nothing };
  const origin = 'https://localhost';
  const location = { href: `${origin}/`, search: '', hash: '', host: 'localhost', protocol: 'https:', origin };
  const document = {
    URL: `${origin}/`,
    location,
    cookie: '',
    readyState: 'complete',
    head: {},
    body: {},
    documentElement: { style: {} },
    addEventListener: nothing,
    getElementsByTagName: () => [],
    createElement: () => ({ style: {} }),
  };
  const page: Record<string, unknown> = {
    Office: office,
    document,
    location,
    navigator: { userAgent: 'node', language: 'en-US' },
    sessionStorage: store,
    localStorage: store,
    addEventListener: nothing,
    name: '',
    history: {},
    screen: {},
    console: { log: nothing, warn: nothing, error: nothing, info: nothing },
    XMLHttpRequest: nothing,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    URL,
    Promise,
    Error,
    TypeError,
    JSON,
    Date,
  };
  return Object.assign(page, { window: page, self: page, top: page, parent: page });
}

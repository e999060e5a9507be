import { makeOfficeStub, type OfficeStub } from '../node/office-stub.ts';
import type { Bridge } from '../protocol/excel-host.ts';
import { PROFILES } from '../protocol/profile.ts';
import type { HostDoorWindow, PaneConnection } from './host-door.ts';

/**
 * Stands in for the office.js of Microsoft's CDN in a task pane: supplies `Office`, connects the pane to the host in the parent page,
 * and loads the genuine Excel client from the folder it was loaded from itself. Built as a classic script.
 */
interface PaneWindow {
  Office?: OfficeStub;
  _richApiNativeBridge?: Bridge;
}

const CLIENT = 'excel-web-16.00.debug.js';

function start(): void {
  const pane = window as unknown as PaneWindow;
  const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : document.baseURI;
  const connection = connect();
  const office = makeOfficeStub(connection?.profile ?? PROFILES.web, connection ?? {});
  const ready = connection ? loadScript(new URL(CLIENT, own).href, () => (pane.Office = office)) : Promise.resolve();
  const info = connection ? { host: 'Excel', platform: connection.profile.platform } : { host: '', platform: '' };
  office.onReady = async (callback) => {
    await ready;
    await callback?.(info);
    return info;
  };
  pane.Office = office;
  if (!connection) return;
  pane._richApiNativeBridge = connection.bridge;
  window.addEventListener('pagehide', () => connection.detach());
  forbidWhatOfficeForbids();
}

/** Null when the page was opened by itself: then `Office.onReady` resolves without a host, as the real one does. */
function connect(): PaneConnection | null {
  if (window.parent === window) return null;
  return (window.parent as unknown as HostDoorWindow).redressExcelHost?.attachPane() ?? null;
}

/** `loaded` runs at once after the script: the client puts its own `Office` there, without what office.js adds. */
function loadScript(address: string, loaded: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.addEventListener('load', () => {
      loaded();
      resolve();
    });
    script.addEventListener('error', () => reject(new Error(`${address} cannot be loaded`)));
    document.head.append(script);
  });
}

/** The real office.js takes these away from every add-in page ([L office.js], facts section 4). */
function forbidWhatOfficeForbids(): void {
  const page = window as unknown as Record<string, unknown>;
  for (const name of ['alert', 'confirm', 'prompt']) {
    page[name] = () => {
      throw new Error(`window.${name} is not supported in an add-in`);
    };
  }
  const browsing = history as unknown as Record<string, unknown>;
  browsing['pushState'] = null;
  browsing['replaceState'] = null;
}

start();

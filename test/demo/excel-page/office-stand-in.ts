/**
 * Stands in for Microsoft's office.js in the pane's page: offers `Office`, then loads the genuine Excel client, whose calls go to
 * the Excel host in the page around the frame.
 */
import { makeOfficeStub } from '../../excel-host/node/office-stub.ts';
import type { OfferedHost } from './offer-host.ts';

const offered = (window.parent as { redressExcelHost?: OfferedHost }).redressExcelHost;
const own = document.currentScript;
if (offered !== undefined && own instanceof HTMLScriptElement) {
  const page = window as unknown as { _richApiNativeBridge: unknown; Office: unknown };
  const office = makeOfficeStub(offered.profile, {
    displayLanguage: offered.displayLanguage,
    contentLanguage: offered.displayLanguage,
  });
  const client = document.createElement('script');
  client.src = new URL('excel-web-16.00.debug.js', own.src).href;
  const isLoaded = new Promise((resolve) => client.addEventListener('load', resolve));
  const onReady: typeof office.onReady = office.onReady.bind(office);
  office.onReady = (callback) => isLoaded.then(() => onReady(callback));
  page._richApiNativeBridge = offered.attach();
  page.Office = office;
  document.head.append(client);
}

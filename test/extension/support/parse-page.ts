import { parseHTML } from 'linkedom';

/** A document of a page with an address, without a browser. Nothing is laid out: what needs layout is tried in Chromium. */
export function parsePage(body: string, { url = 'https://mail.example/', bodyClass = '' } = {}): Document {
  const { document } = parseHTML(
    `<!doctype html><html><head><title>页面</title></head><body class="${bodyClass}">${body}</body></html>`,
  );
  Object.defineProperty(document, 'location', { value: new URL(url) });
  // As in a document that is not shown: no window, so no styles.
  Object.defineProperty(document, 'defaultView', { value: null });
  return document;
}

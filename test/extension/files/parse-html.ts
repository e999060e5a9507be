import { parseHTML } from 'linkedom';

/** A mail's HTML as a document that is never shown; browsers complete fragments, this does it by hand. */
export function parseHtml(html: string): Document {
  const isWhole = /<html|<body/i.test(html);
  const { document } = parseHTML(isWhole ? html : `<!doctype html><html><head></head><body>${html}</body></html>`);
  Object.defineProperty(document, 'defaultView', { value: null });
  return document;
}

/** Elements that a mail body may bring along. All others lose their tag, and those in DROPPED their content too. */
const ALLOWED = new Set(
  (
    'a abbr address article b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em ' +
    'figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p pre q s samp section small ' +
    'span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr'
  ).split(' '),
);
const DROPPED = new Set(
  (
    'applet area audio base button canvas dialog embed frame frameset head iframe input link map math meta noembed ' +
    'noframes noscript object option param plaintext script select slot style svg template textarea title track video xmp'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  (
    'abbr align alt bgcolor border cellpadding cellspacing class color colspan dir face height lang nowrap rowspan ' +
    'scope size span start summary title type valign width datetime'
  ).split(' '),
);
const PROPERTIES = new Set(
  (
    'background-color border border-bottom border-collapse border-color border-left border-radius border-right ' +
    'border-spacing border-style border-top border-width color direction display font font-family font-size ' +
    'font-style font-variant font-weight height letter-spacing line-height list-style-type margin margin-bottom ' +
    'margin-left margin-right margin-top max-height max-width min-height min-width opacity overflow padding ' +
    'padding-bottom padding-left padding-right padding-top table-layout text-align text-decoration text-indent ' +
    'text-transform unicode-bidi vertical-align visibility white-space width word-break word-spacing overflow-wrap'
  ).split(' '),
);

/** What a picture of the mail itself (`cid:`) is shown from; null when the mail has no such part. */
export type InlineAddress = (contentId: string) => string | null;

/**
 * The HTML of a mail as a document that holds nothing but allowed elements, attributes and styles: parsed by DOMParser
 * (inert, loads and runs nothing) and built anew node by node. Pictures from other hosts are named, not loaded.
 */
export function sanitizeMail(html: string, inlineAddress: InlineAddress): string {
  const source = new DOMParser().parseFromString(html, 'text/html');
  const target = document.implementation.createHTMLDocument('');
  const copied = { target, inlineAddress };
  copyChildren(source.body, target.body, copied);
  const style = target.createElement('style');
  style.textContent = allowedRules(source);
  target.head.append(style);
  return target.documentElement.outerHTML;
}

interface Copying {
  target: Document;
  inlineAddress: InlineAddress;
}

function copyChildren(from: Node, to: Node, copying: Copying): void {
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) to.appendChild(copying.target.createTextNode(child.nodeValue ?? ''));
    else if (child instanceof Element) copyElement(child, to, copying);
  }
}

function copyElement(element: Element, to: Node, copying: Copying): void {
  const name = element.localName;
  if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml' || DROPPED.has(name)) return;
  if (!ALLOWED.has(name)) {
    copyChildren(element, to, copying);
    return;
  }
  if (name === 'img') {
    to.appendChild(picture(element, copying));
    return;
  }
  const copy = copying.target.createElement(name);
  copyAttributes(element, copy);
  copyChildren(element, copy, copying);
  to.appendChild(copy);
}

function copyAttributes(from: Element, to: HTMLElement): void {
  for (const { name, value } of from.attributes) if (ATTRIBUTES.has(name)) to.setAttribute(name, value);
  const style = from.getAttribute('style');
  if (style !== null) to.setAttribute('style', allowedDeclarations(style));
  const href = from.getAttribute('href');
  if (to.localName === 'a' && href !== null && /^(https?:|mailto:|tel:)/i.test(href.trim())) {
    to.setAttribute('href', href.trim());
    to.setAttribute('rel', 'noopener noreferrer');
    to.setAttribute('target', '_blank');
  }
}

function picture(from: Element, { target, inlineAddress }: Copying): Node {
  const source = from.getAttribute('src') ?? '';
  const address = source.startsWith('cid:') ? inlineAddress(source.slice(4)) : null;
  const alt = from.getAttribute('alt') ?? '';
  if (address === null) return target.createTextNode(alt === '' ? '' : `[${alt}]`);
  const shown = target.createElement('img');
  copyAttributes(from, shown);
  shown.setAttribute('src', address);
  return shown;
}

/** The mail's style sheets, read by the browser's own parser; only plain rules with allowed properties are kept. */
function allowedRules(source: Document): string {
  return [...source.querySelectorAll('style')].flatMap((style) => rulesOf(style.textContent)).join('\n');
}

function rulesOf(css: string): string[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css.replace(/@import[^;]*;?/gi, '').replace(/<!--|-->/g, ''));
  return [...sheet.cssRules].flatMap((rule) => {
    if (!(rule instanceof CSSStyleRule) || rule.selectorText.includes('<')) return [];
    const declarations = allowedDeclarations(rule.style.cssText);
    return declarations === '' ? [] : [`${rule.selectorText} { ${declarations} }`];
  });
}

function allowedDeclarations(css: string): string {
  const declared = document.implementation.createHTMLDocument('').createElement('div').style;
  declared.cssText = css;
  return [...PROPERTIES]
    .flatMap((property) => {
      const value = declared.getPropertyValue(property);
      const isPlain = value !== '' && !/[<>\\@{};]|url\(|image\(|expression/i.test(value);
      return isPlain ? [`${property}: ${value}${declared.getPropertyPriority(property) ? ' !important' : ''}`] : [];
    })
    .join('; ');
}

import { boxOf, documentOf, viewOf } from '../page/safe-dom.ts';
import type { Pointed } from './make-part.ts';

/** The words of the overlay, in the user's language; `{part}` stands for what is to be pointed at. */
export interface PickerWords {
  title: string;
  help: string;
  nothing: string;
  noLabel: string;
  empty: string;
  end: string;
}

export interface Overlay {
  show: (pointed: Pointed | null, element: Element) => void;
  hide: () => void;
  remove: () => void;
  owns: (target: EventTarget | null) => boolean;
}

const INK = '#ffffff';
const GROUND = '#0b4348';
const VALUE = '#e0651a';
const LABEL = '#1668b8';
const FONT =
  "13px/1.5 -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei UI', 'Noto Sans CJK SC', system-ui, sans-serif";

/**
 * What the page shows while the user points: frames around label and value, what they say, and a bar with the keys. It lives
 * in a closed shadow root in the top layer; styles are set one by one, so that no rule of the page reaches them and no policy
 * of the page forbids them. It lets every click through to the page below.
 */
export function createOverlay(document: Document, words: PickerWords, onEnd: () => void): Overlay {
  const host = element(document, 'div', {
    all: 'initial',
    position: 'fixed',
    inset: '0',
    width: '100vw',
    height: '100vh',
  });
  style(host, { margin: '0', padding: '0', border: '0', background: 'transparent', overflow: 'hidden' });
  style(host, { 'pointer-events': 'none', 'z-index': '2147483647', 'color-scheme': 'light' });
  host.setAttribute('data-redress', 'picker');
  const root = host.attachShadow({ mode: 'closed' });
  const labelBox = box(document, LABEL);
  const valueBox = box(document, VALUE);
  const tip = element(document, 'div', { ...CARD, position: 'fixed', display: 'none', 'max-width': '360px' });
  const bar = barOf(document, words, onEnd);
  root.append(labelBox, valueBox, tip, bar.root);
  document.documentElement.append(host);
  toTopLayer(host);

  const hide = () => {
    for (const each of [labelBox, valueBox, tip]) style(each, { display: 'none' });
  };
  return {
    hide,
    show: (pointed, pointedElement) => {
      hide();
      const around = pointed?.value ?? pointedElement;
      const area = frame(valueBox, around);
      if (pointed?.labelElement && pointed.labelElement !== pointed.value) frame(labelBox, pointed.labelElement);
      style(bar.root, area.top < 60 ? { top: 'auto', bottom: '12px' } : { top: '12px', bottom: 'auto' });
      writeTip(tip, pointed, words);
      placeTip(tip, area);
      bar.say(sayPointed(pointed, words));
    },
    remove: () => host.remove(),
    owns: (target) => target === host,
  };
}

const CARD = {
  all: 'initial',
  'box-sizing': 'border-box',
  padding: '6px 10px',
  'border-radius': '6px',
  background: GROUND,
  color: INK,
  font: FONT,
  'box-shadow': '0 2px 10px rgb(0 0 0 / 35%)',
};

function barOf(document: Document, words: PickerWords, onEnd: () => void) {
  const root = element(document, 'div', {
    ...CARD,
    position: 'fixed',
    top: '12px',
    left: '50%',
    transform: 'translateX(-50%)',
  });
  style(root, {
    display: 'flex',
    gap: '12px',
    'align-items': 'center',
    'max-width': 'calc(100vw - 24px)',
    'pointer-events': 'auto',
  });
  const texts = element(document, 'div', { all: 'initial', font: FONT, color: INK });
  const title = element(document, 'div', {
    all: 'initial',
    display: 'block',
    font: FONT,
    'font-weight': '600',
    color: INK,
  });
  title.textContent = words.title;
  const help = element(document, 'div', {
    all: 'initial',
    display: 'block',
    font: FONT,
    'font-size': '12px',
    color: '#cfe4e5',
  });
  help.textContent = words.help;
  // Read out by screen readers; seen by everybody else in the tip.
  const live = element(document, 'div', {
    all: 'initial',
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    'clip-path': 'inset(50%)',
  });
  live.setAttribute('role', 'status');
  texts.append(title, help, live);
  const end = element(document, 'button', { all: 'initial', font: FONT, color: INK, cursor: 'pointer', flex: 'none' });
  style(end, { padding: '2px 10px', border: '1px solid #8fb9bc', 'border-radius': '6px', 'white-space': 'nowrap' });
  end.textContent = words.end;
  end.addEventListener('click', onEnd);
  root.append(texts, end);
  return { root, say: (text: string) => void (live.textContent = text) };
}

const box = (document: Document, colour: string) =>
  element(document, 'div', {
    all: 'initial',
    display: 'none',
    position: 'fixed',
    'box-sizing': 'border-box',
    border: `2px solid ${colour}`,
    'border-radius': '4px',
    background: `${colour}22`,
  });

function writeTip(tip: HTMLElement, pointed: Pointed | null, words: PickerWords): void {
  tip.replaceChildren();
  const line = (text: string, more: Record<string, string>) => {
    const part = element(documentOf(tip), 'div', { all: 'initial', display: 'block', font: FONT, color: INK, ...more });
    part.textContent = text;
    tip.append(part);
  };
  if (pointed === null) {
    line(words.nothing, {});
    return;
  }
  line(pointed.label ?? words.noLabel, { 'font-size': '12px', color: '#a9d3ff' });
  line(pointed.words === '' ? words.empty : short(pointed.words), { 'overflow-wrap': 'anywhere' });
}

const sayPointed = (pointed: Pointed | null, words: PickerWords) =>
  pointed === null
    ? words.nothing
    : `${pointed.label ?? words.noLabel}: ${pointed.words === '' ? words.empty : short(pointed.words)}`;

const short = (text: string) => (text.length > 140 ? `${text.slice(0, 140)}…` : text).replace(/\s+/g, ' ');

interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

function frame(around: HTMLElement, what: Element): Area {
  const area = areaOf(what);
  style(around, {
    display: 'block',
    left: `${area.left - 3}px`,
    top: `${area.top - 3}px`,
    width: `${area.width + 6}px`,
    height: `${area.height + 6}px`,
  });
  return area;
}

/** Where an element stands in the outermost window: frames move what is in them. */
function areaOf(what: Element): Area {
  const { left, top, width, height } = boxOf(what);
  const area = { left, top, width, height };
  for (let frameElement = frameAround(what); frameElement !== null; frameElement = frameAround(frameElement)) {
    const outer = boxOf(frameElement);
    area.left += outer.left + frameElement.clientLeft;
    area.top += outer.top + frameElement.clientTop;
  }
  return area;
}

function frameAround(what: Element): Element | null {
  try {
    return viewOf(documentOf(what))?.frameElement ?? null;
  } catch {
    // A frame of another site: this window is the outermost that can be known.
    return null;
  }
}

function placeTip(tip: HTMLElement, area: Area): void {
  style(tip, { display: 'block', left: '0', top: '0' });
  const view = viewOf(documentOf(tip));
  const { width, height } = boxOf(tip);
  const [w, h] = [view?.innerWidth ?? 1_000, view?.innerHeight ?? 800];
  const below = area.top + area.height + 8;
  const top = below + height < h ? below : Math.max(8, area.top - height - 8);
  style(tip, {
    left: `${Math.max(8, Math.min(area.left, w - width - 8))}px`,
    top: `${Math.min(top, h - height - 8)}px`,
  });
}

/** Above the page's own dialogs, where the browser has such a layer. */
function toTopLayer(host: HTMLElement): void {
  if (!('popover' in host)) return;
  host.setAttribute('popover', 'manual');
  host.showPopover();
}

function element<N extends keyof HTMLElementTagNameMap>(
  document: Document,
  name: N,
  styles: Record<string, string>,
): HTMLElementTagNameMap[N] {
  const made = document.createElement(name);
  style(made, styles);
  return made;
}

function style(target: HTMLElement, styles: Record<string, string>): void {
  for (const [property, value] of Object.entries(styles)) target.style.setProperty(property, value, 'important');
}

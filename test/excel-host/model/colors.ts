import { elementsOf, localName, type XmlElement } from '../xml/xml-tree.ts';

/** The indexed palette of ECMA-376 part 1, 18.8.27 (first 8 repeat as 8–15). */
const PALETTE =
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'.split(
    ' ',
  );

export const DEFAULT_THEME = [
  'FFFFFF',
  '000000',
  'E7E6E6',
  '44546A',
  '4472C4',
  'ED7D31',
  'A5A5A5',
  'FFC000',
  '5B9BD5',
  '70AD47',
  '0563C1',
  '954F72',
];

/** Theme colours in the order that cells count them: lt1, dk1, lt2, dk2, accents, links. */
export function readThemeColors(theme: XmlElement): string[] {
  const scheme = findDeep(theme, 'clrScheme');
  if (!scheme) return DEFAULT_THEME;
  const named = new Map(
    elementsOf(scheme).map((entry) => {
      const color = elementsOf(entry)[0];
      return [localName(entry.name), color?.attributes['lastClr'] ?? color?.attributes['val'] ?? '000000'] as const;
    }),
  );
  const order = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink'];
  return [...order, 'folHlink'].map((name, index) => named.get(name) ?? DEFAULT_THEME[index] ?? '000000');
}

function findDeep(node: XmlElement, name: string): XmlElement | undefined {
  for (const child of elementsOf(node)) {
    const found = localName(child.name) === name ? child : findDeep(child, name);
    if (found) return found;
  }
  return undefined;
}

/** A colour element as `#RRGGBB`, as Office.js reports colours; '' when it is automatic or absent. */
export function colorOf(node: XmlElement | undefined, theme: readonly string[]): string {
  if (!node) return '';
  const { rgb, theme: themeIndex, indexed, tint } = node.attributes;
  let hex: string | undefined;
  if (rgb) hex = rgb.slice(-6);
  else if (themeIndex !== undefined) hex = theme[Number(themeIndex)];
  else if (indexed !== undefined) hex = PALETTE[Number(indexed)];
  if (!hex) return '';
  return `#${tint ? withTint(hex, Number(tint)) : hex.toUpperCase()}`;
}

function withTint(hex: string, tint: number): string {
  const channels = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels;
  const max = Math.max(red, green, blue);
  const min = Math.min(red, green, blue);
  const lightness = (max + min) / 2;
  const saturation = max === min ? 0 : (max - min) / (1 - Math.abs(2 * lightness - 1));
  let hue = 0;
  if (max !== min) {
    if (max === red) hue = ((green - blue) / (max - min) + 6) % 6;
    else hue = max === green ? (blue - red) / (max - min) + 2 : (red - green) / (max - min) + 4;
  }
  const light = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * light - 1)) * saturation;
  const second = chroma * (1 - Math.abs((hue % 2) - 1));
  const base = light - chroma / 2;
  const wheel = [
    [chroma, second, 0],
    [second, chroma, 0],
    [0, chroma, second],
    [0, second, chroma],
    [second, 0, chroma],
    [chroma, 0, second],
  ];
  const rgb = wheel[Math.floor(hue) % 6] ?? [0, 0, 0];
  return rgb
    .map((channel) =>
      Math.round((channel + base) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase();
}

const NAMED: Record<string, string> = {
  black: '000000',
  white: 'FFFFFF',
  red: 'FF0000',
  green: '008000',
  blue: '0000FF',
  yellow: 'FFFF00',
  orange: 'FFA500',
  gray: '808080',
  grey: '808080',
  purple: '800080',
  pink: 'FFC0CB',
  lightgray: 'D3D3D3',
  lightgrey: 'D3D3D3',
  darkgray: 'A9A9A9',
  silver: 'C0C0C0',
  navy: '000080',
  teal: '008080',
  maroon: '800000',
  olive: '808000',
};

/** What an add-in may give as a colour: `#RRGGBB` or an HTML name ([T RangeFill.color]); null when it is neither. */
export function parseColor(text: string): string | null {
  const hex = /^#?([0-9a-f]{6})$/i.exec(text.trim())?.[1];
  return hex ? hex.toUpperCase() : (NAMED[text.trim().toLowerCase()] ?? null);
}

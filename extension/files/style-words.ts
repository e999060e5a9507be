/** What styles say about whether words can be seen. */
export interface Look {
  display?: string;
  visibility?: string;
  opacity?: string;
  fontSize?: string;
  color?: string;
  background?: string;
  overflow?: string;
  height?: string;
  width?: string;
  position?: string;
  offset?: string;
  textIndent?: string;
}

const PROPERTIES: Record<string, keyof Look> = {
  display: 'display',
  visibility: 'visibility',
  opacity: 'opacity',
  'font-size': 'fontSize',
  color: 'color',
  background: 'background',
  'background-color': 'background',
  overflow: 'overflow',
  'overflow-y': 'overflow',
  height: 'height',
  'max-height': 'height',
  width: 'width',
  'max-width': 'width',
  position: 'position',
  left: 'offset',
  top: 'offset',
  'text-indent': 'textIndent',
};

/** The declarations of a `style` attribute or of one rule. Outlook's own mark for hidden text counts as `display: none`. */
export function lookOf(declarations: string): Look {
  const look: Look = {};
  for (const declaration of declarations.split(';')) {
    const colon = declaration.indexOf(':');
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration
      .slice(colon + 1)
      .replace(/!\s*important/i, '')
      .trim()
      .toLowerCase();
    const key = PROPERTIES[name];
    if (name === 'mso-hide' && value === 'all') look.display = 'none';
    else if (key !== undefined && value !== '') look[key] = value;
  }
  return look;
}

/** The rules of a style sheet that hold on any screen: those within @-blocks are for other widths and for print. */
export function rulesOf(sheet: string): { selector: string; look: Look }[] {
  const bare = withoutAtBlocks(sheet.replace(/\/\*[\s\S]*?\*\//g, '').replace(/<!--|-->/g, ''));
  return [...bare.matchAll(/([^{}]{1,500})\{([^{}]*)\}/g)]
    .map((match) => ({ selector: (match[1] ?? '').trim(), look: lookOf(match[2] ?? '') }))
    .filter(({ look }) => Object.keys(look).length > 0)
    .slice(0, 2_000);
}

function withoutAtBlocks(sheet: string): string {
  const kept: string[] = [];
  let depth = 0;
  let inAtRule = false;
  for (const piece of sheet.split(/([{};])/)) {
    if (depth === 0 && !inAtRule && piece.trimStart().startsWith('@')) inAtRule = true;
    if (!inAtRule) kept.push(piece);
    if (piece === '{') depth += 1;
    if (piece === '}') depth = Math.max(0, depth - 1);
    if (inAtRule && depth === 0 && (piece === '}' || piece === ';')) inAtRule = false;
  }
  return kept.join('');
}

const NAMED: Record<string, string> = { white: '#ffffff', black: '#000000' };

/** One colour in one form; null when it is none of its own, such as an image or a name that we do not compare. */
export function colourOf(value: string): string | null {
  const word = value.trim();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(word);
  if (short !== null)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  const long = /^#[0-9a-f]{6}/.exec(word)?.[0];
  if (long !== undefined) return long;
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+%?))?\s*\)/.exec(word);
  if (rgb !== null) {
    if (rgb[4] !== undefined && Number.parseFloat(rgb[4]) === 0) return 'transparent';
    return `#${rgb
      .slice(1, 4)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')}`;
  }
  return NAMED[word] ?? (/^[a-z]+$/.test(word) ? word : null);
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const ENTITY = /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{2,4}));/g;

/** The text that an XML text or attribute stands for. Entities that no workbook may define stay as they are written. */
export function fromXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, hex: string | undefined, decimal: string | undefined, name: string) => {
    const code = hex !== undefined ? Number.parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : null;
    if (code === null) return NAMED[name] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** A text as it is written into an element or between double quotes. */
export function toXml(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (sign) => `&${sign === '&' ? 'amp' : sign === '<' ? 'lt' : sign === '>' ? 'gt' : 'quot'};`,
  );
}

const ESCAPED = /_x([0-9a-fA-F]{4})_/g;

/** A string of a workbook, whose control characters are written `_x000a_` (ECMA-376 part 1, 22.9.2.19). */
export function fromCellText(text: string): string {
  return text.includes('_x')
    ? text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

/** The way back: control characters, and what would read as one, are written so again. */
export function toCellText(text: string): string {
  return text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(/[\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F]/g, (sign) => {
      return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
    });
}

/** A cell as it is pasted: text as it stands, and whether it must stay text whatever it looks like. */
export interface PasteCell {
  text: string;
  isText: boolean;
}

/**
 * Rows as tab-separated text, one line a row. Line breaks and tabs within a cell become blanks, because a sheet would begin
 * another row or cell there. Cells must have been guarded before (`safeText`): this only lays them out.
 */
export function pasteText(rows: readonly (readonly PasteCell[])[]): string {
  return rows.map((row) => row.map(({ text }) => quoted(oneLine(text))).join('\t')).join('\r\n');
}

/**
 * The same rows as an HTML table, which spreadsheets prefer: line breaks stay within their cell, and text cells carry the
 * text format, so that a phone number or an id is not turned into a number. All else is escaped; there is no other markup.
 */
export function pasteHtml(rows: readonly (readonly PasteCell[])[]): string {
  const lines = rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`);
  return `<html><head><meta charset="utf-8"></head><body><table>${lines.join('')}</table></body></html>`;
}

function cellHtml({ text, isText }: PasteCell): string {
  const style = isText ? ` style="mso-number-format:'\\@'"` : '';
  return `<td${style}>${escaped(text).replace(/\r\n?|\n/g, '<br style="mso-data-placement:same-cell">')}</td>`;
}

function oneLine(text: string): string {
  return text.replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, ' ');
}

/** A quote at the beginning would open a cell that swallows the ones behind it. */
function quoted(text: string): string {
  return text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** Characters that no file system takes, that end a name, or that turn the reading direction. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff<>:"/\\|?*]/gu;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A file's name as it may be kept, shown, written in a ledger and used for a download: without a way to other folders, without
 * marks that let `gpj.exe` read as `exe.jpg`, and without a beginning that a spreadsheet would run. Never empty.
 */
export function cleanName(name: string, fallback = 'file'): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const bare = last
    .replace(UNSAFE, '')
    .replace(/^[\s.=+\-@]+/u, '')
    .replace(/[\s.]+$/u, '');
  const short = shortened(RESERVED.test(bare) ? `_${bare}` : bare);
  return short === '' ? fallback : short;
}

/** At most 180 characters, the extension kept. */
function shortened(name: string): string {
  const chars = Array.from(name);
  if (chars.length <= 180) return name;
  const extension = /\.[^.]{1,10}$/u.exec(name)?.[0] ?? '';
  return chars.slice(0, 180 - extension.length).join('') + extension;
}

/** Offers a file under a name, in a page of the extension. */
export function downloadFile(name: string, parts: BlobPart[], type: string): void {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun with the click; the address is let go after the browser has taken it up.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** `2026-03-05T01:02:03Z` → `20260305-0102`, for names of files. */
export function stampOf(moment: string): string {
  return moment.slice(0, 16).replace(/[-:]/g, '').replace('T', '-');
}

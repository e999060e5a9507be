/** So long the browser may take to begin with a file. */
const KEPT_FOR = 60_000;

/** Hands a file to the user as a download. */
export function saveFile(name: string, content: Uint8Array | string): void {
  const type = typeof content === 'string' ? 'application/json' : XLSX;
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, KEPT_FOR);
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

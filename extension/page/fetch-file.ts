/** A file as it goes out of the page: its bytes in base64, because messages between page and extension carry text only. */
export type FetchedFile =
  | { ok: true; base64: string; type: string; address: string }
  | { ok: false; code: 'fileTooLarge' | 'notFetched'; status: number };

/** Fetches a file with the session of the page, or of the site itself (`include`) where the user gave leave for it. Stops as soon as more than `most` bytes have come. */
export async function fetchFile(
  url: string,
  most: number,
  credentials: RequestCredentials = 'same-origin',
): Promise<FetchedFile> {
  const response = await fetch(url, { credentials, redirect: 'follow' }).catch((error: unknown) => {
    // The network and the site's own policy say no by throwing, without a reason that could be told.
    if (error instanceof TypeError) return null;
    throw error;
  });
  if (response?.ok !== true) return { ok: false, code: 'notFetched', status: response?.status ?? 0 };
  if (Number(response.headers.get('content-length') ?? 0) > most)
    return { ok: false, code: 'fileTooLarge', status: 200 };
  const bytes = await bytesUpTo(response, most);
  if (bytes === null) return { ok: false, code: 'fileTooLarge', status: 200 };
  return { ok: true, base64: toBase64(bytes), type: response.headers.get('content-type') ?? '', address: response.url };
}

async function bytesUpTo(response: Response, most: number): Promise<Uint8Array | null> {
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    size += part.value.length;
    if (size > most) {
      await reader?.cancel();
      return null;
    }
    parts.push(part.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 24_576) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 24_576))));
  }
  return parts.join('');
}

import { done, refuse, type Outcome } from '../../core/outcome.ts';

/** The largest slice that hosts give (Office.Document.getFileAsync). */
const SLICE = 4_194_304;

/**
 * The whole workbook as a file, as it stands now, saved or not. `noFile`: the host cannot or will not give it (Excel on the
 * web after a file was renamed, storage services other than Microsoft's, or no permission).
 */
export async function readWholeFile(
  onProgress: (done: number, of: number) => void,
  signal?: AbortSignal,
): Promise<Outcome<Uint8Array, 'noFile' | 'cancelled'>> {
  const { document } = Office.context;
  if (typeof document.getFileAsync !== 'function') return refuse('noFile');
  const opened = await asked<Office.File>((answer) => {
    document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE }, answer);
  });
  if (!opened.ok) return opened;
  const file = opened.value;
  try {
    const slices: Uint8Array[] = [];
    for (let index = 0; index < file.sliceCount; index++) {
      if (signal?.aborted === true) return refuse('cancelled');
      onProgress(index, file.sliceCount);
      const slice = await asked<Office.Slice>((answer) => {
        file.getSliceAsync(index, answer);
      });
      if (!slice.ok) return slice;
      // A byte array, or its plain numbers: hosts differ.
      slices.push(Uint8Array.from(slice.value.data as ArrayLike<number>));
    }
    return slices.length === 0 ? refuse('noFile') : done(joined(slices));
  } finally {
    // A host keeps two files at most; one that is not closed stands in the way of the next.
    await asked((answer) => {
      file.closeAsync(answer);
    });
  }
}

function asked<T>(ask: (answer: (result: Office.AsyncResult<T>) => void) => void): Promise<Outcome<T, 'noFile'>> {
  return new Promise((resolve) => {
    ask((result) => {
      const isGiven = result.status === Office.AsyncResultStatus.Succeeded;
      const { message = '', code = 0 } = isGiven ? {} : result.error;
      resolve(isGiven ? done(result.value) : refuse('noFile', { host: message, hostCode: code }));
    });
  });
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Opens a file as a new workbook in a window of its own. False: the host cannot. */
export async function openAsWorkbook(file: Uint8Array): Promise<boolean> {
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.8')) return false;
  try {
    await Excel.createWorkbook(base64(file));
    return true;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error) return false;
    throw error;
  }
}

const PIECE = 0x8000;

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}

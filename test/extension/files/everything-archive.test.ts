import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  createArchive,
  isArchive,
  readArchive,
  type EverythingArchive,
} from '../../../extension/files/everything-archive.ts';

const HASH = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);
const text = (words: string) => new Uint8Array(new TextEncoder().encode(words));
const LIMITS = { archive: 100_000, text: 5_000, file: 1_000, files: 2_000 };

async function written(build: (archive: ReturnType<typeof createArchive>) => void) {
  const archive = createArchive();
  build(archive);
  const { parts, size } = archive.end();
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  expect(bytes.length).toBe(size);
  return bytes;
}

function read(bytes: Uint8Array<ArrayBuffer>): EverythingArchive {
  const result = readArchive(bytes, LIMITS);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}
const refusal = (bytes: Uint8Array<ArrayBuffer>) => {
  const result = readArchive(bytes, LIMITS);
  return result.ok ? null : result.code;
};

/** What an archive says of the unpacked size of its first entry, changed in both places. */
function lyingAbout(bytes: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  for (let at = 0; at + 4 <= changed.length; at++) {
    const mark = view.getUint32(at, true);
    if (mark === 0x04034b50) view.setUint32(at + 22, size, true);
    if (mark === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return changed;
}

describe('everything with its files in an archive', () => {
  it('comes back as it was written, the text in pieces and files that compress to nothing', async () => {
    const file = text('照片'.repeat(100));
    const bytes = await written((archive) => {
      archive.addText(['{"entries":[', '"结块"', ']}']);
      archive.addFile(HASH, file);
      archive.addFile(OTHER, new Uint8Array([0, 255]));
    });
    expect(isArchive(bytes)).toBe(true);
    const archive = read(bytes);
    expect([archive.text, archive.hashes]).toEqual(['{"entries":["结块"]}', [HASH, OTHER]]);
    expect(archive.filesOf([HASH])).toEqual([{ sha256: HASH, bytes: file }]);
    expect(archive.filesOf(['c'.repeat(64)])).toEqual([]);
  });

  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['no archive', text('PK\u0003\u0004 and nothing'), 'notArchive'],
    ['nothing', new Uint8Array(0), 'notArchive'],
    ['one that is cut', zipSync({ 'everything.json': text('x'.repeat(500)) }).slice(0, 60), 'notArchive'],
    ['one of somebody else', zipSync({ 'readme.txt': text('x') }), 'noText'],
    ['a bomb in the text', zipSync({ 'everything.json': new Uint8Array(1_000_000) }), 'tooLarge'],
    [
      'too many files',
      zipSync({
        'everything.json': text('{}'),
        [`files/${HASH}`]: new Uint8Array(900),
        [`files/${OTHER}`]: new Uint8Array(900),
        [`files/${'c'.repeat(64)}`]: new Uint8Array(900),
      }),
      'tooLarge',
    ],
    [
      'too large an archive',
      zipSync({ 'everything.json': text('{}'), x: [new Uint8Array(200_000), { level: 0 }] }),
      'tooLarge',
    ],
  ])('is refused: %s', (_, bytes, code) => {
    expect(refusal(bytes)).toBe(code);
  });

  it('unpacks no more than an archive says, whatever it holds', () => {
    const bomb = lyingAbout(zipSync({ 'everything.json': new Uint8Array(4_000_000) }), 10);
    const result = readArchive(bomb, LIMITS);
    expect(result.ok ? result.value.text.length : 0).toBeLessThanOrEqual(10);
  });

  it('leaves out what is too large, and names that we never write', () => {
    const archive = read(
      zipSync({
        'everything.json': text('{}'),
        [`files/${HASH}`]: new Uint8Array(1_001),
        [`files/${OTHER}`]: text('x'),
        [`files/../${HASH}`]: text('x'),
        'files/photo.png': text('x'),
      }),
    );
    expect(archive.hashes).toEqual([OTHER]);
    expect(archive.filesOf([HASH, OTHER]).map(({ sha256 }) => sha256)).toEqual([OTHER]);
  });
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchFile } from '../../../extension/page/fetch-file.ts';

const BYTES = Uint8Array.from({ length: 60_000 }, (_, at) => at % 251);
let server: Server;
let address: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path === '/missing') response.writeHead(404).end();
    else if (path === '/moved') response.writeHead(302, { location: '/file' }).end();
    else if (path === '/said') response.writeHead(200, { 'content-length': BYTES.length }).end(BYTES);
    else {
      // Without a length beforehand.
      response.writeHead(200, { 'content-type': 'image/png' });
      response.write(BYTES.subarray(0, 30_000));
      response.end(BYTES.subarray(30_000));
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

describe('fetching a file', () => {
  it.each(['/file', '/moved'])('gives the bytes of %s, the kind, and where they came from', async (path) => {
    const file = await fetchFile(`${address}${path}`, BYTES.length);
    expect(file).toMatchObject({ ok: true, type: 'image/png', address: `${address}/file` });
    expect(file.ok && Uint8Array.from(Buffer.from(file.base64, 'base64'))).toEqual(BYTES);
  });

  it.each(['/file', '/said'])('stops at the limit, said beforehand or not: %s', async (path) => {
    expect(await fetchFile(`${address}${path}`, BYTES.length - 1)).toEqual({
      ok: false,
      code: 'fileTooLarge',
      status: 200,
    });
  });

  it('says with which status a site refused, and 0 where nobody answered', async () => {
    expect(await fetchFile(`${address}/missing`, 10)).toEqual({ ok: false, code: 'notFetched', status: 404 });
    expect(await fetchFile('http://127.0.0.1:1/', 10)).toEqual({ ok: false, code: 'notFetched', status: 0 });
  });
});

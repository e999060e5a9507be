import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

/** What a route answers. `null` means that the route does not know the address. */
export interface Reply {
  status?: number;
  type: string;
  body: string | Uint8Array;
  headers?: Record<string, string>;
}
export type Route = (url: URL) => Promise<Reply | null> | Reply | null;

export interface LocalServer {
  /** `http://localhost:PORT`, without a slash at its end. */
  origin: string;
  port: number;
  close: () => Promise<void>;
}

/** Serves GET requests on the loopback only. The first route that answers wins; port 0 takes any free port. */
export async function serveRoutes(routes: Route[], port: number, host = 'localhost'): Promise<LocalServer> {
  const server = createServer((request, response) => void answer(routes, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    origin: `http://${host}:${taken}`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const PLAIN = 'text/plain; charset=utf-8';

async function answer(routes: Route[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const reply =
      request.method === 'GET' ? await firstReply(routes, new URL(request.url ?? '/', 'http://localhost')) : null;
    send(response, reply ?? { status: 404, type: PLAIN, body: 'Not found' });
  } catch (cause) {
    console.error(cause);
    send(response, { status: 500, type: PLAIN, body: 'The server failed; its window tells why.' });
  }
}

async function firstReply(routes: Route[], url: URL): Promise<Reply | null> {
  for (const route of routes) {
    const reply = await route(url);
    if (reply !== null) return reply;
  }
  return null;
}

function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status ?? 200, {
    'content-type': reply.type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...reply.headers,
  });
  response.end(reply.body);
}

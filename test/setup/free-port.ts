import { createServer, type AddressInfo } from 'node:net';

/** The port asked for when it is free on the loopback, else any free one. */
export async function freePort(preferred: number): Promise<number> {
  return (await isFree(preferred)) ? preferred : pickPort(0);
}

function isFree(port: number): Promise<boolean> {
  return pickPort(port).then(
    () => true,
    () => false,
  );
}

function pickPort(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const { port: taken } = server.address() as AddressInfo;
      server.close(() => resolve(taken));
    });
  });
}

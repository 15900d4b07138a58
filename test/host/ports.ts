import { createServer } from 'node:net';
import { PlainError } from './plain-error.ts';

/** All servers of these tools listen here: reachable from this machine only. */
export const localHost = '127.0.0.1';

/** Resolves to the port when it can be listened on (0: to any free one), else to undefined. */
async function listenable(port: number): Promise<number | undefined> {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    });
    server.listen(port, localHost, () => {
      const address = server.address();
      server.close(() => {
        resolve(address === null || typeof address === 'string' ? undefined : address.port);
      });
    });
  });
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const port = await listenable(0);
  if (port === undefined) throw new PlainError(`No free port was found on ${localHost}.`);
  return port;
}

/** The preferred port when it is free, else another one. */
export async function preferredPort(preferred: number): Promise<number> {
  return (await listenable(preferred)) ?? (await freePort());
}

/**
 * The port that the person asked for.
 * @throws {PlainError} when another program has it.
 */
export async function requirePort(port: number): Promise<number> {
  if ((await listenable(port)) !== undefined) return port;
  throw new PlainError(
    `Port ${port} is taken by another program, or may not be used. ` +
      `Choose another (--port ${port === 65_535 ? 8640 : port + 1}), or leave --port out to get a free one.`,
  );
}

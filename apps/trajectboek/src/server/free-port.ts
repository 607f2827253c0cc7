import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Looks whether the port is free before anything is made: a start that fails on its port then leaves a new data folder new,
 * and its example stories come with the next start.
 * @throws Error with code EADDRINUSE or EACCES and the port
 */
export async function refuseBusyPort({ port, host }: { readonly port: number; readonly host: string }): Promise<void> {
  const probe = createServer();
  probe.listen({ port, host });
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}

import { it } from '@jest/globals';

type Test = (title: string, run: () => Promise<void>) => void;

/**
 * Runs specs on the server that ESDB_URL names (`esdb://host:2113?tls=false`).
 *
 * Without one each case is skipped by name, so that the report says what was not proven: EventStoreDB is a server that
 * cannot be installed from the package registries that `npm test` uses.
 */
export function describeWithEngine(specs: (connectionString: string, test: Test) => void): void {
  const url = process.env['ESDB_URL'];
  specs(url ?? '', url === undefined ? (title, run) => it.skip(title, run) : (title, run) => it(title, run));
}

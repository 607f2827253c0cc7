import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for one spec, and everything that is in its files. */
export class TemporaryFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'trajectboek-vault-'));

  file(name: string): string {
    return join(this.path, name);
  }

  /** All files, write-ahead log and all. */
  bytes(): Buffer {
    return Buffer.concat(readdirSync(this.path).map((name) => readFileSync(join(this.path, name))));
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}

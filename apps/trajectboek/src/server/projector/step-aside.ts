import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import path from 'node:path';

const LOWER_PRIORITY = 10;

/**
 * Recording goes first: under load views may lag, an acknowledgement may not. Linux has a priority per thread, and a
 * synchronous call tells the one that it is made on; elsewhere all threads stay equal.
 */
export function stepAside(): void {
  try {
    setPriority(Number(path.basename(readlinkSync('/proc/thread-self'))), LOWER_PRIORITY);
  } catch {
    // No such file system, or not allowed: a matter of speed only.
  }
}

import { readFileSync } from 'node:fs';

/** The text of a file of the repository; the path is relative to the folder of this project, both from src and from dist. */
export function readDataFile(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
}

/** Computes once, on first use. */
export function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => (result ??= { value: compute() }).value;
}

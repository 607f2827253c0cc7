import fs, { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The files in the folder that hold one of the texts in clear, with that text. */
export function filesWith(folder: string, texts: readonly string[]): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).flatMap(({ parentPath, name }) => {
    const content = readFileSync(path.join(parentPath, name));
    return texts.filter((text) => content.includes(text)).map((text) => `${name}: ${text}`);
  });
}

type Write = (...parameters: readonly unknown[]) => unknown;
interface Target {
  readonly object: object;
  readonly method: string;
  /** Which of the parameters is written, undefined where it goes somewhere else. */
  readonly written: (parameters: readonly unknown[]) => unknown;
}

const first = (parameters: readonly unknown[]): unknown => parameters[0];
const toScreen = (parameters: readonly unknown[]): unknown => (parameters[0] === 1 || parameters[0] === 2 ? parameters[1] : undefined);
/** The streams of the process, and the files behind them that the logger writes to by itself. */
const TARGETS: readonly Target[] = [
  { object: process.stdout, method: 'write', written: first },
  { object: process.stderr, method: 'write', written: first },
  { object: fs, method: 'writeSync', written: toScreen },
  { object: fs, method: 'write', written: toScreen },
];

/** Runs the work and gives all that the process wrote on its standard output and error meanwhile. */
export async function outputOf(work: () => Promise<void>): Promise<string> {
  const output: string[] = [];
  const restore = TARGETS.map((target) => listenTo(target, (text) => output.push(text)));
  try {
    await work();
  } finally {
    restore.forEach((undo) => undo());
  }
  return output.join('');
}

function listenTo({ object, method, written }: Target, heard: (text: string) => void): () => void {
  const original = Reflect.get(object, method) as Write;
  Reflect.set(object, method, (...parameters: readonly unknown[]) => {
    const text = written(parameters);
    if (text === undefined) return original.apply(object, [...parameters]);
    heard(Buffer.isBuffer(text) ? text.toString() : String(text));
    // What is heard is not shown: a test that makes a server fail should not look as if it failed.
    const done = parameters.at(-1);
    if (typeof done === 'function') queueMicrotask(() => Reflect.apply(done, undefined, [null]));
    return typeof text === 'string' ? Buffer.byteLength(text) : true;
  });
  return () => Reflect.set(object, method, original);
}

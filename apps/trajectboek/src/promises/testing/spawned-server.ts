import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../dist/main.js', import.meta.url));
const FLAGS = ['--disable-warning=ExperimentalWarning', '--no-deprecation', '--enable-source-maps'];
const STARTED = / draait op (http:\/\/\S+),/;

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built product in a process of its own, which can be killed at any moment. */
export class Spawned implements AsyncDisposable {
  readonly ended: Promise<Ended>;
  readonly #child: ChildProcess;
  #stdout = '';
  #stderr = '';

  constructor(words: readonly string[], environment: NodeJS.ProcessEnv = {}) {
    this.#child = spawn(process.execPath, [...FLAGS, MAIN, ...words], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '', ...environment } });
    this.#child.stdout?.on('data', (part: Buffer) => { this.#stdout += part.toString(); });
    this.#child.stderr?.on('data', (part: Buffer) => { this.#stderr += part.toString(); });
    this.ended = once(this.#child, 'close').then(([code, signal]) => ({ code, signal, stdout: this.#stdout, stderr: this.#stderr } as Ended));
  }

  static server(dataFolder: string, words: readonly string[] = []): Spawned {
    return new Spawned(['start', '--empty', '--port', '0', '--data', dataFolder, ...words]);
  }

  /** The address on which it listens. @throws Error when it ended before that */
  async url(): Promise<string> {
    for (;;) {
      const [, url] = STARTED.exec(this.#stdout) ?? [];
      if (url !== undefined) return url;
      const ended = await Promise.race([this.ended, sleep(10)]);
      if (ended) throw new Error(`it did not start: ${ended.stderr}`);
    }
  }

  /** Until it printed this on standard output. @throws Error when it ended before that */
  async said(words: string): Promise<void> {
    while (!this.#stdout.includes(words)) {
      const ended = await Promise.race([this.ended, sleep(10)]);
      if (ended) throw new Error(`it ended before it said so: ${ended.stderr}`);
    }
  }

  /** Without waiting for an end. */
  send(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Whatever happened in a spec: nothing runs on. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.signal('SIGKILL');
  }

  signal(signal: NodeJS.Signals): Promise<Ended> {
    this.#child.kill(signal);
    return this.ended;
  }

  async killAfter(milliseconds: number): Promise<Ended> {
    await Promise.race([this.ended, sleep(milliseconds)]);
    return this.signal('SIGKILL');
  }
}

import { loadRuleBook } from '@trajectboek/catalogue';
import { Projections, type ViewChange, type ViewProgress } from '@trajectboek/features';
import { BehaviorSubject, filter, firstValueFrom, map, race, Subject, timer, type Observable } from 'rxjs';
import { Worker } from 'node:worker_threads';
import type { FromProjector, ProjectorTask, ToProjector } from './messages.js';

/** A thread needs JavaScript that Node reads by itself, also where the sources run, as under Jest: then it is the built one. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? '../../../dist/server/projector/projector.thread.js' : './projector.thread.js', import.meta.url);

/** How long the thread may take to finish the part it is busy with. */
const LONGEST_STOP_MS = 4_000;

/** The stored views of this process, kept up to date by a projector in a thread. */
export class ThreadedProjections extends Projections {
  readonly #worker: Worker;
  readonly #changes = new Subject<ViewChange>();
  readonly #reached = new BehaviorSubject(0);
  readonly #answers = new Subject<Extract<FromProjector, { kind: 'progress' }>>();
  readonly #stopListening: () => void;
  readonly #ended: Promise<void>;
  #ready = false;
  #stopping = false;
  #questions = 0;
  #announced = false;

  /** @param onFailed called once when the thread dies by itself: views then no longer follow the ledger */
  constructor(dataFolder: string, onAppended: (listener: () => void) => () => void, private readonly onFailed: (error: unknown) => void) {
    super();
    const task: ProjectorTask = { dataFolder, rules: loadRuleBook() };
    this.#worker = new Worker(THREAD, { workerData: task });
    this.#worker.on('message', (message: FromProjector) => this.#take(message));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#ended = new Promise((resolve) => {
      this.#worker.once('exit', (code) => {
        this.#fail(new Error(`exit ${code}`));
        resolve();
      });
    });
    this.#stopListening = onAppended(() => this.#announce());
  }

  get ready(): boolean {
    return this.#ready;
  }

  get changes$(): Observable<ViewChange> {
    return this.#changes;
  }

  async progress(): Promise<readonly ViewProgress[]> {
    const question = this.#questions++;
    const answer = firstValueFrom(this.#answers.pipe(filter((one) => one.question === question)));
    this.#tell({ kind: 'progress', question });
    return (await answer).views;
  }

  /** The work lists depend on what organisations chose. */
  settingsChanged(): void {
    this.#tell({ kind: 'settings-changed' });
  }

  async waitFor(position: number, timeoutMs: number): Promise<number> {
    if (this.#reached.value >= position) return this.#reached.value;
    const inTime = this.#reached.pipe(filter((reached) => reached >= position));
    return firstValueFrom(race(inTime, timer(timeoutMs).pipe(map(() => this.#reached.value))));
  }

  /** What the thread is busy with is undone when it takes too long: it does that part again next time. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#stopListening();
    this.#tell({ kind: 'stop' });
    const patience = setTimeout(() => void this.#worker.terminate(), LONGEST_STOP_MS);
    await this.#ended;
    clearTimeout(patience);
    this.#changes.complete();
  }

  /** The first reason is the one. */
  #fail(error: unknown): void {
    this.#ready = false;
    if (this.#stopping) return;
    this.#stopping = true;
    this.#stopListening();
    this.onFailed(error);
  }

  /** One message per turn, however many commits there were. */
  #announce(): void {
    if (this.#announced) return;
    this.#announced = true;
    setImmediate(() => {
      this.#announced = false;
      this.#tell({ kind: 'appended' });
    });
  }

  #tell(message: ToProjector): void {
    this.#worker.postMessage(message);
  }

  #take(message: FromProjector): void {
    switch (message.kind) {
      case 'ready':
        this.#ready = true;
        this.#reached.next(message.reached);
        return;
      case 'changed':
        this.#reached.next(message.reached);
        this.#changes.next(message.change);
        return;
      case 'progress':
        this.#answers.next(message);
        return;
      case 'stopped':
        void this.#worker.terminate();
    }
  }
}

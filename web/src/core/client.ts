import { same, type Api, type Name, type Result, type Text } from "./api";
import type { FromWorker, ToWorker } from "./protocol";

/** A worker that has not answered for so long is ended. */
const SILENCE_MS = 2000;
/** Compiling and starting on a slow phone may take longer than an answer. */
const START_MS = 20000;
/** In so many parts the page waits: while it slept itself, it could hear no answer. */
const PARTS = 4;

/** What was asked for went down with its worker. */
export class Lost extends Error {
  constructor(
    readonly reason: Text,
    /** Whether it is being asked for once more. */
    readonly again = false,
  ) {
    super(reason.en);
  }
}

export interface Core {
  call<K extends Name>(name: K, request: Api[K]["request"]): Promise<Result<K>>;
  /** The same with the time that the call itself took in the worker. */
  timed<K extends Name>(name: K, request: Api[K]["request"]): Promise<{ result: Result<K>; ms: number }>;
  /** How the last worker ended, if one did: the sessions it held are gone. */
  readonly lost: Lost | undefined;
}

interface Job {
  id: number;
  name: Name;
  request: unknown;
  resolve(result: unknown, ms: number): void;
  reject(error: Error): void;
}

/**
 * The core in a worker. Calls are answered in the order in which they were made, one at a time. If
 * the worker throws or falls silent, the call under way is rejected, and the next one starts a new
 * worker.
 */
export class WorkerCore implements Core {
  lost: Lost | undefined;
  private worker: Worker | undefined;
  private ready = false;
  private queue: Job[] = [];
  private current: Job | undefined;
  private timer = 0;
  private lastId = 0;
  private readonly script: string;

  constructor(
    workerSource: string,
    private readonly module: Promise<WebAssembly.Module>,
  ) {
    this.script = URL.createObjectURL(new Blob([workerSource], { type: "text/javascript" }));
  }

  call<K extends Name>(name: K, request: Api[K]["request"]): Promise<Result<K>> {
    return this.timed(name, request).then(({ result }) => result);
  }

  timed<K extends Name>(name: K, request: Api[K]["request"]): Promise<{ result: Result<K>; ms: number }> {
    return new Promise((resolve, reject) => {
      const answer = (result: unknown, ms: number) => resolve({ result: result as Result<K>, ms });
      this.queue.push({ id: ++this.lastId, name, request, resolve: answer, reject });
      this.next();
    });
  }

  private next(): void {
    const job = this.queue[0];
    if (this.current || !job) return;
    if (!this.worker) return this.start();
    if (!this.ready) return;
    this.queue.shift();
    this.current = job;
    this.watch(SILENCE_MS);
    this.post({ kind: "call", id: job.id, name: job.name, request: job.request });
  }

  private start(): void {
    const worker = new Worker(this.script);
    this.worker = worker;
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.receive(data);
    worker.onerror = (event) => this.fail(same(event.message));
    this.watch(START_MS);
    this.module.then(
      (module) => worker.postMessage({ kind: "start", module } satisfies ToWorker),
      (error: unknown) => this.fail(same(String(error))),
    );
  }

  private receive(message: FromWorker): void {
    clearTimeout(this.timer);
    if (message.kind === "broken") return this.fail(same(message.error));
    if (message.kind === "ready") this.ready = true;
    else if (message.id === this.current?.id) {
      this.current.resolve(message.result, message.ms);
      this.current = undefined;
    }
    this.next();
  }

  /** Ends the worker and rejects the call that it was at, or all that wait if it never started. */
  private fail(reason: Text): void {
    clearTimeout(this.timer);
    this.worker?.terminate();
    const lost = this.ready ? [this.current] : this.queue.splice(0);
    this.worker = this.current = undefined;
    this.ready = false;
    this.lost = new Lost(reason);
    for (const job of lost) job?.reject(this.lost);
    this.next();
  }

  private watch(ms: number, parts = PARTS): void {
    clearTimeout(this.timer);
    const seconds = ms / 1000;
    const silent = { en: `no answer for ${seconds} s`, zh: `${seconds} 秒没有回应` };
    this.timer = window.setTimeout(() => (parts > 1 ? this.watch(ms, parts - 1) : this.fail(silent)), ms / PARTS);
  }

  private post(message: ToWorker): void {
    this.worker?.postMessage(message);
  }
}

import type { Api, Name, Result } from "./api";
import type { FromWorker, ToWorker } from "./protocol";

/** A worker that has not answered for so long is ended. */
const SILENCE_MS = 2000;
/** Compiling and starting on a slow phone may take longer than an answer. */
const START_MS = 20000;

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
export class Core {
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

  /** The same with the time that the call itself took in the worker. */
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
    worker.onerror = (event) => this.fail(event.message);
    this.watch(START_MS);
    this.module.then(
      (module) => worker.postMessage({ kind: "start", module } satisfies ToWorker),
      (error: unknown) => this.fail(String(error)),
    );
  }

  private receive(message: FromWorker): void {
    clearTimeout(this.timer);
    if (message.kind === "broken") return this.fail(message.error);
    if (message.kind === "ready") this.ready = true;
    else if (message.id === this.current?.id) {
      this.current.resolve(message.result, message.ms);
      this.current = undefined;
    }
    this.next();
  }

  /** Ends the worker and rejects the call that it was at, or all that wait if it never started. */
  private fail(reason: string): void {
    clearTimeout(this.timer);
    this.worker?.terminate();
    const lost = this.ready ? [this.current] : this.queue.splice(0);
    this.worker = this.current = undefined;
    this.ready = false;
    for (const job of lost) job?.reject(new Error(reason));
    this.next();
  }

  private watch(ms: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.fail(`no answer for ${ms / 1000} s`), ms);
  }

  private post(message: ToWorker): void {
    this.worker?.postMessage(message);
  }
}

import { type Transferable, Worker } from 'node:worker_threads'

/** Threads that do one kind of task each as it is given to them, whoever is free taking the next. */
export class Threads<Task, Done> {
  readonly #idle: Worker[]
  readonly #workers: readonly Worker[]
  readonly #waiting: Given<Task, Done>[] = []
  readonly #doing = new Map<Worker, Given<Task, Done>>()
  #failure: unknown

  /** `program` is what each of so many threads runs, and `data` what it gets as it starts. */
  constructor(program: URL, data: unknown, count: number) {
    this.#workers = Array.from({ length: count }, () => new Worker(program, { workerData: data }))
    this.#idle = [...this.#workers]
    for (const worker of this.#workers) {
      worker.on('message', (done: Done) => {
        this.#doing.get(worker)?.resolve(done)
        this.#doing.delete(worker)
        this.#idle.push(worker)
        this.#next()
      })
      worker.once('error', error => this.#fail(error))
      worker.once('exit', code => this.#fail(new Error(`a thread ended by itself: ${code}`)))
    }
  }

  get count(): number {
    return this.#workers.length
  }

  /** Gives a task; what it names as `moved` belongs to the thread from then on. Fails when any thread has failed. */
  do(task: Task, moved: Transferable[] = []): Promise<Done> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) reject(this.#failure)
      else this.#waiting.push({ task, moved, resolve, reject })
      this.#next()
    })
  }

  /** Ends the threads, whatever they are at. */
  async close(): Promise<void> {
    for (const worker of this.#workers) worker.removeAllListeners()
    await Promise.all(this.#workers.map(worker => worker.terminate()))
  }

  #next(): void {
    const [worker, given] = [this.#idle.at(-1), this.#waiting[0]]
    if (worker === undefined || given === undefined) return
    this.#idle.pop()
    this.#waiting.shift()
    this.#doing.set(worker, given)
    worker.postMessage(given.task, given.moved)
  }

  #fail(failure: unknown): void {
    this.#failure ??= failure
    for (const { reject } of [...this.#doing.values(), ...this.#waiting]) reject(this.#failure)
    this.#doing.clear()
    this.#waiting.length = 0
  }
}

interface Given<Task, Done> {
  readonly task: Task
  readonly moved: Transferable[]
  resolve(done: Done): void
  reject(failure: unknown): void
}

import { Worker } from 'node:worker_threads'

/**
 * Does tasks on so many threads, whoever is free taking the next one, and answers what came of each in the order of the
 * tasks. `program` is what each thread runs; `data` it gets as it starts. One that fails ends all of it.
 */
export async function onThreads<Task, Done>(
  program: URL,
  data: unknown,
  tasks: readonly Task[],
  threads: number,
  told: (tasksDone: number) => void,
): Promise<Done[]> {
  const done: Done[] = []
  let [next, finished] = [0, 0]
  const workers = Array.from(
    { length: Math.min(threads, tasks.length) },
    () => new Worker(program, { workerData: data }),
  )
  const workOff = (worker: Worker) =>
    new Promise<void>((resolve, reject) => {
      let current = -1
      const give = () => {
        current = next++
        if (current < tasks.length) worker.postMessage(tasks[current])
        else resolve()
      }
      worker.on('message', (answer: Done) => {
        done[current] = answer
        told(++finished)
        give()
      })
      worker.once('error', reject)
      worker.once('exit', code => reject(new Error(`a thread ended by itself: ${code}`)))
      give()
    })
  try {
    await Promise.all(workers.map(workOff))
    return done
  } finally {
    await Promise.all(workers.map(worker => worker.terminate()))
  }
}

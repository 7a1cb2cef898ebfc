// One worker thread as the pool sees it: calls in flight, the job it runs, its end.
import { Worker } from 'node:worker_threads'
import type { NewBook } from '#main/db/book.ts'
import type { OutsideEvent } from '#main/host/book-watch.ts'
import { logFailure } from '#main/host/log.ts'
import type { FromWorker, Opening, ToWorker, WorkerRole, WorkerStart } from '#main/host/worker-messages.ts'
import { AppError } from '#shared/errors.ts'
import type { Envelope, HostEvent, Reply } from '#shared/operation.ts'

type Answer = { reply: Reply; changedTables: string[] }

export type PoolWorker = {
  call(envelope: Envelope): Promise<Answer>
  load(): number
  runningJob(): string | null
  cancelJob(id: string): boolean
  rest(): void
  /** Tells a searcher that the book has changed. */
  catchUp(): void
  close(): Promise<void>
  isDead(): boolean
  /** Ends the thread at once, as a crash would. */
  crash(): Promise<unknown>
}

export type PoolWorkerSettings = {
  role: WorkerRole
  file: string
  create: NewBook | null
  opening?: Opening
  memoryFolder: string
  shelfFolder: string
  onEvent: (event: HostEvent) => void
  onOutside?: (event: OutsideEvent) => void
  onCrash: () => void
  /** Where the bundled worker lies; beside this bundle unless tests say otherwise. */
  workerFile?: URL
}

/**
 * Room for short-lived objects, of which imports and exports make millions: three times V8's own, which cost an import of
 * 100,000 lines 70 ms of collecting. It is taken only while it is needed.
 */
export const resourceLimits = { maxYoungGenerationSizeMb: 144 }

const plainly: Opening = { takeOver: false, prepares: false, watches: 'nothing' }

/** Starts a worker; resolves once it has the book open, rejects with its AppError when it cannot. */
export async function startWorker(settings: PoolWorkerSettings): Promise<PoolWorker> {
  const stopFlag = new SharedArrayBuffer(4)
  const { role, file, create, opening = plainly, memoryFolder, shelfFolder } = settings
  const workerData: WorkerStart = { role, file, create, opening, memoryFolder, shelfFolder, stopFlag }
  const thread = new Worker(settings.workerFile ?? new URL('./worker.js', import.meta.url), {
    workerData,
    resourceLimits,
  })
  const handle = track(thread, stopFlag, settings)
  await handle.ready
  return handle.worker
}

function track(thread: Worker, stopFlag: SharedArrayBuffer, settings: PoolWorkerSettings) {
  const ready = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<void>()
  const waiting = new Map<number, (answer: Answer) => void>()
  let nextCall = 0
  let runningJob: string | null = null
  let state: 'starting' | 'open' | 'closing' | 'dead' = 'starting'

  thread.on('message', (message: FromWorker) => {
    if (message.type === 'ready') {
      state = 'open'
      ready.resolve()
    }
    if (message.type === 'not-ready') ready.reject(new AppError(message.error.code, message.error.details))
    if (message.type === 'reply') settle(message)
    if (message.type === 'outside') settings.onOutside?.(message.event)
    if (message.type === 'job') {
      runningJob = message.job.status === 'running' ? message.job.id : null
      settings.onEvent({ type: 'job', job: message.job })
    }
  })
  thread.on('error', (error) => logFailure(`${settings.role} worker`, error))
  thread.on('exit', () => {
    const crashed = state === 'open'
    state = 'dead'
    ready.reject(new AppError('internal', { reference: 'worker' }))
    for (const [id, resolve] of waiting) resolve(lost(id))
    waiting.clear()
    ended.resolve()
    if (crashed) settings.onCrash()
  })
  // A worker that cannot open its book rejects `ready` and then ends by itself.
  ready.promise.catch(() => void thread.terminate())

  function settle({ reply, changedTables }: Extract<FromWorker, { type: 'reply' }>): void {
    waiting.get(reply.id)?.({ reply, changedTables })
    waiting.delete(reply.id)
  }

  const post = (message: ToWorker) => thread.postMessage(message)
  const worker: PoolWorker = {
    // Each call gets an id of this worker's own: two windows may count alike.
    call(envelope) {
      if (state === 'dead') return Promise.resolve(lost(envelope.id))
      nextCall += 1
      const id = nextCall
      return new Promise((resolve) => {
        waiting.set(id, ({ reply, changedTables }) => resolve({ reply: { ...reply, id: envelope.id }, changedTables }))
        post({ type: 'call', envelope: { ...envelope, id } })
      })
    },
    load: () => waiting.size,
    runningJob: () => runningJob,
    cancelJob(id) {
      if (runningJob !== id) return false
      Atomics.store(new Int32Array(stopFlag), 0, 1)
      return true
    },
    rest: () => post({ type: 'rest' }),
    catchUp: () => post({ type: 'catch-up' }),
    async close() {
      if (state === 'dead') return
      if (state === 'open') state = 'closing'
      // A job would keep everyone waiting: it is stopped, and its transaction rolled back.
      if (runningJob) Atomics.store(new Int32Array(stopFlag), 0, 1)
      post({ type: 'close' })
      await ended.promise
    },
    isDead: () => state === 'dead',
    crash: () => thread.terminate(),
  }
  return { worker, ready: ready.promise }
}

function lost(id: number): Answer {
  const reference = 'worker-lost'
  return { reply: { id, ok: false, error: { code: 'internal', details: { reference } } }, changedTables: [] }
}

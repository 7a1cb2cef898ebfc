// One writer, two readers, a searcher and a clerk over one open book. Mutations go to the writer, searches to the searcher,
// long work with files to the clerk, other queries to the least loaded reader; a crashed worker is started again and the
// calls it lost are answered; closing drains what is under way. A book that is only read has no writer.

import type { NewBook } from '#main/db/book.ts'
import { tableList } from '#main/db/table-list.ts'
import type { OutsideEvent } from '#main/host/book-watch.ts'
import { logFailure } from '#main/host/log.ts'
import { type PoolWorker, startWorker } from '#main/host/pool-worker.ts'
import { keptOutside, readOnlyAnswer } from '#main/host/read-only-answer.ts'
import { isWindowMemory, windowMemory } from '#main/host/window-memory.ts'
import type { Opening, WorkerRole } from '#main/host/worker-messages.ts'
import { AppError } from '#shared/errors.ts'
import type { Envelope, HostEvent, Reply } from '#shared/operation.ts'
import type { ReadReason } from '#shared/schemas/host.ts'

const readerCount = 2
const restMs = 3000
const crewDelayMs = 150

export type PoolSettings = {
  file: string
  create: NewBook | null
  memoryFolder: string
  shelfFolder: string
  onEvent: (event: HostEvent) => void
  /** Set where the book is only read, to what its readers are told who want to write. */
  reading?: { why: ReadReason; isPrivateCopy: boolean; at?: number }
  /** Writes here also where another program does: that one's next write is refused. */
  takeOver?: boolean
  /** Hears what other programs do to the book. Their changes are told as `changed` besides. */
  onOutside?: (event: OutsideEvent) => void
  /** False leaves the index unmade until someone searches: how the bench sees what it costs. */
  hasSearcher?: boolean
  /** Where the bundled worker lies; beside this bundle unless tests say otherwise. */
  workerFile?: URL
}

export type WorkerPool = {
  call(envelope: Envelope): Promise<Reply>
  /** Asks the running job of this id to stop; false when no such job runs. */
  cancelJob(id: string): boolean
  /** Folds the WAL back while nobody works (also on blur). */
  rest(): void
  /** Lets calls under way finish, closes readers, then the writer: the book is one file again. */
  close(): Promise<void>
  /** Drafts and the like that windows kept here over a book that is only read, as calls that put them into a book. */
  keptInMemory(): Envelope[]
  /** Ends one worker of a role as a crash would: how tests see the pool mend itself. */
  crashForTest(role: WorkerRole): Promise<unknown>
}

/** Opens (or makes) the book; rejects with the AppError of the writer when that fails. */
export async function openPool(settings: PoolSettings): Promise<WorkerPool> {
  let isClosing = false
  let restTimer: NodeJS.Timeout | undefined
  let restOfCrew: NodeJS.Timeout | undefined
  const slots: { role: WorkerRole; worker: PoolWorker }[] = []
  const searcher = () => slots.find((slot) => slot.role === 'searcher')?.worker
  const { reading, takeOver = false } = settings
  const memory = windowMemory()
  let isWatched = false
  let isPrepared = reading?.isPrivateCopy !== true

  const openingFor = (role: WorkerRole): Opening => {
    const isWatcher = !isWatched && role === (reading ? 'reader' : 'writer')
    const isFirst = !isPrepared && role === 'reader'
    if (isWatcher) isWatched = true
    if (isFirst) isPrepared = true
    const watches = isWatcher ? (reading?.why === 'in-use' ? 'book and lock' : 'book') : 'nothing'
    return { takeOver: takeOver && role === 'writer', prepares: isFirst, watches, at: reading?.at }
  }
  const heard = (event: OutsideEvent) => {
    if (event === 'changed') {
      settings.onEvent({ type: 'changed', tables: Object.keys(tableList) })
      searcher()?.catchUp()
    } else settings.onOutside?.(event)
  }

  const start = async (role: WorkerRole, create: NewBook | null): Promise<PoolWorker> => {
    const opening = openingFor(role)
    const isWatching = opening.watches !== 'nothing'
    const unwatched = () => {
      if (isWatching) isWatched = false
    }
    const onCrash = () => {
      unwatched()
      void revive(role)
    }
    try {
      const worker = await startWorker({ ...settings, role, create, opening, onOutside: heard, onCrash })
      slots.push({ role, worker })
      return worker
    } catch (error) {
      unwatched()
      throw error
    }
  }
  /** Starts a worker in the place of a lost one: once, however many calls and crashes ask for it. */
  const starting = new Map<WorkerRole, Promise<PoolWorker>>()
  const replace = (role: WorkerRole): Promise<PoolWorker> => {
    const under = starting.get(role)
    if (under) return under
    const made = start(role, null).finally(() => starting.delete(role))
    starting.set(role, made)
    return made
  }
  const revive = async (role: WorkerRole): Promise<void> => {
    dropDead()
    // A clerk comes back with its next piece of work.
    if (isClosing || role === 'clerk') return
    try {
      await replace(role)
    } catch (error) {
      // The book cannot be opened again (gone, locked): each later call tries anew and answers with the reason.
      logFailure(`${role} worker`, error)
    }
  }
  const dropDead = () => {
    for (const slot of [...slots]) if (slot.worker.isDead()) slots.splice(slots.indexOf(slot), 1)
  }
  const workerFor = async (envelope: Envelope): Promise<PoolWorker> => {
    if (isClosing) throw new AppError('book/closed')
    const role = reading && keptOutside.has(envelope.path) ? 'reader' : roleFor(envelope)
    const able = slots.filter((slot) => slot.role === role && !slot.worker.isDead()).map((slot) => slot.worker)
    // A reader that runs a job (an export) keeps whatever comes to it waiting: only when there is no other.
    const jobs = (worker: PoolWorker) => (worker.runningJob() ? 1 : 0)
    const idlest = able.sort((left, right) => jobs(left) - jobs(right) || left.load() - right.load())[0]
    return idlest ?? (await replace(role))
  }

  // The first one alone: it makes the book, upgrades it or says why it cannot be opened.
  await start(reading ? 'reader' : 'writer', settings.create)
  try {
    if (!reading) await start('reader', null)
  } catch (error) {
    await closeAll()
    throw error
  }

  async function closeAll(): Promise<void> {
    clearTimeout(restTimer)
    clearTimeout(restOfCrew)
    isClosing = true
    await Promise.allSettled(starting.values())
    const of = (role: WorkerRole) => slots.filter((slot) => slot.role === role).map((slot) => slot.worker.close())
    await Promise.all([...of('reader'), ...of('searcher'), ...of('clerk')])
    await Promise.all(of('writer'))
  }

  // The first list waits for one reader only: what else helps later comes when that one has had its turn.
  restOfCrew = setTimeout(() => {
    const has = (role: WorkerRole) => slots.filter((slot) => slot.role === role).length
    for (let count = has('reader'); count < readerCount; count += 1) void revive('reader')
    if (settings.hasSearcher !== false && has('searcher') === 0) void revive('searcher')
  }, crewDelayMs)

  const writer = () => slots.find((slot) => slot.role === 'writer')?.worker
  const restSoon = () => {
    clearTimeout(restTimer)
    restTimer = setTimeout(() => writer()?.rest(), restMs)
    restTimer.unref()
  }
  return {
    async call(envelope) {
      try {
        const answer = reading ? readOnlyAnswer(envelope, reading.why, memory) : null
        if (answer) return answer
        const worker = await workerFor(envelope)
        const running = worker.runningJob()
        const isWaiting = running !== null && envelope.kind === 'mutation' && !isWindowMemory(envelope.path)
        if (isWaiting) settings.onEvent({ type: 'waiting', job: running })
        const { reply, changedTables } = await worker.call(envelope)
        if (isWaiting) settings.onEvent({ type: 'waiting', job: null })
        if (changedTables.length > 0) {
          settings.onEvent({ type: 'changed', tables: changedTables })
          searcher()?.catchUp()
        }
        if (envelope.kind === 'mutation') restSoon()
        return reply
      } catch (error) {
        const known = error instanceof AppError ? error : new AppError('internal', { reference: 'worker' })
        return { id: envelope.id, ok: false, error: { code: known.code, details: known.details } }
      }
    },
    cancelJob: (id) => slots.some((slot) => slot.worker.cancelJob(id)),
    rest: () => writer()?.rest(),
    close: closeAll,
    keptInMemory: () => memory.kept(),
    crashForTest: async (role) => slots.find((slot) => slot.role === role)?.worker.crash(),
  }
}

function roleFor({ kind, path }: Envelope): WorkerRole {
  if (kind === 'mutation') return 'writer'
  if (path.startsWith('inner.')) return 'clerk'
  return path.startsWith('search.') ? 'searcher' : 'reader'
}

// A worker thread: opens the book by its role and runs the router on the envelopes it is given.
import { parentPort, workerData } from 'node:worker_threads'
import { isToLoad, loadFeature } from '#main/api/router.ts'
import { checkpoint } from '#main/db/database.ts'
import { read } from '#main/db/statements.ts'
import { bookWatch, keepWatch } from '#main/host/book-watch.ts'
import { logFailure, logSlow } from '#main/host/log.ts'
import { closeReader, openForRole, type RoleBook } from '#main/host/role-book.ts'
import { failureOf, runEnvelope } from '#main/host/run-envelope.ts'
import type { FromWorker, ToWorker, WorkerStart } from '#main/host/worker-messages.ts'
import type { Instant } from '#shared/dates.ts'

const start = workerData as WorkerStart
const port = parentPort
if (!port) throw new Error('worker.ts runs as a worker thread only')

const send = (message: FromWorker) => port.postMessage(message)
const clock = () => (start.opening.at ?? Date.now()) as Instant

let isClosed = false
let book: RoleBook | null = null
try {
  book = await openForRole(start, { clock, reportJob: (job) => send({ type: 'job', job }) })
  listen(book)
  watch(book)
  send({ type: 'ready', personId: book.personId() })
  if (start.role === 'searcher') keepIndex(book)
} catch (error) {
  send({ type: 'not-ready', error: failureOf(error, 'open') })
}

function listen(open: RoleBook): void {
  port?.on('message', (message: ToWorker) => {
    if (message.type === 'call') inTurn(() => void answer(open, message), message.envelope.path)
    if (message.type === 'rest' && start.role === 'writer') inTurn(() => rest(open))
    if (message.type === 'catch-up') keepIndex(open)
    if (message.type === 'close') inTurn(() => close(open))
  })
}

function close(open: RoleBook): void {
  isClosed = true
  closeReader(open)
  send({ type: 'closed' })
  port?.close()
}

let waiting: Promise<void> | null = null

/** What comes while the code of a feature is loaded waits for it: things happen in the order in which they were sent. */
function inTurn(work: () => void, path = ''): void {
  if (!waiting && !isToLoad(path)) {
    work()
    return
  }
  const before = waiting ?? Promise.resolve()
  const done: Promise<void> = before
    // What cannot be loaded is answered as the failure of the call.
    .then(() => loadFeature(path).catch(() => {}))
    .then(work)
    // A call is through, but for what is a job, before anything else is heard.
    .then(() => new Promise<void>((resolve) => setImmediate(resolve)))
    .then(() => {
      if (waiting === done) waiting = null
    })
  waiting = done
}

/** What cannot be folded now (disk full, file gone) stays in the WAL and is folded later. */
function rest(open: RoleBook): void {
  try {
    checkpoint(open.connection)
  } catch (error) {
    logFailure('checkpoint', error)
  }
}

function watch(open: RoleBook): void {
  if (start.opening.watches === 'nothing') return
  const isWaitingForLock = start.opening.watches === 'book and lock'
  const { connection, writing } = open
  const stop = keepWatch(bookWatch({ file: start.file, connection, isWaitingForLock, writing }), (event) =>
    send({ type: 'outside', event }),
  )
  port?.on('close', stop)
}

/** Brings the index to where the book is, a piece at a time: a call or the end is heard in between. */
function keepIndex(open: RoleBook): void {
  if (isClosed || !read(open.connection, (db) => open.search.work(db))) return
  setImmediate(() => keepIndex(open))
}

async function answer(open: RoleBook, { envelope }: Extract<ToWorker, { type: 'call' }>): Promise<void> {
  const startedAt = performance.now()
  const { context, changedTables } = open.newCall()
  const reply = await runEnvelope(context, envelope)
  logSlow(envelope.path, startedAt)
  send({ type: 'reply', reply, changedTables: [...changedTables] })
}

// A worker thread: opens the book by its role and runs the router on the envelopes it is given.
import { parentPort, workerData } from 'node:worker_threads'
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
    if (message.type === 'call') void answer(open, message)
    if (message.type === 'rest' && start.role === 'writer') rest(open)
    if (message.type === 'catch-up') keepIndex(open)
    if (message.type === 'close') {
      isClosed = true
      closeReader(open)
      send({ type: 'closed' })
      port.close()
    }
  })
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

// kill -9 at random moments while another copy is looked at and brought in. After each: the book is as before the merge or as
// after it, whole, with every write that was acknowledged; brought in again it holds what a merge that nobody cut off gives.
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { openBackup } from '#main/db/backup-file.ts'
import { createBook, type OpenBook, openBook } from '#main/db/book.ts'
import { transientMemory } from '#main/db/machine-memory.ts'
import { read } from '#main/db/statements.ts'
import { afterWork } from '#main/services/book/after-work.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { addProduct, editProduct } from '#main/services/catalog/product-commands.ts'
import { mergeForeign, openForeign } from '#main/services/merge/merge-books.ts'
import { addPerson } from '#main/services/people/people-commands.ts'
import type { Instant } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { productInput } from '#shared/schemas/catalog.ts'
import type { MergeReport, MergeResult } from '#shared/schemas/merge.ts'
import { dataOf, envelope } from '#tests/api/transport-cases.ts'
import { startHttpHost, type TestHost } from '#tests/support/test-host.ts'
import { rounds, seed, seededRandom } from '#tests/torture/torture-size.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const random = seededRandom(seed + 2)
const count = rounds(1, 60)
const [ours, theirs] = [join(folder, 'ours.quay'), join(folder, 'theirs.quay')]
const home = join(folder, 'home')
const file = join(home, 'book.quay')
const [both, filling, added] = [40, 2000, 1000]
let mei = 0
const settings = () => ({ memory: transientMemory(), clock: () => Date.now() as Instant, afterWork })

/** Where a round was cut off, as its own calls saw it. */
type Round = { acknowledged: string[]; stage: 'looking' | 'merging' | 'merged' }

test(`a merge is done or not, after ${count} kills (seed ${seed})`, { timeout: count * 30_000 + 120_000 }, async () => {
  const operations = await makeCopies()
  const durations = await mergedOnce()
  const seen = { before: 0, merged: 0, chosen: 0, looking: 0, merging: 0 }
  for (let round = 0; round < count; round += 1) {
    layOut()
    const { acknowledged, stage } = await killedWhileMerging(durations, round)
    if (stage !== 'merged') seen[stage] += 1
    const state = await opened((book) => stateOf(book, acknowledged))
    expect(state).toBeOneOf(stage === 'merged' ? ['chosen'] : ['before', 'merged', 'chosen'])
    if (stage === 'looking') expect(state).toBe('before')
    seen[state] += 1
    expectWholeBackups()
    // The rest comes in, or nothing: no half of it was left that stands in the way.
    expect(await mergedAgain()).toBe(state === 'before' ? operations : 0)
    expect(await opened((book) => stateOf(book, acknowledged))).not.toBe('before')
  }
  console.info(JSON.stringify({ kills: count, ...seen }))
  if (count > 10)
    for (const which of ['before', 'chosen', 'looking', 'merging'] as const) expect(seen[which]).toBeGreaterThan(0)
})

/** Li added a thousand products one by one and changed forty that Mei changed as well. Gives what is new in Li's copy. */
async function makeCopies(): Promise<number> {
  const book = createBook(ours, { companyName: 'Test Trading', country: 'CN', baseCurrency: 'USD' }, settings())
  const shared: Id[] = []
  mei = book.writer.write('people.add', null, (tx) => addPerson(tx, { name: 'Mei' })).result
  book.writer.write('test.fill', null, (tx) => {
    for (let index = 0; index < both; index += 1) shared.push(addProduct(tx, product(`S-${index}`)))
    for (let index = 0; index < filling; index += 1) addProduct(tx, product(`F-${index}`, 'x'.repeat(400)))
  })
  book.close()
  copyFileSync(ours, theirs)
  await changed(ours, shared, 'Mei wrote', 0)
  return changed(theirs, shared, 'Li wrote', added)
}

async function changed(path: string, shared: readonly Id[], note: string, more: number): Promise<number> {
  const book = await openBook(path, settings())
  book.connection.pragma('synchronous = OFF')
  for (const [index, id] of shared.entries())
    book.writer.write('products.edit', null, (tx) => editProduct(tx, id, product(`S-${index}`, note)))
  for (let index = 0; index < more; index += 1)
    book.writer.write('products.add', null, (tx) => addProduct(tx, product(`T-${index}`)))
  book.close()
  return shared.length + more
}

const product = (sku: string, note = '') => productInput.parse({ sku, note })

const running: TestHost[] = []
afterEach(() => {
  for (const { child } of running.splice(0)) child.kill('SIGKILL')
})

async function start(): Promise<TestHost> {
  const host = await startHttpHost({ folder, args: ['--book', file] })
  running.push(host)
  await dataOf(host.call, 'mutation', 'people.choose', { id: mei })
  return host
}

/** The two as they parted, and nothing of the round before. */
function layOut(): void {
  rmSync(home, { recursive: true, force: true })
  mkdirSync(home)
  copyFileSync(ours, file)
  copyFileSync(theirs, join(home, 'theirs.quay'))
}

async function mergedOnce(): Promise<{ look: number; run: number }> {
  layOut()
  const host = await start()
  const startedAt = performance.now()
  const { look } = await lookAt(host)
  const looked = performance.now()
  await dataOf<MergeResult>(host.call, 'mutation', 'host.merge.run', runInput(look))
  const done = performance.now()
  await host.stop()
  expect(await opened((book) => stateOf(book, []))).toBe('chosen')
  return { look: looked - startedAt, run: done - looked }
}

async function lookAt(host: TestHost): Promise<MergeReport> {
  const view = await dataOf<{ files: { name: string; token: string }[] }>(host.call, 'query', 'host.places.browse', {
    kinds: ['book'],
  })
  const token = view.files.find(({ name }) => name === 'theirs.quay')?.token
  return dataOf<MergeReport>(host.call, 'mutation', 'host.merge.look', { file: token, jobId: 'look' })
}

/** Where both changed the same, what Mei wrote stays. */
const runInput = (look: string) => ({ look, choices: { all: 'ours' }, jobId: 'run' })

async function killedWhileMerging(durations: { look: number; run: number }, round: number): Promise<Round> {
  const done: Round = { acknowledged: [], stage: 'looking' }
  const host = await start()
  const add = async (sku: string) => {
    await dataOf(host.call, 'mutation', 'products.add', { sku })
    done.acknowledged.push(sku)
  }
  await add(`A-${round}`)
  const isInLook = random() < 0.2 && count > 1
  const moment = random()
  const work = async () => {
    if (isInLook) killIn(host, moment * durations.look)
    const { look } = await lookAt(host)
    done.stage = 'merging'
    if (!isInLook) killIn(host, moment * durations.run * 1.3)
    const reply = await host.call(envelope('mutation', 'host.merge.run', runInput(look)))
    if (!reply.ok) throw new Error(`The merge was refused: ${reply.error.code}`)
    done.stage = 'merged'
    for (let index = 0; ; index += 1) await add(`A-${round}-${index}`)
  }
  const ended = once(host.child, 'exit')
  const refusal = await work().catch((error: unknown) => error)
  // Only the kill may have cut it off.
  if (refusal instanceof Error && refusal.message.startsWith('The merge was refused')) throw refusal
  await ended
  return done
}

function killIn({ child }: TestHost, ms: number): void {
  setTimeout(() => child.kill('SIGKILL'), ms)
}

async function opened<Result>(work: (book: OpenBook) => Result | Promise<Result>): Promise<Result> {
  const book = await openBook(file, settings())
  try {
    expect(read(book.connection, checkBook).problems).toEqual([])
    return await work(book)
  } finally {
    book.close()
  }
}

/** Anything in between fails here. The choices are one operation that follows the merge at once (see the design). */
function stateOf({ connection }: OpenBook, acknowledged: readonly string[]): 'before' | 'merged' | 'chosen' {
  const list = (sql: string) => connection.prepare(sql).pluck().all()
  const skus = new Set(list('SELECT sku FROM live_products'))
  expect(acknowledged.filter((sku) => !skus.has(sku))).toEqual([])
  // What was written and not acknowledged may be there or not.
  const [there] = list("SELECT count(*) FROM live_products WHERE sku NOT LIKE 'A-%'")
  expect(there).toBeOneOf([both + filling, both + filling + added])
  const isMerged = skus.has('T-0')
  expect(list('SELECT count(*) FROM merges')).toEqual([isMerged ? 1 : 0])
  const notes = list("SELECT DISTINCT note FROM live_products WHERE sku LIKE 'S-%'")
  if (!isMerged) expect(notes).toEqual(['Mei wrote'])
  expect(notes).toHaveLength(1)
  if (!isMerged) return 'before'
  return notes[0] === 'Mei wrote' ? 'chosen' : 'merged'
}

function expectWholeBackups(): void {
  const place = join(home, 'book.quay-backups')
  const names = readdirSync(home).includes('book.quay-backups') ? readdirSync(place) : []
  for (const name of names.filter((each) => each.endsWith('.quay'))) {
    const backup = openBackup(join(place, name))
    expect(backup.pragma('quick_check', { simple: true })).toBe('ok')
    backup.close()
  }
}

/** How many operations another merge of the same copy brings. */
function mergedAgain(): Promise<number> {
  return opened(async ({ connection }) => {
    const foreign = await openForeign(connection, { file: join(home, 'theirs.quay') })
    try {
      return mergeForeign(connection, foreign, { fileName: 'theirs.quay', now: Date.now() as Instant }).operations
    } finally {
      foreign.close()
    }
  })
}

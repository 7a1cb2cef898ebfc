// A disk that is full, a folder that becomes read-only, is renamed or deleted, while a book in it is open: whatever writes says
// in words what is the matter, nothing that was acknowledged is lost, and all of it works again once the disk does.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { createBook, openBook } from '#main/db/book.ts'
import { transientMemory } from '#main/db/machine-memory.ts'
import { read } from '#main/db/statements.ts'
import { afterWork } from '#main/services/book/after-work.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { addProduct } from '#main/services/catalog/product-commands.ts'
import { addPerson } from '#main/services/people/people-commands.ts'
import type { Instant } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { productInput } from '#shared/schemas/catalog.ts'
import { dataOf } from '#tests/api/transport-cases.ts'
import { adverseHost, expectWords, leftHalf, putChunk, type Tried, tried } from '#tests/support/adverse-calls.ts'
import { writeOrderRows } from '#tests/support/order-rows-file.ts'
import { startHttpHost, type TestHost } from '#tests/support/test-host.ts'
import { isFull } from '#tests/torture/torture-size.ts'

vi.setConfig({ testTimeout: 120_000 })

const settings = () => ({ memory: transientMemory(), clock: () => Date.now() as Instant, afterWork })
const isRoot = process.getuid?.() === 0
/** Nobody in particular: for root no folder is read-only. */
const nobody = 65_534
/** Opened once it is made, an encrypted copy takes seconds: whether it works again is tried with QUAYSIDE_TORTURE=full. */
const but: Tried[] = isFull ? [] : ['encrypted copy']
const allOk = Object.fromEntries(tried.filter((what) => !but.includes(what)).map((what) => [what, 'ok']))

let folder = ''
let disk = ''
let mei = 0 as Id
const running: TestHost[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quayside-disk-'))
  disk = join(folder, 'disk')
  mkdirSync(disk)
  return async () => {
    for (const host of running.splice(0)) await host.stop()
    if (isMounted) spawnSync('umount', ['-l', disk])
    isMounted = false
    rmSync(folder, { recursive: true, force: true })
  }
})

let isMounted = false
const mount = (size: string) => {
  isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk]).status === 0
  return isMounted
}
const canMount = (() => {
  if (process.platform !== 'linux' || !isRoot) return false
  const place = mkdtempSync(join(tmpdir(), 'quayside-mount-'))
  const isDone = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place]).status === 0
  if (isDone) spawnSync('umount', [place])
  rmSync(place, { recursive: true, force: true })
  return isDone
})()

/** A book and a copy of it that went on, in the home on the disk. */
async function layOut(): Promise<{ home: string; book: string; source: string }> {
  const home = join(disk, 'home')
  for (const each of [home, join(disk, 'tmp'), join(disk, 'settings')]) mkdirSync(each)
  const book = join(home, 'book.quay')
  const made = createBook(book, { companyName: 'Test Trading', country: 'CN', baseCurrency: 'USD' }, settings())
  mei = made.writer.write('people.add', null, (tx) => addPerson(tx, { name: 'Mei' })).result
  const note = 'x'.repeat(400)
  made.writer.write('test.fill', null, (tx) => {
    for (let index = 0; index < 500; index += 1) addProduct(tx, productInput.parse({ sku: `F-${index}`, note }))
  })
  made.close()
  const other = join(home, 'theirs.quay')
  copyFileSync(book, other)
  const theirs = await openBook(other, settings())
  for (let index = 0; index < 100; index += 1)
    theirs.writer.write('products.add', null, (tx) => addProduct(tx, productInput.parse({ sku: `T-${index}`, note })))
  theirs.close()
  const source = join(folder, 'orders.csv')
  writeOrderRows(source, 4000)
  return { home, book, source }
}

async function started(book: string, source: string, user?: number) {
  const env = { TMPDIR: join(disk, 'tmp') }
  const host = await startHttpHost({
    folder: disk,
    args: ['--book', book],
    env,
    ...(user === undefined ? {} : { user }),
  })
  running.push(host)
  await dataOf(host.call, 'mutation', 'people.choose', { id: mei })
  const adverse = await adverseHost(host, { merged: 'theirs.quay', source })
  expect(await adverse.add('FIRST')).toMatchObject({ ok: true })
  return adverse
}

async function expectWhole(book: string, acknowledged: readonly string[]): Promise<void> {
  const opened = await openBook(book, settings())
  try {
    expect(read(opened.connection, checkBook).problems).toEqual([])
    const skus = new Set(opened.connection.prepare('SELECT sku FROM live_products').pluck().all())
    expect(acknowledged.filter((sku) => !skus.has(sku))).toEqual([])
  } finally {
    opened.close()
  }
}

async function stopped(host: TestHost): Promise<void> {
  await host.stop()
  running.splice(running.indexOf(host), 1)
}

test.skipIf(!canMount)('a full disk (skipped: no right to mount a small one)', async () => {
  expect(mount('48m')).toBe(true)
  const { book, source, home } = await layOut()
  const { host, tryAll, acknowledged } = await started(book, source)
  const headers = { Cookie: await host.cookie() }
  const body = JSON.stringify({ name: 'more.csv' })
  const opened = await fetch(`${host.origin}/api/files/open`, { method: 'POST', headers, body })
  const { token } = (await opened.json()) as { token: string }
  const filler = join(disk, 'filler')
  // What one attempt gives back is not there for the next one.
  const words = ['if=/dev/zero', `of=${filler}`, 'bs=4096', 'oflag=append', 'conv=notrunc']
  // Not waited for standing still: the next call would go out on a connection that the host has closed meanwhile.
  const fill = async () => void (await once(spawn('dd', words, { stdio: 'ignore' }), 'exit'))
  const outcomes = await tryAll({ before: fill })
  for (const what of tried) expect(outcomes[what], what).toMatch(/disk-full|no-room/)
  expect(outcomes).toMatchObject({ copy: 'copies/no-room', 'encrypted copy': 'copies/no-room' })
  await fill()
  const put = await putChunk(host, token, 0, Buffer.alloc(900_000))
  expectWords({ code: put, details: {} }, 'upload')
  expect(put).not.toBe('ok')
  expect(leftHalf(disk)).toEqual([])
  rmSync(filler)
  expect(await tryAll({ but })).toEqual(allOk)
  await stopped(host)
  expect(leftHalf(disk)).toEqual([])
  expect(readdirSync(home).filter((name) => /-(wal|shm|journal)$/.test(name))).toEqual([])
  await expectWhole(book, acknowledged)
})

/** root is asked to become somebody who may be refused; where it may not, or on Windows, there is nothing to see. */
test.skipIf(process.platform === 'win32')('a folder that becomes read-only while the book is open', async () => {
  const { book, source, home } = await layOut()
  if (isRoot) own(folder, nobody)
  const { host, add, tryAll, acknowledged } = await started(book, source, isRoot ? nobody : undefined)
  for (const name of readdirSync(home)) chmodSync(join(home, name), 0o444)
  chmodSync(home, 0o555)
  const outcomes = await tryAll()
  for (const what of ['backup', 'merge', 'copy', 'encrypted copy'] as const) expect(outcomes[what], what).not.toBe('ok')
  // Nothing of the book was asked of the folder here.
  expect(outcomes.export).toBe('ok')
  chmodSync(home, 0o755)
  for (const name of readdirSync(home)) chmodSync(join(home, name), name.endsWith('-backups') ? 0o755 : 0o644)
  expect(await add('AFTER')).toMatchObject({ ok: true })
  expect(await tryAll({ but })).toEqual(allOk)
  await stopped(host)
  expect(leftHalf(disk)).toEqual([])
  await expectWhole(book, acknowledged)
})

function own(place: string, user: number): void {
  for (const name of ['.', ...readdirSync(place, { recursive: true, encoding: 'utf8' })])
    chownSync(join(place, name), user, user)
}

test.skipIf(process.platform === 'win32')(
  'a folder that vanishes, as an unplugged disk does, and comes back',
  async () => {
    const { book, source, home } = await layOut()
    const { host, add, tryAll, acknowledged } = await started(book, source)
    renameSync(home, join(disk, 'elsewhere'))
    const outcomes = await tryAll()
    for (const what of ['backup', 'merge', 'copy', 'encrypted copy'] as const)
      expect(outcomes[what], what).not.toBe('ok')
    renameSync(join(disk, 'elsewhere'), home)
    // The book is seen to be back within a second.
    await expect.poll(async () => (await add('BACK')).ok, { timeout: 10_000 }).toBe(true)
    expect(await tryAll({ but })).toEqual(allOk)
    await stopped(host)
    expect(leftHalf(disk)).toEqual([])
    await expectWhole(book, acknowledged)
  },
)

test.skipIf(process.platform === 'win32')(
  'a book that is deleted while it is open is saved elsewhere whole',
  async () => {
    const { book, source, home } = await layOut()
    const { host, tryAll, acknowledged } = await started(book, source)
    const folderToken = await dataOf<{ token: string }>(host.call, 'query', 'host.places.browse', {})
    rmSync(book)
    const outcomes = await tryAll()
    // It is gone: nothing of it is damaged, and nobody lacks a right to it.
    for (const what of ['write', 'import', 'backup', 'merge', 'copy', 'encrypted copy'] as const)
      expect(outcomes[what], what).toMatch(/^book\/(read-only|not-found)$/)
    const { token: target } = await dataOf<{ token: string }>(host.call, 'mutation', 'host.places.target', {
      folder: folderToken.token,
      name: 'saved.quay',
      kind: 'book',
    })
    await dataOf(host.call, 'mutation', 'host.books.saveCopy', { target, workThere: false })
    await stopped(host)
    expect(existsSync(book)).toBe(false)
    expect(leftHalf(disk)).toEqual([])
    await expectWhole(join(home, 'saved.quay'), acknowledged)
  },
)

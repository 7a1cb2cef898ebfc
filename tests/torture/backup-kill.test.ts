// kill -9 at random moments of a backup, a restore and an upgrade. After each: the book is the old one or the new one, whole;
// and whatever has the name of a backup is a whole backup.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { backUp } from '#main/db/backup.ts'
import { openBackup } from '#main/db/backup-file.ts'
import { createBook, type OpenBook, openBook } from '#main/db/book.ts'
import { transientMemory } from '#main/db/machine-memory.ts'
import { schemaVersion } from '#main/db/migrate.ts'
import { migrations } from '#main/db/migrations.ts'
import { read } from '#main/db/statements.ts'
import { afterUpgrade } from '#main/services/book/after-upgrade.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import type { Instant } from '#shared/dates.ts'
import { envelope } from '#tests/api/transport-cases.ts'
import { outFile } from '#tests/support/built-program.ts'
import { startHttpHost, type TestHost } from '#tests/support/test-host.ts'
import { rounds, seed, seededRandom } from '#tests/torture/torture-size.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const random = seededRandom(seed + 1)
const count = rounds(1, 60)
const timeout = count * 15_000 + 30_000
const settings = { memory: transientMemory(), clock: () => Date.now() as Instant, afterUpgrade }
const start = { companyName: 'Test Trading', country: 'CN', baseCurrency: 'USD' }

/** Some 12 MB, so that copying takes a while. */
function fill(book: OpenBook, mark: string, rows: number): void {
  book.writer.write('products.add', null, (tx) => {
    for (let index = 0; index < rows; index += 1)
      tx.insert('products', { sku: `${mark}-${index}`, name_en: `${mark} ${'x'.repeat(400)}` })
  })
}

async function opened<Result>(file: string, work: (book: OpenBook) => Result): Promise<Result> {
  const book = await openBook(file, settings)
  try {
    expect(read(book.connection, checkBook).problems).toEqual([])
    return work(book)
  } finally {
    book.close()
  }
}

const productsIn = (book: OpenBook) => book.connection.prepare('SELECT count(*) FROM products').pluck().get()

function expectWholeBackups(place: string): number {
  const names = readdirSync(place).filter((name) => name.endsWith('.quay'))
  for (const name of names) {
    const backup = openBackup(join(place, name))
    expect(backup.pragma('quick_check', { simple: true })).toBe('ok')
    backup.close()
  }
  return names.length
}

/** Gone for good: until then the system holds the book for it. */
async function killed({ child }: TestHost): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

async function killedWhile(file: string, home: string, work: (host: TestHost) => Promise<unknown>): Promise<void> {
  const host = await startHttpHost({ folder: home, args: ['--book', file] })
  const running = work(host).catch(() => null)
  await new Promise((resolve) => setTimeout(resolve, random() * 1200))
  await killed(host)
  await running
}

test(`what has a backup’s name is one, after ${count} kills (seed ${seed})`, { timeout }, async () => {
  const home = join(folder, 'backup')
  mkdirSync(home)
  const file = join(home, 'book.quay')
  const book = createBook(file, start, settings)
  fill(book, 'A', 8000)
  book.close()
  let whole = 0
  for (let round = 0; round < count; round += 1) {
    await killedWhile(file, home, async (host) => {
      for (;;) {
        const reply = await host.call(envelope('mutation', 'host.backups.make', {}))
        if (!reply.ok) throw new Error(reply.error.code)
      }
    })
    expect(await opened(file, productsIn)).toBe(8000)
    const place = join(home, 'book.quay-backups')
    whole += existsSync(place) ? expectWholeBackups(place) : 0
    rmSync(place, { recursive: true, force: true })
  }
  if (count > 10) expect(whole).toBeGreaterThan(0)
})

test(`a restore leaves the old book or the restored one, after ${count} kills (seed ${seed})`, {
  timeout,
}, async () => {
  const home = join(folder, 'restore')
  mkdirSync(home)
  const file = join(home, 'book.quay')
  const book = createBook(file, start, settings)
  fill(book, 'A', 8000)
  await backUp(book.connection, join(home, 'small.quay'))
  fill(book, 'B', 8000)
  await backUp(book.connection, join(home, 'large.quay'))
  book.close()
  mkdirSync(join(home, 'book.quay-backups'))
  for (const name of ['small', 'large'])
    copyFileSync(join(home, `${name}.quay`), join(home, 'book.quay-backups', `${name}.quay`))
  const seen = new Set<unknown>()
  for (let round = 0; round < count; round += 1) {
    await killedInRestore(file, home)
    const products = await opened(file, productsIn)
    expect([8000, 16_000]).toContain(products)
    seen.add(products)
    expectWholeBackups(join(home, 'book.quay-backups'))
  }
  if (count > 10) expect(seen.size).toBe(2)
})

/** One restore to its end, which tells how long it takes here; then another one, killed at some moment of it. */
async function killedInRestore(file: string, home: string): Promise<void> {
  const host = await startHttpHost({ folder: home, args: ['--book', file] })
  const startedAt = performance.now()
  await restored(host, 'small.quay')
  const took = performance.now() - startedAt
  const running = restored(host, 'large.quay').catch(() => null)
  await new Promise((resolve) => setTimeout(resolve, random() * 1.4 * took))
  await killed(host)
  await running
}

async function restored(host: TestHost, name: string): Promise<void> {
  const list = await host.call(envelope('query', 'host.backups.list'))
  if (!list.ok) throw new Error(list.error.code)
  const rows = list.data as { token: string; fileName: string }[]
  const wanted = rows.find(({ fileName }) => fileName === name)
  const reply = await host.call(envelope('mutation', 'host.backups.restore', { backup: wanted?.token }))
  if (!reply.ok) throw new Error(reply.error.code)
}

test(`an upgrade leaves the old format or the new one, after ${count} kills (seed ${seed})`, { timeout }, async () => {
  const fixture = gunzipSync(readFileSync(fileURLToPath(new URL('../db/books/0070.quay.gz', import.meta.url))))
  const newest = migrations.at(-1)?.number
  const seen = new Set<number>()
  for (let round = 0; round < count; round += 1) {
    const home = join(folder, `upgrade-${round}`)
    mkdirSync(home)
    const file = join(home, 'old.quay')
    writeFileSync(file, fixture)
    await killedUpgrade(file, home)
    const left = openBackup(file)
    const version = schemaVersion(left)
    left.close()
    expect([70, newest]).toContain(version)
    seen.add(version)
    expect(await opened(file, (book) => schemaVersion(book.connection))).toBe(newest)
    expectWholeBackups(join(home, 'old.quay-backups'))
    rmSync(home, { recursive: true })
  }
  if (count > 10) expect(seen.size).toBe(2)
})

/** The command line opens the book, which upgrades it. */
function killedUpgrade(file: string, home: string): Promise<void> {
  const child = spawn(process.execPath, [outFile('main/cli.js'), 'check', file], {
    env: { ...process.env, HOME: home, QUAYSIDE_DATA: join(home, 'settings') },
    stdio: 'ignore',
  })
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    setTimeout(() => child.kill('SIGKILL'), 100 + random() * 700)
  })
}

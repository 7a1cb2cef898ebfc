import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { backUp, fingerprintOf } from '#main/db/backup.ts'
import { factsOfBackup, withBackup } from '#main/db/backup-file.ts'
import { createBook, type OpenBook, openBook } from '#main/db/book.ts'
import { openWriter } from '#main/db/database.ts'
import { transientMemory } from '#main/db/machine-memory.ts'
import { restoreInto } from '#main/db/restore.ts'
import { read } from '#main/db/statements.ts'
import { workBeyond } from '#main/db/work-beyond.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import type { Instant } from '#shared/dates.ts'
import { idParts } from '#shared/ids.ts'

const root = mkdtempSync(join(tmpdir(), 'quayside-test-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let count = 0
let [folder, file, backup] = ['', '', '']
beforeEach(() => {
  count += 1
  folder = mkdtempSync(join(root, `${count}-`))
  file = join(folder, 'book.quay')
  backup = join(folder, 'kept.quay')
})

const memory = transientMemory()
const settings = { memory, clock: () => 1_700_000_000_000 as Instant }
const start = { companyName: 'Test', country: 'CN', baseCurrency: 'USD' }
const add = (book: OpenBook, sku: string) =>
  book.writer.write('products.add', null, (tx) => tx.insert('products', { sku })).result
const skus = (book: OpenBook) =>
  (book.connection.prepare('SELECT sku FROM products ORDER BY sku').all() as { sku: string }[]).map(({ sku }) => sku)
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )

/** A book with A in it, backed up, then B added; closed. */
async function backedUp(): Promise<void> {
  const book = createBook(file, start, settings)
  add(book, 'A')
  await backUp(book.connection, backup)
  add(book, 'B')
  book.close()
}

describe('a backup', () => {
  test('is one whole file that opens from a read-only place, and says what it holds', async () => {
    await backedUp()
    expect(readdirSync(folder).sort()).toEqual(['book.quay', 'kept.quay'])
    const copy = openWriter(backup)
    expect(copy.pragma('user_version', { simple: true })).toBeGreaterThan(0)
    copy.close()
    expect(withBackup(backup, factsOfBackup)).toMatchObject({ companyName: 'Test', lastWorkAt: 1_700_000_000_000 })
  })

  test('made beside a busy writer is the book at one moment', async () => {
    const book = createBook(file, start, settings)
    book.writer.write('products.add', null, (tx) => {
      for (let index = 0; index < 60_000; index += 1)
        tx.insert('products', { sku: `P-${index}`, name_en: 'x'.repeat(200) })
    })
    const before = fingerprintOf(book.connection)
    let steps = 0
    await backUp(book.connection, backup, {
      progress: () => {
        steps += 1
        add(book, `MEANWHILE-${steps}`)
      },
    })
    expect(steps).toBeGreaterThan(1)
    expect(withBackup(backup, fingerprintOf)).toBe(before)
    book.close()
  })

  test('that is stopped, or has nowhere to go, leaves nothing behind', async () => {
    const book = createBook(file, start, settings)
    const stop = () => {
      throw new Error('stopped')
    }
    await expect(backUp(book.connection, backup, { stopIfCancelled: stop })).rejects.toThrow('stopped')
    expect(readdirSync(folder).filter((name) => name.startsWith('kept'))).toEqual([])
    expect(await codeOf(backUp(book.connection, join(folder, 'nowhere', 'kept.quay')))).toBe('backups/no-access')
    book.close()
  })

  test('of a damaged book is none', async () => {
    await backedUp()
    rmSync(backup)
    const bytes = readFileSync(file)
    const connection = openWriter(file)
    const page = connection
      .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'products'")
      .pluck()
      .get() as number
    bytes.fill(0xff, (page - 1) * 4096, page * 4096)
    connection.close()
    writeFileSync(file, bytes)
    const damaged = openWriter(file)
    expect(await codeOf(backUp(damaged, backup))).toBe('backups/book-damaged')
    expect(existsSync(backup)).toBe(false)
    damaged.close()
  })
})

describe('a restore', () => {
  test('puts the backup in the book’s place, whole, and the copy draws a new number by itself', async () => {
    await backedUp()
    await restoreInto(file, backup, join(folder, 'damaged.quay'))
    expect(readdirSync(folder).sort()).toEqual(['book.quay', 'kept.quay'])
    const book = await openBook(file, settings)
    expect(skus(book)).toEqual(['A'])
    expect(idParts(add(book, 'C')).replica).toBeGreaterThan(1)
    expect(read(book.connection, checkBook).problems).toEqual([])
    book.close()
  })

  test('lets nothing of the old book come back: what a killed program left beside it is folded in first', async () => {
    await backedUp()
    const killed = openWriter(file)
    killed.prepare("UPDATE this_copy SET writer_token = 'left in the WAL'").run()
    const wal = readFileSync(`${file}-wal`)
    killed.close()
    writeFileSync(`${file}-wal`, wal)
    await restoreInto(file, backup, join(folder, 'damaged.quay'))
    const book = await openBook(file, settings)
    expect(skus(book)).toEqual(['A'])
    expect(read(book.connection, checkBook).problems).toEqual([])
    book.close()
  })

  test('that was killed in the middle is taken back when the book is opened', async () => {
    await backedUp()
    // As the kill leaves it: a journal that is synced, pages of the new book over those of the old.
    const killed = new Sqlite(file)
    killed.pragma('cache_size = 2')
    killed.pragma('cache_spill = 1')
    killed.exec("BEGIN; UPDATE this_copy SET head = 'half'; CREATE TABLE fill (text TEXT)")
    for (let row = 0; row < 400; row += 1) killed.prepare('INSERT INTO fill VALUES (hex(randomblob(2000)))').run()
    const [pages, journal] = [readFileSync(file), readFileSync(`${file}-journal`)]
    killed.exec('ROLLBACK')
    killed.close()
    writeFileSync(file, pages)
    writeFileSync(`${file}-journal`, journal)
    const book = await openBook(file, settings)
    expect(skus(book)).toEqual(['A', 'B'])
    expect(existsSync(`${file}-journal`)).toBe(false)
    book.close()
  })

  test('brings back a book whose file no longer opens, and keeps those bytes', async () => {
    await backedUp()
    const bytes = readFileSync(file).fill(7, 0, 3000)
    writeFileSync(file, bytes)
    expect(await codeOf(openBook(file, settings))).toMatch(/book\/(damaged|not-a-book)/)
    await restoreInto(file, backup, join(folder, 'damaged.quay'))
    expect(readFileSync(join(folder, 'damaged.quay')).equals(bytes)).toBe(true)
    const book = await openBook(file, settings)
    expect(skus(book)).toEqual(['A'])
    book.close()
  })

  test('refuses another book, half a file, the book itself, and a book that is open elsewhere', async () => {
    await backedUp()
    const other = join(folder, 'other.quay')
    createBook(other, start, settings).close()
    expect(await codeOf(restoreInto(file, other, ''))).toBe('backups/not-this-book')
    expect(await codeOf(restoreInto(file, file, ''))).toBe('backups/same-file')
    const cut = join(folder, 'cut.quay')
    writeFileSync(cut, readFileSync(backup).subarray(0, 40_000))
    expect(await codeOf(restoreInto(file, cut, ''))).toBe('backups/unreadable')
    expect(await codeOf(restoreInto(file, join(folder, 'none.quay'), ''))).toBe('backups/gone')
    const open = await openBook(file, settings)
    expect(await codeOf(restoreInto(file, backup, ''))).toBe('book/in-use')
    expect(skus(open)).toEqual(['A', 'B'])
    open.close()
  })
})

test('what differs from a backup is told from the log: made, changed, deleted', async () => {
  const book = createBook(file, start, settings)
  const [kept, gone] = [add(book, 'A'), add(book, 'GONE')]
  await backUp(book.connection, backup)
  add(book, 'B')
  book.writer.write('products.edit', null, (tx) => tx.update('products', kept, { name_en: 'Oak' }))
  book.writer.write('products.edit', null, (tx) => tx.update('products', kept, { name_en: 'Oak tray' }))
  book.writer.write('products.remove', null, (tx) => tx.update('products', gone, { deleted: 1 }))
  withBackup(backup, (kept) => {
    expect(workBeyond(book.connection, kept)).toMatchObject({
      operations: 4,
      kinds: [{ table: 'products', added: 1, changed: 1, removed: 1 }],
    })
    expect(workBeyond(kept, book.connection)).toMatchObject({ operations: 0, kinds: [] })
  })
  book.close()
})

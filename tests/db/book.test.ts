import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { createBook, openBook } from '#main/db/book.ts'
import { openReader } from '#main/db/database.ts'
import { fileMemory, transientMemory } from '#main/db/machine-memory.ts'
import type { Instant } from '#shared/dates.ts'
import { idParts } from '#shared/ids.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
let file = ''
beforeEach(() => {
  count += 1
  file = join(folder, `book-${count}.quay`)
})

const start = { companyName: 'Test', country: 'CN', baseCurrency: 'USD' }
const settingsWith = (memory = transientMemory()) => ({ memory, clock: () => 1_700_000_000_000 as Instant })

async function rejectedCode(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (error: { code?: string }) => error.code,
  )
}

test('a closed book is one file', async () => {
  const settings = settingsWith()
  const book = createBook(file, start, settings)
  book.writer.write('t', null, (tx) => tx.insert('products', { sku: 'A' }))
  book.close()
  expect(readdirSync(folder).filter((name) => name.startsWith(`book-${count}.quay`))).toEqual([`book-${count}.quay`])
})

test('every open sets what SQLite keeps nowhere', async () => {
  const settings = settingsWith()
  createBook(file, start, settings).close()
  const book = await openBook(file, settings)
  const reader = openReader(file)
  for (const connection of [book.connection, reader]) {
    const pragma = (name: string) => connection.pragma(name, { simple: true })
    expect([
      pragma('synchronous'),
      pragma('fullfsync'),
      pragma('checkpoint_fullfsync'),
      pragma('foreign_keys'),
    ]).toEqual([2, 1, 1, 1])
  }
  expect(book.connection.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(book.connection.pragma('recursive_triggers', { simple: true })).toBe(1)
  expect(() => reader.prepare("UPDATE books SET company_name = 'x'").run()).toThrow(/readonly|read-only|query_only/i)
  reader.close()
  book.close()
})

describe('the number of a copy', () => {
  test('is 1 where the book was made, and stays on this machine', async () => {
    const settings = settingsWith()
    createBook(file, start, settings).close()
    const book = await openBook(file, settings)
    const { result } = book.writer.write('t', null, (tx) => tx.insert('products', { sku: 'A' }))
    expect(idParts(result)).toEqual({ replica: 1, counter: 1 })
    book.close()
  })

  test('is drawn anew on another machine', async () => {
    createBook(file, start, settingsWith()).close()
    const book = await openBook(file, settingsWith())
    const { result } = book.writer.write('t', null, (tx) => tx.insert('products', { sku: 'A' }))
    expect(idParts(result).replica).toBeGreaterThan(1)
    book.close()
  })

  test('stays when another machine only looked', async () => {
    const settings = settingsWith()
    createBook(file, start, settings).close()
    const elsewhere = await openBook(file, settingsWith())
    elsewhere.close()
    const book = await openBook(file, settings)
    const { result } = book.writer.write('t', null, (tx) => tx.insert('products', { sku: 'A' }))
    expect(idParts(result).replica).toBe(1)
    book.close()
  })

  test('is one for each of two copies on this machine, written in turn', async () => {
    const settings = settingsWith()
    createBook(file, start, settings).close()
    copyFileSync(file, `${file}.twin.quay`)
    const used: number[] = []
    for (const path of [file, `${file}.twin.quay`, file, `${file}.twin.quay`]) {
      const book = await openBook(path, settings)
      const { result } = book.writer.write('t', null, (tx) => tx.insert('products', { sku: 'A' }))
      used.push(idParts(result).replica)
      book.close()
    }
    expect(used).toEqual([1, used[1], 1, used[1]])
    expect(used[1]).toBeGreaterThan(1)
  })

  test('is drawn anew when an older copy was put back in its place', async () => {
    const settings = settingsWith(fileMemory(join(folder, `memory-${count}`)))
    const book = createBook(file, start, settings)
    book.writer.write('t', null, (tx) => tx.insert('products', { sku: 'A' }))
    book.close()
    copyFileSync(file, `${file}.kept`)
    const again = await openBook(file, settings)
    again.writer.write('t', null, (tx) => tx.insert('products', { sku: 'GONE' }))
    again.close()
    copyFileSync(`${file}.kept`, file)
    const restored = await openBook(file, settings)
    const { result } = restored.writer.write('t', null, (tx) => tx.insert('products', { sku: 'B' }))
    expect(idParts(result).replica).toBeGreaterThan(1)
    restored.close()
  })
})

describe('refused, and left as it was:', () => {
  test('a book that is open already', async () => {
    const settings = settingsWith()
    const book = createBook(file, start, settings)
    expect(await rejectedCode(openBook(file, settings))).toBe('book/in-use')
    book.close()
    const again = await openBook(file, settings)
    again.close()
  })

  test('a file that is there when a book is to be made', () => {
    writeFileSync(file, 'precious')
    expect(() => createBook(file, start, settingsWith())).toThrow('book/exists')
    expect(existsSync(`${file}-lock`)).toBe(false)
  })

  test.each([
    ['text', 'not a book at all'],
    ['nothing', ''],
  ])('a file of %s', async (_, content) => {
    writeFileSync(file, content)
    expect(await rejectedCode(openBook(file, settingsWith()))).toBe('book/not-a-book')
    expect(existsSync(`${file}-wal`)).toBe(false)
  })

  test('another program’s SQLite file', async () => {
    const other = new Sqlite(file)
    other.exec('CREATE TABLE notes (text TEXT)')
    other.close()
    expect(await rejectedCode(openBook(file, settingsWith()))).toBe('book/not-a-book')
  })

  test('a file that is not there', async () => {
    expect(await rejectedCode(openBook(join(folder, 'nowhere.quay'), settingsWith()))).toBe('book/not-found')
  })
})

test('a second writer that took the book over is found out before it writes', () => {
  const book = createBook(file, start, settingsWith())
  book.connection.prepare("UPDATE this_copy SET writer_token = 'someone else'").run()
  expect(() => book.writer.write('t', null, (tx) => tx.insert('products', { sku: 'A' }))).toThrow('book/taken-over')
  book.close()
})
